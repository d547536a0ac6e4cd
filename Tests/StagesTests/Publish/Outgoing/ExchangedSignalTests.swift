import Model
import Pipeline
import TestSupport
import Testing

@testable import Stages

@Suite("Exchange: what Statistics Netherlands gets")
struct ExchangedSignalTests {
  private func exchange(_ tables: MunicipalityTables) throws -> NationalExchange {
    try #require(OutgoingFixture.outgoing(tables).exchange)
  }

  @Test func nothingIsMadeForAMunicipalityWithoutSupplier() {
    let municipality = TestContext.make().municipality
    let outgoing = Outgoing(
      MunicipalityTables([ReportedSignal(id: 1)]), of: municipality,
      referenceDate: day("2026-11-09"))
    #expect(outgoing.exchange == nil)
    #expect(outgoing.feedback.count == 1)
  }

  @Test func aSignalInWords() throws {
    var tables = MunicipalityTables([
      ReportedSignal(
        id: 1, kind: .eviction, receivedAt: "2026-10-05", amount: 123_50, warmHandover: true,
        birthDate: PartialDate(year: 1980, month: 3, day: 9) ?? .absent)
    ])
    tables.received.arisenOn = [day("2026-08-01")]
    let exchange = try exchange(tables)
    let signal = exchange[0]
    #expect(exchange.startsOn == day("2026-10-05") && exchange.endsOn == day("2026-11-09"))
    #expect(signal.isCrisis == true && signal.isWarmHandover == true)
    #expect(signal.euros == 124 && signal.arisenOn == day("2026-08-01"))
    #expect(signal.status == .notYetPickedUp && signal.partnerType == .rent)
    let client = signal.client
    #expect([client.initials, client.prefix, client.surname] == ["J.", "van den", "Jansen"])
    #expect(client.birthDate == day("1980-03-09"))
    #expect([client.street, client.postcode, client.city] == ["Kadehof", "3111AB", "Schiedam"])
    #expect([client.houseNumber, client.houseAddition] == ["12", "A"])
    #expect(!"\(signal)".contains("Jansen"))
  }

  @Test(arguments: [
    (1, 0), (49, 0), (50, 1), (99, 1), (100, 1), (149, 1), (150, 2), (123_456_49, 123_456),
    (123_456_50, 123_457),
  ])
  func eurosAreRoundedHalfUp(cents: Int64, euros: Int64) {
    #expect(ExchangedSignals.euros(cents) == euros)
  }

