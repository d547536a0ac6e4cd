import Foundation
import TestSupport
import Testing

/// A small pipeline in a folder of its own: one feed with a delivery under test, and one more feed with a
/// good delivery.
struct SmallNight {
  let folder: TemporaryFolder
  /// The feed under test.
  let feed: String
  /// The name of its delivery in the inbox.
  let file: String

  /// The feed whose delivery is good.
  var companion: String { feed == "waterdruppel" ? "zorgvast" : "waterdruppel" }
  var companionFile: String { companion + "_2026-10_20261105.csv.gz" }
  var delivery: URL { folder.url.appendingPathComponent("inbox/" + file) }
  var feedFile: String { "pipelines/feeds/\(feed)/feed.yml" }

  /// Prepares the folder.
  ///
  /// - Parameters:
  ///   - feed: The feed under test.
  ///   - file: The name of its delivery.
  ///   - definitions: A folder with definitions to put over the shipped ones.
  /// - Throws: An error if the folder cannot be made.
  init(feed: String, file: String, definitions: URL? = nil) throws {
    self.feed = feed
    self.file = file
    folder = try TemporaryFolder()
    try folder.copy("pipelines", "fixtures/keys", "docs/sources.yml")
    if let definitions {
      let paths = try? FileManager.default.subpathsOfDirectory(atPath: definitions.path)
      for path in paths ?? [] where path.hasSuffix(".yml") {
        try folder.write(
          Data(contentsOf: definitions.appendingPathComponent(path)), to: "pipelines/" + path)
      }
    }
    try leaveTwoFeeds()
    try folder.write("", to: "inbox/" + companionFile)
    let good = MalformedCase.root.appendingPathComponent("companions/\(companion).csv")
    try NightFixture.deflate(
      Data(contentsOf: good), to: folder.url.appendingPathComponent("inbox/" + companionFile))
  }

  /// Prepares the folder for a case of `fixtures/malformed`.
  init(_ malformed: MalformedCase) throws {
    try self.init(
      feed: malformed.feed, file: malformed.file, definitions: malformed.ownDefinitions)
    try folder.write(malformed.delivery, to: "inbox/" + malformed.file)
    for name in try malformed.besides {
      try folder.write(
        Data(contentsOf: malformed.folder.appendingPathComponent(name)), to: "inbox/" + name)
    }
  }

  /// Puts a text in place of another in the definition of the feed under test.
  func changeFeed(_ text: String, to other: String) throws {
    let old = try String(contentsOfFile: folder.path(feedFile), encoding: .utf8)
    try #require(old.contains(text))
    try folder.write(old.replacing(text, with: other, maxReplacements: 1), to: feedFile)
  }

  /// Takes the other feeds out of the pipeline, so that none of their deliveries is missing.
  private func leaveTwoFeeds() throws {
    let url = folder.url.appendingPathComponent("pipelines/nightly.yml")
    let feeds = try FileManager.default.contentsOfDirectory(
      atPath: folder.path("pipelines/feeds"))
    let others = feeds.filter { $0 != feed && $0 != companion }.map { "  - " + $0 }
    let lines = try String(contentsOf: url, encoding: .utf8).components(separatedBy: "\n")
    let left = lines.filter { !others.contains($0) }
    try #require(left.contains("  - " + feed) && left.contains("  - " + companion))
    try left.joined(separator: "\n").write(to: url, atomically: false, encoding: .utf8)
  }

  /// The outcome of `voorsein validate`.
  func validate(_ extra: String...) throws -> Program.Outcome {
    try Program.run(["validate", feedFile, delivery.path] + extra, in: folder.url)
  }

  /// The outcome of `voorsein run`, or of another command with the same options.
  func run(
    _ extra: [String] = [], command: String = "run", output: String = "output",
    behind wrapper: [String] = []
  ) throws -> Program.Outcome {
    try Program.run(
      [
        command, "pipelines/nightly.yml", "--inbox", folder.path("inbox"), "--output",
        folder.path(output), "--state", folder.path("state"), "--reference-date",
        NightFixture.referenceDate,
      ] + extra, in: folder.url, behind: wrapper)
  }

  /// The folder that the run wrote: published, or kept apart because a gate refused.
  func written() throws -> URL {
    let runs = folder.url.appendingPathComponent("output/runs")
    let names = try FileManager.default.contentsOfDirectory(atPath: runs.path)
    try #require(names.count == 1, "one run, one folder: \(names)")
    return runs.appendingPathComponent(names[0])
  }

  /// The data rows of the delivery as a simple reader splits them, if it can be inflated at all.
  ///
  /// Inflated by another program, so that the count owes nothing to the code under test.
  func rowsOfDelivery() throws -> [SimpleCSV.Row] {
    let definition = try String(contentsOfFile: folder.path(feedFile), encoding: .utf8)
    let words = try #require(definition.firstMatch(of: /\n {2}delimiter: "(.)"/))
    let delimiter = try #require(words.1.utf8.first)
    var rows = SimpleCSV.rows([UInt8](try text()), delimiter: delimiter).rows
    rows.removeAll { $0.cells.allSatisfy(\.isEmpty) }
    if rows.first?.cells.first?.contains("sep=") == true { rows.removeFirst() }
    return Array(rows.dropFirst())
  }

  /// The delivery's text, as far as `gzip` gives it; the bytes themselves if they are no gzip.
  func text() throws -> Data {
    let output = folder.url.appendingPathComponent("inflated")
    try folder.write("", to: "inflated")
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["gzip", "-dc", "--force", delivery.path]
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return try Data(contentsOf: output)
  }
}
