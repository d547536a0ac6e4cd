import ArgumentParser
import Definitions
import Diagnostics
import Model
import Pipeline
import Reports
import State

/// What came of the work on a list.
struct Outcomes: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Take in what workers filled in on a worklist.", subcommands: [Import.self])
}

extension Outcomes {
  /// Takes in a worklist that came back.
  struct Import: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Take in a worklist that came back, as werklijst.xlsx or werklijst.csv.",
      discussion: """
        What is right goes in, and stands on the next list; whatever is wrong is told with sheet, line and \
        column, and never with its value. The same file twice changes nothing. Exit code 0 when all was \
        taken in, 3 when something was not, 65 when the file is no worklist. docs/outcomes.md has the rules.
        """)

    @Argument(
      help: "The worklist, saved by Excel or LibreOffice.",
      completion: .file(extensions: ["xlsx", "csv"]))
    var file: String

    @Option(help: "The pipeline definition.", completion: .file(extensions: ["yml"]))
    var pipeline: String

    @Option(help: "The folder with the state; the pipeline names one otherwise.")
    var state: String?

    @Option(help: "The day on which the list came back, as 2026-10-31; today otherwise.")
    var referenceDate: CalendarDate?

    @Option(help: "How many seconds to wait for a run that holds the state.")
    var waitLock: Int = 10

    @Flag(help: "Say what would be taken in, and keep nothing.")
    var dryRun = false

    @Flag(help: "Print the result as JSON.")
    var json = false

    func run() async throws {
      try await Console.reporting {
        let definition = try Assembly.pipeline(pipeline)
        guard FileSystem.exists(file) else {
          throw Diagnostic(
            .notFound, ["what": "the file \(file)", "hint": "check the path of the worklist"])
        }
        let report = try OutcomeImport(
          definition, memory: StateStore(folder: state ?? definition.state),
          known: WorklistColumns.titles, referenceDate: referenceDate ?? Today.inAmsterdam(),
          isTrial: dryRun, lockSeconds: waitLock
        ).take(in: file)
        if json {
          try Console.say(json: OutcomesText(report, isTrial: dryRun))
        } else {
          for note in report.notes { Console.complain(DiagnosticText.paragraph(note)) }
          Console.say(
            "\(report.read) lines: \(report.taken) taken in, \(report.partly) taken in partly, "
              + "\(report.unchanged) unchanged, \(report.empty) empty, \(report.refused) refused")
          if dryRun { Console.say("nothing was kept: this was a trial") }
        }
        return report.status
      }
    }
  }
}

/// What an import found, for another program.
private struct OutcomesText: Encodable {
  struct Lines: Encodable {
    var read, taken, partly, unchanged, empty, refused: Int
  }

  struct Note: Encodable {
    var code: String
    var place: String
    var line: Int?
    var column: String?
    var sentence: String
  }

  var lines: Lines
  var remarksNotKept: Int
  var ignoredColumns: [String]
  var isTrial: Bool
  var notes: [Note]

  init(_ report: OutcomeReport, isTrial: Bool) {
    lines = Lines(
      read: report.read, taken: report.taken, partly: report.partly, unchanged: report.unchanged,
      empty: report.empty, refused: report.refused)
    remarksNotKept = report.remarks
    ignoredColumns = report.ignoredColumns
    self.isTrial = isTrial
    notes = report.notes.map { note in
      Note(
        code: note.code.id, place: note.location.file ?? "", line: note.location.line,
        column: note.location.column, sentence: DiagnosticText.sentence(note))
    }
  }
}
