import ArgumentParser
import Diagnostics
import Pipeline
import State

/// Checks that what was written is still there, byte for byte.
struct Verify: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Check the files of runs against their manifests, and the state for damage.",
    discussion: """
      Hashes every file of a run, or of all runs of an output folder, again. A file that changed, is \
      missing or was added is named; nothing is repaired: run again, and the run is made anew. With \
      --state, SQLite checks each file, every signal in it is read, and its bytes are held against the \
      audit log, which is checked, too. Ends with 65 for a run that is \
      not as it was written, and with 13 for a damaged state.
      """)

  @Argument(
    help: ArgumentHelp("A run's folder, or the output folder.", valueName: "folder"),
    completion: .directory)
  var folder: String

  @Option(help: "Check the files of this state folder, too.", completion: .directory)
  var state: String?

  @Flag(help: "Print what was found as JSON.")
  var json = false

  func run() async throws {
    try await Console.reporting {
      let found = Found(
        runs: try RunVerifier(folder: folder).verify(),
        state: state.map { StateVerifier(folder: $0).verify() } ?? [],
        audits: try state.map(AuditVerifier.init(folder:)).map { verifier in
          try verifier.municipalities.map { try verifier.verify($0) }
        } ?? [])
      if json {
        try Console.say(json: found)
      } else {
        for line in found.lines { Console.say(line) }
      }
      return found.status
    }
  }

  private struct Found: Encodable {
    var runs: [VerifiedRun]
    var state: [VerifiedState]
    var audits: [VerifiedAudit]

    var status: ExitStatus {
      let isDamaged =
        state.contains { !$0.problems.isEmpty } || audits.contains { !$0.problems.isEmpty }
      if isDamaged { return .stateDamaged }
      return runs.contains { !$0.problems.isEmpty } ? .data : .complete
    }

    var lines: [String] {
      runs.flatMap { run in
        let state = run.problems.isEmpty ? "as written" : "\(run.problems.count) problems"
        return ["run \(run.name): \(run.files) files, \(state)"]
          + run.problems.map { "  \($0.kind.rawValue): \($0.path)" }
      }
        + state.flatMap { file in
          ["state \(file.name): \(file.problems.isEmpty ? "whole" : "damaged")"]
            + file.problems.map { "  \($0)" }
        } + audits.flatMap(\.lines)
    }
  }
}
