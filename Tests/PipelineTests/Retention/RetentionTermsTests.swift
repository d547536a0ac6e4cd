import Definitions
import Model
import Pipeline
import Testing

/// When a term is over, to the day.
@Suite struct RetentionTermsTests {
  private static func keeps(
    _ months: Int, _ start: String, on date: String, isPickedUp: Bool = false
  ) throws -> Bool {
    let terms = RetentionTerms(
      Retention(
        notPickedUpMonths: isPickedUp ? 1 : months, pickedUpMonths: isPickedUp ? months : 1,
        afterClosingMonths: 99),
      on: try #require(CalendarDate(iso: date)))
    return terms.keeps(
      from: try #require(CalendarDate(iso: start)), isPickedUp: isPickedUp)
  }

  @Test(arguments: [
    // The day of the month itself still counts; the day after does not.
    (6, "2025-01-15", "2025-07-15", true), (6, "2025-01-15", "2025-07-16", false),
    // A term that would end on a day that is not there ends with the month.
    (6, "2025-08-31", "2026-02-28", true), (6, "2025-08-31", "2026-03-01", false),
    (1, "2025-01-31", "2025-02-28", true), (1, "2025-01-31", "2025-03-01", false),
    (1, "2025-02-28", "2025-03-28", true), (1, "2025-02-28", "2025-03-31", true),
    (1, "2025-02-27", "2025-03-31", false),
    // Leap days.
    (12, "2024-02-29", "2025-02-28", true), (12, "2024-02-29", "2025-03-01", false),
    (12, "2023-02-28", "2024-02-29", true), (12, "2023-02-28", "2024-03-01", false),
    (6, "2023-08-31", "2024-02-29", true), (6, "2023-08-30", "2024-02-29", true),
    (6, "2023-08-28", "2024-02-29", false),
    // Years turn.
    (18, "2024-07-01", "2026-01-01", true), (18, "2024-07-01", "2026-01-02", false),
  ])
  func aTermEndsWithItsLastDay(
    _ months: Int, _ start: String, _ date: String, _ isKept: Bool
  ) throws {
    #expect(try Self.keeps(months, start, on: date) == isKept)
    #expect(try Self.keeps(months, start, on: date, isPickedUp: true) == isKept)
  }

  @Test func whatSomebodyActedOnHasItsOwnTerm() throws {
    let terms = RetentionTerms(
      Retention(notPickedUpMonths: 6, pickedUpMonths: 12, afterClosingMonths: 18),
      on: try #require(CalendarDate(iso: "2026-11-30")))
    let day = try #require(CalendarDate(iso: "2026-03-01"))
    #expect(!terms.keeps(from: day, isPickedUp: false))
    #expect(terms.keeps(from: day, isPickedUp: true))
    #expect(terms.keepsCase(closedOn: try #require(CalendarDate(iso: "2025-05-30"))))
    #expect(!terms.keepsCase(closedOn: try #require(CalendarDate(iso: "2025-05-29"))))
    #expect(terms.records == CalendarDate(iso: "2024-10-30"))
  }

  @Test func aDeliveryOfTomorrowCannotKeepItself() throws {
    let today = try #require(CalendarDate(iso: "2026-11-30"))
    var limits = IntakeLimits(referenceDate: today)
    limits.acceptedOn = ["a": today.adding(days: -400)]
    #expect(limits.start(of: today.adding(days: 900), inDelivery: "a") == today.adding(days: -400))
    #expect(limits.start(of: today.adding(days: 900), inDelivery: "b") == today)
    #expect(limits.start(of: today.adding(days: -900), inDelivery: "b") == today.adding(days: -900))
  }
}
