import Model

/// Where a line such as `Kadehof 12 A` parts into street and house number.
struct AddressLine {
  /// The street's bytes.
  var street: Range<Int>
  /// The bytes of the number and all that follows it; empty when there is none.
  var number: Range<Int>
  /// It says itself that there is no number: `ong.`.
  var unnumbered = false
}

extension AddressLine {
  /// Reads a line.
  ///
  /// The number is the first word with a digit in front, save a year that another number follows
  /// (`Plein 1945 12`) and an ordinal that is part of a street (`1e Haven 3`).
  ///
  /// - Parameters:
  ///   - line: The text.
  ///   - table: The words of addresses.
  /// - Complexity: O(*n*) in the length of the line.
  /// - Source: `domain-address-spelling`.
  init(_ line: ByteView, _ table: WordTable<AddressWord>) {
    var words = Words(line)
    street = 0..<line.count
    number = line.count..<line.count
    var previousEnd = 0
    var index = 0
    while let word = words.next() {
      let bytes = line[word]
      let meaning = AddressWord.meaning(bytes, in: table)
      if index > 0, meaning.contains(.unnumbered) {
        street = 0..<previousEnd
        unnumbered = true
        return
      }
      let following = words.peek().map { line[$0] }
      let digitFollows = following.map { isDigit($0[0]) } ?? false
      let numberFollows =
        digitFollows
        || following.map { AddressWord.meaning($0, in: table).contains(.unnumbered) } ?? false
      if index > 0, digitFollows, !meaning.isDisjoint(with: [.opposite, .beside, .number]) {
        street = 0..<previousEnd
        number = word.lowerBound..<line.count
        return
      }
      if starts(
        bytes, with: index, followedByNumber: numberFollows, rest: line.count - word.upperBound,
        table
      ) {
        street = 0..<previousEnd
        number = word.lowerBound..<line.count
        return
      }
      previousEnd = word.upperBound
      index += 1
    }
    readGlued(line)
  }

  /// Whether the house number begins with this word.
  private func starts(
    _ word: ByteView, with index: Int, followedByNumber: Bool, rest: Int,
    _ table: WordTable<AddressWord>
  ) -> Bool {
    guard word.count > 0 else { return false }
    guard isDigit(word[0]) else {
      // mrt-12
      guard index > 0, word.count >= 5, word.count <= 7,
        let hyphen = (3...4).first(where: { word[$0] == UInt8(ascii: "-") })
      else { return false }
      return AddressWord.meaning(word[0..<hyphen], in: table).contains(.month)
        && isDigit(word[hyphen + 1])
    }
    var digits = 0
    while digits < word.count, isDigit(word[digits]) { digits += 1 }
    let tail = AddressWord.meaning(word[digits..<word.count], in: table)
    if index == 0 { return rest <= 6 && !tail.contains(.ordinal) }
    if followedByNumber {
      if tail.contains(.ordinal) { return false }
      if digits == 4, isYear(word[0..<4]) {
        if word.count == 4 { return false }
        if word.count == 9, word[4] == UInt8(ascii: "-"), isYear(word[5..<9]) { return false }
      }
    }
    return true
  }

  /// Reads `Kadehof12a` or `Kadestr.12`: a number glued to the street.
  private mutating func readGlued(_ line: ByteView) {
    var at = 3
    while at < line.count {
      if isDigit(line[at]), isLetter(line[at - 1]) || line[at - 1] == UInt8(ascii: "."),
        isLetter(line[at - 2]), isLetter(line[at - 3])
      {
        street = 0..<at
        number = at..<line.count
        return
      }
      at += 1
    }
  }

  private func isYear(_ bytes: ByteView) -> Bool {
    bytes.unsignedDecimal.map { (1500...2099).contains($0) } ?? false
  }
}

@inline(__always)
func isDigit(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "0") < 10 }

/// Whether a byte is an ASCII letter or part of another letter.
@inline(__always)
func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- UInt8(ascii: "a") < 26 || byte >= 0x80 }

/// The words of a text, parted by blanks and commas.
struct Words {
  private let text: ByteView
  private var at = 0

  init(_ text: ByteView) { self.text = text }

  mutating func next() -> Range<Int>? {
    while at < text.count, isGap(at) { at += 1 }
    guard at < text.count else { return nil }
    let from = at
    while at < text.count, !isGap(at) { at += 1 }
    return from..<at
  }

  func peek() -> Range<Int>? {
    var copy = self
    return copy.next()
  }

  private func isGap(_ index: Int) -> Bool {
    let byte = text[index]
    return byte <= 0x20 || byte == UInt8(ascii: ",")
      || byte == 0xC2 && index + 1 < text.count && text[index + 1] == 0xA0
      || byte == 0xA0 && index > 0 && text[index - 1] == 0xC2
  }
}
