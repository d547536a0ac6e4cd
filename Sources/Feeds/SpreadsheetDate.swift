internal import Model

/// Notices a house number that a spreadsheet made a date of.
///
/// - Source: `domain-address-spelling`.
enum SpreadsheetDate {
  /// Whether a text is one: `12-mrt`, `1-feb`, `mrt-12`, `12-3-2026`, `2026-03-12`.
  ///
  /// - Complexity: O(*n*).
  static func isDate(_ text: ByteView) -> Bool {
    // Four at least, and a range such as 12-14 is none.
    guard text.count >= 5 || (text.count >= 4 && text[0] > UInt8(ascii: "9")) else { return false }
    if DateDecoder.decode(text, as: .dayMonthYear) != nil { return true }
    if DateDecoder.decode(text, as: .iso) != nil { return true }
    var at = 0
    while at < text.count, text[at] != UInt8(ascii: "-") { at += 1 }
    guard at > 0, at + 1 < text.count else { return false }
    let parts = (text[0..<at], text[at + 1..<text.count])
    return (isNumber(parts.0) && DateDecoder.month(parts.1) != nil)
      || (isNumber(parts.1) && DateDecoder.month(parts.0) != nil)
  }

  private static func isNumber(_ text: ByteView) -> Bool {
    guard (1...4).contains(text.count) else { return false }
    for index in 0..<text.count where text[index] &- UInt8(ascii: "0") > 9 { return false }
    return true
  }
}
