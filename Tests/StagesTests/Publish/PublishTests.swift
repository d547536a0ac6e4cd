import Definitions
import Diagnostics
import Model
import Pipeline
import TestSupport
import Testing

@testable import Stages

@Suite("Publish: what stands on the list")
struct PublishTests {
  private func worklist(
    _ signals: [ReportedSignal], log: DeliveryLog = DeliveryLog(),
    in context: StageContext = TestContext.make()
  ) throws -> Worklist {
    var tables = MunicipalityTables(signals)
    tables.deliveryLog = log
    try Prioritise(settings: [:]).run(&tables, context)
    return try Publish().run(tables, context)
  }

  @Test("A line in words")
  func line() throws {
    let list = try worklist([
      ReportedSignal(id: 1, amount: 900_00, terms: 3, email: "j@voorbeeld.example"),
      ReportedSignal(
        id: 2, partner: "noorderlicht-energie", type: .energy, kind: .endOfSupply, amount: 200_00),
    ])
    #expect(list.municipalityName == "Schiedam")
    #expect(list.ruleSet == "proef 2026-1")
    #expect(list.count == 1)
    let line = list[0]
    #expect(line.rank == 1)
    #expect(line.priorityClass == .c0)
    #expect(line.means == [.phone, .visit])
    #expect(line.persons == [WorklistPerson(name: "J. van den Jansen", birthDate: .absent)])
    #expect(line.address == "Kadehof 12 A")
    #expect(line.postcode == "3111 AB")
    #expect(line.city == "Schiedam")
    #expect(line.phones == ["06 12345678"])
    #expect(line.emails == ["j@voorbeeld.example"])
    #expect(line.partnerTypes == [.energy, .rent])
    #expect(line.total == Money(cents: 1100_00))
    #expect(line.matchKinds.contains("Twee soorten partners melden (telling BKR)."))
    #expect(line.reasons.first?.code == "R-DREIGING" || line.reasons.first?.code == "R-HUUR-2M")
    #expect(line.reasons.allSatisfy { !$0.code.isEmpty && !$0.sentence.isEmpty })
    #expect(line.doubts.isEmpty)
    #expect(line.signals.map(\.kind) == [.endOfSupply, .earlySignal])
    #expect(line.signals.map(\.isThreat) == [true, false])
  }

