internal import Model

/// How the amounts of a column are written.
enum AmountForm {
  /// `1.234,56`, `€ 12,50`, `12,-`.
  case decimalComma
  /// `1,234.56`, `€ 12.50`.
  case decimalPoint
  /// Whole euro cents.
  case cents

  /// An amount in this form, for messages.
  var example: String {
    switch self {
    case .decimalComma: "1.234,56"
    case .decimalPoint: "1,234.56"
    case .cents: "123456"
    }
  }
}

/// Reads amounts of money from bytes, exactly or not at all.
///
/// A sign may stand before, behind, or as parentheses; a euro sign or `EUR` on either side. `CR` behind
/// it makes it negative, since the customer has it to his credit; `DB` and `D` say that he owes it.
/// Thousands are parted in groups of three or not at all. What else looks like a number, such as `1E3`
/// or three decimals, is no amount: the form of a column is agreed, never guessed.
///
/// - Source: `domain-amount-spelling`.
enum AmountDecoder {
  /// Reads an amount.
  ///
  /// - Parameters:
  ///   - text: UTF-8, without spaces at its ends.
  ///   - form: How the column is written.
  /// - Returns: Euro cents, or `nil` if the text is no amount of the form.
  static func decode(_ text: ByteView, as form: AmountForm) -> Int64? {
    var rest = text
    var signs = 0
    let side = dropSide(&rest)
    if rest.count > 2, rest[0] == UInt8(ascii: "("), rest[rest.count - 1] == UInt8(ascii: ")") {
      rest = rest[1..<rest.count - 1].trimmed
      signs += 1
    }
    if dropMinus(&rest) { signs += 1 }
    dropCurrency(&rest)
    if dropMinus(&rest) { signs += 1 }
    guard signs <= 1, !rest.isEmpty else { return nil }
    let digits: (whole: Int64, length: Int)
    let cents: Int64
    switch form {
    case .cents:
      digits = number(rest, separator: nil)
      guard digits.length > 0 else { return nil }
      rest = rest[digits.length..<rest.count]
      cents = digits.whole
    case .decimalComma, .decimalPoint:
      let comma = form == .decimalComma
      digits = number(rest, separator: UInt8(ascii: comma ? "." : ","))
      guard digits.length > 0 else { return nil }
      rest = rest[digits.length..<rest.count]
      guard let fraction = fraction(&rest, after: UInt8(ascii: comma ? "," : ".")) else {
        return nil
      }
      cents = digits.whole * 100 + fraction
    }
    if rest.count == 1, rest[0] == UInt8(ascii: "-") {
      signs += 1
      rest = rest[1..<1]
    }
    guard rest.isEmpty, signs <= 1 else { return nil }
    guard let side else { return signs == 1 ? -cents : cents }
    // A sign and a side at once say the same twice, or contradict each other.
    guard signs == 0 else { return nil }
    return side == .credit ? -cents : cents
  }

  private enum Side { case credit, debit }

  /// Drops `CR`, `DB` or `D` behind an amount.
  @inline(__always)
  private static func dropSide(_ text: inout ByteView) -> Side? {
    let count = text.count
    guard count > 1, text[count - 1] >= UInt8(ascii: "B") else { return nil }
    let last = text[count - 1] | 0x20
    let before = text[count - 2] | 0x20
    var side: Side?
    var length = 2
    if last == UInt8(ascii: "r") && before == UInt8(ascii: "c") { side = .credit }
    if last == UInt8(ascii: "b") && before == UInt8(ascii: "d") { side = .debit }
    if last == UInt8(ascii: "d") { (side, length) = (.debit, 1) }
    if side != nil { text = text[0..<count - length].trimmed }
    return side
  }

  /// Why a text that is no amount of the form looks so much like one.
  enum Doubt {
    /// `1,23E+03`: a spreadsheet rounded it.
    case scientific
    /// `1.234` where the point parts decimals: thousands, or three decimals?
    case threeDecimals
  }

  /// Looks again at a text that ``decode(_:as:)`` refused.
  static func doubt(_ text: ByteView, as form: AmountForm) -> Doubt? {
    if isScientific(text) { return .scientific }
    var rest = text
    _ = dropMinus(&rest)
    dropCurrency(&rest)
    let sign = UInt8(ascii: form == .decimalComma ? "," : ".")
    guard form != .cents, (5...7).contains(rest.count), rest[rest.count - 4] == sign else {
      return nil
    }
    for index in 0..<rest.count where index != rest.count - 4 {
      guard digit(rest[index]) != nil else { return nil }
    }
    return .threeDecimals
  }

