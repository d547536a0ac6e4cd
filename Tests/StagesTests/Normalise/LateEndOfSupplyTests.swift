import Definitions
import Model
import Pipeline
import Testing

@testable import Stages

@Suite("An end of supply is reported 20 working days before it, counted backwards")
struct LateEndOfSupplyTests {
  private let mark = LateEndOfSupply(WorkingDays(holidays: TestContext.holidays))

  @Test(
    "The last day on which a signal is in time",
    arguments: [
      ("2026-11-30", "2026-11-02", "a Monday"),
      ("2026-12-05", "2026-11-09", "a Saturday"),
      ("2026-12-06", "2026-11-09", "a Sunday"),
      ("2026-04-06", "2026-03-06", "Easter Monday"),
      ("2026-04-30", "2026-03-30", "over Easter and King's Day"),
      ("2026-05-29", "2026-04-28", "over Whit Monday, Ascension Day and 5 May"),
      ("2027-01-04", "2026-12-03", "over Christmas and New Year"),
      ("2027-01-20", "2026-12-21", "over the turn of the year"),
      ("2028-03-01", "2028-02-02", "over a leap day"),
      ("2027-03-01", "2027-02-01", "the end of February, no leap year"),
      ("2026-11-02", "2026-10-05", "over the end of summer time"),
      ("2027-04-05", "2027-03-04", "over the beginning of summer time"),
    ])
  func lastDay(ends: String, lastDay: String, what: String) {
    func isLate(_ sent: CalendarDate) -> Bool {
      mark.isLate(.endOfSupply, of: .energy, sentOn: sent, endsOn: day(ends))
    }
    #expect(!isLate(day(lastDay)), "\(what)")
    #expect(isLate(day(lastDay).adding(days: 1)), "\(what)")
    #expect(isLate(day(ends)), "\(what)")
  }

  @Test("Only an end of supply of energy, with a known day, since the rule holds")
  func others() {
    let (sent, ends) = (day("2026-11-20"), day("2026-11-30"))
    #expect(mark.isLate(.endOfSupply, of: .energy, sentOn: sent, endsOn: ends))
    #expect(!mark.isLate(.endOfSupply, of: .energy, sentOn: sent, endsOn: nil))
    #expect(!mark.isLate(.endOfSupply, of: .water, sentOn: sent, endsOn: ends))
    #expect(!mark.isLate(.earlySignal, of: .energy, sentOn: sent, endsOn: ends))
    #expect(!mark.isLate(.eviction, of: .energy, sentOn: sent, endsOn: ends))
    let (before, soon) = (day("2023-03-31"), day("2023-04-05"))
    #expect(!mark.isLate(.endOfSupply, of: .energy, sentOn: before, endsOn: soon))
    #expect(mark.isLate(.endOfSupply, of: .energy, sentOn: day("2023-04-01"), endsOn: soon))
  }

  @Test("A late signal is marked on the list, and is C0 as an early one is")
  func onTheList() throws {
    let signals = ["2026-12-31", "2026-11-10"].enumerated().map { index, end in
      var signal = ReportedSignal(
        id: UInt64(index + 1), household: UInt64(index + 1), address: UInt64(index + 1),
        type: .energy, kind: .endOfSupply, threatOn: end)
      signal.surname = "Jansen"
      return signal
    }
    var tables = MunicipalityTables(signals)
    mark.run(tables.received, &tables.normalised)
    #expect(tables.normalised.quality.map { $0.contains(.latePartnerSignal) } == [false, true])
    try Prioritise(settings: [:]).run(&tables, TestContext.make())
    #expect(tables.prioritised.priorityClass == [.c0, .c0])
    let list = try Publish().run(tables, TestContext.make())
    let late = (0..<list.count).filter { line in
      list[line].doubts.contains { $0.contains("minder dan twintig werkdagen") }
    }
    #expect(late.count == 1 && list[late[0]].signals[0].threatOn == day("2026-11-10"))
  }
}
