import ArgumentParser
import Definitions
import Diagnostics

/// Checks definitions without opening a delivery.
struct Check: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Check a pipeline and everything it names; print every problem at once.",
    discussion: "Problems begin with file:line:character. Exit code 78 when there is one.")

  @Argument(help: "The pipeline definition.", completion: .file(extensions: ["yml"]))
  var pipeline: String

  @Flag(help: "Print the result as JSON.")
  var json = false

  private struct Problem: Encodable {
    var code: String
    var file: String?
    var line: Int?
    var character: Int?
    var problem: String
  }

  func run() async throws {
    try await Console.reporting {
      guard json else {
        let definition = try Assembly.pipeline(pipeline)
        if Console.isTerminal {
          Console.say(
            "\(definition.feeds.count) feeds and \(definition.municipalities.count) "
              + "municipalities: no problems")
        }
        return .complete
      }
      var problems: [Diagnostic] = []
      do { _ = try Assembly.pipeline(pipeline) } catch let list as DiagnosticList {
        problems = list.diagnostics
      }
      try Console.say(
        json: problems.map { problem in
          Problem(
            code: problem.code.id, file: problem.location.file, line: problem.location.line,
            character: problem.location.character, problem: DiagnosticText.sentence(problem))
        })
      return problems.isEmpty ? .complete : .definition
    }
  }
}
