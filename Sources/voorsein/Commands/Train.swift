import ArgumentParser
import Definitions
import Diagnostics
import Model
import Pipeline
import Stages

/// Estimates a model of matching from a finished run.
struct Train: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Estimate a model of matching from a run, as a file for a person to review.",
    discussion: """
      Nobody has to say who is who. The file is used by nothing before a municipality names it with \
      matching: in its own file; docs/matching.md says how to read it.
      """)

  @Argument(
    help: ArgumentHelp("The run's folder, or one municipality's folder in it.", valueName: "run"),
    completion: .directory)
  var folder: String

  @Option(help: "The municipality to learn from; needed where the run has several.")
  var municipality: MunicipalityCode?

  @Option(
    help: "The model to begin with, such as pipelines/matching/standaard.yml.",
    completion: .file(extensions: ["yml"]))
  var model: String

  @Option(help: "The file to write; it must not be there yet.", completion: .file())
  var output: String

  @Flag(help: "Print the table as JSON.")
  var json = false

  func run() async throws {
    try await Console.reporting {
      guard !FileSystem.exists(output) else {
        throw Diagnostic(.modelIsThere, at: Location(file: output))
      }
      let start = try LinkageLoader().load(path: model)
      let run = RunReader(folder: folder)
      let files = try run.municipality(municipality)
      let estimate = try ModelTraining(from: start).estimate(
        from: files.tables(ModelTraining.reads, stage: Match.name))
      let report = TrainingText(
        estimate: estimate, municipality: files.subject?.municipality ?? "",
        referenceDate: files.subject?.referenceDate ?? "")
      try FileSystem.write(report.file, to: output)
      if json {
        try Console.say(json: report.levels)
      } else {
        for line in report.lines { Console.say(line) }
      }
      return .complete
    }
  }
}
