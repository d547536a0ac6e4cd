import Model
import TestSupport
import Testing

@Suite struct ByteViewTests {
  /// Takes one blank off an end at a time, on an array.
  ///
  /// Seed 160.
  @Test func trimmedAgreesWithTakingBlanksOffOneByOne() {
    var random = SeededGenerator(seed: 160)
    let alphabet: [UInt8] = [0x20, 0x09, 0x0D, 0x0A, 0xC2, 0xA0, 0x61]
    for _ in 0..<5_000 {
      let text = piece(of: alphabet, &random)
      let arena = ByteArena()
      for byte in text { arena.append(byte) }
      var expected = text[...]
      while let length = leadingBlank(expected) { expected = expected.dropFirst(length) }
      while let length = trailingBlank(expected) { expected = expected.dropLast(length) }
      #expect(bytes(arena.bytes.trimmed) == Array(expected), "\(text)")
    }
  }

  /// Seed 97.
  @Test func comparesAsArraysDo() {
    var random = SeededGenerator(seed: 97)
    for _ in 0..<3_000 {
      let left = piece(of: [1, 2, 200], &random)
      let right = piece(of: [1, 2, 200], &random)
      let first = ByteArena()
      for byte in left { first.append(byte) }
      let second = ByteArena()
      for byte in right { second.append(byte) }
      #expect(first.bytes.equals(second.bytes) == (left == right))
      #expect(first.bytes.precedes(second.bytes) == left.lexicographicallyPrecedes(right))
    }
  }

  @Test(arguments: [
    ("0", 0), ("007", 7), ("999999999999999999", 999_999_999_999_999_999), ("-5", -5), ("-0", 0),
  ])
  func readsWholeNumbers(text: String, expected: Int) {
    let arena = ByteArena()
    let cell = arena.store(text)
    #expect(arena[cell].signedDecimal == expected)
  }

  @Test(arguments: ["", "-", "+5", " 5", "5 ", "1.0", "0x1", "9999999999999999999", "--5"])
  func refusesWhatIsNoWholeNumber(text: String) {
    let arena = ByteArena()
    let cell = arena.store(text)
    #expect(arena[cell].signedDecimal == nil)
  }

  @Test(arguments: [("", 0), ("a", 1), ("a|b", 2), ("|", 2), ("a||b", 3)])
  func splitsAtASeparator(text: String, count: Int) {
    let arena = ByteArena()
    let cell = arena.store(text)
    let parts = arena[cell].split(at: UInt8(ascii: "|"))
    #expect(parts.count == count)
    #expect(parts.map(\.string).joined(separator: "|") == text)
  }

  private func piece(of alphabet: [UInt8], _ random: inout SeededGenerator) -> [UInt8] {
    let length = Int.random(in: 0...8, using: &random)
    return (0..<length).map { _ in alphabet[Int.random(in: 0..<alphabet.count, using: &random)] }
  }

  private func leadingBlank(_ bytes: ArraySlice<UInt8>) -> Int? {
    guard let first = bytes.first else { return nil }
    if [0x20, 0x09, 0x0A, 0x0B, 0x0C, 0x0D].contains(first) { return 1 }
    return bytes.starts(with: [0xC2, 0xA0]) ? 2 : nil
  }

  private func trailingBlank(_ bytes: ArraySlice<UInt8>) -> Int? {
    guard let last = bytes.last else { return nil }
    if [0x20, 0x09, 0x0A, 0x0B, 0x0C, 0x0D].contains(last) { return 1 }
    return Array(bytes.suffix(2)) == [0xC2, 0xA0] ? 2 : nil
  }

  private func bytes(_ view: ByteView) -> [UInt8] { (0..<view.count).map { view[$0] } }
}
