import Definitions
import Diagnostics
import Foundation
import Model

/// A definition loads, or each of its problems has a place in a file and a sentence without gaps.
///
/// The first line says what the input takes the place of in the shipped pipeline: `# pipeline`,
/// `# municipality`, `# rules`, `# matching` or `# holidays`; anything else is a feed that stands alone.
enum YAMLTarget {
  static func hold(_ input: ByteView) throws(BrokenPromise) {
    let bytes = input.copy
    let first = String(decoding: bytes.prefix { $0 != 0x0A }, as: UTF8.self)
    let place = places[first]
    let file = folder.appendingPathComponent(place ?? "alone/feed.yml")
    let original = place.flatMap { FileManager.default.contents(atPath: folder.path + "/" + $0) }
    try write(Data(bytes), to: file)
    let problems = place == nil ? loadFeed() : loadPipeline()
    if let original { try write(original, to: file) }

    // The end of a file counts as a line of its own.
    let lines = 2 + bytes.count { (0x0A...0x0D).contains($0) || $0 == 0x85 || $0 >= 0xA8 }
    for problem in problems {
      let said = DiagnosticText.paragraph(problem)
      guard let named = problem.location.file, let line = problem.location.line else {
        throw BrokenPromise("no place: \(said)")
      }
      try expect(line >= 1 && (problem.location.character ?? 0) >= 1, "no place: \(said)")
      try expect(line <= lines || named != file.path, "line \(line) of \(lines): \(said)")
      try expect(!said.contains("not given›"), "a fact is not given: \(said)")
    }
  }

  private static let places = [
    "# pipeline": "pipelines/nightly.yml", "# municipality": "pipelines/municipalities/0606.yml",
    "# rules": "pipelines/rules/standaard.yml",
    "# matching": "pipelines/matching/standaard.yml",
    "# holidays": "pipelines/reference/holidays.csv",
  ]

  private static func loadFeed() -> [Diagnostic] {
    do throws(DiagnosticList) {
      _ = try FeedLoader().load(path: folder.path + "/alone/feed.yml")
      return []
    } catch {
      return error.diagnostics
    }
  }

  private static func loadPipeline() -> [Diagnostic] {
    do throws(DiagnosticList) {
      _ = try PipelineLoader(knownStages: stages).load(
        path: folder.path + "/pipelines/nightly.yml")
      return []
    } catch {
      return error.diagnostics
    }
  }

  private static let stages = [
    "receive", "normalise", "deduplicate", "match", "prioritise", "publish",
  ].map { StageKnowledge(name: $0, settings: []) }

  private static func write(_ bytes: Data, to file: URL) throws(BrokenPromise) {
    do { try bytes.write(to: file) } catch { throw BrokenPromise("\(file.path): \(error)") }
  }

  /// A copy of the shipped definitions, made once for each process.
  private static let folder: URL = {
    let files = FileManager.default
    let copy = files.temporaryDirectory.appendingPathComponent("voorsein-fuzz-\(getpid())")
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../..").standardizedFileURL
    do {
      try? files.removeItem(at: copy)
      for folder in ["docs", "alone"] {
        try files.createDirectory(
          at: copy.appendingPathComponent(folder), withIntermediateDirectories: true)
      }
      for name in ["pipelines", "docs/sources.yml"] {
        try files.copyItem(
          at: root.appendingPathComponent(name), to: copy.appendingPathComponent(name))
      }
      // Of thousands of postcodes, which take most of the time, those of the shipped municipalities.
      let areas = copy.appendingPathComponent("pipelines/reference/postcode_areas.csv")
      let kept = try String(contentsOf: areas, encoding: .utf8).split(separator: "\n").filter {
        line in line.hasPrefix("pc4") || ["0556", "0606", "0622"].contains { line.hasSuffix($0) }
      }
      try Data((kept.joined(separator: "\n") + "\n").utf8).write(to: areas)
    } catch {
      fatalError("\(copy.path): \(error)")
    }
    return copy
  }()
}
