import Model
import TestSupport
import Testing

@Suite struct ByteArenaTests {
  /// An array of bytes as the second implementation.
  ///
  /// Seed 64.
  @Test func growsWithoutLosingAByte() {
    var random = SeededGenerator(seed: 64)
    let arena = ByteArena(capacity: 1)
    var expected: [UInt8] = []
    var stored: [(cell: TextCell, range: Range<Int>)] = []
    for _ in 0..<3_000 {
      let length = Int.random(in: 0...50, using: &random)
      let piece = (0..<length).map { _ in UInt8.random(in: .min ... .max, using: &random) }
      let source = ByteArena()
      for byte in piece { source.append(byte) }
      stored.append((arena.store(source.bytes), expected.count..<expected.count + length))
      expected += piece
    }
    #expect(arena.count == expected.count)
    #expect(bytes(arena.bytes) == expected)
    for (cell, range) in stored {
      #expect(bytes(arena[cell]) == Array(expected[range]))
      #expect(cell.isEmpty == range.isEmpty)
    }
  }

  /// Seed 65; letters and spaces byte by byte as the second implementation.
  @Test func foldsAsByteByByte() {
    var random = SeededGenerator(seed: 65)
    let signs: [UInt8] =
      Array("  AZaz@[`{!019\u{1F}".utf8) + [0x00, 0x21, 0x80, 0xC1, 0xDA, 0xE1, 0xFF]
    for _ in 0..<2_000 {
      let text = (0..<Int.random(in: 0...60, using: &random)).map { _ in
        signs.randomElement(using: &random) ?? 0
      }
      let start = Int.random(in: 0...text.count, using: &random)
      let arena = ByteArena(capacity: 1)
      for byte in text { arena.append(byte) }
      arena.fold(from: start)
      let folded = text[start...].filter { $0 != 0x20 }.map { byte in
        (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
      }
      #expect(bytes(arena.bytes) == text[..<start] + folded)
    }
  }

  /// Seed 66; arrays as the second implementation.
  @Test func comparesAsArraysDo() {
    var random = SeededGenerator(seed: 66)
    for _ in 0..<2_000 {
      let text = (0..<Int.random(in: 0...40, using: &random)).map { _ in
        UInt8.random(in: 0...255, using: &random)
      }
      var other = text
      if !other.isEmpty, Bool.random(using: &random) {
        let place = Int.random(in: 0..<other.count, using: &random)
        other[place] ^= UInt8(1) << UInt8.random(in: 0...7, using: &random)
      }
      let arena = ByteArena()
      let (first, second) = (store(text, in: arena), store(other, in: arena))
      #expect(arena[first].equals(arena[second]) == (text == other))
    }
  }

  private func store(_ bytes: [UInt8], in arena: ByteArena) -> TextCell {
    let start = arena.count
    for byte in bytes { arena.append(byte) }
    return arena.cell(from: start)
  }

  /// Seed 10.
  @Test func writesNumbersAsTheStandardLibraryDoes() {
    var random = SeededGenerator(seed: 10)
    var numbers = [0, 9, 10, 99, 100, -1, -10, .max, .min]
    for _ in 0..<500 { numbers.append(Int.random(in: -1_000_000...1_000_000, using: &random)) }
    for number in numbers {
      let arena = ByteArena()
      arena.append(decimal: number)
      #expect(arena.bytes.string == String(number))
      #expect(number == .min || arena.bytes.signedDecimal == number || arena.count > 18)
    }
    for number in [0, 5, 12, 123, 1_234, 12_345] {
      let arena = ByteArena()
      arena.append(decimal: number, width: 4)
      let digits = String(number)
      #expect(
        arena.bytes.string == String(repeating: "0", count: max(0, 4 - digits.count)) + digits)
    }
  }

  @Test func canBeShortenedAndFilledAgain() {
    let arena = ByteArena()
    arena.append("Kadehof")
    let mark = arena.count
    arena.append(string: " 12 é")
    #expect(arena.cell(from: mark) == TextCell(offset: 7, length: 6))
    arena.truncate(to: mark)
    arena.removeLast(3)
    #expect(arena.bytes.string == "Kade")
    #expect(arena.cell(from: arena.count) == .empty)
    arena.fill(room: 8) { room -> Int in
      room[0] = UInt8(ascii: "!")
      return 1
    }
    #expect(arena.bytes.string == "Kade!")
    arena.removeAll()
    #expect(arena.bytes.isEmpty)
  }

  @Test(arguments: [
    ("", ""), ("plain", "plain"), ("a,b", "\"a,b\""), ("say \"hi\"", "\"say \"\"hi\"\"\""),
    ("two\nlines", "\"two\nlines\""), ("a;b|c", "a;b|c"),
  ])
  func quotesFieldsWhereItMust(text: String, expected: String) {
    let source = ByteArena()
    source.append(string: text)
    let arena = ByteArena()
    arena.append(csvField: source.bytes)
    #expect(arena.bytes.string == expected)
  }

  private func bytes(_ view: ByteView) -> [UInt8] { (0..<view.count).map { view[$0] } }
}
