import Diagnostics
import Foundation
import TestSupport
import Testing

/// Whatever a value is, it comes back from a line, and the line stays one.
@Suite struct LogLineTests {
  /// Signs that break careless writers, among ordinary ones.
  private static let signs: [Unicode.Scalar] =
    Array(
      "abz09 =\"\\'{}[]:,\n\r\t#é€😀\u{0}\u{1B}\u{7F}\u{85}\u{2028}\u{2029}\u{202E}\u{FEFF}\u{E0001}"
        .unicodeScalars)

  private static func text(_ random: inout SeededGenerator) -> String {
    var text = ""
    for _ in 0..<Int.random(in: 0...12, using: &random) {
      if let sign = signs.randomElement(using: &random) { text.unicodeScalars.append(sign) }
    }
    return text
  }

  private static func pairs(_ random: inout SeededGenerator) -> [(name: String, value: String)] {
    (0..<Int.random(in: 0...4, using: &random)).map { ("field_\($0)", text(&random)) }
  }

  @Test(arguments: 0..<400)
  func everyValueComesBackFromJSON(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    let pairs = Self.pairs(&random)
    let line = LogLine.json(pairs)
    expectOneLine(line)
    let read = try #require(
      try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: String])
    #expect(read.count == pairs.count)
    for (name, value) in pairs {
      #expect(read[name].map { Array($0.unicodeScalars) } == Array(value.unicodeScalars))
    }
  }

  @Test(arguments: 0..<400)
  func everyValueComesBackFromLogfmt(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(1_000 + seed))
    let pairs = Self.pairs(&random)
    let line = LogLine.logfmt(pairs)
    expectOneLine(line)
    let read = try Logfmt.pairs(line)
    #expect(read.map(\.0) == pairs.map(\.name))
    for (one, other) in zip(read, pairs) {
      #expect(Array(one.1.unicodeScalars) == Array(other.value.unicodeScalars), "\(line)")
    }
  }

  @Test func plainValuesStayPlain() {
    #expect(
      LogLine.logfmt([("a", "2026-11-09"), ("b", "two words"), ("c", ""), ("d", "1:2/3")])
        == "a=2026-11-09 b=\"two words\" c=\"\" d=1:2/3")
  }

  @Test func noNameIsTwiceOrNeedsEscapes() {
    let names = LogField.allCases.map(\.rawValue)
    #expect(Set(names).count == names.count)
    #expect(names.allSatisfy { $0.utf8.allSatisfy { (0x61...0x7A).contains($0) || $0 == 0x5F } })
  }

  /// No reader sees more than one line, and nothing changes what a terminal shows.
  private func expectOneLine(_ line: String) {
    for scalar in line.unicodeScalars {
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator:
        Issue.record("U+\(String(scalar.value, radix: 16)) in a line")
      default: break
      }
    }
  }
}

/// A reader of logfmt that knows nothing of the writer.
private enum Logfmt {
  struct Broken: Error {}

  static func pairs(_ line: String) throws -> [(String, String)] {
    var rest = Substring(line)
    var pairs: [(String, String)] = []
    while !rest.isEmpty {
      guard let equals = rest.firstIndex(of: "=") else { throw Broken() }
      let name = String(rest[..<equals])
      rest = rest[rest.index(after: equals)...]
      if rest.first == "\"" {
        // A quoted value is a JSON text.
        var end = rest.index(after: rest.startIndex)
        while end < rest.endIndex, rest[end] != "\"" {
          end = rest.index(end, offsetBy: rest[end] == "\\" ? 2 : 1)
        }
        guard end < rest.endIndex else { throw Broken() }
        let value = try JSONSerialization.jsonObject(
          with: Data(rest[...end].utf8), options: [.fragmentsAllowed])
        guard let value = value as? String else { throw Broken() }
        pairs.append((name, value))
        rest = rest[rest.index(after: end)...]
      } else {
        let end = rest.firstIndex(of: " ") ?? rest.endIndex
        pairs.append((name, String(rest[..<end])))
        rest = rest[end...]
      }
      guard rest.isEmpty || rest.first == " " else { throw Broken() }
      rest = rest.dropFirst()
    }
    return pairs
  }
}
