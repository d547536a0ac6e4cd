import ArgumentParser
import Definitions
import Diagnostics
import Model
import Pipeline

/// Runs one stage on a fixture or on the folder of an earlier run.
struct StageCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stage",
    abstract: "Run one stage on a fixture, or on an earlier run's folder of one municipality.",
    discussion: """
      The stage reads its files from --input and writes its own to --output: the same bytes as in a \
      whole run. For receive, --input is an inbox.
      """)

  @Argument(help: "The stage: receive, normalise, deduplicate, match, prioritise or publish.")
  var name: String

  @Argument(help: "The pipeline definition.", completion: .file(extensions: ["yml"]))
  var pipeline: String

  @Option(help: "The folder to read, such as output/current/0606.")
  var input: String

  @Option(help: "The folder to write.")
  var output: String

  @Option(help: "The day the run is about; the folder says it otherwise.")
  var referenceDate: CalendarDate?

  @Option(help: "Whose folder it is; the folder says it otherwise.")
  var municipality: MunicipalityCode?

  func run() async throws {
    try await Console.reporting {
      let definition = try Assembly.pipeline(pipeline)
      let issues = try await StageRunner(pipeline: definition, parts: Assembly.parts(state: nil))
        .run(
          name, input: input, output: output, referenceDate: referenceDate,
          municipality: municipality)
      for paragraph in issues.paragraphs { Console.complain(paragraph) }
      return issues.status
    }
  }
}
