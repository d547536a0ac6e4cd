import Foundation
import TestSupport
import Testing

/// A small pipeline in a folder of its own: the feed of a case, and one more feed with a good delivery.
struct MalformedNight {
  let folder: TemporaryFolder
  let malformed: MalformedCase

  /// The feed whose delivery is good.
  var companion: String { malformed.feed == "waterdruppel" ? "zorgvast" : "waterdruppel" }
  var companionFile: String { companion + "_2026-10_20261105.csv.gz" }
  var delivery: URL { folder.url.appendingPathComponent("inbox/" + malformed.file) }
  private var feedFile: String { "pipelines/feeds/\(malformed.feed)/feed.yml" }

  init(_ malformed: MalformedCase) throws {
    self.malformed = malformed
    folder = try TemporaryFolder()
    try copy("pipelines", "fixtures/keys", "docs/sources.yml")
    let own = malformed.ownDefinitions
    for path in (try? FileManager.default.subpathsOfDirectory(atPath: own.path)) ?? []
    where path.hasSuffix(".yml") {
      try folder.write(
        Data(contentsOf: own.appendingPathComponent(path)), to: "pipelines/" + path)
    }
    try leaveTwoFeeds()
    try folder.write(malformed.delivery, to: "inbox/" + malformed.file)
    for name in try malformed.besides {
      try folder.write(
        Data(contentsOf: malformed.folder.appendingPathComponent(name)), to: "inbox/" + name)
    }
    let good = MalformedCase.root.appendingPathComponent("companions/\(companion).csv")
    try NightFixture.deflate(
      Data(contentsOf: good), to: folder.url.appendingPathComponent("inbox/" + companionFile))
  }

  private func copy(_ names: String...) throws {
    for name in names {
      let target = folder.url.appendingPathComponent(name)
      try FileManager.default.createDirectory(
        at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
      try FileManager.default.copyItem(at: Repository.url(name), to: target)
    }
  }

  /// Takes the other feeds out of the pipeline, so that none of their deliveries is missing.
  private func leaveTwoFeeds() throws {
    let url = folder.url.appendingPathComponent("pipelines/nightly.yml")
    let feeds = try FileManager.default.contentsOfDirectory(
      atPath: folder.path("pipelines/feeds"))
    let others = feeds.filter { $0 != malformed.feed && $0 != companion }.map { "  - " + $0 }
    let lines = try String(contentsOf: url, encoding: .utf8).components(separatedBy: "\n")
    let left = lines.filter { !others.contains($0) }
    try #require(left.count == lines.count - others.count)
    try left.joined(separator: "\n").write(to: url, atomically: false, encoding: .utf8)
  }

  /// The outcome of `voorsein validate`.
  func validate(_ extra: String...) throws -> Program.Outcome {
    try Program.run(["validate", feedFile, delivery.path] + extra, in: folder.url)
  }

  /// The outcome of `voorsein run`.
  func run() throws -> Program.Outcome {
    try Program.run(
      [
        "run", "pipelines/nightly.yml", "--inbox", folder.path("inbox"), "--output",
        folder.path("output"), "--state", folder.path("state"), "--reference-date",
        NightFixture.referenceDate,
      ], in: folder.url)
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
    if rows.first?.cells.first?.hasSuffix("sep=") == true { rows.removeFirst() }
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
