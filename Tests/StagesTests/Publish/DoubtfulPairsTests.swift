import Model
import Pipeline
import TestSupport
import Testing

@testable import Stages

@Suite("Doubtful pairs, as people read them")
struct DoubtfulPairsTests {
  /// A list that asks about two signals; the second is remembered if it is not of this run.
  private func pairs(
    _ signals: [ReportedSignal], remembered: [ReportedSignal] = [], between first: UInt64 = 1,
    and second: UInt64 = 2, linked: Linked = Linked()
  ) throws -> [WorklistReviewPair] {
    var tables = MunicipalityTables(signals)
    tables.history = History(remembered)
    tables.linked = linked
    let all = signals + remembered
    func person(_ id: UInt64) -> PersonID {
      PersonID(high: all.first { $0.id == id }?.person ?? 0, low: 2)
    }
    tables.reviewPairs.pair = [1, nil]
    tables.reviewPairs.signalID = [SignalID(high: first, low: 1), SignalID(high: 90, low: 1)]
    tables.reviewPairs.otherSignalID = [SignalID(high: second, low: 1), SignalID(high: 91, low: 1)]
    tables.reviewPairs.personID = [person(first), .absent]
    tables.reviewPairs.otherPersonID = [person(second), .absent]
    tables.reviewPairs.weight = [120, 0]
    tables.reviewPairs.cause = [.keptApart, .answered]
    let arena = tables.reviewPairs.arena
    tables.reviewPairs.agrees = [arena.store("address+surname~"), .empty]
    tables.reviewPairs.differs = [arena.store("initial+birth-date"), .empty]
    let context = TestContext.make()
    try Prioritise(settings: [:]).run(&tables, context)
    return try Publish().run(tables, context).reviewPairs
  }

  @Test func saysInDutchWhatAgreesAndWhatDoesNot() throws {
    let found = try pairs([
      ReportedSignal(id: 1, household: 1, person: 1, address: 1),
      ReportedSignal(id: 2, household: 2, person: 2, address: 2, type: .energy),
    ])
    let pair = try #require(found.first)
    #expect(found.count == 1, "what was answered is not asked")
    #expect(pair.agrees == "Hetzelfde adres en bijna dezelfde achternaam.")
    #expect(pair.differs == "Een andere eerste voorletter en een andere geboortedatum.")
    #expect(pair.reason.hasPrefix("Er pleit veel voor dezelfde persoon."))
    #expect(!pair.isJoined)
    #expect(pair.first.name == "J. van den Jansen" && pair.first.address == "Kadehof 12 A")
    #expect(pair.first.postcode == "3111 AB" && pair.first.phones == ["06 12345678"])
    #expect([pair.first.partnerType, pair.second.partnerType] == [.rent, .energy])
    #expect("\(pair) \(pair.first)".contains("Jansen") == false, "whoever prints it prints nobody")
  }

  /// Who of the people is secret, as the register says; their person, household and address.
  @Test(arguments: [
    ReportedSignal(id: 1, household: 1, person: 1, address: 1, flags: .secret),
    ReportedSignal(id: 3, household: 1, person: 3, address: 3, flags: .secret),
    ReportedSignal(id: 3, household: 3, person: 3, address: 1, flags: .secret),
    ReportedSignal(id: 3, household: 3, person: 2, address: 3, flags: .secret),
  ])
  func aSecretAddressStandsInNoPairEvenOfAnother(secret: ReportedSignal) throws {
    var signals = [
      ReportedSignal(id: 1, household: 1, person: 1, address: 1),
      ReportedSignal(id: 2, household: 2, person: 2, address: 2),
    ]
    if secret.id == 1 { signals[0] = secret } else { signals.append(secret) }
    for remembered in [false, true] {
      let pair = try #require(
        try pairs(
          remembered ? [signals[0]] + signals.dropFirst(2) : signals,
          remembered: remembered ? [signals[1]] : []
        ).first)
      for signal in [pair.first, pair.second] {
        #expect(signal.address == "adres geheim")
        #expect(signal.postcode.isEmpty && signal.city.isEmpty)
      }
    }
  }

  @Test func ofSomebodyWhoWasNotLookedUpTonightNoAddressStandsThere() throws {
    var linked = Linked()
    linked.personID = [PersonID(high: 1, low: 2)]
    linked.flags = [[]]
    linked.houseNumber = [0]
    let pair = try #require(
      try pairs(
        [ReportedSignal(id: 1, person: 1)], remembered: [ReportedSignal(id: 2, person: 2)],
        linked: linked
      ).first)
    #expect(pair.first.address == "Kadehof 12 A")
    #expect(pair.second.address == DoubtfulPairs.uncheckedAddress)
  }

  @Test func aPairOfSignalsThatAreNotThereIsRefused() throws {
    #expect(throws: (any Error).self) { try pairs([ReportedSignal(id: 1)]) }
  }
}
