import Definitions
import Model
import Testing

@testable import Stages

/// A day of receipt with the days that follow from it, computed by another program.
struct Receipt: CustomTestStringConvertible, Sendable {
  var day: String
  /// Three working days later.
  var c0: String
  /// The first attempt of a threat: the next working day.
  var attempt: String
  /// Four weeks later, or the first working day after it.
  var weeks: String
  /// Five working days later.
  var c1: String
  /// Ten working days later.
  var c2: String
  var what: String

  var testDescription: String { "\(day): \(what)" }

  init(
    _ day: String, c0: String, attempt: String, weeks: String, c1: String, c2: String,
    _ what: String
  ) {
    (self.day, self.c0, self.attempt, self.weeks) = (day, c0, attempt, weeks)
    (self.c1, self.c2, self.what) = (c1, c2, what)
  }
}

@Suite("Deadlines of households over holidays, weekends, summer time and leap days")
struct DeadlineCasesTests {
  static let receipts = [
    Receipt(
      "2025-04-17", c0: "2025-04-24", attempt: "2025-04-22", weeks: "2025-05-15",
      c1: "2025-04-28", c2: "2025-05-06", "the day before Good Friday 2025"),
    Receipt(
      "2025-04-20", c0: "2025-04-24", attempt: "2025-04-22", weeks: "2025-05-19",
      c1: "2025-04-28", c2: "2025-05-06", "Easter Sunday 2025"),
    Receipt(
      "2025-04-25", c0: "2025-04-30", attempt: "2025-04-28", weeks: "2025-05-23",
      c1: "2025-05-02", c2: "2025-05-12", "the day before King's Day 2025"),
    Receipt(
      "2025-05-04", c0: "2025-05-08", attempt: "2025-05-06", weeks: "2025-06-02",
      c1: "2025-05-12", c2: "2025-05-19", "the day before 5 May 2025"),
    Receipt(
      "2025-05-28", c0: "2025-06-03", attempt: "2025-05-30", weeks: "2025-06-25",
      c1: "2025-06-05", c2: "2025-06-13", "the day before Ascension Day 2025"),
    Receipt(
      "2025-06-07", c0: "2025-06-12", attempt: "2025-06-10", weeks: "2025-07-07",
      c1: "2025-06-16", c2: "2025-06-23", "the Saturday before Whitsun 2025"),
    Receipt(
      "2025-12-24", c0: "2025-12-31", attempt: "2025-12-29", weeks: "2026-01-21",
      c1: "2026-01-05", c2: "2026-01-12", "the day before Christmas 2025"),
    Receipt(
      "2025-12-31", c0: "2026-01-06", attempt: "2026-01-02", weeks: "2026-01-28",
      c1: "2026-01-08", c2: "2026-01-15", "the last day of 2025"),
    Receipt(
      "2025-03-21", c0: "2025-03-26", attempt: "2025-03-24", weeks: "2025-04-22",
      c1: "2025-03-28", c2: "2025-04-04", "four weeks before Good Friday 2025"),
    Receipt(
      "2025-03-29", c0: "2025-04-02", attempt: "2025-03-31", weeks: "2025-04-28",
      c1: "2025-04-04", c2: "2025-04-11", "four weeks before King's Day 2025"),
    Receipt(
      "2025-11-27", c0: "2025-12-02", attempt: "2025-11-28", weeks: "2025-12-29",
      c1: "2025-12-04", c2: "2025-12-11", "four weeks before Christmas 2025"),
    Receipt(
      "2025-03-28", c0: "2025-04-02", attempt: "2025-03-31", weeks: "2025-04-25",
      c1: "2025-04-04", c2: "2025-04-11", "the Friday before summer time 2025"),
    Receipt(
      "2025-10-24", c0: "2025-10-29", attempt: "2025-10-27", weeks: "2025-11-21",
      c1: "2025-10-31", c2: "2025-11-07", "the Friday before winter time 2025"),
    Receipt(
      "2026-04-02", c0: "2026-04-09", attempt: "2026-04-07", weeks: "2026-04-30",
      c1: "2026-04-13", c2: "2026-04-20", "the day before Good Friday 2026"),
    Receipt(
      "2026-04-05", c0: "2026-04-09", attempt: "2026-04-07", weeks: "2026-05-04",
      c1: "2026-04-13", c2: "2026-04-20", "Easter Sunday 2026"),
    Receipt(
      "2026-04-26", c0: "2026-04-30", attempt: "2026-04-28", weeks: "2026-05-26",
      c1: "2026-05-04", c2: "2026-05-12", "the day before King's Day 2026"),
    Receipt(
      "2026-05-04", c0: "2026-05-08", attempt: "2026-05-06", weeks: "2026-06-01",
      c1: "2026-05-12", c2: "2026-05-20", "the day before 5 May 2026"),
    Receipt(
      "2026-05-13", c0: "2026-05-19", attempt: "2026-05-15", weeks: "2026-06-10",
      c1: "2026-05-21", c2: "2026-05-29", "the day before Ascension Day 2026"),
    Receipt(
      "2026-05-23", c0: "2026-05-28", attempt: "2026-05-26", weeks: "2026-06-22",
      c1: "2026-06-01", c2: "2026-06-08", "the Saturday before Whitsun 2026"),
    Receipt(
      "2026-12-24", c0: "2026-12-30", attempt: "2026-12-28", weeks: "2027-01-21",
      c1: "2027-01-04", c2: "2027-01-11", "the day before Christmas 2026"),
    Receipt(
      "2026-12-31", c0: "2027-01-06", attempt: "2027-01-04", weeks: "2027-01-28",
      c1: "2027-01-08", c2: "2027-01-15", "the last day of 2026"),
    Receipt(
      "2026-03-06", c0: "2026-03-11", attempt: "2026-03-09", weeks: "2026-04-07",
      c1: "2026-03-13", c2: "2026-03-20", "four weeks before Good Friday 2026"),
    Receipt(
      "2026-03-30", c0: "2026-04-02", attempt: "2026-03-31", weeks: "2026-04-28",
      c1: "2026-04-08", c2: "2026-04-15", "four weeks before King's Day 2026"),
    Receipt(
      "2026-11-27", c0: "2026-12-02", attempt: "2026-11-30", weeks: "2026-12-28",
      c1: "2026-12-04", c2: "2026-12-11", "four weeks before Christmas 2026"),
    Receipt(
      "2026-03-27", c0: "2026-04-01", attempt: "2026-03-30", weeks: "2026-04-24",
      c1: "2026-04-07", c2: "2026-04-14", "the Friday before summer time 2026"),
    Receipt(
      "2026-10-23", c0: "2026-10-28", attempt: "2026-10-26", weeks: "2026-11-20",
      c1: "2026-10-30", c2: "2026-11-06", "the Friday before winter time 2026"),
    Receipt(
      "2027-03-25", c0: "2027-04-01", attempt: "2027-03-30", weeks: "2027-04-22",
      c1: "2027-04-05", c2: "2027-04-12", "the day before Good Friday 2027"),
    Receipt(
      "2027-03-28", c0: "2027-04-01", attempt: "2027-03-30", weeks: "2027-04-26",
      c1: "2027-04-05", c2: "2027-04-12", "Easter Sunday 2027"),
    Receipt(
      "2027-04-26", c0: "2027-04-30", attempt: "2027-04-28", weeks: "2027-05-24",
      c1: "2027-05-04", c2: "2027-05-13", "the day before King's Day 2027"),
    Receipt(
      "2027-05-04", c0: "2027-05-11", attempt: "2027-05-07", weeks: "2027-06-01",
      c1: "2027-05-13", c2: "2027-05-21", "the day before 5 May 2027"),
    Receipt(
      "2027-05-05", c0: "2027-05-11", attempt: "2027-05-07", weeks: "2027-06-02",
      c1: "2027-05-13", c2: "2027-05-21", "the day before Ascension Day 2027"),
    Receipt(
      "2027-05-15", c0: "2027-05-20", attempt: "2027-05-18", weeks: "2027-06-14",
      c1: "2027-05-24", c2: "2027-05-31", "the Saturday before Whitsun 2027"),
    Receipt(
      "2027-12-24", c0: "2027-12-29", attempt: "2027-12-27", weeks: "2028-01-21",
      c1: "2027-12-31", c2: "2028-01-07", "the day before Christmas 2027"),
    Receipt(
      "2027-12-31", c0: "2028-01-05", attempt: "2028-01-03", weeks: "2028-01-28",
      c1: "2028-01-07", c2: "2028-01-14", "the last day of 2027"),
    Receipt(
      "2027-02-26", c0: "2027-03-03", attempt: "2027-03-01", weeks: "2027-03-30",
      c1: "2027-03-05", c2: "2027-03-12", "four weeks before Good Friday 2027"),
    Receipt(
      "2027-03-30", c0: "2027-04-02", attempt: "2027-03-31", weeks: "2027-04-28",
      c1: "2027-04-06", c2: "2027-04-13", "four weeks before King's Day 2027"),
    Receipt(
      "2027-11-27", c0: "2027-12-01", attempt: "2027-11-29", weeks: "2027-12-27",
      c1: "2027-12-03", c2: "2027-12-10", "four weeks before Christmas 2027"),
    Receipt(
      "2027-03-26", c0: "2027-04-01", attempt: "2027-03-30", weeks: "2027-04-23",
      c1: "2027-04-05", c2: "2027-04-12", "the Friday before summer time 2027"),
    Receipt(
      "2027-10-29", c0: "2027-11-03", attempt: "2027-11-01", weeks: "2027-11-26",
      c1: "2027-11-05", c2: "2027-11-12", "the Friday before winter time 2027"),
    Receipt(
      "2028-04-13", c0: "2028-04-20", attempt: "2028-04-18", weeks: "2028-05-11",
      c1: "2028-04-24", c2: "2028-05-02", "the day before Good Friday 2028"),
    Receipt(
      "2028-04-16", c0: "2028-04-20", attempt: "2028-04-18", weeks: "2028-05-15",
      c1: "2028-04-24", c2: "2028-05-02", "Easter Sunday 2028"),
    Receipt(
      "2028-04-26", c0: "2028-05-02", attempt: "2028-04-28", weeks: "2028-05-24",
      c1: "2028-05-04", c2: "2028-05-12", "the day before King's Day 2028"),
    Receipt(
      "2028-05-04", c0: "2028-05-10", attempt: "2028-05-08", weeks: "2028-06-01",
      c1: "2028-05-12", c2: "2028-05-19", "the day before 5 May 2028"),
    Receipt(
      "2028-05-24", c0: "2028-05-30", attempt: "2028-05-26", weeks: "2028-06-21",
      c1: "2028-06-01", c2: "2028-06-09", "the day before Ascension Day 2028"),
    Receipt(
      "2028-06-03", c0: "2028-06-08", attempt: "2028-06-06", weeks: "2028-07-03",
      c1: "2028-06-12", c2: "2028-06-19", "the Saturday before Whitsun 2028"),
    Receipt(
      "2028-12-24", c0: "2028-12-29", attempt: "2028-12-27", weeks: "2029-01-22",
      c1: "2029-01-03", c2: "2029-01-10", "the day before Christmas 2028"),
    Receipt(
      "2028-12-31", c0: "2029-01-04", attempt: "2029-01-02", weeks: "2029-01-29",
      c1: "2029-01-08", c2: "2029-01-15", "the last day of 2028"),
    Receipt(
      "2028-03-17", c0: "2028-03-22", attempt: "2028-03-20", weeks: "2028-04-18",
      c1: "2028-03-24", c2: "2028-03-31", "four weeks before Good Friday 2028"),
    Receipt(
      "2028-03-30", c0: "2028-04-04", attempt: "2028-03-31", weeks: "2028-04-28",
      c1: "2028-04-06", c2: "2028-04-13", "four weeks before King's Day 2028"),
    Receipt(
      "2028-11-27", c0: "2028-11-30", attempt: "2028-11-28", weeks: "2028-12-27",
      c1: "2028-12-04", c2: "2028-12-11", "four weeks before Christmas 2028"),
    Receipt(
      "2028-03-24", c0: "2028-03-29", attempt: "2028-03-27", weeks: "2028-04-21",
      c1: "2028-03-31", c2: "2028-04-07", "the Friday before summer time 2028"),
    Receipt(
      "2028-10-27", c0: "2028-11-01", attempt: "2028-10-30", weeks: "2028-11-24",
      c1: "2028-11-03", c2: "2028-11-10", "the Friday before winter time 2028"),
    Receipt(
      "2029-03-29", c0: "2029-04-05", attempt: "2029-04-03", weeks: "2029-04-26",
      c1: "2029-04-09", c2: "2029-04-16", "the day before Good Friday 2029"),
    Receipt(
      "2029-04-01", c0: "2029-04-05", attempt: "2029-04-03", weeks: "2029-04-30",
      c1: "2029-04-09", c2: "2029-04-16", "Easter Sunday 2029"),
    Receipt(
      "2029-04-26", c0: "2029-05-02", attempt: "2029-04-30", weeks: "2029-05-24",
      c1: "2029-05-04", c2: "2029-05-14", "the day before King's Day 2029"),
    Receipt(
      "2029-05-04", c0: "2029-05-09", attempt: "2029-05-07", weeks: "2029-06-01",
      c1: "2029-05-14", c2: "2029-05-22", "the day before 5 May 2029"),
    Receipt(
      "2029-05-09", c0: "2029-05-15", attempt: "2029-05-11", weeks: "2029-06-06",
      c1: "2029-05-17", c2: "2029-05-25", "the day before Ascension Day 2029"),
    Receipt(
      "2029-05-19", c0: "2029-05-24", attempt: "2029-05-22", weeks: "2029-06-18",
      c1: "2029-05-28", c2: "2029-06-04", "the Saturday before Whitsun 2029"),
    Receipt(
      "2029-12-24", c0: "2029-12-31", attempt: "2029-12-27", weeks: "2030-01-21",
      c1: "2030-01-03", c2: "2030-01-10", "the day before Christmas 2029"),
    Receipt(
      "2029-12-31", c0: "2030-01-04", attempt: "2030-01-02", weeks: "2030-01-28",
      c1: "2030-01-08", c2: "2030-01-15", "the last day of 2029"),
    Receipt(
      "2029-03-02", c0: "2029-03-07", attempt: "2029-03-05", weeks: "2029-04-03",
      c1: "2029-03-09", c2: "2029-03-16", "four weeks before Good Friday 2029"),
    Receipt(
      "2029-03-30", c0: "2029-04-05", attempt: "2029-04-03", weeks: "2029-04-30",
      c1: "2029-04-09", c2: "2029-04-16", "four weeks before King's Day 2029"),
    Receipt(
      "2029-11-27", c0: "2029-11-30", attempt: "2029-11-28", weeks: "2029-12-27",
      c1: "2029-12-04", c2: "2029-12-11", "four weeks before Christmas 2029"),
    Receipt(
      "2029-03-23", c0: "2029-03-28", attempt: "2029-03-26", weeks: "2029-04-20",
      c1: "2029-04-03", c2: "2029-04-10", "the Friday before summer time 2029"),
    Receipt(
      "2029-10-26", c0: "2029-10-31", attempt: "2029-10-29", weeks: "2029-11-23",
      c1: "2029-11-02", c2: "2029-11-09", "the Friday before winter time 2029"),
    Receipt(
      "2028-02-25", c0: "2028-03-01", attempt: "2028-02-28", weeks: "2028-03-24",
      c1: "2028-03-03", c2: "2028-03-10", "a Friday before a leap day"),
    Receipt(
      "2028-02-29", c0: "2028-03-03", attempt: "2028-03-01", weeks: "2028-03-28",
      c1: "2028-03-07", c2: "2028-03-14", "a leap day"),
    Receipt(
      "2028-02-01", c0: "2028-02-04", attempt: "2028-02-02", weeks: "2028-02-29",
      c1: "2028-02-08", c2: "2028-02-15", "four weeks before a leap day"),
    Receipt(
      "2027-02-26", c0: "2027-03-03", attempt: "2027-03-01", weeks: "2027-03-30",
      c1: "2027-03-05", c2: "2027-03-12", "a Friday before the end of February, no leap year"),
    Receipt(
      "2026-11-07", c0: "2026-11-11", attempt: "2026-11-09", weeks: "2026-12-07",
      c1: "2026-11-13", c2: "2026-11-20", "a Saturday"),
    Receipt(
      "2026-11-08", c0: "2026-11-11", attempt: "2026-11-09", weeks: "2026-12-07",
      c1: "2026-11-13", c2: "2026-11-20", "a Sunday"),
  ]

