/// The month or ISO week that a delivery is about: `2026-10`, `2026-W41`.
public struct DeliveryPeriod: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The first day.
  public let first: CalendarDate
  /// Whether it is a week; a month otherwise.
  public let isWeek: Bool

  /// Reads `yyyy-MM` or `yyyy-Www`.
  ///
  /// - Returns: `nil` if the text is anything else, or the year has no such month or week.
  public init?(_ text: some StringProtocol) {
    let bytes = Array(text.utf8)
    func number(_ range: Range<Int>) -> Int? {
      bytes[range].allSatisfy { (0x30...0x39).contains($0) }
        ? bytes[range].reduce(0) { $0 * 10 + Int($1 - 0x30) } : nil
    }
    guard bytes.count >= 7, bytes[4] == UInt8(ascii: "-"), let year = number(0..<4) else {
      return nil
    }
    if bytes.count == 7, let month = number(5..<7),
      let first = CalendarDate(year: year, month: month, day: 1)
    {
      self.first = first
      isWeek = false
    } else if bytes.count == 8, bytes[5] == UInt8(ascii: "W"), let week = number(6..<8), week >= 1,
      let monday = DeliveryPeriod.monday(ofYear: year)
    {
      first = monday.adding(days: 7 * (week - 1))
      isWeek = true
      guard DeliveryPeriod.year(ofWeek: first) == year else { return nil }
    } else {
      return nil
    }
  }

  /// The month or week that a day is in.
  public init(holding day: CalendarDate, isWeek: Bool) {
    self.isWeek = isWeek
    first = day.adding(days: 1 - (isWeek ? day.weekday : day.civil.day))
  }

  /// The period so many after this one, or before it when negative.
  public func adding(_ count: Int) -> DeliveryPeriod {
    let day = isWeek ? first.adding(days: 7 * count) : first.adding(months: count)
    return DeliveryPeriod(holding: day, isWeek: isWeek)
  }

  public var description: String {
    guard isWeek else { return String(first.description.prefix(7)) }
    let year = DeliveryPeriod.year(ofWeek: first)
    let weeks = DeliveryPeriod.monday(ofYear: year).map { $0.days(until: first) / 7 + 1 } ?? 1
    let four = String(String(10_000 + year).dropFirst())
    return "\(four)-W\(weeks < 10 ? "0" : "")\(weeks)"
  }

  public static func < (left: DeliveryPeriod, right: DeliveryPeriod) -> Bool {
    left.first < right.first
  }

  /// The Monday of the first week of a year: that with its 4 January.
  private static func monday(ofYear year: Int) -> CalendarDate? {
    CalendarDate(year: year, month: 1, day: 4).map { $0.adding(days: 1 - $0.weekday) }
  }

  /// The year that a week belongs to: that of its Thursday.
  private static func year(ofWeek monday: CalendarDate) -> Int {
    monday.adding(days: 3).civil.year
  }
}
