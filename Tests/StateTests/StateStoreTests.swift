import Definitions
import Diagnostics
import Foundation
import Model
import Pipeline
import State
import TestSupport
import Testing

@Suite struct StateStoreTests {
  private let day = CalendarDate(iso: "2026-10-05") ?? CalendarDate(days: 0)

  @Test func whatWasRecordedIsHistoryForOtherDeliveries() throws {
    let folder = try TemporaryFolder()
    let store = StateStore(folder: folder.url.path)
    let municipality = try schiedam()
    let tables = oneSignal(amount: 12_345)
    try store.record(
      tables, of: municipality, run: "2026-10-06-aa", referenceDate: day.adding(days: 1),
      deliveries: [accepted])

    let later = try store.history(
      of: municipality, without: ["sha-2"], before: day.adding(days: 30)
    ).table
    #expect(later.count == 1)
    #expect(later.amountCents == [12_345])
    #expect(later.signalID == tables.received.keys.signalID)
    #expect(later.arena[later.partner[0]].string == "havenstad-wonen")
    #expect(later.pickedUp == [false])

    let sameDelivery = try store.history(
      of: municipality, without: ["sha-1"], before: day.adding(days: 30)
    ).table
    #expect(sameDelivery.count == 0)
  }

  @Test func recordingTwiceChangesNothing() throws {
    let folder = try TemporaryFolder()
    let store = StateStore(folder: folder.url.path)
    let municipality = try schiedam()
    for amount in [Int64(100), 200] {
      try store.record(
        oneSignal(amount: amount), of: municipality, run: "2026-10-06-aa", referenceDate: day,
        deliveries: [accepted])
    }
    let history = try store.history(of: municipality, without: [], before: day).table
    #expect(history.amountCents == [200])
  }

  @Test func aRunIsKnownOnceItIsRecorded() throws {
    let folder = try TemporaryFolder()
    let store = StateStore(folder: folder.url.path)
    let municipality = try schiedam()
    #expect(try !store.recordedRuns(of: municipality).contains("2026-10-06-aa"))
    try store.record(
      oneSignal(amount: 100), of: municipality, run: "2026-10-06-aa", referenceDate: day,
      deliveries: [accepted])
    #expect(try store.recordedRuns(of: municipality).contains("2026-10-06-aa"))
    #expect(try !store.recordedRuns(of: municipality).contains("2026-10-06-bb"))
  }

  @Test func signalsBeyondRetentionAndOfTheFutureAreNoHistory() throws {
    let folder = try TemporaryFolder()
    let store = StateStore(folder: folder.url.path)
    let municipality = try schiedam()
    try store.record(
      oneSignal(amount: 100), of: municipality, run: "r", referenceDate: day,
      deliveries: [accepted])
    let within = try store.history(
      of: municipality, without: [], before: day.adding(months: 6)
    ).table
    #expect(within.count == 1)
    let beyond = try store.history(
      of: municipality, without: [], before: day.adding(months: 6).adding(days: 1)
    ).table
    #expect(beyond.count == 0)
    let before = try store.history(of: municipality, without: [], before: day.adding(days: -1))
      .table
    #expect(before.count == 0)
  }

