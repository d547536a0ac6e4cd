public import Model

#if canImport(Glibc)
  internal import Glibc
#endif

/// The wall clock, asked once by the command line when no reference date was given.
public enum Today {
  /// The day in the Netherlands.
  ///
  /// By the rule that clocks go forward on the last Sunday of March and
  /// back on the last Sunday of October, at 01:00 UTC. Needs no time-zone files on the machine.
  ///
  /// - Returns: The calendar date in Amsterdam.
  public static func inAmsterdam() -> CalendarDate {
    inAmsterdam(secondsSinceEpoch: secondsSinceEpoch())
  }

  /// The time by the wall clock, for the doctor, who looks whether it can be right.
  ///
  /// - Returns: Seconds since 1970-01-01 00:00 UTC.
  static func secondsSinceEpoch() -> Int {
    var now = timespec()
    clock_gettime(CLOCK_REALTIME, &now)
    return Int(now.tv_sec)
  }

  /// The day in the Netherlands at an instant.
  ///
  /// - Parameter secondsSinceEpoch: Seconds since 1970-01-01 00:00 UTC.
  /// - Returns: The calendar date in Amsterdam.
  public static func inAmsterdam(secondsSinceEpoch: Int) -> CalendarDate {
    let day = 86_400
    let utc = CalendarDate(days: Int32(secondsSinceEpoch / day))
    let (year, _, _) = utc.civil
    guard let spring = CalendarDate.lastSunday(ofMonth: 3, year: year),
      let autumn = CalendarDate.lastSunday(ofMonth: 10, year: year)
    else { return utc }
    let starts = Int(spring.days) * day + 3600
    let ends = Int(autumn.days) * day + 3600
    let summer = secondsSinceEpoch >= starts && secondsSinceEpoch < ends
    return CalendarDate(days: Int32((secondsSinceEpoch + (summer ? 7200 : 3600)) / day))
  }
}
