internal import Model

// Dates as spreadsheets write them.
extension DateDecoder {
  /// The names of months in three letters; March has three of them.
  private static let months: [(name: StaticString, number: Int)] = [
    ("jan", 1), ("feb", 2), ("mrt", 3), ("maa", 3), ("mar", 3), ("apr", 4), ("mei", 5), ("may", 5),
    ("jun", 6), ("jul", 7), ("aug", 8), ("sep", 9), ("okt", 10), ("oct", 10), ("nov", 11),
    ("dec", 12),
  ]

  /// What may follow the three letters.
  private static let wholeNames: [StaticString] = [
    "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september",
    "oktober", "november", "december", "sept",
  ]

  /// Reads `31 okt 2026`, `31-okt-26`, `31 oktober 2026`.
  static func monthName(_ text: ByteView) -> WrittenDate? {
    var at = 0
    guard let day = number(text, &at, digits: 1...2), skipMark(text, &at) else { return nil }
    let from = at
    while at < text.count, isLetter(text[at]) { at += 1 }
    guard let month = month(text[from..<at]) else { return nil }
    // An abbreviation may have a point.
    if at < text.count, text[at] == UInt8(ascii: "."), at - from < 5 { at += 1 }
    guard skipMark(text, &at) else { return nil }
    let start = at
    guard let year = number(text, &at, digits: 2...4), at - start != 3, isTime(text, from: at)
    else { return nil }
    return WrittenDate(year: year, month: month, day: day, hasShortYear: at - start == 2)
  }

  /// The number of a month by its name, whole or in three letters.
  static func month(_ name: ByteView) -> Int? {
    guard (3...9).contains(name.count),
      let found = months.first(where: { isSame(name[0..<3], as: $0.name) })
    else { return nil }
    guard name.count > 3 else { return found.number }
    return wholeNames.contains { isSame(name, as: $0) } ? found.number : nil
  }

  /// Reads `46326`, also with a fraction for the time of day.
  static func serial(_ text: ByteView) -> WrittenDate? {
    var at = 0
    guard let days = number(text, &at, digits: 1...7) else { return nil }
    if at < text.count {
      guard text[at] == UInt8(ascii: ",") || text[at] == UInt8(ascii: ".") else { return nil }
      at += 1
      let from = at
      while at < text.count, text[at] &- UInt8(ascii: "0") < 10 { at += 1 }
      guard at > from, at == text.count else { return nil }
    }
    if days == 0 { return WrittenDate(year: 0, month: 0, day: 0) }
    // Spreadsheets count a 29 February 1900 (day 60), which never was; the last day they know is in 9999.
    guard days != 60, days <= 2_958_465 else { return nil }
    let (year, month, day) = CalendarDate(days: Int32(days - (days < 60 ? 25_568 : 25_569))).civil
    return WrittenDate(year: year, month: month, day: day)
  }

  /// Skips one space, hyphen, slash or point.
  private static func skipMark(_ text: ByteView, _ at: inout Int) -> Bool {
    guard at < text.count else { return false }
    switch text[at] {
    case 0x20, UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: "."):
      at += 1
      return true
    default: return false
    }
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    let lower = byte | 0x20
    return lower >= UInt8(ascii: "a") && lower <= UInt8(ascii: "z")
  }

  /// Whether a text is a word of the program but for the case of its letters.
  private static func isSame(_ text: ByteView, as word: StaticString) -> Bool {
    guard text.count == word.utf8CodeUnitCount else { return false }
    for index in 0..<text.count where text[index] | 0x20 != word.utf8Start[index] { return false }
    return true
  }
}
