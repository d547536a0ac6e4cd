import ArgumentParser
import Diagnostics
import Pipeline
import Reports

/// Puts the parts of a run together.
struct Merge: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Put the parts of one run together into the run that they are parts of.",
    discussion: """
      For runs that were made with --partition, beside each other or on several machines. The result has the \
      same files and the same id as one run over all municipalities would have had, and is published in \
      the same way. Parts that do not fit, are not whole or not all there are refused. The parts stay as \
      they are, and the state is not looked at: each part has updated that of its municipalities.

      \(exitStatusTable)
      """)

  @Argument(
    help: ArgumentHelp(
      "The folder of each part's run, or its output folder.", valueName: "run"),
    completion: .directory)
  var runs: [String]

  @Option(
    help: "The folder for runs, as that of a run over all municipalities.", completion: .directory)
  var output: String

  @Option(help: "How many seconds to wait for another run that holds the output.")
  var waitLock: Int = 0

  @Flag(help: "Print the manifest as JSON.")
  var json = false

  @Flag(name: .shortAndLong, help: "Say what was done, also when nobody watches.")
  var verbose = false

  func validate() throws {
    guard waitLock >= 0 else { throw ValidationError("--wait-lock is at least 0.") }
  }

  func run() async throws {
    try await Console.reporting {
      let result = try RunMerger(parts: runs, output: output, lockSeconds: waitLock) {
        results, date, folder in
        try OverviewPage(results, on: date).write(to: folder)
      }.merge()
      if json {
        try Console.say(json: result.manifest)
      } else if verbose || Console.isTerminal {
        RunText.say(result)
      }
      return result.status
    }
  }
}
