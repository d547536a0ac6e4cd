import Definitions
import Diagnostics
import Pipeline
import Foundation
import Model
import TestSupport
import Testing

@testable import Feeds

@Suite struct EncodingTests {
  static func check(
    _ bytes: [UInt8], _ expected: TextEncoding, pieces: [Int] = []
  ) -> EncodingCheck.Finding? {
    var check = EncodingCheck(expected)
    var from = 0
    var sizes = pieces[...]
    return bytes.withUnsafeBufferPointer { buffer in
      guard let start = buffer.baseAddress else { return nil }
      while from < bytes.count {
        let size = min(sizes.popFirst() ?? bytes.count, bytes.count - from)
        if let finding = check.look(at: ByteView(start: start + from, count: size)) {
          return finding
        }
        from += size
      }
      return check.end()
    }
  }

  @Test func agreesWithTheStandardLibraryOnUTF8() {
    var random = SeededGenerator(seed: 1252)
    let letters: [[UInt8]] = [
      [0x61], Array("é".utf8), Array("€".utf8), Array("𝄞".utf8), [0x80], [0xC3], [0xC0, 0x80],
      [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xE0, 0x80, 0x80], [0xF5], [0xFF],
      Array("abcdefghijklmnop".utf8), Array("ÿ".utf8),
    ]
    var valid = 0
    for _ in 0..<4000 {
      var bytes: [UInt8] = []
      for _ in 0..<Int.random(in: 1...6, using: &random) {
        let last = Int.random(in: 0...3, using: &random) == 0 ? letters.count - 1 : 3
        bytes += letters[Int.random(in: 0...last, using: &random)]
      }
      let isValid = String(validating: bytes, as: UTF8.self) != nil
      if isValid { valid += 1 }
      let pieces = (0..<bytes.count).map { _ in Int.random(in: 1...4, using: &random) }
      for sizes in [[], pieces] {
        #expect((Self.check(bytes, .utf8, pieces: sizes) == nil) == isValid)
      }
    }
    #expect(valid > 500)
  }

  @Test func tellsOneEncodingFromTheOther() {
    #expect(Self.check([0x4D, 0xFC, 0x6C], .utf8) == .looksLike("windows-1252", line: 1))
    #expect(Self.check([0x4D, 0x0A, 0xFC], .utf8) == .looksLike("windows-1252", line: 2))
    #expect(Self.check(Array("Müller".utf8), .windows1252) == .looksLike("utf-8", line: 1))
    #expect(Self.check([0x4D, 0xFC, 0x6C], .windows1252) == nil)
    #expect(Self.check(Array("plain".utf8), .windows1252) == nil)
    #expect(
      Self.check([0x4D, 0x81, 0x6C], .windows1252)
        == .looksLike("neither that nor utf-8", line: 1))
    #expect(Self.check([0x41, 0x00, 0x41], .utf8) == .nul(line: 1))
    #expect(Self.check(Array("abcdefghijk".utf8) + [0], .windows1252) == .nul(line: 1))
  }

  /// The line is that of the first byte that does not fit, however the text is cut.
  @Test func namesTheFirstLine() {
    var random = SeededGenerator(seed: 17)
    let letters: [[UInt8]] = [[0x61], [0x0A], Array("abcdefghijk".utf8), Array("é".utf8)]
    for _ in 0..<400 {
      var bytes: [UInt8] = []
      for _ in 0..<Int.random(in: 1...40, using: &random) {
        bytes += letters[Int.random(in: 0...3, using: &random)]
      }
      let isPlain = !bytes.contains { $0 >= 0x80 }
      let line = bytes.count { $0 == 0x0A } + 1
      let rest = Array("x\ny\n".utf8)
      for _ in 0..<3 {
        let pieces = (0..<bytes.count).map { _ in Int.random(in: 1...9, using: &random) }
        #expect(Self.check(bytes + [0x00] + rest, .utf8, pieces: pieces) == .nul(line: line))
        #expect(
          Self.check(bytes + [0xE9, 0x41] + rest, .utf8, pieces: pieces)
            == .looksLike("windows-1252", line: line))
        guard isPlain else { continue }
        #expect(
          Self.check(bytes + Array("é".utf8) + rest, .windows1252, pieces: pieces)
            == .looksLike("utf-8", line: line))
        #expect(
          Self.check(bytes + [0xFF, 0x81] + rest, .windows1252, pieces: pieces)
            == .looksLike("neither that nor utf-8", line: line))
      }
    }
  }

  /// The first that fits: a byte-order mark, UTF-8, Windows-1252.
  @Test func findsOutTheEncodingOfADelivery() throws {
    let feed = InventedFeed.definition { $0.file.encoding = .detect }
    func text(_ name: [UInt8]) -> [UInt8] {
      Array("\(InventedFeed.header)\nA-1;".utf8) + name
        + Array(";;12,00;;02-11-2026;huur;;\n".utf8)
    }
    for (name, expected) in [
      (Array("Müller".utf8), TextEncoding.utf8),
      ([0x4D, 0xFC, 0x6C, 0x6C, 0x65, 0x72], .windows1252),
      (Array("Muller".utf8), .utf8),
    ] as [([UInt8], TextEncoding)] {
      let delivery = try InventedFeed.read(text(name), feed)
      #expect(delivery.feed.file.encoding == expected)
      let read = delivery.signals.arena[delivery.signals.name[0]].string
      #expect(read == "Müller" || read == "Muller")
    }
    let marked = try InventedFeed.read([0xEF, 0xBB, 0xBF] + text(Array("Müller".utf8)), feed)
    #expect(marked.feed.file.encoding == .utf8)
    let marredByMark = InventedFeed.refusal([0xEF, 0xBB, 0xBF] + text([0xFC]), feed)
    #expect(marredByMark.map(\.code.id) == ["FEED-016"])
    let neither = InventedFeed.refusal(text([0x81]), feed)
    #expect(neither.map(\.code.id) == ["FEED-016"])
    #expect(neither.map(\.location.line) == [2])
    #expect(
      neither.map(\.sentence) == [
        "the delivery is not utf-8 or windows-1252; it looks like neither of them"
      ])
    #expect(InventedFeed.refusal(text([0x00]), feed).map(\.code.id) == ["FEED-017"])
  }

  @Test func convertsEveryByteAsFoundationDoes() {
    for byte in UInt8(1)...255 where Windows1252.has(byte) {
      let arena = ByteArena()
      withUnsafePointer(to: byte) {
        Windows1252.convert(ByteView(start: $0, count: 1), into: arena)
      }
      #expect(arena.bytes.string == String(data: Data([byte]), encoding: .windowsCP1252))
    }
    #expect((0...255).count { !Windows1252.has(UInt8($0)) } == 5)
  }
}
