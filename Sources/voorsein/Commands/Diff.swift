import ArgumentParser
import Diagnostics
import Pipeline

/// Tells which households two runs list otherwise, and because of what.
struct Diff: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Compare two runs: households new, gone and changed, and because of what.",
    discussion: """
      For trying another rule, threshold or weight: run with --output elsewhere and compare. Prints \
      pseudonyms, codes, days and counts; no name and no address. Households that only have another place \
      because others came or went are counted, not listed.
      """)

  @Argument(
    help: ArgumentHelp("The earlier run's folder.", valueName: "run-a"), completion: .directory)
  var before: String

  @Argument(
    help: ArgumentHelp("The later run's folder.", valueName: "run-b"), completion: .directory)
  var after: String

  @Flag(help: "Print the difference as JSON.")
  var json = false

  func run() async throws {
    try await Console.reporting {
      let difference = try RunComparison(before: before, after: after).difference()
      if json {
        try Console.say(json: difference)
      } else {
        for line in DifferenceText(difference).lines { Console.say(line) }
      }
      return .complete
    }
  }
}
