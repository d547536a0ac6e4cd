import Foundation
import Model
import Tabular
import TestSupport
import Testing

/// Runs the shipped pipeline on the shipped deliveries, or on copies that a test changed.
enum NightFixture {
  static let pipeline = "pipelines/nightly.yml"
  static let referenceDate = "2026-11-09"
  static let municipalities = ["0556", "0606", "0622"]

  /// Runs the night into a folder.
  static func run(
    inbox: String = "fixtures/deliveries", into folder: TemporaryFolder, extra: [String] = []
  ) throws -> Program.Outcome {
    try Program.run(
      [
        "run", pipeline, "--inbox", inbox, "--output", folder.path("output"), "--state",
        folder.path("state"), "--reference-date", referenceDate,
      ] + extra)
  }

  /// The published run below a folder.
  static func current(_ folder: TemporaryFolder) -> URL {
    folder.url.appendingPathComponent("output/current").resolvingSymlinksInPath()
  }

  /// Copies the shipped deliveries into a folder and returns it.
  static func inbox(in folder: TemporaryFolder) throws -> URL {
    let inbox = folder.url.appendingPathComponent("inbox")
    try FileManager.default.copyItem(at: Repository.url("fixtures/deliveries"), to: inbox)
    return inbox
  }

  /// The name of the newest delivery of a feed.
  static func delivery(of feed: String) throws -> String {
    let names = try FileManager.default.contentsOfDirectory(
      atPath: Repository.url("fixtures/deliveries").path)
    return try #require(names.filter { $0.hasPrefix(feed + "_") }.max())
  }

  /// Every file of a run by its path, without the manifest.
  static func files(of run: URL) throws -> [String: Data] {
    var files: [String: Data] = [:]
    let paths = try FileManager.default.subpathsOfDirectory(atPath: run.path)
    for path in paths where path != "manifest.json" {
      var isFolder: ObjCBool = false
      let url = run.appendingPathComponent(path)
      _ = FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder)
      if !isFolder.boolValue { files[path] = try Data(contentsOf: url) }
    }
    return files
  }

  /// The manifest of a run.
  static func manifest(of run: URL) throws -> [String: Any] {
    let data = try Data(contentsOf: run.appendingPathComponent("manifest.json"))
    return try #require(JSONSerialization.jsonObject(with: data) as? [String: Any])
  }

  /// SHA-256 of each delivery by its name, as the manifest has it.
  static func inputDigests(of run: URL) throws -> [String: String] {
    let inputs = try #require(try manifest(of: run)["inputs"] as? [[String: Any]])
    return Dictionary(
      inputs.compactMap { input in
        guard let name = input["delivery"] as? String, let digest = input["sha256"] as? String
        else { return nil }
        return (name, digest)
      }, uniquingKeysWith: { first, _ in first })
  }

  /// The inflated bytes of a gzip file.
  static func inflate(_ url: URL) throws -> Data {
    let reader = try GzipReader(path: url.path)
    let arena = ByteArena()
    while try reader.read(into: arena, room: 1 << 16) {}
    return Data(UnsafeBufferPointer(start: arena.bytes.start, count: arena.count))
  }

  /// Writes bytes as a gzip file.
  static func deflate(_ bytes: Data, to url: URL) throws {
    let writer = try GzipWriter(path: url.path)
    let arena = ByteArena()
    for byte in bytes { arena.append(byte) }
    try writer.write(arena.bytes)
    try writer.finish()
  }

  /// The rows of a comma-separated file by column name.
  ///
  /// The fixtures hold no quoted line breaks.
  static func table(_ url: URL) throws -> [[String: String]] {
    let data = url.pathExtension == "gz" ? try inflate(url) : try Data(contentsOf: url)
    let parser = CSVReader(delimiter: UInt8(ascii: ","))
    let block = CSVBlock()
    let arena = ByteArena()
    for byte in data { arena.append(byte) }
    try parser.parse(arena.bytes, into: block)
    try parser.finish(into: block)
    func cells(_ row: Int) -> [String] { block[row].map { block.arena[block.cells[$0]].string } }
    let header = cells(0)
    return (1..<block.rowCount).map { row in
      Dictionary(zip(header, cells(row)), uniquingKeysWith: { first, _ in first })
    }
  }
}
