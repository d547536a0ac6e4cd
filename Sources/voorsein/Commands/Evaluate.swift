import ArgumentParser
import Diagnostics
import Pipeline

/// Measures how well a run found who is who.
struct Evaluate: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Hold the persons and households of a run against a truth file.",
    discussion: """
      Prints precision, recall and F1, in all and by match grade, partner types and spelling of names. \
      Counts only; no name, no id. docs/evaluate.md says what each figure means.
      """)

  @Argument(
    help: ArgumentHelp("The run's folder, or one municipality's folder in it.", valueName: "run"),
    completion: .directory)
  var folder: String

  @Option(
    help:
      "CSV, plain or gzip: feed, row, person, household, and delivery where a feed has several.",
    completion: .file(extensions: ["csv", "gz"]))
  var truth: String

  @Flag(help: "Print the figures as JSON, of each municipality in full.")
  var json = false

  func run() async throws {
    try await Console.reporting {
      let evaluation = try RunEvaluator(run: folder).evaluate(truth: truth)
      if json {
        try Console.say(json: evaluation)
      } else {
        for line in EvaluationText(evaluation: evaluation).lines { Console.say(line) }
      }
      return .complete
    }
  }
}
