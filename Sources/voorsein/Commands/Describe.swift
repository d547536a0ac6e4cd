import ArgumentParser
import Diagnostics
import Pipeline

/// Prints the reference of what the program knows.
struct Describe: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Print the generated reference: stages, files, codes.",
    discussion: "docs/reference holds what this command prints; a test compares the two.")

  /// The parts of the reference.
  enum Part: String, CaseIterable, ExpressibleByArgument {
    case stages, files, diagnostics, exits
  }

  @Argument(help: "One part: stages, files, diagnostics or exits; all of them otherwise.")
  var part: Part?

  @Flag(help: "Print the reference as JSON.")
  var json = false

  func run() async throws {
    try await Console.reporting {
      let parts = part.map { [$0] } ?? Part.allCases
      if json {
        try Console.say(
          json: Dictionary(uniqueKeysWithValues: parts.map { ($0.rawValue, Reference.rows($0)) }))
      } else {
        Console.say(parts.map { Reference.page($0) }.joined(separator: "\n\n"))
      }
      return .complete
    }
  }
}
