import Model

// What goes wrong when a partner types over a name, a number or a date.
extension RowComposer {
  /// Two digits turned, or one too many.
  mutating func mistypeNumber() {
    let number = report.address.number
    let (tens, ones) = (number / 10 % 10, number % 10)
    if number >= 10, ones != 0, tens != ones {
      report.address.number = number - tens * 10 - ones + ones * 10 + tens
    } else {
      report.address.number = number + 1
    }
  }

  /// Another second letter.
  mutating func mistypePostcode() {
    var draw = holding.errors
    let letter = AddressBook.letter(draw.below(20))
    report.address.letters.1 = letter == report.address.letters.1 ? UInt8(ascii: "B") : letter
  }

  /// Another day, or day and month turned, or a year ten off.
  func mistyped(
    _ birth: (year: Int, month: Int, day: Int, isAbsent: Bool)
  ) -> (year: Int, month: Int, day: Int, isAbsent: Bool) {
    guard birth.day > 0 else { return birth }
    var draw = holding.errors
    switch draw.below(3) {
    case 0 where birth.day <= 12 && birth.day != birth.month:
      return (birth.year, birth.day, birth.month, false)
    case 1: return (birth.year + (birth.year < 1990 ? 10 : -10), birth.month, birth.day, false)
    default: return (birth.year, birth.month, birth.day < 28 ? birth.day + 1 : 18, false)
    }
  }

  /// Writes a word with a typing error in it: two letters turned, one dropped, doubled or another one.
  ///
  /// - Parameters:
  ///   - word: The word; short ones are left alone.
  ///   - draw: Decides which and where.
  func writeMistyped(_ word: ByteView, _ draw: inout Draw) {
    guard word.count >= 4 else { return output.append(word) }
    let at = 1 + draw.below(word.count - 2)
    guard isPlainLetter(word[at]), isPlainLetter(word[at + 1]) else { return output.append(word) }
    output.append(word[0..<at])
    switch draw.below(4) {
    case 0:
      output.append(word[at + 1])
      output.append(word[at])
      output.append(word[at + 2..<word.count])
    case 1: output.append(word[at + 1..<word.count])
    case 2:
      output.append(word[at])
      output.append(word[at..<word.count])
    default:
      output.append(neighbour(of: word[at]))
      output.append(word[at + 1..<word.count])
    }
  }

  private func isPlainLetter(_ byte: UInt8) -> Bool {
    byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "z")
  }

  /// The letter of the key beside that of a plain letter.
  private func neighbour(of letter: UInt8) -> UInt8 {
    let beside: StaticString = "svxswdfguhjknbiowearycqztx"
    let small = beside.utf8Start[Int((letter | 0x20) - UInt8(ascii: "a"))]
    return letter & 0x20 == 0 ? small & 0xDF : small
  }
}
