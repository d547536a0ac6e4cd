public import Model

/// The holidays of the Algemene termijnenwet that follow from the calendar.
///
/// Days that a decree equates with them cannot be computed; they stand in `reference/holidays.csv`.
public enum HolidayCalendar {
  /// The years that the tables cover.
  public static let years = 2020...2040

  /// The holidays of a year, in order.
  ///
  /// Easter Sunday and Whit Sunday are not among them: a Sunday never counts anyway.
  ///
  /// - Parameter year: A year of the Gregorian calendar.
  /// - Returns: New Year's Day, Good Friday, Easter Monday, King's Day, 5 May, Ascension Day, Whit
  ///   Monday and both days of Christmas.
  /// - Source: `atw/3.1`, `atw/3.2`.
  public static func holidays(in year: Int) -> [CalendarDate] {
    var days = [(1, 1), (5, 5), (12, 25), (12, 26)].compactMap { month, day in
      CalendarDate(year: year, month: month, day: day)
    }
    if let easter = easter(in: year) {
      days += [-2, 1, 39, 50].map { CalendarDate(days: easter.days + $0) }
    }
    if let kingsDay = kingsDay(in: year) { days.append(kingsDay) }
    return Set(days).sorted()
  }

  /// 27 April, or the day before when that is a Sunday.
  ///
  /// - Source: `koningsdag`.
  static func kingsDay(in year: Int) -> CalendarDate? {
    guard let day = CalendarDate(year: year, month: 4, day: 27) else { return nil }
    return isSunday(day) ? CalendarDate(days: day.days - 1) : day
  }

  /// Easter Sunday.
  ///
  /// - Source: `easter-algorithm`.
  static func easter(in year: Int) -> CalendarDate? {
    let golden = year % 19
    let century = year / 100
    let yearOfCentury = year % 100
    let correction = (century + 8) / 25
    let epact =
      (19 * golden + century - century / 4 - (century - correction + 1) / 3 + 15) % 30
    let weekday =
      (32 + 2 * (century % 4) + 2 * (yearOfCentury / 4) - epact - yearOfCentury % 4) % 7
    let shift = (golden + 11 * epact + 22 * weekday) / 451
    let day = epact + weekday - 7 * shift + 114
    return CalendarDate(year: year, month: day / 31, day: day % 31 + 1)
  }

  /// 1970-01-01 was a Thursday, so day 3 was a Sunday.
  private static func isSunday(_ date: CalendarDate) -> Bool { (Int(date.days) - 3) % 7 == 0 }
}
