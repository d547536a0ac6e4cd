import Definitions
import Model
import Testing

@testable import Stages

@Suite("The calendar of legal terms")
struct WorkingDaysTests {
  let calendar = WorkingDays(holidays: TestContext.holidays)

  @Test(
    "Working days",
    arguments: [
      ("2026-11-09", true, "a Monday"),
      ("2026-11-07", false, "a Saturday"),
      ("2026-11-08", false, "a Sunday"),
      ("2026-04-03", false, "Good Friday"),
      ("2026-04-06", false, "Easter Monday"),
      ("2026-04-27", false, "King's Day"),
      ("2025-04-26", false, "King's Day a day early, on a Saturday"),
      ("2025-04-28", true, "the Monday after it"),
      ("2026-05-05", false, "5 May, also outside lustrum years"),
      ("2027-05-05", false, "5 May"),
      ("2026-05-14", false, "Ascension Day"),
      ("2026-05-25", false, "Whit Monday"),
      ("2026-12-25", false, "Christmas"),
      ("2027-01-01", false, "New Year"),
      ("2026-12-31", true, "the last day of the year"),
      ("2028-02-29", true, "a leap day on a Tuesday"),
      ("1999-12-31", true, "a Friday before the tables begin"),
      ("2050-01-01", false, "a Saturday after the tables end"),
    ])
  func workingDay(date: String, expected: Bool, what: String) {
    #expect(calendar.isWorkingDay(day(date)) == expected, "\(what)")
  }

  @Test(
    "Three working days after receipt",
    arguments: [
      ("2026-11-02", "2026-11-05", "Monday"),
      ("2026-11-05", "2026-11-10", "Thursday, over a weekend"),
      ("2026-11-06", "2026-11-11", "Friday"),
      ("2026-11-07", "2026-11-11", "Saturday: the day of receipt is not counted"),
      ("2026-11-08", "2026-11-11", "Sunday"),
      ("2026-04-01", "2026-04-08", "over Good Friday and Easter Monday"),
      ("2026-04-24", "2026-04-30", "over King's Day"),
      ("2026-05-04", "2026-05-08", "over 5 May"),
      ("2026-05-13", "2026-05-19", "over Ascension Day"),
      ("2026-12-24", "2026-12-30", "over Christmas, the second day on a Saturday"),
      ("2026-12-30", "2027-01-05", "over New Year"),
      ("2026-03-27", "2026-04-01", "over the night that summer time begins"),
      ("2026-10-23", "2026-10-28", "over the night that it ends"),
      ("2028-02-28", "2028-03-02", "over a leap day"),
    ])
  func threeWorkingDays(receipt: String, end: String, what: String) {
    #expect(calendar.end(of: .workingDays(3), from: day(receipt)) == day(end), "\(what)")
  }

  @Test(
    "Four weeks after receipt",
    arguments: [
      ("2026-11-04", "2026-12-02", "ends on a Wednesday"),
      ("2026-11-07", "2026-12-07", "would end on a Saturday"),
      ("2026-11-08", "2026-12-07", "would end on a Sunday"),
      ("2026-03-06", "2026-04-07", "would end on Good Friday, then Easter"),
      ("2026-03-30", "2026-04-28", "would end on King's Day"),
      ("2026-04-07", "2026-05-06", "would end on 5 May"),
      ("2026-11-27", "2026-12-28", "would end on Christmas, then a weekend"),
      ("2026-12-04", "2027-01-04", "would end on New Year, then a weekend"),
      ("2028-02-01", "2028-02-29", "ends on a leap day"),
      ("2026-03-01", "2026-03-30", "ends on the Sunday that summer time begins"),
    ])
  func fourWeeks(receipt: String, end: String, what: String) {
    #expect(calendar.end(of: .weeks(4), from: day(receipt)) == day(end), "\(what)")
  }

  @Test("Days equated by decree count when the table names them")
  func equatedDays() {
    let equated = WorkingDays(holidays: TestContext.holidays.union([day("2026-05-15")]))
    #expect(equated.end(of: .workingDays(3), from: day("2026-05-13")) == day("2026-05-20"))
    #expect(equated.end(of: .weeks(4), from: day("2026-04-17")) == day("2026-05-18"))
  }

  @Test(
    "The working day before a day",
    arguments: [("2026-04-07", "2026-04-02"), ("2027-01-04", "2026-12-31")])
  func before(date: String, expected: String) {
    #expect(calendar.before(day(date)) == day(expected))
  }

  @Test("A calendar without holidays knows weekends")
  func noHolidays() {
    let plain = WorkingDays(holidays: [])
    #expect(plain.isWorkingDay(day("2026-12-25")))
    #expect(plain.adding(1, to: day("2026-11-06")) == day("2026-11-09"))
  }

  @Test(
    "Agrees with counting by hand for every day of 2024 to 2030",
    arguments: [0, 1, 2, 3, 5, 10, 20])
  func agreesWithTheSimpleWay(count: Int) {
    // The simple way: the list of all working days, and a place in it.
    let first = day("2023-12-01").days
    let all = (first...day("2031-06-30").days).map { CalendarDate(days: $0) }
    let working = all.filter { date in
      // 1970-01-01 was a Thursday.
      let sinceMonday = (Int(date.days) + 3) % 7
      return sinceMonday < 5 && !TestContext.holidays.contains(date)
    }
    var next = 0
    for receipt in all where (day("2024-01-01")...day("2030-12-31")).contains(receipt) {
      while working[next] <= receipt { next += 1 }
      // working[next] is the first working day after receipt.
      let expected =
        count == 0
        ? (working[next - 1] == receipt ? receipt : working[next]) : working[next + count - 1]
      #expect(calendar.adding(count, to: receipt) == expected)
      let later = receipt.adding(days: 28)
      let end = working.first { $0 >= later && $0 < later.adding(days: 30) }
      if count == 3 { #expect(calendar.end(of: .weeks(4), from: receipt) == end) }
    }
  }
}
