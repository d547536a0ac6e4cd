import ArgumentParser
import Diagnostics
import Foundation
import Model
import Pipeline
import State

/// Tells a person what is kept.
struct Subject: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Write everything that is kept about one person, as JSON.",
    discussion: """
      For whoever asks what a municipality keeps about them: signals, cases, attempts, answers, the runs in \
      which they stand, and until when. Nothing of anybody else stands in it. Make sure who asks before you \
      hand it over. docs/retention.md has the groups.
      """)

  @OptionGroup var options: RightsOptions

  @Option(help: "The person's id, as lists and `explain` have it.")
  var person: PersonID

  @Option(
    help: "The file to write, for its owner alone; printed otherwise.",
    completion: .file(extensions: ["json"]))
  var outputFile: String?

  func run() async throws {
    try await Console.reporting {
      let request = try options.request()
      if let outputFile, FileSystem.kind(of: outputFile) != nil {
        throw Diagnostic(.answerIsThere, at: Location(file: outputFile))
      }
      let answer = try SubjectAccess(request, memory: StateStore(folder: request.state))
        .answer(person)
      guard let outputFile else {
        try Console.say(json: answer)
        return .complete
      }
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
      let text = String(decoding: try encoder.encode(answer), as: UTF8.self) + "\n"
      try FileSystem.write(text, to: outputFile)
      return .complete
    }
  }
}
