// The time in the Netherlands, by the rule that clocks go forward on the last Sunday of March and back on the
// last Sunday of October, both at 01:00 UTC. Needs no time-zone files on the machine.

extension CalendarDate {
  /// The last Sunday of a month of 31 days.
  ///
  /// - Parameters:
  ///   - month: Such as 3 or 10.
  ///   - year: 1...9999.
  /// - Returns: `nil` if there is no such day.
  public static func lastSunday(ofMonth month: Int, year: Int) -> CalendarDate? {
    CalendarDate(year: year, month: month, day: 31).map { $0.adding(days: -($0.weekday % 7)) }
  }

  /// The beginning of the day in the Netherlands, such as `2026-11-09T00:00:00+01:00`.
  ///
  /// At midnight the clocks of a day on which they change still stand as the day before.
  ///
  /// - Source: `eu-zomertijd`.
  public var startInAmsterdam: String {
    let year = civil.year
    var isSummer = false
    if let first = CalendarDate.lastSunday(ofMonth: 3, year: year),
      let last = CalendarDate.lastSunday(ofMonth: 10, year: year)
    {
      isSummer = self > first && self <= last
    }
    return "\(self)T00:00:00+0\(isSummer ? 2 : 1):00"
  }
}
