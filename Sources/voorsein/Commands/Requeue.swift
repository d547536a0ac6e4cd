public import ArgumentParser
import Definitions
import Diagnostics
public import Feeds
import Pipeline

/// Delivers the quarantined rows of a run again.
struct Requeue: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Write quarantined rows of a run into an inbox, as a supplement to their delivery.",
    discussion: """
      For after a definition was corrected, or a partner said what a row should be. A supplement keeps \
      the period and the day of receipt, so that the legal terms do not start again, and adds to its \
      delivery: it never replaces it. Rows are written as they were delivered; correct them in the \
      supplement before the next run, and write its .sha256 again. No file in the inbox is written over.
      """)

  @Argument(
    help: ArgumentHelp("The run's folder, such as output/current.", valueName: "run"),
    completion: .directory)
  var folder: String

  @Option(help: "The feed's definition.", completion: .file(extensions: ["yml"]))
  var feed: String

  @Option(help: "The folder to write to; made if absent.", completion: .directory)
  var inbox: String

  @Option(help: "Only rows of this delivery, by its name.")
  var delivery: String?

  @Option(help: "Only these rows of the delivery, such as 3,7-9.")
  var rows: RowSelection?

  @Flag(help: "Print the result as JSON.")
  var json = false

  func validate() throws {
    guard rows == nil || delivery != nil else {
      throw ValidationError("--rows needs --delivery: rows are counted in each delivery.")
    }
  }

  func run() async throws {
    try await Console.reporting {
      let written = try Supplements(run: folder, feed: FeedLoader().load(path: feed))
        .write(of: delivery, rows: rows, to: inbox)
      if json {
        try Console.say(json: written)
      } else {
        for supplement in written {
          Console.say("\(supplement.rows) rows of \(supplement.delivery) in \(supplement.path)")
        }
      }
      return .complete
    }
  }
}

/// Some rows on the command line.
extension RowSelection: ExpressibleByArgument {
  public init?(argument: String) { self.init(argument) }
}