  @Test func casesComeFirstWithTheSignalsThatTheyName() throws {
    var tables = MunicipalityTables((1...6).map { ReportedSignal(id: $0) })
    tables.history = History([ReportedSignal(id: 20, receivedAt: "2026-08-14")])
    tables.add([
      HandledCase(
        id: 1, signals: [4, 20], pickedUpOn: "2026-11-07", result: .noContact,
        attempts: [
          (.phone, "2026-11-07", .no, .morning), (.visit, "2026-11-08", nil, nil),
        ]),
      HandledCase(id: 2, signals: [2, 99]),
      HandledCase(id: 3, signals: [99]),
    ])
    let exchange = try exchange(tables)
    #expect(exchange.signals.map(\.id.high) == [4, 20, 2, 1, 3, 5, 6])
    #expect(exchange.cases.map { $0.signals.map(\.high) } == [[4, 20], [2]])
    #expect(
      exchange.signals.map(\.status) == [nil, nil]
        + [SignalStatus?](repeating: .notYetPickedUp, count: 5))
    let first = exchange.cases[0]
    #expect(first.result == .noContact && first.pickedUpOn == day("2026-11-07"))
    #expect(first.periodStart == day("2026-08-01") && first.matchedOn == day("2026-11-06"))
    #expect(first.periodEnd == day("2026-11-06"))
    #expect(first.attempts.map(\.reached) == [false, nil])
    #expect(first.attempts.map(\.dayPart) == [.morning, nil])
    // What is not remembered of an earlier signal is not made up.
    #expect(exchange[1].isCrisis == nil && exchange[1].isWarmHandover == nil)
  }

  @Test func aSignalInTwoCasesBelongsToTheNewest() throws {
    var tables = MunicipalityTables([ReportedSignal(id: 1), ReportedSignal(id: 2)])
    tables.add([
      HandledCase(id: 1, signals: [1, 2], matchedOn: "2026-11-08", result: .paid),
      HandledCase(id: 2, signals: [1], matchedOn: "2026-10-08", result: .otherReason),
      HandledCase(id: 3, signals: [2], matchedOn: "2026-11-09", result: .otherReason),
    ])
    let exchange = try exchange(tables)
    #expect(exchange.cases.map { $0.signals.map(\.high) } == [[1], [2]])
    #expect(exchange.signal(1)?.status == nil)
    #expect(exchange.signal(2)?.status == .otherReason)
  }

  @Test func whatWasSetAsideSaysNothingOfThePerson() throws {
    var tables = MunicipalityTables([ReportedSignal(id: 1)])
    tables.setAside([ReportedSignal(id: 8, type: .water, amount: 10_00)])
    let signal = try #require(try exchange(tables).signal(8))
    #expect(signal.client == ExchangeClient())
    #expect(signal.status == .unjustified && signal.euros == 10 && signal.partnerType == .water)
  }

  /// Nor that of a housemate, of whom the register would tell it.
  @Test func aSecretAddressIsToldOfNobody() throws {
    var tables = MunicipalityTables([
      ReportedSignal(id: 1, person: 1, flags: .secret), ReportedSignal(id: 2, person: 2),
      ReportedSignal(id: 3, household: 3, person: 3, address: 3),
      ReportedSignal(id: 4, household: 4, person: 4, address: 1),
    ])
    tables.history = History([
      ReportedSignal(id: 20, household: 7, person: 7, address: 1),
      ReportedSignal(id: 21, household: 8, person: 8, address: 8),
    ])
    tables.add([HandledCase(id: 1, signals: [20, 21])])
    tables.history.street = [
      tables.history.arena.store("Seinhof"), tables.history.arena.store("Seinhof"),
    ]
    let exchange = try exchange(tables)
    for id: UInt64 in [1, 2, 4, 20] {
      let client = try #require(exchange.signal(id)).client
      let address = [
        client.street, client.postcode, client.houseNumber, client.houseAddition, client.city,
      ]
      #expect(address.allSatisfy { $0.isEmpty }, "\(id)")
    }
    #expect(exchange.signal(1)?.client.surname == "Jansen")
    #expect(exchange.signal(3)?.client.street == "Kadehof")
    #expect(exchange.signal(21)?.client.street == "Seinhof")
  }

  /// The register that answers tonight did not answer about people of earlier runs.
  @Test func anAddressThatTheRegisterWasNotAskedAboutIsNotTold() throws {
    var tables = MunicipalityTables([ReportedSignal(id: 1)])
    tables.history = History([ReportedSignal(id: 20, person: 7), ReportedSignal(id: 21, person: 8)])
    tables.history.city = [
      tables.history.arena.store("Schiedam"), tables.history.arena.store("Schiedam"),
    ]
    tables.add([HandledCase(id: 1, signals: [20, 21])])
    tables.linked.personID = [PersonID(high: 8, low: 2)]
    tables.linked.flags = [[]]
    let exchange = try exchange(tables)
    #expect(exchange.signal(20)?.client.city == "")
    #expect(exchange.signal(21)?.client.city == "Schiedam")
  }

  @Test(arguments: [
    ("J.P.", "J.P."), ("A.B.C.D.E.F.G.H.I.J.", "A.B.C.D.E.F.G.H.I.J."),
    ("A.B.C.D.E.F.G.H.I.J.K.", "A.B.C.D.E.F.G.H.I.J."),
    ("A.B.C.D.E.F.G.H.I.Chr.K.", "A.B.C.D.E.F.G.H.I."), ("", ""),
    ("Abcdefghijklmnopqrstuvwxyz", ""),
  ])
  func initialsAreShortenedToWholeOnes(text: String, expected: String) {
    #expect(ExchangedClients.initials(text, atMost: 20) == expected)
  }

  @Test func whatIsTooLongIsLeftOutAndNotCut() throws {
    var tables = MunicipalityTables([
      ReportedSignal(id: 1, surname: String(repeating: "x", count: 201)),
      ReportedSignal(id: 2, surname: String(repeating: "é", count: 200)),
    ])
    let names = tables.normalised.arena
    tables.normalised.houseLetter = [names.store("A"), names.store("A")]
    tables.normalised.houseAddition = [names.store("huis"), names.store("bis")]
    let exchange = try exchange(tables)
    #expect(exchange[0].client.surname == "" && exchange[0].client.houseAddition == "")
    #expect(exchange[1].client.surname.count == 200)
    #expect(exchange[1].client.houseAddition == "Abis")
  }

  @Test(arguments: [Quality.datePlaceholder, .birthDateImpossible])
  func aBirthDateThatSystemsMadeUpIsNotTold(quality: Quality) throws {
    let whole = PartialDate(year: 1900, month: 1, day: 1) ?? .absent
    let exchange = try exchange(
      MunicipalityTables([
        ReportedSignal(id: 1, birthDate: whole, quality: quality),
        ReportedSignal(id: 2, birthDate: PartialDate(year: 1980, month: 2) ?? .absent),
        ReportedSignal(id: 3, birthDate: whole),
      ]))
    #expect(exchange.signals.map { $0.client.birthDate } == [nil, nil, day("1900-01-01")])
  }

  @Test(arguments: UInt64(1)...10)
  func everySignalIsToldOnceToBoth(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    var signals = (1...60).map { id in
      ReportedSignal(
        id: UInt64(id), partner: ["a", "b", "c"].randomElement(using: &random) ?? "a",
        disposition: Disposition.allCases.randomElement(using: &random) ?? .kept)
    }
    signals += signals.prefix(10).map {
      var copy = $0
      copy.disposition = .technicalDuplicate
      return copy
    }
    var tables = MunicipalityTables(signals)
    tables.setAside((50...75).map { ReportedSignal(id: $0, partner: "b") })
    tables.history = History((70...90).map { ReportedSignal(id: $0, partner: "c") })
    tables.add(
      (1...12).map { id in
        HandledCase(
          id: id, signals: (0..<3).map { _ in .random(in: 1...95, using: &random) }.uniqued(),
          result: CaseResult.allCases.randomElement(using: &random))
      })
    let outgoing = OutgoingFixture.outgoing(tables)
    let exchange = try #require(outgoing.exchange)
    let told = exchange.signals.map(\.id)
    #expect(Set(told).count == told.count)
    let fedBack = outgoing.feedback.flatMap { $0.all.map(\.signal) }
    #expect(fedBack.count == told.count && Set(fedBack) == Set(told))
    let named = exchange.cases.flatMap(\.signals)
    #expect(named == Array(told.prefix(named.count)))
    #expect(Set(named).count == named.count)
    for page in exchange.pages {
      let own = Set(page.signals.map { exchange[$0].id })
      for number in page.cases { #expect(own.isSuperset(of: exchange.cases[number].signals)) }
    }
  }
}

extension [UInt64] {
  /// Each once, in ascending order.
  fileprivate func uniqued() -> [UInt64] { Set(self).sorted() }
}