  /// Whether a text is a number with a power of ten: `8,71685E+17`, `1e3`.
  ///
  /// - Complexity: O(*n*).
  static func isScientific(_ text: ByteView) -> Bool {
    var at = 0
    if at < text.count, text[at] == UInt8(ascii: "-") { at += 1 }
    let whole = at
    while at < text.count, digit(text[at]) != nil { at += 1 }
    guard at > whole else { return false }
    if at < text.count, text[at] == UInt8(ascii: ",") || text[at] == UInt8(ascii: ".") {
      at += 1
      while at < text.count, digit(text[at]) != nil { at += 1 }
    }
    guard at < text.count, text[at] | 0x20 == UInt8(ascii: "e") else { return false }
    at += 1
    if at < text.count, text[at] == UInt8(ascii: "+") || text[at] == UInt8(ascii: "-") { at += 1 }
    let power = at
    while at < text.count, digit(text[at]) != nil { at += 1 }
    return at > power && at == text.count
  }

  private static func dropMinus(_ text: inout ByteView) -> Bool {
    guard text.count > 1, text[0] == UInt8(ascii: "-") else { return false }
    text = text[1..<text.count].trimmed
    return true
  }

  /// Drops a euro sign or `EUR` before or behind.
  private static func dropCurrency(_ text: inout ByteView) {
    let count = text.count
    guard count > 3 else { return }
    if isCurrency(text[0..<3]) {
      text = text[3..<count].trimmed
    } else if isCurrency(text[count - 3..<count]) {
      text = text[0..<count - 3].trimmed
    }
  }

  private static func isCurrency(_ text: ByteView) -> Bool {
    if text[0] == 0xE2 { return text[1] == 0x82 && text[2] == 0xAC }
    return text[0] | 0x20 == UInt8(ascii: "e") && text[1] | 0x20 == UInt8(ascii: "u")
      && text[2] | 0x20 == UInt8(ascii: "r")
  }

  /// Reads digits, in groups of three if the first group is followed by a separator.
  ///
  /// - Returns: The value and the bytes it takes; no bytes when there is none or more than 15 digits.
  private static func number(
    _ text: ByteView, separator: UInt8?
  ) -> (whole: Int64, length: Int) {
    var value: Int64 = 0
    var digits = 0
    var at = 0
    while at < text.count, let digit = digit(text[at]) {
      value = value &* 10 &+ digit
      digits += 1
      at += 1
      if digits > 15 { return (0, 0) }
    }
    guard digits > 0, digits <= 3, separator != nil, at < text.count else { return (value, at) }
    var width = separatorWidth(text, at: at, separator)
    let first = width == 1 ? text[at] : text[at + width - 1]
    while width > 0, at + width + 3 <= text.count,
      (width == 1 ? text[at] : text[at + width - 1]) == first,
      let hundreds = digit(text[at + width]), let tens = digit(text[at + width + 1]),
      let ones = digit(text[at + width + 2])
    {
      value = value &* 1000 &+ hundreds * 100 &+ tens * 10 &+ ones
      digits += 3
      at += width + 3
      if digits > 15 { return (0, 0) }
      width = separatorWidth(text, at: at, separator)
    }
    return (value, at)
  }

  /// The bytes of a separator of thousands: the agreed one, a space, or a no-break space, wide or narrow.
  private static func separatorWidth(_ text: ByteView, at: Int, _ separator: UInt8?) -> Int {
    guard at < text.count else { return 0 }
    if text[at] == separator || text[at] == 0x20 { return 1 }
    if text[at] == 0xC2, at + 1 < text.count, text[at + 1] == 0xA0 { return 2 }
    if text[at] == 0xE2, at + 2 < text.count, text[at + 1] == 0x80, text[at + 2] == 0xAF {
      return 3
    }
    return 0
  }

  /// Reads what follows the decimal sign: one or two digits, or `-`, `--`, `=`; nothing is zero.
  private static func fraction(_ rest: inout ByteView, after sign: UInt8) -> Int64? {
    guard rest.count > 0, rest[0] == sign else { return 0 }
    let count = rest.count
    guard count > 1 else { return nil }
    if rest[1] == UInt8(ascii: "-") || rest[1] == UInt8(ascii: "=") {
      let width = count > 2 && rest[2] == rest[1] ? 3 : 2
      rest = rest[width..<count]
      return rest.isEmpty ? 0 : nil
    }
    guard let tens = digit(rest[1]) else { return nil }
    guard count > 2, let ones = digit(rest[2]) else {
      rest = rest[2..<count]
      return tens * 10
    }
    rest = rest[3..<count]
    return tens * 10 + ones
  }

  @inline(__always)
  private static func digit(_ byte: UInt8) -> Int64? {
    let value = byte &- UInt8(ascii: "0")
    return value < 10 ? Int64(value) : nil
  }
}
