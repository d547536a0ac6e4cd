import Definitions
import Diagnostics
import Model
import Pipeline
import TestSupport
import Testing

@testable import Stages

@Suite("Prioritise: class, deadline, means, reasons")
struct PrioritiseTests {
  @Test("A single low signal is C4, four weeks, by letter")
  func single() throws {
    let list = try TestContext.prioritise([ReportedSignal(id: 1, email: "j@voorbeeld.example")])
    #expect(list.count == 1)
    #expect(list.rank == [1])
    #expect(list.priorityClass == [.c4])
    #expect(list.deadline == [day("2026-12-02")])
    #expect(list.firstAttemptBy == [day("2026-11-18")])
    #expect(list.text(\.means) == "Brief|Mail")
    #expect(list.text(\.matchKind) == "enkelvoudig")
    #expect(list.text(\.partnerTypes) == "Huur")
    #expect(list.text(\.ruleSet) == "proef 2026-1")
    #expect(
      list.text(\.reasons)
        == "R-AANBOD: Er zijn 1 meldingen.|R-TERMIJN-2026-12-02: Het eerste gesprek moet uiterlijk op 02-12-2026 zijn, vier weken na de ontvangst op 04-11-2026."
    )
  }

  @Test("A household gets the most urgent class and all reasons in the order of the rules")
  func allReasons() throws {
    let list = try TestContext.prioritise([
      ReportedSignal(id: 1, amount: 900_00, terms: 3),
      ReportedSignal(id: 2, partner: "noorderlicht-energie", type: .energy, amount: 200_00),
    ])
    #expect(list.priorityClass == [.c1])
    #expect(list.signals == [2])
    #expect(list.totalCents == [1100_00])
    let codes = list.text(\.reasons).split(separator: "|").map { $0.prefix { $0 != ":" } }
    #expect(codes == ["R-HUUR-2M", "R-MEERVOUDIG", "R-BEDRAG", "R-AANBOD", "R-TERMIJN-2026-12-02"])
    #expect(list.text(\.reasons).contains("De huur is 3 maanden niet betaald."))
    #expect(list.text(\.reasons).contains("2 soorten: energie en huur."))
    #expect(list.text(\.partnerTypes) == "Energie|Huur")
    #expect(
      list.text(\.matchKind) == "meervoudig-adres-maand|partnertypes-2|meervoudig-persoon")
  }

  @Test("A threat is C0 with three working days from its own receipt")
  func threat() throws {
    let list = try TestContext.prioritise([
      ReportedSignal(id: 1, receivedAt: "2026-10-05"),
      ReportedSignal(
        id: 2, kind: .eviction, receivedAt: "2026-11-05", threatOn: "2026-11-30"),
    ])
    #expect(list.priorityClass == [.c0])
    #expect(list.deadline == [day("2026-11-10")])
    #expect(list.firstAttemptBy == [day("2026-11-06")])
    #expect(list.receivedAt == [day("2026-10-05")])
    #expect(list.text(\.reasons).contains("R-ONTRUIMING: De woning wordt ontruimd op 30-11-2026."))
    #expect(
      list.text(\.reasons).hasSuffix(
        "R-TERMIJN-2026-11-02: Er is ook een oudere melding. Daarvoor moest het eerste gesprek uiterlijk op 02-11-2026 zijn."
      ))
  }

  @Test("A threat that no rule names, or a partner's crisis flag, is C0 all the same")
  func threatWithoutRule() throws {
    let list = try TestContext.prioritise([
      ReportedSignal(id: 1, household: 1, kind: .endOfCover),
      ReportedSignal(id: 2, household: 2, address: 2, crisis: true),
    ])
    #expect(list.priorityClass == [.c0, .c0])
    #expect(list.text(\.reasons, 0).contains("R-DREIGING: "))
    #expect(list.text(\.reasons, 1).contains("R-DREIGING: "))
  }

  @Test("The first attempt comes before the day of the threat, and never before receipt")
  func attemptBeforeThreat() throws {
    func attempt(threatOn: String) throws -> CalendarDate? {
      try TestContext.prioritise([
        ReportedSignal(id: 1, kind: .eviction, receivedAt: "2026-11-05", threatOn: threatOn)
      ]).firstAttemptBy.first
    }
    #expect(try attempt(threatOn: "2026-12-01") == day("2026-11-06"))
    #expect(try attempt(threatOn: "2026-11-06") == day("2026-11-05"))
    #expect(try attempt(threatOn: "2026-11-01") == day("2026-11-05"))
  }

  @Test("A municipality may want the first attempt sooner, not later")
  func stricter() throws {
    let sooner = TestContext.make(firstAttempt: [.c4: 2])
    let later = TestContext.make(firstAttempt: [.c4: 15])
    let signals = [ReportedSignal(id: 1)]
    #expect(try TestContext.prioritise(signals, in: sooner).firstAttemptBy == [day("2026-11-06")])
    #expect(try TestContext.prioritise(signals, in: later).firstAttemptBy == [day("2026-11-18")])
  }

  @Test("No first attempt after the deadline")
  func attemptNotAfterDeadline() throws {
    var rules = TestContext.rules
    rules.classes[.c4]?.firstAttemptWorkingDays = 60
    let list = try TestContext.prioritise(
      [ReportedSignal(id: 1)], in: TestContext.make(rules: rules))
    #expect(list.firstAttemptBy == list.deadline)
  }

  @Test(
    "The clock starts at the first receipt of a claim, whatever became of the row",
    arguments: [Disposition.superseded, .technicalDuplicate])
  func clock(disposition: Disposition) throws {
    let list = try TestContext.prioritise([
      ReportedSignal(id: 1, receivedAt: "2026-10-05", disposition: disposition, sameAs: 2),
      ReportedSignal(id: 2, receivedAt: "2026-11-04"),
    ])
    #expect(list.deadline == [day("2026-11-02")])
    #expect(list.signals == [1])
    #expect(list.text(\.reasons).contains("R-TERMIJN-VOORBIJ: "))
  }

  @Test("The clock follows a claim, also when its older report was matched elsewhere")
  func clockOfReplaced() throws {
    let list = try TestContext.prioritise([
      ReportedSignal(
        id: 1, household: 2, address: 0, kind: .eviction, receivedAt: "2026-11-02",
        disposition: .superseded, sameAs: 2),
      ReportedSignal(id: 2, kind: .eviction, receivedAt: "2026-11-05"),
    ])
    #expect(list.householdID == [HouseholdID(high: 1, low: 3)])
    #expect(list.receivedAt == [day("2026-11-02")])
    #expect(list.deadline == [day("2026-11-05")])
  }

  @Test(
    "What says again what was acted on before does not move the clock",
    arguments: [Disposition.repeated, .technicalDuplicate, .superseded])
  func clockOfRepeat(disposition: Disposition) throws {
    let list = try TestContext.prioritise([
      ReportedSignal(id: 1, receivedAt: "2026-10-05", disposition: disposition, sameAs: 900),
      ReportedSignal(id: 2, receivedAt: "2026-11-04"),
    ])
    #expect(list.deadline == [day("2026-12-02")])
  }

  @Test("A claim of an earlier run that nobody acted on keeps its clock")
  func clockOfHistory() throws {
    let earlier = ReportedSignal(id: 9, reference: "0042", receivedAt: "2026-10-05")
    let now = ReportedSignal(id: 1, reference: "0042")
    let open = History([earlier])
    let closed = History([earlier], pickedUp: true)
    #expect(try TestContext.prioritise([now], history: open).deadline == [day("2026-11-02")])
    #expect(try TestContext.prioritise([now], history: closed).deadline == [day("2026-12-02")])
    let other = ReportedSignal(id: 1, reference: "0043")
    #expect(try TestContext.prioritise([other], history: open).deadline == [day("2026-12-02")])
  }

  @Test("The clock of a threat does not start with an earlier signal that was none")
  func clockOfThreatInHistory() throws {
    let now = ReportedSignal(id: 1, reference: "0042", kind: .eviction, receivedAt: "2026-11-05")
    let quiet = History([ReportedSignal(id: 9, reference: "0042", receivedAt: "2026-10-05")])
    let threat = History([
      ReportedSignal(id: 9, reference: "0042", kind: .eviction, receivedAt: "2026-11-03")
    ])
    #expect(try TestContext.prioritise([now], history: quiet).deadline == [day("2026-11-10")])
    #expect(try TestContext.prioritise([now], history: threat).deadline == [day("2026-11-06")])
  }

  @Test("Means that cannot be used are left out; a letter always can")
  func means() throws {
    func means(_ signal: ReportedSignal) throws -> String {
      try TestContext.prioritise([signal]).text(\.means)
    }
    #expect(try means(ReportedSignal(id: 1, terms: 2)) == "Telefoon|Huisbezoek")
    #expect(try means(ReportedSignal(id: 1, terms: 2, phone: "")) == "Huisbezoek")
    #expect(
      try means(ReportedSignal(id: 1, terms: 2, phone: "", quality: .postOfficeBox)) == "Brief")
    #expect(
      try means(ReportedSignal(id: 1, amount: 200_00, email: "j@voorbeeld.example"))
        == "Telefoon|SMS/Whatsapp|Mail|Brief")
  }

  @Test("Superseded rows are no second signal, but an earlier month is an earlier signal")
  func matchKinds() throws {
    let sameMonth = try TestContext.prioritise([
      ReportedSignal(id: 1, receivedAt: "2026-11-04"),
      ReportedSignal(id: 2, receivedAt: "2026-11-05", disposition: .superseded),
    ])
    #expect(sameMonth.text(\.matchKind) == "enkelvoudig")
    let monthBefore = try TestContext.prioritise([
      ReportedSignal(id: 1, receivedAt: "2026-11-04"),
      ReportedSignal(id: 2, receivedAt: "2026-10-05", disposition: .superseded),
    ])
    #expect(monthBefore.text(\.matchKind) == "opeenvolgend-adres-6-maanden")
  }

  @Test(
    "Consecutive looks back six calendar months",
    arguments: [
      ("2026-10-31", true), ("2026-05-01", true), ("2026-04-30", false), ("2026-11-01", false),
      ("2026-12-01", false), ("2019-01-01", false),
    ])
  func sixMonths(earlier: String, expected: Bool) throws {
    let history = History([ReportedSignal(id: 9, receivedAt: earlier)], pickedUp: true)
    let list = try TestContext.prioritise([ReportedSignal(id: 1)], history: history)
    #expect(list.text(\.matchKind).contains("opeenvolgend") == expected)
    #expect((list.priorityClass == [.c2]) == expected)
  }

  @Test("Two households at one address are two lines and one match on the address")
  func twoHouseholds() throws {
    let list = try TestContext.prioritise([
      ReportedSignal(id: 1, household: 1, person: 1),
      ReportedSignal(id: 2, household: 2, person: 2),
    ])
    #expect(list.count == 2)
    #expect(list.text(\.matchKind, 0) == "meervoudig-adres-maand")
    #expect(list.text(\.matchKind, 1) == "meervoudig-adres-maand")
  }

  @Test("Signals without an address never match on one")
  func noAddress() throws {
    let list = try TestContext.prioritise([
      ReportedSignal(id: 1, household: 1, person: 1, address: 0),
      ReportedSignal(id: 2, household: 2, person: 2, address: 0),
    ])
    #expect(list.text(\.matchKind, 0) == "enkelvoudig")
  }

  @Test(
    "Ages count only when what is known of the birth date settles them",
    arguments: [
      (PartialDate(year: 2000, month: 6, day: 1), true),
      (PartialDate(year: 2008, month: 11, day: 9), true),
      (PartialDate(year: 2008, month: 11, day: 10), false),
      (PartialDate(year: 1998, month: 11, day: 10), true),
      (PartialDate(year: 1998, month: 11, day: 9), false),
      (PartialDate(year: 2008), false),
      (PartialDate(year: 2007), true),
      (PartialDate(year: 1998), false),
      (PartialDate(year: 2008, month: 11), false),
      (nil, false),
    ])
  func ages(birth: PartialDate?, young: Bool) throws {
    let list = try TestContext.prioritise([
      ReportedSignal(id: 1, type: .health, birthDate: birth ?? .absent)
    ])
    #expect((list.priorityClass == [.c2]) == young)
  }

  @Test("A rule holds for the days of receipt that it is valid for")
  func validity() throws {
    var rules = TestContext.rules
    var rule = TestContext.rule("R-PROEF", .c1, "Proef.") { _ in }
    rule.validFrom = day("2026-11-05")
    rule.validTo = day("2026-11-06")
    rules.rules.append(rule)
    for (receivedAt, holds) in [
      ("2026-11-04", false), ("2026-11-05", true), ("2026-11-06", true), ("2026-11-07", false),
    ] {
      let list = try TestContext.prioritise(
        [ReportedSignal(id: 1, receivedAt: receivedAt)], in: TestContext.make(rules: rules))
      #expect((list.priorityClass == [.c1]) == holds)
    }
  }

  @Test("Households without a kept signal are not listed")
  func notKept() throws {
    let list = try TestContext.prioritise([
      ReportedSignal(id: 1, household: 1, disposition: .repeated),
      ReportedSignal(id: 2, household: 2, address: 2),
    ])
    #expect(list.householdID == [HouseholdID(high: 2, low: 3)])
    #expect(try TestContext.prioritise([]).count == 0)
  }

  @Test("Tables of other signals, and a kept signal without a household, are refused")
  func refusals() throws {
    var tables = MunicipalityTables([ReportedSignal(id: 1)])
    tables.matched.keys.signalID = [SignalID(high: 2, low: 1)]
    #expect(throws: Diagnostic.self) {
      try Prioritise(settings: [:]).run(&tables, TestContext.make())
    }
    tables = MunicipalityTables([ReportedSignal(id: 1)])
    tables.matched.householdID = [.absent]
    #expect(throws: Diagnostic.self) {
      try Prioritise(settings: [:]).run(&tables, TestContext.make())
    }
  }
}