  @Test("A threat: three working days, and an attempt on the next", arguments: receipts)
  func threat(_ receipt: Receipt) throws {
    let list = try Self.list(ReportedSignal(id: 1, kind: .eviction, receivedAt: receipt.day))
    #expect(list.priorityClass == [.c0])
    #expect(list.deadline == [day(receipt.c0)])
    #expect(list.firstAttemptBy == [day(receipt.attempt)])
    #expect(list.text(\.reasons).contains("R-TERMIJN-\(receipt.c0): "))
  }

  @Test(
    "Two months of rent: four weeks, and an attempt within five working days", arguments: receipts)
  func rent(_ receipt: Receipt) throws {
    let list = try Self.list(ReportedSignal(id: 1, receivedAt: receipt.day, terms: 2))
    #expect(list.priorityClass == [.c1])
    #expect(list.deadline == [day(receipt.weeks)])
    #expect(list.firstAttemptBy == [day(receipt.c1)])
  }

  @Test("A low signal: four weeks, and an attempt within ten working days", arguments: receipts)
  func low(_ receipt: Receipt) throws {
    let list = try Self.list(ReportedSignal(id: 1, receivedAt: receipt.day))
    #expect(list.priorityClass == [.c4])
    #expect(list.deadline == [day(receipt.weeks)])
    #expect(list.firstAttemptBy == [day(receipt.c2)])
  }

  /// Far in the future of every receipt, so that no day is left out for being past.
  private static func list(_ signal: ReportedSignal) throws -> Prioritised {
    try TestContext.prioritise([signal], in: TestContext.make(on: signal.receivedAt))
  }
}
