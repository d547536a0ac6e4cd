import Model
import Pipeline
import TestSupport
import Testing

@testable import Stages

@Suite("What the register says, on the list")
struct RegisterListTests {
  private func worklist(
    _ signals: [ReportedSignal], _ linked: Linked = Linked()
  ) throws -> Worklist {
    var tables = MunicipalityTables(signals)
    tables.linked = linked
    let context = TestContext.make()
    try Prioritise(settings: [:]).run(&tables, context)
    return try Publish().run(tables, context)
  }

  @Test func aSecretAddressIsMaskedForTheWholeHousehold() throws {
    let list = try worklist([
      ReportedSignal(id: 1, person: 1, outcome: .secret, flags: .secret),
      ReportedSignal(id: 2, person: 2),
    ])
    #expect(list[0].address == "adres geheim")
    #expect(list[0].postcode.isEmpty && list[0].city.isEmpty)
    #expect(list[0].doubts.first?.hasPrefix("Het adres is geheim.") == true)
  }

  @Test(arguments: [RegisterFlags.secret, .underInvestigation, .postalAddress])
  func nobodyIsSentToSuchAnAddress(flags: RegisterFlags) throws {
    for phone in ["", "+31612345678"] {
      let list = try worklist([
        ReportedSignal(
          id: 1, kind: .eviction, phone: phone, outcome: flags.outcome, flags: flags)
      ])
      #expect(Set(list[0].means).isDisjoint(with: [.visit, .card, .letter]))
      #expect(!list[0].means.isEmpty)
      #expect(!list[0].doubts.isEmpty)
    }
  }

  @Test(arguments: [RegisterOutcome.deceased, .movedAway])
  func whoDiedOrLeftStandsOnNoListButOnASheet(outcome: RegisterOutcome) throws {
    let list = try worklist([
      ReportedSignal(id: 1, household: 1, person: 1, outcome: outcome),
      ReportedSignal(id: 2, household: 2, person: 2),
      ReportedSignal(id: 3, household: 2, person: 1, amount: 900_00, outcome: outcome),
      ReportedSignal(id: 4, household: 2, person: 3, disposition: .superseded, outcome: outcome),
    ])
    #expect(list.count == 1)
    #expect(list[0].signals.count == 1)
    #expect(list[0].total == Money(cents: 100_00))
    #expect(list.departures.map(\.outcome) == [outcome, outcome])
    #expect(list.departures.map(\.householdOnList) == [nil, HouseholdID(high: 2, low: 3)])
    let isTold = list[0].doubts.contains { $0.contains("overleden.csv") }
    #expect(isTold == (outcome == .deceased))
  }

  @Test func aNewAddressStandsInPlaceOfTheOld() throws {
    var linked = Linked()
    linked.personID = [PersonID(high: 1, low: 2)]
    linked.houseNumber = [35]
    linked.houseLetter = [.empty]
    linked.houseAddition = [linked.arena.store("2")]
    linked.street = [linked.arena.store("Nieuwe Haven")]
    linked.city = [linked.arena.store("Schiedam")]
    linked.postcode = [Postcode(digits: 3117, 0x41, 0x41) ?? .absent]
    let list = try worklist(
      [ReportedSignal(id: 1, outcome: .movedWithin, flags: .movedWithin)], linked)
    #expect(list[0].address == "Nieuwe Haven 35-2")
    #expect(list[0].postcode == "3117 AA")
    #expect(list[0].doubts.contains { $0.contains("nieuwe adres") })
    let secret = try worklist(
      [ReportedSignal(id: 1, outcome: .secret, flags: [.secret, .movedWithin])], linked)
    #expect(secret[0].address == "adres geheim")
  }

  @Test(arguments: [RegisterOutcome.several, .none, .unchecked])
  func whoIsNotFoundForSureIsToBeCheckedByHand(outcome: RegisterOutcome) throws {
    let list = try worklist([ReportedSignal(id: 1, outcome: outcome)])
    #expect(list[0].doubts.count == 1)
    #expect(list[0].doubts[0].hasSuffix("Zet geen bedrag in een brief."))
    #expect(outcome.needsHandCheck)
  }
}
