public import Definitions
public import Model

/// The calendar of legal terms: which days are working days, and when a term ends.
///
/// A working day is Monday to Friday and not a holiday of the Algemene termijnenwet. The day of
/// receipt itself is never counted. Weekends are known for all years, holidays for the years of the
/// reference tables.
///
/// - Source: `atw/1.1`, `atw/3.1`, `atw/3.2`.
public struct WorkingDays: Sendable {
  /// The first day of ``holiday``.
  private let firstDay: Int32
  /// Whether each day from ``firstDay`` is a holiday.
  private let holiday: [Bool]

  /// Creates a calendar.
  ///
  /// - Parameter holidays: Holidays and the days equated with them.
  public init(holidays: Set<CalendarDate>) {
    let days = holidays.map(\.days)
    guard let first = days.min(), let last = days.max() else {
      firstDay = 0
      holiday = []
      return
    }
    var holiday = [Bool](repeating: false, count: Int(last - first) + 1)
    for day in days { holiday[Int(day - first)] = true }
    firstDay = first
    self.holiday = holiday
  }

  /// Whether a day is Monday to Friday and not a holiday.
  public func isWorkingDay(_ day: CalendarDate) -> Bool {
    guard day.weekday <= 5 else { return false }
    let index = Int(day.days) - Int(firstDay)
    return index < 0 || index >= holiday.count || !holiday[index]
  }

  /// The day itself when it is a working day, or else the first one after it.
  ///
  /// - Source: `atw/1.1`.
  public func onOrAfter(_ day: CalendarDate) -> CalendarDate {
    var day = day
    while !isWorkingDay(day) { day = day.adding(days: 1) }
    return day
  }

  /// The last working day before a day.
  public func before(_ day: CalendarDate) -> CalendarDate {
    var day = day.adding(days: -1)
    while !isWorkingDay(day) { day = day.adding(days: -1) }
    return day
  }

  /// The working day that comes so many working days after a day.
  ///
  /// - Parameters:
  ///   - count: How many. None or fewer gives the day itself when it is a working day, or else the
  ///     first one after it.
  ///   - day: The day that is not counted.
  /// - Returns: A working day.
  /// - Complexity: O(*count*).
  public func adding(_ count: Int, to day: CalendarDate) -> CalendarDate {
    guard count > 0 else { return onOrAfter(day) }
    var day = day
    for _ in 0..<count { day = onOrAfter(day.adding(days: 1)) }
    return day
  }

  /// The working day that comes so many working days before a day.
  ///
  /// For terms that are counted backwards from an event, which no weekend or holiday makes longer.
  ///
  /// - Parameters:
  ///   - count: How many, at least one.
  ///   - day: The event, which is not counted.
  /// - Returns: A working day.
  /// - Complexity: O(*count*).
  /// - Source: `atw/1.2`.
  public func subtracting(_ count: Int, from day: CalendarDate) -> CalendarDate {
    var day = day
    for _ in 0..<max(1, count) { day = before(day) }
    return day
  }

  /// The last day of a term that begins with the receipt of a signal.
  ///
  /// A term in weeks ends on the same day of the week; when that is a Saturday, a Sunday or a
  /// holiday, on the next day that is none of these. A term in working days counts working days only.
  /// It is not for terms that are counted backwards from an event (Atw article 1, paragraph 2).
  ///
  /// - Source: `atw/1.1`, `wgs/4.1`, `wgs/4.2`.
  public func end(of term: LegalDeadline, from receipt: CalendarDate) -> CalendarDate {
    switch term {
    case .workingDays(let count): adding(count, to: receipt)
    case .weeks(let count): onOrAfter(receipt.adding(days: 7 * count))
    }
  }
}
