import ArgumentParser
import Definitions
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
    case tableSchema = "table-schema"

    /// The parts that are pages of the reference.
    static let pages: [Part] = [.stages, .files, .diagnostics, .exits]
  }

  @Argument(
    help: """
      One part: stages, files, diagnostics or exits, all of them otherwise; or table-schema, for the \
      Frictionless Table Schema of a feed, as JSON.
      """)
  var part: Part?

  @Argument(
    help: "For table-schema: the feed's definition.", completion: .file(extensions: ["yml"]))
  var feed: String?

  @Flag(help: "Print the reference as JSON.")
  var json = false

  func validate() throws {
    guard (part == .tableSchema) == (feed != nil) else {
      throw ValidationError("Name a feed's definition for table-schema, and for nothing else.")
    }
  }

  func run() async throws {
    try await Console.reporting {
      if let feed {
        try Console.say(json: TableSchema(FeedLoader().load(path: feed)))
        return .complete
      }
      let parts = part.map { [$0] } ?? Part.pages
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
