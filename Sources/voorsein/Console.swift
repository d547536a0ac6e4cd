import ArgumentParser
import Diagnostics
import Foundation
import Pipeline

/// What the program says to people and to other programs.
enum Console {
  /// Whether a person looks at the output.
  static var isTerminal: Bool { isatty(STDOUT_FILENO) == 1 }

  /// Writes a line to standard output.
  static func say(_ line: String) { print(line) }

  /// Writes a line to standard error.
  ///
  /// What nobody can read any more, since the other end is gone, is left out: it must not stop a run.
  static func complain(_ line: String) {
    try? FileHandle.standardError.write(contentsOf: Data((line + "\n").utf8))
  }

  /// Writes a value as JSON with sorted keys to standard output.
  static func say(json value: some Encodable) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    print(String(decoding: try encoder.encode(value), as: UTF8.self))
  }

  /// Runs a command's work and turns what it throws into words and an exit code.
  ///
  /// - Parameters:
  ///   - log: Where problems are told.
  ///   - work: The command.
  ///   - end: Is told how it ends, also when that is badly.
  /// - Throws: `ExitCode` for every documented way to end other than 0.
  static func reporting(
    _ log: RunLog = RunLog(), _ work: () async throws -> ExitStatus,
    finally end: (ExitStatus) -> Void = { _ in }
  ) async throws {
    let status: ExitStatus
    do { status = try await work() } catch let diagnostic as Diagnostic {
      status = complain([diagnostic], log)
    } catch let list as DiagnosticList {
      status = complain(list.diagnostics, log)
    } catch is DecodingError {
      status = complain([Diagnostic(.defect, ["what": "a file of a run cannot be decoded"])], log)
    }
    end(status)
    if status != .complete { throw ExitCode(status.rawValue) }
  }

  /// Words problems on standard error and returns the exit status they ask for.
  private static func complain(_ diagnostics: [Diagnostic], _ log: RunLog) -> ExitStatus {
    for diagnostic in diagnostics { log.tell(diagnostic) }
    let statuses = diagnostics.map(\.code.effect.exitStatus).filter { $0 != .complete }
    // A definition problem outranks the rest; otherwise the first problem decides.
    return statuses.first { $0 == .definition } ?? statuses.first ?? .defect
  }
}

/// The table of exit codes, for the manual.
var exitStatusTable: String {
  let rows = ExitStatus.allCases.map { status in
    let code = String(status.rawValue)
    return "  " + code + String(repeating: " ", count: 5 - code.count) + status.meaning
  }
  return "Exit codes (a code that is not here is a failure):\n" + rows.joined(separator: "\n")
}
