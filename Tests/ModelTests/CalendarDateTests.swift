import Model
import TestSupport
import Testing

@Suite struct CalendarDateTests {
  /// Counts days one by one from a known Monday; shares nothing with the formula under test.
  @Test func agreesWithADayByDayCountFrom1900To2100() throws {
    var days: Int32 = -25_567
    var weekday = 1
    for year in 1900...2100 {
      let isLeap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0
      let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
      for (index, length) in lengths.enumerated() {
        let month = index + 1
        for day in 1...length {
          let date = try #require(CalendarDate(year: year, month: month, day: day))
          let civil = date.civil
          guard date.days == days, date.weekday == weekday, civil == (year, month, day) else {
            Issue.record("\(year)-\(month)-\(day) reads back as \(civil), day \(date.days)")
            return
          }
          days += 1
          weekday = weekday % 7 + 1
        }
        #expect(CalendarDate(year: year, month: month, day: length + 1) == nil)
      }
    }
  }

  @Test(arguments: [
    (0, 1, 1), (10_000, 1, 1), (2026, 0, 1), (2026, 13, 1), (2026, 1, 0), (2026, 2, 29),
    (2100, 2, 29), (2026, 4, 31),
  ])
  func refusesDaysThatDoNotExist(year: Int, month: Int, day: Int) {
    #expect(CalendarDate(year: year, month: month, day: day) == nil)
  }

  @Test func writesAndReadsIsoAndDutch() throws {
    let date = try #require(CalendarDate(iso: "2026-03-05"))
    #expect(date.description == "2026-03-05")
    #expect(date.dutch == "05-03-2026")
    #expect(date.weekday == 4)
  }

  @Test(arguments: [
    "", "2026-3-5", "2026-02-30", "05-03-2026", "2026/03/05", "2026-03-05 ", "20260305",
    "2o26-03-05",
  ])
  func refusesOtherForms(text: String) {
    #expect(CalendarDate(iso: text) == nil)
  }

  @Test(arguments: [
    ("2026-01-31", 1, "2026-02-28"), ("2028-01-31", 1, "2028-02-29"),
    ("2026-12-31", 2, "2027-02-28"),
    ("2026-03-31", -1, "2026-02-28"), ("2026-01-15", -13, "2024-12-15"),
    ("2026-05-05", 0, "2026-05-05"),
  ])
  func addsMonths(from: String, months: Int, to: String) throws {
    let date = try #require(CalendarDate(iso: from))
    #expect(date.adding(months: months).description == to)
  }

  /// Seed 1900.
  @Test func addingDaysAndCountingThemAreInverse() throws {
    var random = SeededGenerator(seed: 1900)
    for _ in 0..<2_000 {
      let date = CalendarDate(days: Int32.random(in: -20_000...60_000, using: &random))
      let more = Int.random(in: -5_000...5_000, using: &random)
      let later = date.adding(days: more)
      #expect(date.days(until: later) == more)
      #expect((date < later) == (more > 0))
      #expect(CalendarDate(iso: later.description) == later)
    }
  }
}
