import Model
import Testing

@Suite struct DeliveryPeriodTests {
  @Test(arguments: [
    ("2026-10", "2026-10-01", "2026-11"), ("2026-12", "2026-12-01", "2027-01"),
    ("2024-02", "2024-02-01", "2024-03"), ("2026-W01", "2025-12-29", "2026-W02"),
    ("2026-W53", "2026-12-28", "2027-W01"), ("2027-W01", "2027-01-04", "2027-W02"),
    ("2020-W53", "2020-12-28", "2021-W01"), ("2025-W52", "2025-12-22", "2026-W01"),
  ])
  func aPeriodHasAFirstDayAndANext(text: String, first: String, next: String) throws {
    let period = try #require(DeliveryPeriod(text))
    #expect(period.description == text)
    #expect(period.first.description == first)
    #expect(period.adding(1).description == next)
    #expect(period.adding(1).adding(-1) == period)
  }

  @Test(arguments: [
    "2026-13", "2026-00", "2025-W53", "2026-W54", "2026-W00", "2026-10-01", "202610", "2026-w10",
    "2026-1", "", "٢٠٢٦-10",
  ])
  func whatIsNoPeriodIsNone(text: String) {
    #expect(DeliveryPeriod(text) == nil)
  }

  @Test func everyDayIsInThePeriodThatHoldsIt() throws {
    let start = try #require(CalendarDate(iso: "2019-12-20"))
    for offset in 0..<3000 {
      let day = start.adding(days: offset)
      for isWeek in [false, true] {
        let period = DeliveryPeriod(holding: day, isWeek: isWeek)
        #expect(period.first <= day)
        #expect(day < period.adding(1).first)
        #expect(DeliveryPeriod(period.description) == period)
      }
    }
  }
}
