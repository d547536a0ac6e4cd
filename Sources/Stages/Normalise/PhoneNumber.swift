import Model

/// Digits that may be a phone number, as they were written.
struct PhoneDigits {
  private var value: UInt64 = 0
  private(set) var count = 0
  /// Whether a plus sign stands before them.
  let international: Bool

  init(international: Bool) { self.international = international }

  mutating func append(_ digit: UInt8) {
    value = value * 10 + UInt64(digit & 15)
    count += 1
  }

  /// The digits of the number in E.164 form, or `nil` when it cannot be one.
  ///
  /// - Source: `e164`, `domain-phone-spelling`.
  var e164: UInt64? {
    switch (count, international) {
    case (10, false) where value < 1_000_000_000: Self.dutch(value)
    case (9, false): Self.dutch(value)
    case (11, _) where value / 1_000_000_000 == 31: Self.dutch(value % 1_000_000_000)
    case (12, _) where value / 1_000_000_000 == 310: Self.dutch(value % 1_000_000_000)
    case (13, false) where value / 1_000_000_000 == 31: Self.dutch(value % 1_000_000_000)
    case (14, false) where value / 1_000_000_000 == 310: Self.dutch(value % 1_000_000_000)
    case (8...15, true): foreign(digits: count)
    case (11...15, false) where value < Self.power(count - 2): foreign(digits: count - 2)
    default: nil
    }
  }

  /// Nine digits: a mobile number is 6 and 1...8, others begin with anything but 0.
  ///
  /// All digits the same, or one after the other, is what people type where they know none.
  private static func dutch(_ national: UInt64) -> UInt64? {
    guard (100_000_000...999_999_999).contains(national),
      national / 100_000_000 != 6 || (61...68).contains(national / 10_000_000),
      national % 100_000_000 % 11_111_111 != 0, national != 123_456_789
    else { return nil }
    return 31_000_000_000 + national
  }

  private func foreign(digits: Int) -> UInt64? {
    guard digits >= 8, value >= Self.power(digits - 1), value / Self.power(digits - 2) != 31,
      value % 100_000_000 % 11_111_111 != 0
    else { return nil }
    return value
  }

  private static func power(_ exponent: Int) -> UInt64 {
    var result: UInt64 = 1
    for _ in 0..<exponent { result *= 10 }
    return result
  }
}

extension ByteArena {
  /// Stores the usable phone numbers of a text in E.164 form: the first, and the next other one.
  ///
  /// - Parameter text: What the partner sent: `06-12345678`, `+31 (0)6 …`, two numbers in one cell,
  ///   or a number whose first zero a spreadsheet took.
  /// - Returns: Such as `+31612345678`; empty when there is none. A third number is left out.
  /// - Complexity: O(*n*) in the length of the text.
  /// - Source: `e164`, `domain-phone-spelling`.
  func store(phones text: ByteView) -> (first: TextCell, second: TextCell) {
    var at = 0
    var first: UInt64?
    while at < text.count {
      guard isDigit(text[at]) || text[at] == UInt8(ascii: "+") else {
        at += 1
        continue
      }
      guard let found = Self.phone(in: text, at: at) else {
        at += 1
        while at < text.count, isDigit(text[at]) { at += 1 }
        continue
      }
      at = found.end
      guard let known = first else {
        first = found.number
        continue
      }
      if found.number != known {
        return (store(international: known), store(international: found.number))
      }
    }
    return (first.map(store(international:)) ?? .empty, .empty)
  }

  private func store(international number: UInt64) -> TextCell {
    let from = count
    append(UInt8(ascii: "+"))
    append(decimal: Int(number))
    return cell(from: from)
  }

  /// The longest number that begins at a position, over any signs between its groups of digits, and where it
  /// ends.
  private static func phone(in text: ByteView, at from: Int) -> (number: UInt64, end: Int)? {
    var at = from
    var digits = PhoneDigits(international: text[from] == UInt8(ascii: "+"))
    if digits.international { at += 1 }
    var best: (number: UInt64, end: Int)?
    while at < text.count {
      let byte = text[at]
      if isDigit(byte) {
        guard digits.count < 15 else { break }
        digits.append(byte)
        if at + 1 == text.count || !isDigit(text[at + 1]), let number = digits.e164 {
          best = (number, at + 1)
        }
      } else if isLetter(byte) && byte < 0x80 || byte == UInt8(ascii: "+")
        || byte == UInt8(ascii: ";") || byte == UInt8(ascii: ",")
      {
        break
      }
      at += 1
    }
    return best
  }
}
