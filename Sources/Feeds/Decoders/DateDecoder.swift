internal import Model

/// How the dates of a column are written.
enum DateForm {
  /// `31-10-2026`, `31/10/2026`, `31.10.2026`, `1-9-2026`.
  case dayMonthYear
  /// `2026-10-31`.
  case iso
  /// `20261031`.
  case compact
  /// `31-10-26`, with the signs of ``dayMonthYear``.
  case dayMonthShortYear
  /// `31 okt 2026`, `31-okt-26`, `31 oktober 2026`.
  case monthName
  /// `46326`: days as spreadsheets count them.
  case serial

  /// A date in this form, for messages.
  var example: String {
    switch self {
    case .dayMonthYear: "31-10-2026"
    case .iso: "2026-10-31"
    case .compact: "20261031"
    case .dayMonthShortYear: "31-10-26"
    case .monthName: "31 okt 2026"
    case .serial: "46326"
    }
  }
}

/// A date as written, before anybody asks whether there is such a day.
struct WrittenDate: Equatable {
  var year: Int
  var month: Int
  var day: Int
  /// Whether the year has two digits.
  var hasShortYear = false

  /// Whether month and day seem to have changed places, as Americans write them.
  var seemsSwapped: Bool { month > 12 && month <= 31 && (1...12).contains(day) }

  /// The date with the century of a signal's dates, which is this one.
  var inThisCentury: WrittenDate {
    hasShortYear && !isZero ? WrittenDate(year: 2000 + year, month: month, day: day) : self
  }

  /// The date with the latest century in which it is not after a day.
  func bornBefore(_ latest: CalendarDate) -> WrittenDate {
    guard hasShortYear && !isZero else { return self }
    let (year, month, day) = latest.civil
    let later = inThisCentury
    let isLater = (later.year, later.month, later.day) > (year, month, day)
    return isLater ? WrittenDate(year: 1900 + self.year, month: self.month, day: self.day) : later
  }

  /// Whether all digits are zeros, which registers write for "not known".
  var isZero: Bool { year == 0 && month == 0 && day == 0 }

  /// Whether systems fill it in when they know no date.
  ///
  /// - Source: `domain-date-spelling`.
  var isPlaceholder: Bool {
    year == 9999 || ((year == 1900 || year == 1970) && month == 1 && day == 1)
  }
}

/// Reads dates from bytes, exactly or not at all.
///
/// A time of day behind the date is passed over. Years have four digits, unless the form of the column says
/// otherwise: two would have to be guessed.
///
/// - Source: `domain-date-spelling`.
enum DateDecoder {
  /// Reads the numbers of a date.
  ///
  /// - Parameters:
  ///   - text: UTF-8, without spaces at its ends.
  ///   - form: How the column is written.
  /// - Returns: `nil` if the text is none of the form.
  static func decode(_ text: ByteView, as form: DateForm) -> WrittenDate? {
    switch form {
    case .dayMonthYear: dayMonthYear(text)
    case .iso: iso(text)
    case .compact: compact(text)
    case .dayMonthShortYear: dayMonthYear(text, yearDigits: 2)
    case .monthName: monthName(text)
    case .serial: serial(text)
    }
  }

  /// Whether a text is a date of day, month and a year of two digits.
  static func hasShortYear(_ text: ByteView) -> Bool { dayMonthYear(text, yearDigits: 2) != nil }

  private static func dayMonthYear(_ text: ByteView, yearDigits: Int = 4) -> WrittenDate? {
    var at = 0
    guard let day = number(text, &at, digits: 1...2), at < text.count else { return nil }
    let separator = text[at]
    guard
      separator == UInt8(ascii: "-") || separator == UInt8(ascii: "/")
        || separator == UInt8(ascii: ".")
    else { return nil }
    at += 1
    guard let month = number(text, &at, digits: 1...2), at < text.count, text[at] == separator
    else { return nil }
    at += 1
    guard let year = number(text, &at, digits: yearDigits...yearDigits), isTime(text, from: at)
    else { return nil }
    return WrittenDate(year: year, month: month, day: day, hasShortYear: yearDigits == 2)
  }

  private static func iso(_ text: ByteView) -> WrittenDate? {
    var at = 0
    guard let year = number(text, &at, digits: 4...4), at < text.count,
      text[at] == UInt8(ascii: "-")
    else { return nil }
    at += 1
    guard let month = number(text, &at, digits: 2...2), at < text.count,
      text[at] == UInt8(ascii: "-")
    else { return nil }
    at += 1
    guard let day = number(text, &at, digits: 2...2), isTime(text, from: at) else { return nil }
    return WrittenDate(year: year, month: month, day: day)
  }

  private static func compact(_ text: ByteView) -> WrittenDate? {
    var at = 0
    guard text.count == 8, let all = number(text, &at, digits: 8...8) else { return nil }
    return WrittenDate(year: all / 10_000, month: all / 100 % 100, day: all % 100)
  }

  /// Reads as many digits as there are, if that many are allowed.
  static func number(
    _ text: ByteView, _ at: inout Int, digits allowed: ClosedRange<Int>
  ) -> Int? {
    var value = 0
    var digits = 0
    while at < text.count, digits <= allowed.upperBound {
      let digit = text[at] &- UInt8(ascii: "0")
      guard digit < 10 else { break }
      value = value * 10 + Int(digit)
      digits += 1
      at += 1
    }
    return digits >= allowed.lowerBound && digits <= allowed.upperBound ? value : nil
  }

  /// Whether nothing follows, or a time such as ` 0:00`, `T13:45:00.000+01:00`, `T12:00Z`.
  static func isTime(_ text: ByteView, from: Int) -> Bool {
    if from == text.count { return true }
    guard text[from] == 0x20 || text[from] == UInt8(ascii: "T") else { return false }
    var at = from + 1
    guard number(text, &at, digits: 1...2) != nil, at < text.count,
      text[at] == UInt8(ascii: ":")
    else { return false }
    at += 1
    guard number(text, &at, digits: 2...2) != nil else { return false }
    while at < text.count {
      switch text[at] {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: ":"), UInt8(ascii: "."),
        UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "Z"):
        at += 1
      default: return false
      }
    }
    return true
  }
}