  @Test func whatIsComparedIsRememberedAsItWasNormalised() throws {
    let folder = try TemporaryFolder()
    let store = StateStore(folder: folder.url.path)
    var tables = oneSignal(amount: 100)
    tables.distinct.disposition = [.superseded]
    tables.distinct.sameAs = [SignalID(high: 8, low: 9)]
    try store.record(
      tables, of: schiedam(), run: "r", referenceDate: day, deliveries: [accepted])
    let history = try store.history(of: schiedam(), without: [], before: day).table
    #expect(history.disposition == [.superseded])
    #expect(history.sameAs == [SignalID(high: 8, low: 9)])
    let rows = try #require(written(history).first)
    let person = try #require(written(zeegers()).first)
    for (column, cell) in person { #expect(rows[column] == cell, "\(column)") }
    #expect(person.count == 17)
  }

  @Test func theRowsThatAnotherOneStandsForAreRememberedToo() throws {
    for disposition in [Disposition.superseded, .repeated] {
      let folder = try TemporaryFolder()
      let store = StateStore(folder: folder.url.path)
      var tables = oneSignal(amount: 100)
      tables.distinct.disposition = [disposition]
      try store.record(
        tables, of: schiedam(), run: "r", referenceDate: day, deliveries: [accepted])
      let history = try store.history(of: schiedam(), without: [], before: day).table
      #expect(history.disposition == [disposition])
      #expect(!history.counts(0))
    }
  }

  @Test func aRedeliveredFileIsRememberedAsTheLastRunSawIt() throws {
    let folder = try TemporaryFolder()
    let store = StateStore(folder: folder.url.path)
    var tables = oneSignal(amount: 100)
    for disposition in [Disposition.kept, .superseded, .kept, .technicalDuplicate] {
      tables.distinct.disposition = [disposition]
      try store.record(
        tables, of: schiedam(), run: "\(disposition)", referenceDate: day, deliveries: [accepted])
      let history = try store.history(of: schiedam(), without: [], before: day).table
      #expect(history.disposition == (disposition == .technicalDuplicate ? [] : [disposition]))
    }
  }

  @Test func whatWasActedOnStaysASignalThatCounts() throws {
    let folder = try TemporaryFolder()
    let store = StateStore(folder: folder.url.path)
    var tables = oneSignal(amount: 100)
    try store.record(
      tables, of: schiedam(), run: "r", referenceDate: day, deliveries: [accepted])
    try StateFile(in: folder).run("UPDATE signal SET picked_up = 1")
    tables.distinct.disposition = [.superseded]
    tables.distinct.sameAs = [SignalID(high: 8, low: 9)]
    tables.matched.personID = [PersonID(high: 50, low: 60)]
    tables.normalised.surname = [tables.normalised.arena.store("Kade")]
    try store.record(
      tables, of: schiedam(), run: "s", referenceDate: day, deliveries: [accepted])
    let history = try store.history(of: schiedam(), without: [], before: day).table
    #expect(history.pickedUp == [true])
    #expect(history.disposition == [.kept])
    #expect(history.sameAs == [.absent])
    #expect(history.personID == [PersonID(high: 50, low: 60)])
    #expect(history.arena[history.surname[0]].string == "Kade")
  }

  @Test func whatBecameOfPersonsIsRememberedOnceForEachRun() throws {
    let folder = try TemporaryFolder()
    let store = StateStore(folder: folder.url.path)
    var tables = oneSignal(amount: 100)
    tables.personChanges.personID = [PersonID(high: 5, low: 6), PersonID(high: 7, low: 8)]
    tables.personChanges.change = [.merged, .split]
    tables.personChanges.otherPersonID = [PersonID(high: 1, low: 1), PersonID(high: 2, low: 2)]
    for run in ["r", "r", "s"] {
      try store.record(
        tables, of: schiedam(), run: run, referenceDate: day, deliveries: [accepted])
    }
    #expect(
      try StateFile(in: folder).rows(
        "SELECT run_id, change, count(*) FROM person_change GROUP BY 1, 2")
        == ["r|merged|1", "r|split|1", "s|merged|1", "s|split|1"])
  }

