import Definitions
import Model
import Testing

@testable import Pipeline

/// When deliveries are due, late and missing.
@Suite struct DeliveryCalendarTests {
  struct Case: CustomTestStringConvertible, Sendable {
    var date: String
    var known: [String] = []
    var missing: [String]
    var every = DeliveryRhythm.month
    var dueDay: Int? = 10
    var grace = 0
    var first: String?
    var last: String?

    var testDescription: String { "\(date), known \(known), missing \(missing)" }
  }

  /// Eleven periods and one more, up to the last of a year.
  private static let year = (1...12).map { "2026-\($0 < 10 ? "0" : "")\($0)" }

  static let cases = [
    Case(date: "2026-11-09", known: ["2026-09"], missing: []),
    Case(date: "2026-11-10", known: ["2026-09"], missing: []),
    Case(date: "2026-11-11", known: ["2026-09"], missing: ["2026-10"]),
    Case(date: "2026-11-11", known: ["2026-10"], missing: []),
    Case(date: "2026-11-11", known: ["2026-11"], missing: []),
    // Nothing was ever seen: only the latest is missed.
    Case(date: "2026-11-11", missing: ["2026-10"]),
    Case(date: "2026-11-10", missing: ["2026-09"]),
    // A year turns; February is short.
    Case(date: "2027-01-05", known: ["2026-10"], missing: ["2026-11"]),
    Case(date: "2027-01-11", known: ["2026-11"], missing: ["2026-12"]),
    Case(date: "2027-03-11", known: ["2027-01"], missing: ["2027-02"]),
    Case(date: "2027-02-28", known: ["2027-01"], missing: [], dueDay: 28),
    Case(date: "2027-03-28", known: ["2027-01"], missing: [], dueDay: 28),
    Case(date: "2027-03-29", known: ["2027-01"], missing: ["2027-02"], dueDay: 28),
    // Holes are told as well as what is last.
    Case(
      date: "2026-11-11", known: ["2026-06", "2026-08"], missing: ["2026-07", "2026-09", "2026-10"]),
    // Grace, over the end of a month.
    Case(date: "2026-11-15", known: ["2026-09"], missing: [], grace: 5),
    Case(date: "2026-11-16", known: ["2026-09"], missing: ["2026-10"], grace: 5),
    Case(date: "2026-12-02", known: ["2026-09"], missing: [], dueDay: 28, grace: 7),
    Case(date: "2026-12-06", known: ["2026-09"], missing: ["2026-10"], dueDay: 28, grace: 7),
    // A partner that begins, and one that ends.
    Case(date: "2026-11-11", missing: [], first: "2026-11"),
    Case(date: "2026-12-11", missing: ["2026-11"], first: "2026-11"),
    Case(date: "2026-12-11", known: ["2026-11"], missing: ["2026-10"], first: "2026-10"),
    Case(date: "2027-03-11", known: ["2026-09"], missing: ["2026-10"], last: "2026-10"),
    // At most a dozen, the latest.
    Case(date: "2027-01-11", missing: year, first: "2020-01"),
    // Weeks; 2026 has 53 of them. Wednesday is the third day.
    Case(date: "2027-01-06", known: ["2026-W52"], missing: [], every: .week, dueDay: 3),
    Case(date: "2027-01-07", known: ["2026-W52"], missing: ["2026-W53"], every: .week, dueDay: 3),
    Case(
      date: "2027-01-14", known: ["2026-W52", "2026-W53"], missing: ["2027-W01"], every: .week,
      dueDay: 3),
    // No calendar was agreed.
    Case(date: "2027-03-11", known: ["2026-09"], missing: [], dueDay: nil),
    Case(date: "2027-03-11", missing: [], every: .irregular, dueDay: nil),
  ]

  @Test(arguments: cases) func whatIsDueAndDidNotComeIsMissing(example: Case) throws {
    let delivery = DeliveryDefinition(
      name: NamePattern("a_{period}_{received}.csv.gz", every: example.every),
      dueDay: example.dueDay, graceDays: example.grace,
      firstPeriod: example.first.flatMap { DeliveryPeriod($0) },
      lastPeriod: example.last.flatMap { DeliveryPeriod($0) })
    let known = Set(example.known.compactMap { DeliveryPeriod($0) })
    let missing = DeliveryCalendar(delivery).missing(
      known: known, on: try #require(CalendarDate(iso: example.date)))
    #expect(missing.map(\.description) == example.missing)
  }

  @Test(arguments: [
    ("2026-10", "2026-11-10", 0, false), ("2026-10", "2026-11-11", 0, true),
    ("2026-10", "2026-11-11", 1, false), ("2026-12", "2027-01-11", 0, true),
    ("2026-12", "2026-12-31", 0, false),
  ])
  func aDeliveryIsLateAfterItsDueDayAndGrace(
    period: String, received: String, grace: Int, isLate: Bool
  ) throws {
    let delivery = DeliveryDefinition(
      name: NamePattern("a_{period}_{received}.csv.gz"), dueDay: 10, graceDays: grace)
    let day = try #require(CalendarDate(iso: received))
    let late = DeliveryCalendar(delivery).isLate(
      try #require(DeliveryPeriod(period)), receivedAt: day)
    #expect(late == isLate)
  }
}
