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
    discussion: """
      Does what a run would do with the file alone, and writes nothing. Exit code 0 when every row can \
      be read, 65 when not, 66 when there is no file. docs/validate.md says what --json holds.
      """)

  @Argument(help: "The feed's definition.", completion: .file(extensions: ["yml"]))
  var feed: String

  @Argument(help: "The partner's file.", completion: .file())
  var file: String

  @Option(
    name: [.customLong("language"), .customLong("taal")],
    help: "en, or nl for what the partner should correct.")
  var language = ReportLanguage.en

  @Flag(help: "Also list the columns, and in how many rows each is filled in.")
  var columns = false

  @Flag(help: "Print the result as JSON.")
  var json = false

  func run() async throws {
    try await Console.reporting {
      let definition = try FeedLoader().load(path: feed)
      guard FileSystem.exists(file) else {
        throw Diagnostic(
          .notFound, ["what": "the file \(file)", "hint": "check the path of the partner's file"])
      }
      let name = DeliveryName(feed: definition.id, file: FileSystem.name(of: file))
      let report: ValidationReport
      do {
        let delivery = try DeliveryReader().read(
          DeliveryFile(at: file, feed: definition), feed: definition)
        report = ValidationReport(name, definition, DeliveryValidation(delivery))
      } catch let refusal as DiagnosticList {
        report = ValidationReport(name, definition, refused: refusal.diagnostics)
      }
      if json {
        try Console.say(json: report)
      } else {
        let text = ValidationText(report: report, language: language)
        for line in text.lines { Console.say(line) }
        if columns { for line in text.columnLines { Console.say(line) } }
        for problem in report.refusal { Console.complain(text.paragraph(problem)) }
      }
      return report.isUsable && report.unreadable == 0 ? .complete : .data
    }
  }
}

/// The language of a report.
enum ReportLanguage: String, CaseIterable, ExpressibleByArgument {
  case en, nl
}
