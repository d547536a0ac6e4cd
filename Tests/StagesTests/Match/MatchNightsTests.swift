import Model
import Pipeline
import TestSupport
import Testing

@testable import Stages

/// Two nights, one after the other, and the same signals in one.
@Suite("Over how many nights signals come changes nobody")
struct MatchNightsTests {
  @Test(arguments: UInt64(1)...6)
  func `Monday and Tuesday make the persons of both at once`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let signals = NoisySignals(people: 220, &random)
    let all = Array(signals.rows.indices)
    // Copies come with what they are copies of.
    let isTuesday = signals.standing.map { signals.rows[$0].signalledOn > "2026-09-01" }
    let monday = all.filter { !isTuesday[$0] }
    let tuesday = all.filter { isTuesday[$0] }
    try #require(monday.count > 100 && tuesday.count > 100)

    let atOnce = try signals.tables(all)
    let first = try signals.tables(monday)
    let history = signals.history(first)
    #expect(history.count < monday.count)
    let second = try signals.tables(tuesday, history: history)
    #expect(try Self.persons(atOnce) == Self.persons(second), "seed \(seed)")

    // The ids of the second night say the same, together with what it tells of the first.
    var idOf: [SignalID: PersonID] = [:]
    let merged = Dictionary(
      uniqueKeysWithValues: (0..<second.personChanges.count)
        .filter { second.personChanges.change[$0] == .merged }
        .map { (second.personChanges.personID[$0], second.personChanges.otherPersonID[$0]) })
    let split = Set(
      (0..<second.personChanges.count)
        .filter { second.personChanges.change[$0] == .split }
        .map { second.personChanges.personID[$0] })
    for row in 0..<history.count where !split.contains(history.personID[row]) {
      idOf[history.signalID[row]] = merged[history.personID[row]] ?? history.personID[row]
    }
    for (id, person) in zip(second.matched.keys.signalID, second.matched.personID) {
      idOf[id] = person
    }
    // A copy has the id of what it is a copy of.
    let together = Dictionary(
      zip(atOnce.matched.keys.signalID, atOnce.matched.personID).filter { idOf[$0.0] != nil },
      uniquingKeysWith: { first, _ in first })
    let known = together.keys.sorted()
    #expect(known.count > all.count * 3 / 4)
    for (place, left) in known.enumerated() {
      for right in known[..<place] {
        #expect(
          (together[left] == together[right]) == (idOf[left] == idOf[right]), "seed \(seed)")
      }
    }
  }

  @Test(arguments: UInt64(21)...24)
  func `A night in which nothing comes changes no id`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let signals = NoisySignals(people: 100, &random)
    let monday = try signals.tables(Array(signals.rows.indices))
    let history = signals.history(monday)
    let tuesday = try signals.tables([], history: history)
    #expect(tuesday.personChanges.count == 0, "seed \(seed)")
    // The same delivery once more: every signal has the id it had.
    let again = try signals.tables(Array(signals.rows.indices), history: history)
    #expect(again.matched.personID == monday.matched.personID, "seed \(seed)")
    #expect(again.matched.householdID == monday.matched.householdID, "seed \(seed)")
    #expect(again.personChanges.count == 0, "seed \(seed)")
  }

  /// The signals of each person, of this run and earlier ones.
  static func persons(_ tables: MunicipalityTables) throws -> Set<[SignalID]> {
    let records = MatchSignals(tables).records
    let comparison = PairComparison(records: records, rarity: ValueRarity(records))
    let (links, weigher) = try PersonLinks.find(comparison, model: ShippedModel.load())
    let clusters = PersonClusters(links, weigher, reviewed: ReviewedPairs())
    return Set(clusters.persons().map { $0.map { records.signalID[$0] }.sorted() })
  }
}

/// Signals about invented people, written with mistakes, over two months.
struct NoisySignals {
  private(set) var rows: [DeliveredRow] = []
  private(set) var ids: [SignalID] = []
  private var dispositions: [Disposition] = []
  /// The row that stands for each.
  private(set) var standing: [Int] = []