  @Test("Each person once, by the fullest name, with a warning not to mix them up")
  func persons() throws {
    let list = try worklist([
      ReportedSignal(id: 1, person: 1, surname: "Jansen"),
      ReportedSignal(
        id: 2, person: 1, birthDate: PartialDate(year: 1980) ?? .absent, surname: "Janssens"),
      ReportedSignal(id: 3, person: 2, surname: "Bakker", grade: .addressOnly),
      ReportedSignal(id: 4, person: 3, disposition: .superseded, surname: "Visser"),
    ])
    let line = list[0]
    #expect(line.persons.map(\.name) == ["J. van den Bakker", "J. van den Janssens"])
    #expect(line.persons[1].birthDate == PartialDate(year: 1980))
    #expect(line.signals.count == 3)
    #expect(
      line.doubts.contains(
        "Er zijn twee personen. Vertel de een niets over de schulden van de ander."))
    #expect(line.doubts.contains { $0.hasPrefix("Op dit adres staan verschillende namen.") })
  }

  @Test(
    "A threat whose day has passed is to be asked about",
    arguments: [("2026-11-08", 1), ("2026-11-09", 0)])
  func passedThreat(threatOn: String, doubts: Int) throws {
    let list = try worklist([ReportedSignal(id: 1, kind: .eviction, threatOn: threatOn)])
    #expect(list[0].doubts.count == doubts)
  }

  @Test("Every quality flag has a Dutch sentence")
  func quality() throws {
    var sentences: Set<String> = []
    for (flag, _) in Quality.names {
      let list = try worklist([ReportedSignal(id: 1, quality: flag)])
      #expect(list[0].doubts.count == 1)
      sentences.formUnion(list[0].doubts)
    }
    #expect(sentences.count == Quality.names.count)
  }

  @Test("Missing and refused deliveries make a list incomplete, in words")
  func gaps() throws {
    var log = DeliveryLog()
    for (partner, status) in [
      ("zorgvast", DeliveryStatus.missing), ("waterdruppel", .refused), ("havenstad", .accepted),
    ] {
      log.feed.append(log.arena.store(partner))
      log.partner.append(log.arena.store(partner))
      log.delivery.append(log.arena.store(status == .missing ? "" : partner + ".csv.gz"))
      log.period.append(log.arena.store("2026-10"))
      log.receivedAt.append(status == .missing ? nil : day("2026-11-04"))
      log.status.append(status)
      log.rows.append(5)
      log.admitted.append(status == .accepted ? 5 : 0)
      log.unreadable.append(partner == "havenstad" ? 2 : 0)
      log.reason.append(.empty)
      log.judgement.append(.empty)
      log.dueOn.append(day("2026-11-10"))
    }
    let list = try worklist([ReportedSignal(id: 1)], log: log)
    #expect(!list.isComplete)
    #expect(
      list.gaps == [
        "In de levering van havenstad over oktober 2026 kunnen we 2 regels niet lezen. Die staan niet op deze lijst.",
        "De levering van waterdruppel over oktober 2026 is niet gebruikt, omdat er iets mis is met het bestand.",
        "De levering van zorgvast over oktober 2026 is niet ontvangen.",
      ])
    #expect(list.deliveries.map(\.partner) == ["havenstad", "waterdruppel", "zorgvast"])
    #expect(try worklist([ReportedSignal(id: 1)]).isComplete)
  }

  @Test(
    "Every kept signal stands under its own household, with all its cents",
    arguments: UInt64(1)...10)
  func conservation(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let signals = (1...70).map { id in
      var signal = ReportedSignal(id: UInt64(id), household: .random(in: 1...25, using: &random))
      signal.person = signal.household
      signal.amount = .random(in: 1...100_000, using: &random)
      signal.disposition = Disposition.allCases.randomElement(using: &random) ?? .kept
      return signal
    }
    let kept = signals.filter { $0.disposition == .kept }
    let list = try worklist(signals)
    let lines = (0..<list.count).map { list[$0] }
    #expect(lines.map(\.rank) == Array(1...lines.count))
    #expect(Set(lines.map(\.id.high)) == Set(kept.map(\.household)))
    #expect(lines.reduce(0) { $0 + $1.signals.count } == kept.count)
    for line in lines {
      let own = kept.filter { $0.household == line.id.high }.reduce(0) { $0 + $1.amount }
      #expect(line.total.cents == own)
      #expect(line.signals.reduce(0) { $0 + $1.amount.cents } == own)
    }
  }

  @Test("Lines of other households than those of the signals are refused")
  func mismatch() throws {
    var tables = MunicipalityTables([ReportedSignal(id: 1)])
    #expect(throws: Diagnostic.self) { try Publish().run(tables, TestContext.make()) }
    try Prioritise(settings: [:]).run(&tables, TestContext.make())
    tables.prioritised.householdID = [HouseholdID(high: 99, low: 3)]
    #expect(throws: Diagnostic.self) { try Publish().run(tables, TestContext.make()) }
  }

  @Test("A line that is printed by mistake shows no resident")
  func withheld() throws {
    let line = try worklist([ReportedSignal(id: 1)])[0]
    #expect("\(line) \(line.persons[0]) \(line.signals[0])".contains("Jansen") == false)
    #expect(String(reflecting: line.persons).contains("Jansen") == false)
  }
}

@Suite("Publish: Dutch spellings")
struct DutchSpellingTests {
  @Test(
    "Phone numbers",
    arguments: [
      ("+31612345678", "06 12345678"), ("+31101234567", "010 1234567"),
      ("+31881234567", "088 1234567"), ("+31174123456", "0174 123456"),
      ("+3221234567", "003221234567"), ("0612345678", "0612345678"), ("+3112345", "012345"),
    ])
  func phones(number: String, expected: String) {
    #expect(DutchPhone.national(number) == expected)
  }

  @Test(
    "Address lines",
    arguments: [
      ("", "", "Kadehof 12"), ("A", "", "Kadehof 12 A"), ("", "2", "Kadehof 12-2"),
      ("", "III", "Kadehof 12 III"), ("L", "Toe", "Kadehof 12 LToe"), ("A", "2", "Kadehof 12 A-2"),
    ])
  func addresses(letter: String, addition: String, expected: String) {
    var normalised = Normalised()
    normalised.street = [normalised.arena.store("Kadehof")]
    normalised.houseNumber = [12]
    normalised.houseLetter = [normalised.arena.store(letter)]
    normalised.houseAddition = [normalised.arena.store(addition)]
    #expect(DutchAddress.line(normalised, 0) == expected)
  }

  @Test("Periods", arguments: [("2026-10", "oktober 2026"), ("2026-W40", "2026-W40"), ("", "")])
  func periods(period: String, expected: String) {
    #expect(DeliveryWords.period(period) == expected)
  }

  @Test(
    "Match kinds carry their definition",
    arguments: [
      "meervoudig-adres-maand", "opeenvolgend-adres-6-maanden", "partnertypes-3",
      "meervoudig-persoon", "enkelvoudig",
    ])
  func matchKinds(word: String) {
    let sentence = MatchWords.sentence(word)
    #expect(sentence != word && sentence.hasSuffix("."))
  }
}