  /// Nothing but the state knows how somebody was called whose signals lie in the inbox still.
  @Test func anotherIdForTheSameSignalIsRemembered() throws {
    let folder = try TemporaryFolder()
    let store = StateStore(folder: folder.url.path)
    var tables = oneSignal(amount: 100)
    for (run, id) in [("r", 6), ("s", 6), ("t", 9), ("t", 9), ("u", 9)] {
      tables.matched.personID = [PersonID(high: 5, low: UInt64(id))]
      try store.record(
        tables, of: schiedam(), run: run, referenceDate: day, deliveries: [accepted])
    }
    let (old, new) = (PersonID(high: 5, low: 6), PersonID(high: 5, low: 9))
    #expect(
      try StateFile(in: folder).rows("SELECT * FROM person_change") == ["t|\(old)|merged|\(new)"])
    for id in [old, new] {
      #expect(try store.persons(joinedWith: id, of: schiedam()) == [old, new])
    }
  }

  @Test func aDamagedValueIsToldWithoutTheValue() throws {
    let folder = try TemporaryFolder()
    let store = StateStore(folder: folder.url.path)
    try store.record(
      oneSignal(amount: 100), of: schiedam(), run: "r", referenceDate: day, deliveries: [accepted])
    for column in ["birth_date", "postcode", "debtor_kind", "quality", "same_as"] {
      let file = try StateFile(in: folder)
      let before = try file.rows("SELECT \(column) FROM signal")
      try file.run("UPDATE signal SET \(column) = 'Zeegers'")
      let error = try #require(throws: Diagnostic.self) {
        _ = try store.history(of: schiedam(), without: [], before: day).table
      }
      #expect(error.code == .stateDamaged)
      #expect(!DiagnosticText.paragraph(error).contains("Zeegers"))
      try file.run("UPDATE signal SET \(column) = ?", before)
    }
    #expect(try store.history(of: schiedam(), without: [], before: day).table.count == 1)
  }

  @Test func onlyCopiesAreForgotten() throws {
    let folder = try TemporaryFolder()
    let store = StateStore(folder: folder.url.path)
    let municipality = try schiedam()
    var tables = oneSignal(amount: 100)
    tables.distinct.disposition = [.technicalDuplicate]
    try store.record(
      tables, of: municipality, run: "r", referenceDate: day, deliveries: [accepted])
    #expect(try store.history(of: municipality, without: [], before: day).table.count == 0)
  }

  @Test func aDamagedFileIsToldAndNothingElse() throws {
    let folder = try TemporaryFolder()
    try folder.write("this is no database, though it is long enough", to: "0606.sqlite")
    let store = StateStore(folder: folder.url.path)
    let error = try #require(throws: Diagnostic.self) {
      _ = try store.history(of: schiedam(), without: [], before: day).table
    }
    #expect(error.code == .stateDamaged)
    #expect(error.code.effect.exitStatus == .stateDamaged)
  }

  /// Every cell of a table by the name of its column, row by row.
  private func written<Table: StageTable>(_ table: Table) -> [[String: String]] {
    let person = Set(History.columns.map(\.name)).intersection(Normalised.columns.map(\.name))
    return (0..<table.count).map { row in
      var cells: [String: String] = [:]
      for column in Table.columns where person.contains(column.name) && column.name != "signal_id" {
        let out = ByteArena()
        column.writer(table)(row, out)
        cells[column.name] = out.bytes.string
      }
      return cells
    }
  }

  private var accepted: AcceptedDelivery {
    AcceptedDelivery(
      name: delivery, period: "2026-09", receivedAt: day, rows: 1, sha256: "sha-1",
      columns: "Huurdernummer|Saldo", hadChecksum: true, acceptedOn: day)
  }

  private var delivery: DeliveryName {
    DeliveryName(feed: FeedID("havenstad-wonen"), file: "havenstad-wonen_2026-09.csv.gz")
  }

  private func schiedam() throws -> MunicipalityDefinition {
    MunicipalityDefinition(
      code: try #require(MunicipalityCode("0606")), name: "Schiedam", rules: "standaard",
      thresholds: [:], windows: [:],
      retention: Retention(notPickedUpMonths: 6, pickedUpMonths: 12, afterClosingMonths: 18),
      capacity: [:], firstAttemptWorkingDays: [:])
  }

  private func oneSignal(amount: Int64) -> MunicipalityTables {
    var tables = MunicipalityTables()
    var keys = SignalKeys()
    keys.deliveries = [delivery]
    keys.signalID = [SignalID(high: 1, low: 2)]
    keys.delivery = [0]
    keys.row = [1]
    tables.received.keys = keys
    tables.received.partner = [tables.received.arena.store("havenstad-wonen")]
    tables.received.partnerReference = [tables.received.arena.store("HW-1")]
    tables.received.partnerType = [.rent]
    tables.received.kind = [.earlySignal]
    tables.received.receivedAt = [day]
    tables.received.signalledOn = [day]
    tables.received.amountCents = [amount]
    tables.normalised = zeegers()
    tables.distinct.disposition = [.kept]
    tables.distinct.sameAs = [.absent]
    tables.matched.personID = [PersonID(high: 5, low: 6)]
    tables.matched.householdID = [HouseholdID(high: 7, low: 8)]
    return tables
  }

  /// One row with something in every column.
  private func zeegers() -> Normalised {
    var person = Normalised()
    person.keys.signalID = [SignalID(high: 1, low: 2)]
    let arena = person.arena
    person.initials = [arena.store("J.P.")]
    person.givenNames = [arena.store("Jolijn Petra")]
    person.prefix = [arena.store("van den")]
    person.surname = [arena.store("Zeegers")]
    person.partnerSurname = [arena.store("Duinker")]
    person.birthDate = [PartialDate(year: 1980, month: 5) ?? .absent]
    person.postcode = [Postcode(digits: 3111, 0x41, 0x42) ?? .absent]
    person.houseNumber = [12]
    person.houseLetter = [arena.store("A")]
    person.houseAddition = [arena.store("2hoog")]
    person.street = [arena.store("Kadehof")]
    person.city = [arena.store("Schiedam")]
    person.phone = [arena.store("+31600000001")]
    person.email = [arena.store("j@voorbeeld.example")]
    person.debtorKind = [.joint]
    person.quality = [[.joint, .nameAmbiguous]]
    person.addressKey = [AddressKey(high: 3, low: 4)]
    return person
  }
}