  init(people: Int, _ random: inout SeededGenerator) {
    let surnames = ["Bakker", "de Vries", "Smit", "Yildiz", "el Amrani", "Hoekstra", "Meijer"]
    let given = ["Jan", "Johan", "Petra", "Mehmet", "Fatima", "Anna", "Karel", "Sanne"]
    func any(_ texts: [String]) -> String { texts.randomElement(using: &random) ?? "" }
    for person in 0..<people {
      let isRelative = person % 3 == 0 && !rows.isEmpty
      var plain = DeliveredRow(givenNames: any(given), surname: any(surnames))
      plain.street = any(["Kadehof", "Roerdompweg", "Ankerlaan"])
      plain.postcode = ["Kadehof": "3111AB", "Roerdompweg": "3119KL"][plain.street] ?? "3112CD"
      plain.houseNumber = String(Int.random(in: 1...90, using: &random))
      if isRelative, let other = rows.last {
        (plain.surname, plain.street) = (other.surname, other.street)
        (plain.postcode, plain.houseNumber) = (other.postcode, other.houseNumber)
      }
      let (month, day) = (
        Int.random(in: 1...9, using: &random), Int.random(in: 10...28, using: &random)
      )
      plain.birthDate = "\(Int.random(in: 1940...2005, using: &random))-0\(month)-\(day)"
      plain.phone = "0670\(200_000 + person)"
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        var row = plain
        row.signalledOn = any(["2026-08-05", "2026-09-01", "2026-09-05", "2026-10-05"])
        row.partner = any(["havenstad", "noorderlicht", "zorgvast"])
        row.reference = "\(row.partner)\(person)"
        distort(&row, &random)
        add(row, Int.random(in: 0..<8, using: &random) == 0 ? .superseded : .kept, &random)
        if Int.random(in: 0..<8, using: &random) == 0 {
          // The same report twice: a copy has the id of the first.
          rows.append(row)
          ids.append(ids[ids.count - 1])
          dispositions.append(.technicalDuplicate)
          standing.append(rows.count - 2)
        }
      }
    }
  }

  private mutating func add(
    _ row: DeliveredRow, _ disposition: Disposition, _ random: inout SeededGenerator
  ) {
    rows.append(row)
    ids.append(SignalID(high: random.next(), low: random.next()))
    dispositions.append(disposition)
    standing.append(rows.count - 1)
  }

  /// Mistypes, leaves out, moves.
  private func distort(_ row: inout DeliveredRow, _ random: inout SeededGenerator) {
    func happens(_ of: Int) -> Bool { Int.random(in: 0..<of, using: &random) == 0 }
    if happens(2) {
      row.initials = row.givenNames.prefix(1) + "."
      row.givenNames = ""
    }
    if happens(8) { row.surname = String(row.surname.dropLast()) }
    if happens(3) { row.birthDate = "" }
    if happens(10), !row.birthDate.isEmpty { row.birthDate = row.birthDate.prefix(4) + "-01-01" }
    if happens(2) { row.phone = "" }
    if happens(10) { row.houseNumber = String(Int.random(in: 1...90, using: &random)) }
    if happens(15) { row.postcode = "" }
    if happens(12) { row.houseLetter = "A" }
    if happens(20) { (row.givenNames, row.surname) = (row.surname, row.givenNames) }
  }

  /// What a night makes of some of the rows.
  func tables(_ places: [Int], history: History = History()) throws -> MunicipalityTables {
    var tables = MunicipalityTables()
    tables.received = Received.of(places.map { rows[$0] })
    tables.received.keys.signalID = places.map { ids[$0] }
    tables.history = history
    let context = try StageFixture.context()
    try Normalise(settings: [:]).run(&tables, context)
    tables.distinct.keys = tables.received.keys
    tables.distinct.disposition = places.map { dispositions[$0] }
    tables.distinct.sameAs = places.map {
      dispositions[$0] == .technicalDuplicate ? ids[$0] : .absent
    }
    tables.distinct.grownFromCents = places.map { _ in nil }
    tables.distinct.joins = places.map { _ in .absent }
    try Match(settings: [:]).run(&tables, context)
    return tables
  }

  /// What the state remembers of a night: everything but copies.
  func history(_ tables: MunicipalityTables) -> History {
    let (received, normalised, matched) = (tables.received, tables.normalised, tables.matched)
    var history = History()
    for row in 0..<received.count
    where tables.distinct.disposition[row] != .technicalDuplicate {
      history.signalID.append(received.keys.signalID[row])
      history.partner.append(
        history.arena.store(received.arena[received.partner[row]]))
      history.partnerType.append(received.partnerType[row])
      history.partnerReference.append(
        history.arena.store(received.arena[received.partnerReference[row]]))
      history.kind.append(received.kind[row])
      history.receivedAt.append(received.receivedAt[row])
      history.signalledOn.append(received.signalledOn[row])
      history.amountCents.append(received.amountCents[row])
      history.personID.append(matched.personID[row])
      history.householdID.append(matched.householdID[row])
      history.pickedUp.append(false)
      history.replaced.append(false)
      history.disposition.append(tables.distinct.disposition[row])
      history.sameAs.append(tables.distinct.sameAs[row])
      history.appendPerson(row, of: normalised)
    }
    return history
  }
}
