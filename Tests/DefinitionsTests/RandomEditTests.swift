import Definitions
import Diagnostics
import Foundation
import TestSupport
import Testing

/// Whatever somebody does to a definition, the loader says where, or loads it.
@Suite struct RandomEditTests {
  static let files = [
    "pipelines/nightly.yml", "pipelines/feeds/zorgvast/feed.yml",
    "pipelines/feeds/havenstad-wonen/feed.yml", "pipelines/municipalities/0622.yml",
    "pipelines/rules/standaard.yml", "pipelines/matching/standaard.yml", "docs/sources.yml",
  ]

  @Test(arguments: files) func `A changed file has a place or loads`(file: String) throws {
    var random = SeededGenerator(seed: 2_026)
    let pipeline = try EditedPipeline()
    let original = try pipeline.text(file)
    var loaded = 0
    for round in 0..<60 {
      let edited = Self.edit(original, &random)
      try pipeline.folder.write(Data(edited), to: file)
      let problems = pipeline.problems()
      if problems.isEmpty { loaded += 1 }
      for problem in problems {
        let said = DiagnosticText.paragraph(problem)
        #expect(problem.location.file != nil, "round \(round): \(said)")
        #expect((problem.location.line ?? 0) >= 1, "round \(round): \(said)")
        #expect((problem.location.character ?? 0) >= 1, "round \(round): \(said)")
        #expect(!said.contains("not given›"), "round \(round): \(said)")
      }
    }
    #expect(loaded < 60)
  }

  /// Deletes, doubles, shortens or shifts a line, or changes single bytes.
  private static func edit(_ text: String, _ random: inout SeededGenerator) -> [UInt8] {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    for _ in 0..<Int.random(in: 1...3, using: &random) {
      let line = lines.indices.randomElement(using: &random) ?? 0
      switch Int.random(in: 0..<6, using: &random) {
      case 0 where lines.count > 1: lines.remove(at: line)
      case 1: lines.insert(lines[line], at: line)
      case 2: lines[line] = String(lines[line].prefix(lines[line].count / 2))
      case 3: lines[line] = "  " + lines[line]
      case 4: lines[line] = lines[line].replacingOccurrences(of: ": ", with: ":")
      default: lines.swapAt(line, lines.indices.randomElement(using: &random) ?? line)
      }
    }
    var bytes = Array(lines.joined(separator: "\n").utf8)
    if Bool.random(using: &random), !bytes.isEmpty {
      let signs = Array("\"'{}[]:,#&*|>-%@ \t\n~0é\u{0}\u{FF}".utf8)
      bytes[Int.random(in: bytes.indices, using: &random)] =
        signs.randomElement(using: &random) ?? 0
    }
    return bytes
  }
}
