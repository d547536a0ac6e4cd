import ArgumentParser
import Definitions
import Diagnostics
import Feeds
import Model
import Pipeline

/// Checks a partner's file against its feed.
struct Validate: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Check a partner's file against its feed: counts and positions, no values.",
    discussion: "Exit code 0 when every row can be read, 65 when not, 66 when there is no file.")

  @Argument(help: "The feed's definition.", completion: .file(extensions: ["yml"]))
  var feed: String

  @Argument(help: "The partner's file.", completion: .file())
  var file: String

  @Flag(help: "Print the result as JSON.")
  var json = false

  private struct Result: Encodable {
    var rows: Int
    var readable: Int
    var unreadable: Int
    var problems: [Problem]
  }

  private struct Problem: Encodable {
    var code: String
    var rows: Int
    var place: String
    var problem: String
  }

  func run() async throws {
    try await Console.reporting {
      let definition = try FeedLoader().load(path: feed)
      guard FileSystem.exists(file) else {
        throw Diagnostic(
          .notFound, ["what": "the file \(file)", "hint": "check the path of the partner's file"])
      }
      do {
        let name = DeliveryName(feed: definition.id, file: FileSystem.name(of: file))
        let delivery = try DeliveryReader().read(path: file, name: name, feed: definition)
        return try say(DeliveryValidation(delivery))
      } catch let error as DiagnosticList {
        return try say(refused: error.diagnostics)
      }
    }
  }

  private func say(_ validation: DeliveryValidation) throws -> ExitStatus {
    let status: ExitStatus = validation.rejected == 0 ? .complete : .data
    if json {
      let problems = validation.findings.flatMap { finding in
        finding.first.map { problem($0, rows: finding.count) }
      }
      try Console.say(
        json: Result(
          rows: validation.rows, readable: validation.decoded, unreadable: validation.rejected,
          problems: problems + validation.notes.map { problem($0, rows: 0) }))
      return status
    }
    Console.say(
      "\(validation.rows) rows: \(validation.decoded) can be read, \(validation.rejected) cannot")
    for finding in validation.findings {
      Console.say("")
      Console.say("\(finding.count) rows with \(finding.code.id), of which the first:")
      for first in finding.first { Console.say(DiagnosticText.paragraph(first)) }
    }
    for note in validation.notes {
      Console.say("")
      Console.say(DiagnosticText.paragraph(note))
    }
    return status
  }

  private func say(refused diagnostics: [Diagnostic]) throws -> ExitStatus {
    if json {
      try Console.say(
        json: Result(
          rows: 0, readable: 0, unreadable: 0, problems: diagnostics.map { problem($0, rows: 0) }))
    } else {
      for diagnostic in diagnostics { Console.complain(DiagnosticText.paragraph(diagnostic)) }
    }
    return .data
  }

  private func problem(_ diagnostic: Diagnostic, rows: Int) -> Problem {
    Problem(
      code: diagnostic.code.id, rows: rows, place: DiagnosticText.place(diagnostic.location),
      problem: DiagnosticText.sentence(diagnostic))
  }
}
