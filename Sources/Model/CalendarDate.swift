/// A day without time or zone.
public struct CalendarDate: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// Whole days since 1970-01-01.
  public let days: Int32

  /// Creates a date from whole days since 1970-01-01.
  @inlinable
  public init(days: Int32) { self.days = days }

  /// Creates a date of the Gregorian calendar.
  ///
  /// - Returns: `nil` if there is no such day, such as 30 February, or the year is not 1...9999.
  @inlinable
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= CalendarDate.length(ofMonth: month, year: year)
    else { return nil }
    // Days from civil, after Howard Hinnant's public-domain algorithm.
    let shifted = month <= 2 ? year - 1 : year
    let era = shifted / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    days = Int32(era * 146_097 + dayOfEra - 719_468)
  }

  /// Reads `yyyy-MM-dd`.
  ///
  /// - Returns: `nil` if the bytes are anything else or there is no such day.
  @inlinable
  public init?(iso bytes: ByteView) {
    guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
      let year = bytes[0..<4].unsignedDecimal, let month = bytes[5..<7].unsignedDecimal,
      let day = bytes[8..<10].unsignedDecimal
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// Reads `yyyy-MM-dd`.
  public init?(iso text: String) {
    let arena = ByteArena(capacity: 64)
    let cell = arena.store(text)
    self.init(iso: arena[cell])
  }

  /// The number of days in a month.
  @inlinable
  public static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 4, 6, 9, 11: 30
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    default: 31
    }
  }

  /// Year, month (1...12) and day of the month (1...31).
  @inlinable
  public var civil: (year: Int, month: Int, day: Int) {
    let shifted = Int(days) + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
  }

  /// The day of the week: 1 is Monday, 7 is Sunday.
  @inlinable
  public var weekday: Int { ((Int(days) + 3) % 7 + 7) % 7 + 1 }

  /// The day so many days later, or earlier when negative.
  @inlinable
  public func adding(days more: Int) -> CalendarDate {
    CalendarDate(days: days + Int32(truncatingIfNeeded: more))
  }

  /// The same day so many months later; the last day of the month where that day does not exist.
  public func adding(months: Int) -> CalendarDate {
    let (year, month, day) = civil
    let index = year * 12 + (month - 1) + months
    let newYear = index >= 0 ? index / 12 : (index - 11) / 12
    let newMonth = index - newYear * 12 + 1
    let newDay = Swift.min(day, CalendarDate.length(ofMonth: newMonth, year: newYear))
    return CalendarDate(year: newYear, month: newMonth, day: newDay) ?? self
  }

  /// Whole days from one date to a later one; negative when `other` is earlier.
  @inlinable
  public func days(until other: CalendarDate) -> Int { Int(other.days) - Int(days) }

  @inlinable
  public static func < (left: CalendarDate, right: CalendarDate) -> Bool { left.days < right.days }

  /// `yyyy-MM-dd`.
  public var description: String {
    let arena = ByteArena(capacity: 64)
    arena.append(self)
    return arena.bytes.string
  }

  /// `dd-MM-yyyy`, as a Dutch reader writes it.
  public var dutch: String {
    let (year, month, day) = civil
    let arena = ByteArena(capacity: 64)
    arena.append(decimal: day, width: 2)
    arena.append(UInt8(ascii: "-"))
    arena.append(decimal: month, width: 2)
    arena.append(UInt8(ascii: "-"))
    arena.append(decimal: year, width: 4)
    return arena.bytes.string
  }
}

extension ByteArena {
  /// Appends a date as `yyyy-MM-dd`.
  @inlinable
  public func append(_ date: CalendarDate) {
    let (year, month, day) = date.civil
    append(decimal: year, width: 4)
    append(dashed: month)
    append(dashed: day)
  }

  /// Appends a hyphen and a month or day in two digits.
  @inlinable
  func append(dashed number: Int) {
    reserve(3)
    base[_count] = UInt8(ascii: "-")
    base[_count + 1] = UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: number / 10)
    base[_count + 2] = UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: number % 10)
    _count += 3
  }
}

extension ByteView {
  /// The value of the bytes as decimal digits only, or `nil` when empty, longer than 18 or otherwise.
  @inlinable
  public var unsignedDecimal: Int? {
    guard count > 0, count <= 18 else { return nil }
    var value = 0
    for index in 0..<count {
      let digit = start[index] &- UInt8(ascii: "0")
      guard digit < 10 else { return nil }
      value = value * 10 + Int(digit)
    }
    return value
  }
}
