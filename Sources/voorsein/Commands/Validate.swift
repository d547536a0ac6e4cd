import ArgumentParser
import Definitions
import Diagnostics
import Feeds

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

  func run() async throws {
    try await Console.reporting {
      let definition = try FeedLoader().load(path: feed)
      return try ValidationReport(feed: definition, file: file).say(asJSON: json)
    }
  }
}
