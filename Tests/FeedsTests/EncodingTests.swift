import Definitions
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
    #expect(Self.check([0x4D, 0xFC, 0x6C], .utf8) == .looksLike("windows-1252"))
    #expect(Self.check([0x4D, 0xFC], .utf8) == .looksLike("windows-1252"))
    #expect(Self.check(Array("Müller".utf8), .windows1252) == .looksLike("utf-8"))
    #expect(Self.check([0x4D, 0xFC, 0x6C], .windows1252) == nil)
    #expect(Self.check(Array("plain".utf8), .windows1252) == nil)
    #expect(Self.check([0x4D, 0x81, 0x6C], .windows1252) == .looksLike("neither that nor utf-8"))
    #expect(Self.check([0x41, 0x00, 0x41], .utf8) == .nul)
    #expect(Self.check(Array("abcdefghijk".utf8) + [0], .windows1252) == .nul)
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
