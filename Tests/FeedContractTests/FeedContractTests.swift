import Definitions
import Diagnostics
import Feeds
import Foundation
import Model
import Pipeline
import Tabular
import TestSupport
import Testing

/// Holds that every feed definition means what its example says: `example.csv` is read as a delivery
/// and must become `example.expected.jsonl`, row by row.
@Suite struct FeedContractTests {
  static let feeds: [String] = {
    let folder = Repository.url("pipelines/feeds")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.filter { !$0.hasPrefix(".") }.sorted()
  }()

  @Test func thereAreFeeds() { #expect(Self.feeds.count >= 5) }

  @Test(arguments: feeds)
  func exampleBecomesWhatIsExpected(feed: String) throws {
    let folder = Repository.url("pipelines/feeds/\(feed)")
    let definition = try FeedLoader().load(path: folder.appendingPathComponent("feed.yml").path)
    let temporary = try TemporaryFolder()
    let name = definition.delivery.name.text
      .replacingOccurrences(of: "{period}", with: "2026-10")
      .replacingOccurrences(of: "{received}", with: "20261106")
    try Self.compress(
      Data(contentsOf: folder.appendingPathComponent("example.csv")), to: temporary.path(name))
    let delivery = try DeliveryReader().read(
      DeliveryFile(at: temporary.path(name), feed: definition), feed: definition)
    #expect(delivery.rows == delivery.signals.count + delivery.rejected.count)
    #expect(delivery.period == "2026-10")
    try Self.compare(
      try DeliveryLines.render(delivery),
      with: folder.appendingPathComponent("example.expected.jsonl"))
  }

  /// A feed's example must show every meaning of every lookup, and every column of the file.
  @Test(arguments: feeds)
  func exampleShowsEveryKind(feed: String) throws {
    let folder = Repository.url("pipelines/feeds/\(feed)")
    let definition = try FeedLoader().load(path: folder.appendingPathComponent("feed.yml").path)
    let expected = try String(
      contentsOf: folder.appendingPathComponent("example.expected.jsonl"), encoding: .utf8)
    for column in definition.columns {
      guard case .field(.kind, .lookup(let lookup)) = column.use else { continue }
      for meaning in Set((definition.lookups[lookup] ?? [:]).values) {
        #expect(expected.contains("\"kind\":\"\(meaning)\""), "no row is \(meaning)")
      }
    }
    #expect(expected.contains("\"objection\":\"ja\""))
    #expect(expected.contains("\"diagnostic\":\"FEED-102\""))
  }

  static func compress(_ data: Data, to path: String) throws {
    let writer = try GzipWriter(path: path)
    try data.withUnsafeBytes { buffer in
      guard let start = buffer.baseAddress?.assumingMemoryBound(to: UInt8.self) else { return }
      try writer.write(ByteView(start: start, count: buffer.count))
    }
    try writer.finish()
  }

  /// Compares with a golden file; writes it when it is missing (and fails) or when asked to.
  static func compare(_ text: String, with golden: URL) throws {
    let environment = ProcessInfo.processInfo.environment
    let exists = FileManager.default.fileExists(atPath: golden.path)
    if environment["UPDATE_CASES"] == "1" || !exists {
      guard environment["CI"] == nil else {
        Issue.record("golden files are not written under CI: \(golden.lastPathComponent)")
        return
      }
      try Data(text.utf8).write(to: golden)
      if !exists { Issue.record("written for the first time, look at it: \(golden.path)") }
      return
    }
    let expected = try String(contentsOf: golden, encoding: .utf8)
    let found = text.split(separator: "\n", omittingEmptySubsequences: false)
    let wanted = expected.split(separator: "\n", omittingEmptySubsequences: false)
    for (index, line) in wanted.enumerated() {
      #expect(index < found.count && found[index] == line, "line \(index + 1)")
    }
    #expect(found.count == wanted.count)
  }
}
