import Model

/// A house number and what follows it, read from the texts that a partner sends.
struct HouseNumber {
  /// 1...99999, or 0 when there is none.
  var number: Int32 = 0
  /// What follows the number: letter and addition in one text, in the reader's scratch arena.
  var rest = TextCell.empty
  var quality: Quality = []
}

extension HouseNumber {
  /// Reads a number with all that follows it, such as `12`, `12-A`, `12 bis`, `t/o 14`, `12-mrt`.
  ///
  /// Between a range and an addition it never guesses: `12-14`, `12/14` and `12A-14` are flagged.
  ///
  /// - Parameters:
  ///   - text: The text from the number on; may be empty.
  ///   - scratch: Receives ``rest``.
  ///   - table: The words of addresses.
  /// - Complexity: O(*n*) in the length of the text.
  /// - Source: `bag-api`, `domain-address-spelling`.
  init(_ text: ByteView, into scratch: ByteArena, _ table: WordTable<AddressWord>) {
    var at = 0
    var before: AddressWord = []
    // Words before the number.
    while at < text.count, !isDigit(text[at]) {
      let from = at
      while at < text.count, !isDigit(text[at]), text[at] != UInt8(ascii: " ") { at += 1 }
      let word = text[from..<at].trimmed
      let meaning = AddressWord.meaning(word, in: table)
      before.formUnion(meaning)
      if word.count >= 3, word[word.count - 1] == UInt8(ascii: "-"),
        AddressWord.meaning(word[0..<word.count - 1], in: table).contains(.month)
      {
        quality.insert([.addressSpreadsheetDate, .addressNumberMissing])
        return
      }
      while at < text.count, text[at] == UInt8(ascii: " ") { at += 1 }
    }
    let from = at
    while at < text.count, isDigit(text[at]) { at += 1 }
    guard at > from, at - from <= 9, let value = text[from..<at].unsignedDecimal,
      (1...99_999).contains(value)
    else {
      quality.insert(.addressNumberMissing)
      return
    }
    let tail = text[at..<text.count].trimmed
    if Self.isDate(tail, table) {
      quality.insert([.addressSpreadsheetDate, .addressNumberMissing])
      return
    }
    number = Int32(value)
    if Self.mayBeRange(tail, from: value, table) { quality.insert(.addressAmbiguous) }
    let start = scratch.count
    if before.contains(.opposite) {
      scratch.append("t/o ")
    } else if before.contains(.beside) {
      scratch.append("by ")
    }
    scratch.append(tail)
    rest = scratch.cell(from: start)
  }

  /// Whether what follows a number makes a date of it: `-mrt`, `-3-2026`.
  private static func isDate(_ tail: ByteView, _ table: WordTable<AddressWord>) -> Bool {
    guard tail.count >= 4, tail[0] == UInt8(ascii: "-") || tail[0] == UInt8(ascii: "/") else {
      return false
    }
    let mark = tail[0]
    var at = 1
    while at < tail.count, tail[at] != mark, tail[at] != UInt8(ascii: " ") { at += 1 }
    let middle = tail[1..<at]
    if AddressWord.meaning(middle, in: table).contains(.month) { return true }
    guard middle.unsignedDecimal != nil, at + 1 < tail.count, tail[at] == mark else { return false }
    return tail[at + 1..<tail.count].unsignedDecimal != nil
  }

  /// Whether an addition is a date that a spreadsheet made of it: `1-feb`, `feb-01`.
  static func isSpreadsheetDate(_ addition: ByteView, _ table: WordTable<AddressWord>) -> Bool {
    guard addition.count >= 4, addition.count <= 8,
      let hyphen = (1..<addition.count - 1).first(where: { addition[$0] == UInt8(ascii: "-") })
    else { return false }
    let (left, right) = (addition[0..<hyphen], addition[hyphen + 1..<addition.count])
    func isMonth(_ text: ByteView) -> Bool {
      AddressWord.meaning(text, in: table).contains(.month)
    }
    return left.unsignedDecimal != nil && isMonth(right)
      || isMonth(left) && right.unsignedDecimal != nil
  }

  /// Whether what follows a number can be the end of a range.
  private static func mayBeRange(
    _ tail: ByteView, from number: Int, _ table: WordTable<AddressWord>
  ) -> Bool {
    guard tail.count > 1 else { return false }
    var at = 0
    while at < tail.count, tail[at] == UInt8(ascii: " ") { at += 1 }
    let isLettered = isLetter(tail[at])
    if isLettered {
      var end = at
      while end < tail.count, tail[end] != UInt8(ascii: " "), !isDigit(tail[end]) { end += 1 }
      let meaning = AddressWord.meaning(tail[at..<end], in: table)
      if end < tail.count, !meaning.isDisjoint(with: [.upTo, .opposite, .beside, .and]) {
        return true
      }
      at += 1
      while at < tail.count, tail[at] == UInt8(ascii: " ") { at += 1 }
      guard at < tail.count else { return false }
    }
    let mark = tail[at]
    switch mark {
    case UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: "+"), UInt8(ascii: "&"): at += 1
    default: return false
    }
    while at < tail.count, tail[at] == UInt8(ascii: " ") { at += 1 }
    let from = at
    while at < tail.count, isDigit(tail[at]) { at += 1 }
    guard let second = tail[from..<at].unsignedDecimal else { return false }
    // 12A-14, 12A-12C; but 12A-2 is the second floor of 12A.
    if isLettered { return second > number || second == number && at < tail.count }
    return mark != UInt8(ascii: "-") || second > number
  }
}

extension ByteArena {
  /// Appends what follows a house number, parted into letter and addition.
  ///
  /// - Parameter rest: The text, which must not be of this arena.
  /// - Returns: One letter in capitals, and the addition without separators at its ends.
  func store(houseRest rest: ByteView) -> (letter: TextCell, addition: TextCell) {
    var low = 0
    var high = rest.count
    while low < high, Self.isSeparator(rest[low]) { low += 1 }
    while high > low, Self.isSeparator(rest[high - 1]) { high -= 1 }
    guard low < high else { return (.empty, .empty) }
    var letter = TextCell.empty
    let first = rest[low]
    let isLetterAlone =
      first < 0x80 && isLetter(first)
      && (low + 1 == high || Self.isSeparator(rest[low + 1]) || isDigit(rest[low + 1]))
    let isPhrase =
      low + 2 < high && rest[low + 1] == UInt8(ascii: "/")
      && (rest[low + 2] | 0x20 == UInt8(ascii: "o") || rest[low + 2] | 0x20 == UInt8(ascii: "m"))
    if isLetterAlone && !isPhrase {
      let from = count
      append(first & 0xDF)
      letter = cell(from: from)
      low += 1
      while low < high, Self.isSeparator(rest[low]) { low += 1 }
    }
    let from = count
    var gap = false
    for index in low..<high {
      if rest[index] <= 0x20 {
        gap = true
        continue
      }
      if gap && count > from { append(UInt8(ascii: " ")) }
      gap = false
      append(rest[index])
    }
    return (letter, cell(from: from))
  }

  private static func isSeparator(_ byte: UInt8) -> Bool {
    switch byte {
    case 0...0x20, UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: "."), UInt8(ascii: ","),
      UInt8(ascii: "+"), UInt8(ascii: ":"), UInt8(ascii: "("), UInt8(ascii: ")"):
      true
    default: false
    }
  }
}
