import Model
import Testing

@Suite struct DutchTimeTests {
  /// Clocks change during the last Sundays of March and October, so their midnights stand as the day before.
  @Test(arguments: [
    ("2026-01-01", 1), ("2026-03-28", 1), ("2026-03-29", 1), ("2026-03-30", 2),
    ("2026-07-01", 2), ("2026-10-24", 2), ("2026-10-25", 2), ("2026-10-26", 1),
    ("2026-11-09", 1), ("2024-03-31", 1), ("2024-04-01", 2), ("2027-10-31", 2),
    ("2027-11-01", 1),
  ])
  func aDayBeginsInDutchTime(day: String, hours: Int) throws {
    let date = try #require(CalendarDate(iso: day))
    #expect(date.startInAmsterdam == "\(day)T00:00:00+0\(hours):00")
  }

  @Test(arguments: [(2026, 29, 25), (2024, 31, 27), (2027, 28, 31)])
  func theLastSundays(year: Int, march: Int, october: Int) {
    #expect(
      CalendarDate.lastSunday(ofMonth: 3, year: year)
        == CalendarDate(year: year, month: 3, day: march))
    #expect(
      CalendarDate.lastSunday(ofMonth: 10, year: year)
        == CalendarDate(year: year, month: 10, day: october))
    #expect(CalendarDate.lastSunday(ofMonth: 4, year: year) == nil)
  }
}
