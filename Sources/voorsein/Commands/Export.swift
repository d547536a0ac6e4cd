import ArgumentParser
import Definitions
import Diagnostics
import Model
import Pipeline
import Reports
import Stages

/// Writes what leaves the house again from the folder of a run.
struct Export: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract:
      "Write what leaves the house again from a run: for Statistics Netherlands or partners.",
    discussion: """
      The files are those of the run itself, byte for byte, as long as the definitions are the same. \
      Nothing is sent. docs/exchange.md and docs/feedback.md say what stands in them.
      """,
    subcommands: [DDAS.self, Feedback.self])

  /// The messages for Statistics Netherlands.
  struct DDAS: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "ddas",
      abstract: "Write the messages for Statistics Netherlands (DDAS Vroegsignalering 1.0).")

    @OptionGroup var options: ExportOptions

    func run() async throws {
      try await options.export { outgoing, municipality, folder in
        guard let exchange = outgoing.exchange else {
          throw Diagnostic(
            .exchangeUndefined, ["municipality": municipality.code.description])
        }
        guard !FileSystem.exists("\(folder)/\(ExchangeJSON.fileName(1))") else {
          throw Diagnostic(.exportIsThere, at: Location(file: folder))
        }
        try FileSystem.makeFolder(folder)
        return try ExchangeJSON.write(exchange, to: folder)
      }
    }
  }

  /// What partners hear of their signals.
  struct Feedback: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "feedback",
      abstract: "Write what partners hear of their signals, a file for each partner.")

    @OptionGroup var options: ExportOptions

    func run() async throws {
      try await options.export { outgoing, _, folder in
        guard !FileSystem.exists("\(folder)/\(FeedbackCSV.folderName)") else {
          throw Diagnostic(.exportIsThere, at: Location(file: folder))
        }
        try FileSystem.makeFolder(folder)
        return try FeedbackCSV.write(outgoing.feedback, to: folder)
      }
    }
  }
}

/// What the subcommands of `export` have in common.
struct ExportOptions: ParsableArguments {
  @Option(name: .customLong("run"), help: "The run's folder, or one municipality's folder in it.")
  var folder: String

  @Option(
    help: "The run's pipeline definition: it says who supplies data and what was agreed.",
    completion: .file(extensions: ["yml"]))
  var pipeline: String

  @Option(help: "Only this municipality, by its code; all of the run otherwise.")
  var municipality: MunicipalityCode?

  @Option(
    help: "The folder to write to, a folder below it for each municipality; made if absent.",
    completion: .directory)
  var output = "export"

  @Option(
    help: "The state folder whose audit log is told of it; the pipeline names one otherwise.",
    completion: .directory)
  var state: String?

  @Flag(help: "Print the paths of the files as JSON.")
  var json = false

  /// Makes what leaves the house of every municipality asked for, and writes it.
  ///
  /// - Parameter write: Writes to a folder and returns the names of the files.
  /// - Throws: `ExitCode` for every documented way to end other than 0.
  func export(
    _ write: (Outgoing, MunicipalityDefinition, String) throws -> [String]
  ) async throws {
    try await Console.reporting {
      let definition = try Assembly.pipeline(pipeline)
      var written: [String] = []
      for files in try RunReader(folder: folder).municipalities(municipality) {
        guard let subject = files.subject, let day = CalendarDate(iso: subject.referenceDate),
          let own = definition.municipalities.first(where: {
            $0.code.description == subject.municipality
          })
        else { throw Diagnostic(.definitionsOfOtherRun) }
        let tables = try files.tables(Outgoing.reads, stage: "export")
        let target = "\(output)/\(own.code)"
        let names = try write(Outgoing(tables, of: own, referenceDate: day), own, target)
        written += names.map { "\(target)/\($0)" }
        try Assembly.note(
          AuditedAct(.export, counts: ["files": names.count]), of: own.code,
          in: state ?? definition.state)
      }
      if json {
        try Console.say(json: written)
      } else {
        for path in written { Console.say(path) }
      }
      return .complete
    }
  }
}
