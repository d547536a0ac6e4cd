import Model
import Pipeline
import TestSupport
import Testing

@testable import Stages

@Suite("Publish: how far the work on a line is")
struct HouseholdCasesTests {
  /// One case: its number, household, signals, and how it ended.
  private struct Sample {
    var number: UInt64
    var household: UInt64 = 1
    var signals: [UInt64]
    var result: CaseResult?
    var closedOn = "2026-11-06"
    var attempts = 0
  }

  private func list(_ cases: [Sample], _ signals: [ReportedSignal]) throws -> Worklist {
    var tables = MunicipalityTables(signals)
    for sample in cases {
      let id = CaseID(high: sample.number, low: 5)
      for signal in sample.signals {
        tables.cases.caseID.append(id)
        tables.cases.signalID.append(SignalID(high: signal, low: 1))
        tables.cases.householdID.append(HouseholdID(high: sample.household, low: 3))
        tables.cases.matchedOn.append(try #require(CalendarDate(iso: "2026-11-05")))
        tables.cases.pickedUpOn.append(nil)
        tables.cases.helpAcceptedOn.append(nil)
        tables.cases.result.append(sample.result)
        tables.cases.closedOn.append(
          sample.result == nil ? nil : CalendarDate(iso: sample.closedOn))
      }
      for attempt in 0..<sample.attempts {
        tables.contactAttempts.caseID.append(id)
        tables.contactAttempts.number.append(UInt32(attempt + 1))
        tables.contactAttempts.means.append(.phone)
        tables.contactAttempts.contactedOn.append(
          try #require(CalendarDate(iso: "2026-11-05")).adding(days: attempt))
        tables.contactAttempts.dayPart.append(nil)
        tables.contactAttempts.reached.append(nil)
      }
    }
    let context = TestContext.make()
    try Prioritise(settings: [:]).run(&tables, context)
    return try Publish().run(tables, context)
  }

  private func household(_ list: Worklist) -> UInt64 { list[0].id.high }

  @Test("Without a case it is open; with one it is under way; with a result it has ended")
  func standing() throws {
    let signals = [ReportedSignal(id: 1), ReportedSignal(id: 2)]
    let none = try list([], signals)
    #expect(none[0].standing == .open && none[0].entries.isEmpty && none.closedCount == 0)
    let own = household(none)
    let open = try list([Sample(number: 1, household: own, signals: [1], attempts: 2)], signals)
    #expect(open[0].standing == .inProgress && open[0].entries.attempts.count == 2)
    let ended = try list([Sample(number: 1, signals: [1, 2], result: .paid)], signals)
    #expect(ended[0].standing == .closed && ended[0].entries.result == .paid)
    #expect(ended.closedCount == 1 && ended.count == 1)
  }

  @Test("A signal that no case that ended is about opens the line again, and it begins empty")
  func again() throws {
    let signals = [ReportedSignal(id: 1), ReportedSignal(id: 2)]
    let again = try list([Sample(number: 1, signals: [1], result: .paid, attempts: 1)], signals)
    #expect(again[0].standing == .open && again[0].entries.isEmpty && again.closedCount == 0)
    let second = try list(
      [
        Sample(number: 1, signals: [1], result: .paid),
        Sample(number: 2, signals: [2], attempts: 1),
      ], signals)
    #expect(second[0].standing == .inProgress && second[0].entries.attempts.count == 1)
    let both = try list(
      [
        Sample(number: 1, signals: [1], result: .paid, closedOn: "2026-11-08"),
        Sample(number: 2, signals: [2], result: .noResponse),
      ], signals)
    #expect(
      both[0].standing == .closed && both[0].entries.result == .paid, "the one that ended last")
  }

  @Test("An open case is found by the household too, when its signals are on the list no more")
  func byHousehold() throws {
    let signals = [ReportedSignal(id: 9)]
    let own = household(try list([], signals))
    let found = try list([Sample(number: 1, household: own, signals: [1], attempts: 1)], signals)
    #expect(found[0].standing == .inProgress)
    let other = try list(
      [Sample(number: 1, household: own + 1, signals: [1], attempts: 1)], signals)
    #expect(other[0].standing == .open)
  }

  @Test("Where there are more attempts than a line has room for, it says so")
  func manyAttempts() throws {
    let signals = [ReportedSignal(id: 1)]
    let sentence = "Er zijn al vijf pogingen gedaan. U ziet alleen de laatste drie."
    let many = try list([Sample(number: 1, signals: [1], attempts: 5)], signals)
    #expect(many[0].doubts.contains(sentence))
    #expect(many[0].entries.shownAttempts.count == 3)
    let few = try list([Sample(number: 1, signals: [1], attempts: 3)], signals)
    #expect(!few[0].doubts.contains { $0.contains("pogingen gedaan") })
  }
}
