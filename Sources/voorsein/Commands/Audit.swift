import ArgumentParser
import Diagnostics
import Model
import Pipeline
import State

/// The log of what was done with the data of municipalities.
struct Audit: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Check and show the audit logs: who ran, read, exported, erased or forgot what.",
    discussion: """
      Every line of a log holds the digest of the line before it, and the digest of each state file. \
      docs/audit.md says what is recorded and what a check can and cannot find.
      """,
    subcommands: [VerifyLogs.self, Show.self, Adopt.self])

  /// Checks the logs from their first line to their last.
  struct VerifyLogs: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "verify",
      abstract: "Check the audit logs, and the state files against them.",
      discussion: """
        Prints the head of each log: the digest of its last line. Keep it where nobody who can write to \
        the state can: given again with --head it shows that no line up to it was changed or taken away. \
        Ends with 13 if a log or a state file is not as it was written.
        """)

    @OptionGroup var options: AuditOptions

    @Option(help: "A head that was kept: it must be the digest of a line of the log.")
    var head: String?

    @Flag(help: "Print what was found as JSON.")
    var json = false

    func run() async throws {
      try await Console.reporting {
        let codes = try options.codes
        let verifier = AuditVerifier(folder: options.state)
        let found = try codes.map { try verifier.verify($0) }
        if let head, !found.contains(where: { $0.digests.contains(head) }) {
          throw Diagnostic(
            .auditHeadUnknown,
            ["municipality": codes.map(\.description).joined(separator: ", "), "head": head])
        }
        if json {
          try Console.say(json: found)
        } else {
          for line in found.flatMap(\.lines) { Console.say(line) }
        }
        return found.allSatisfy(\.problems.isEmpty) ? .complete : .stateDamaged
      }
    }
  }

  /// Shows the lines of the logs.
  struct Show: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Show the lines of the audit logs, one act to a line.")

    @OptionGroup var options: AuditOptions

    @Flag(help: "Print the records as JSON.")
    var json = false

    func run() async throws {
      try await Console.reporting {
        let verifier = AuditVerifier(folder: options.state)
        let records = try options.codes.flatMap { try verifier.records(of: $0) }
        if json {
          try Console.say(json: records)
        } else {
          for record in records { Console.say(record.text) }
        }
        return .complete
      }
    }
  }

  /// Takes state files as they are.
  struct Adopt: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract:
        "Say that the state files are right as they stand, such as after a backup was put back.",
      discussion: """
        SQLite must find each file whole. The log keeps who said so, when and why; what was done between the \
        backup and now stays in the log and is not in the state.
        """)

    @OptionGroup var options: AuditOptions

    @Option(help: "Why; kept for ever, so no personal data.")
    var reason: String

    func run() async throws {
      try await Console.reporting {
        for code in try options.codes {
          try HeldState.adopt(
            folder: options.state, municipality: code,
            inspection: StateVerifier(folder: options.state), reason: reason)
          Console.say("\(code): the state files were adopted as they stand")
        }
        return .complete
      }
    }
  }
}

/// What the subcommands of `audit` have in common.
struct AuditOptions: ParsableArguments {
  @Option(help: "The folder with the state.", completion: .directory)
  var state: String

  @Option(
    name: .customLong("municipality"),
    help: "Only this municipality, by its code; can be given more than once.")
  var municipalities: [MunicipalityCode] = []

  /// The municipalities asked for, each of which has a log.
  var codes: [MunicipalityCode] {
    get throws {
      let known = AuditVerifier(folder: state).municipalities
      for code in municipalities where !known.contains(code) {
        throw Diagnostic(
          .notFound, ["what": "an audit log of \(code) in \(state)", "hint": "check --state"])
      }
      guard !known.isEmpty else {
        throw Diagnostic(
          .notFound, ["what": "an audit log in \(state)", "hint": "give the state folder"])
      }
      return municipalities.isEmpty ? known : municipalities
    }
  }
}

extension VerifiedAudit {
  /// What is said of the log, the first line with its head.
  var lines: [String] {
    let state =
      !problems.isEmpty
      ? "damaged" : isInterrupted ? "whole; the last act was interrupted" : "whole"
    return ["audit \(municipality): \(records) records, \(state), head \(head)"]
      + problems.map { "  \($0)" }
  }
}

extension AuditRecord {
  /// The record as a line for people.
  fileprivate var text: String {
    let counts = (counts ?? [:]).sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
    let words = [
      at, municipality, action.rawValue, phase.rawValue, "by \(by)", run ?? "",
      counts.joined(separator: " "), reason.map { "because: \($0)" } ?? "",
    ]
    return "\(number)  " + words.filter { !$0.isEmpty }.joined(separator: "  ")
  }
}
