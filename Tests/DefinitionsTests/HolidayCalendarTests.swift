import Definitions
import Model
import Testing

@Suite struct HolidayCalendarTests {
  /// The holidays of the law for 2023 to 2028, from a published calendar.
  static let facts = """
    2023-01-01 2023-04-07 2023-04-10 2023-04-27 2023-05-05 2023-05-18 2023-05-29 2023-12-25 2023-12-26
    2024-01-01 2024-03-29 2024-04-01 2024-04-27 2024-05-05 2024-05-09 2024-05-20 2024-12-25 2024-12-26
    2025-01-01 2025-04-18 2025-04-21 2025-04-26 2025-05-05 2025-05-29 2025-06-09 2025-12-25 2025-12-26
    2026-01-01 2026-04-03 2026-04-06 2026-04-27 2026-05-05 2026-05-14 2026-05-25 2026-12-25 2026-12-26
    2027-01-01 2027-03-26 2027-03-29 2027-04-27 2027-05-05 2027-05-06 2027-05-17 2027-12-25 2027-12-26
    2028-01-01 2028-04-14 2028-04-17 2028-04-27 2028-05-05 2028-05-25 2028-06-05 2028-12-25 2028-12-26
    """

  @Test(arguments: facts.split(separator: "\n").map { $0.split(separator: " ").map(String.init) })
  func `A year has its holidays`(days: [String]) throws {
    let year = try #require(Int(days[0].prefix(4)))
    #expect(HolidayCalendar.holidays(in: year).map(\.description) == days)
  }

  @Test func `Easter Monday is a Monday and Good Friday a Friday in every year`() throws {
    for year in HolidayCalendar.years {
      let holidays = HolidayCalendar.holidays(in: year)
      #expect(holidays == holidays.sorted())
      // 1970-01-01 was a Thursday.
      let weekdays = holidays.map { Int($0.days + 3) % 7 }
      let spring = zip(holidays, weekdays).filter { (3...6).contains($0.0.civil.month) }
      #expect(spring.contains { $0.1 == 4 && $0.0.civil.month < 5 }, "Good Friday \(year)")
      #expect(spring.filter { $0.1 == 0 }.count >= 2, "Easter and Whit Monday \(year)")
      #expect(spring.contains { $0.1 == 3 && $0.0.civil.month >= 4 }, "Ascension \(year)")
    }
  }

  @Test(arguments: [
    (2025, "2025-04-26"), (2031, "2031-04-26"), (2036, "2036-04-26"), (2026, "2026-04-27"),
  ])
  func `King's Day is never a Sunday`(year: Int, day: String) {
    #expect(HolidayCalendar.holidays(in: year).map(\.description).contains(day))
  }

  /// Ascension Day and 5 May fell together in 2016, and the set has the day once.
  @Test func `A day that is a holiday twice is there once`() {
    let holidays = HolidayCalendar.holidays(in: 2016).map(\.description)
    #expect(holidays.filter { $0 == "2016-05-05" }.count == 1)
    #expect(holidays.count == 8)
  }
}
