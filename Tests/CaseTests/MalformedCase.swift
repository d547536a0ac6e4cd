import Foundation
import TestSupport
import Testing

/// One case of `fixtures/malformed`: a dirty or hostile delivery and what must become of it.
///
/// Its README says what the files hold.
struct MalformedCase: Codable, Sendable, CustomTestStringConvertible {
  /// What is wrong and how it was made, in one sentence.
  var about: String
  /// The feed whose delivery it is.
  var feed: String
  /// The name it gets in the inbox.
  var file: String
  /// What `validate` and `run` make of it; written by `make update-cases`.
  var expected: Expected?

  struct Expected: Codable, Equatable, Sendable {
    var validate: Validation
    var run: Run
  }

  /// What `validate --json` says.
  struct Validation: Codable, Equatable, Sendable {
    var exit: Int32
    var rows: Int
    var readable: Int
    var unreadable: Int
    var findings: [Finding]
  }

  struct Finding: Codable, Equatable, Sendable {
    var code: String
    /// How many rows have it.
    var count: Int
    var row: Int?
    var line: Int?
    var column: String?
    /// The sentence, without a value.
    var says: String
  }

  /// What `run` makes of it beside a good delivery.
  struct Run: Codable, Equatable, Sendable {
    var exit: Int32
    /// `accepted`, `refused`, or `none` when the delivery is none of a feed's.
    var status: String
    /// The code in the manifest.
    var reason: String?
    /// The rows of the ledger by fate.
    var fates: [String: Int]
  }

  static let root = Repository.url("fixtures/malformed")

  /// The name of the folder.
  var name: String { folderName ?? "" }
  private var folderName: String?

  var testDescription: String { name }
  var folder: URL { MalformedCase.root.appendingPathComponent(name) }
  /// Feed definitions of its own, put over the shipped ones.
  var ownDefinitions: URL { folder.appendingPathComponent("pipelines") }

  /// The bytes of the delivery.
  var delivery: Data {
    get throws { try Data(contentsOf: folder.appendingPathComponent("delivery")) }
  }

  /// The files that lie beside the delivery in the inbox.
  var besides: [String] {
    get throws {
      try FileManager.default.contentsOfDirectory(atPath: folder.path)
        .filter { !["case.json", "delivery", "pipelines"].contains($0) }.sorted()
    }
  }

  private enum CodingKeys: String, CodingKey { case about, feed, file, expected }

  /// Every folder that holds a `case.json`, with the error if it cannot be read.
  static let all: [MalformedCase] = {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: root.path)) ?? []
    return names.sorted().compactMap { name in
      let url = root.appendingPathComponent(name).appendingPathComponent("case.json")
      guard let data = try? Data(contentsOf: url) else { return nil }
      var found =
        (try? JSONDecoder().decode(MalformedCase.self, from: data))
        ?? MalformedCase(about: "", feed: "", file: "")
      found.folderName = name
      return found
    }
  }()

  /// Writes what was found as what is expected.
  func write(_ found: Expected) throws {
    var updated = self
    updated.expected = found
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    let text = String(decoding: try encoder.encode(updated), as: UTF8.self) + "\n"
    try Data(text.utf8).write(to: folder.appendingPathComponent("case.json"))
  }
}
