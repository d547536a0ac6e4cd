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
      of: municipality, without: ["sha-2"], before: day.adding(days: 30))
    #expect(later.count == 1)
    #expect(later.amountCents == [12_345])
    #expect(later.signalID == tables.received.keys.signalID)
    #expect(later.arena[later.partner[0]].string == "havenstad-wonen")
    #expect(later.pickedUp == [false])

    let sameDelivery = try store.history(
      of: municipality, without: ["sha-1"], before: day.adding(days: 30))
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
    let history = try store.history(of: municipality, without: [], before: day)
    #expect(history.amountCents == [200])
  }

  @Test func aRunIsKnownOnceItIsRecorded() throws {
    let folder = try TemporaryFolder()
    let store = StateStore(folder: folder.url.path)
    let municipality = try schiedam()
    #expect(try !store.hasRecorded("2026-10-06-aa", of: municipality))
    try store.record(
      oneSignal(amount: 100), of: municipality, run: "2026-10-06-aa", referenceDate: day,
      deliveries: [accepted])
    #expect(try store.hasRecorded("2026-10-06-aa", of: municipality))
    #expect(try !store.hasRecorded("2026-10-06-bb", of: municipality))
  }

  @Test func signalsBeyondRetentionAndOfTheFutureAreNoHistory() throws {
    let folder = try TemporaryFolder()
    let store = StateStore(folder: folder.url.path)
    let municipality = try schiedam()
    try store.record(
      oneSignal(amount: 100), of: municipality, run: "r", referenceDate: day,
      deliveries: [accepted])
    let within = try store.history(
      of: municipality, without: [], before: day.adding(months: 6))
    #expect(within.count == 1)
    let beyond = try store.history(
      of: municipality, without: [], before: day.adding(months: 6).adding(days: 1))
    #expect(beyond.count == 0)
    let before = try store.history(of: municipality, without: [], before: day.adding(days: -1))
    #expect(before.count == 0)
  }

  @Test func onlyKeptSignalsAreRemembered() throws {
    let folder = try TemporaryFolder()
    let store = StateStore(folder: folder.url.path)
    let municipality = try schiedam()
    var tables = oneSignal(amount: 100)
    tables.distinct.disposition = [.technicalDuplicate]
    try store.record(
      tables, of: municipality, run: "r", referenceDate: day, deliveries: [accepted])
    #expect(try store.history(of: municipality, without: [], before: day).count == 0)
  }

  @Test func aDamagedFileIsToldAndNothingElse() throws {
    let folder = try TemporaryFolder()
    try folder.write("this is no database, though it is long enough", to: "0606.sqlite")
    let store = StateStore(folder: folder.url.path)
    let error = try #require(throws: Diagnostic.self) {
      _ = try store.history(of: schiedam(), without: [], before: day)
    }
    #expect(error.code == .stateDamaged)
    #expect(error.code.effect.exitStatus == .stateDamaged)
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
    tables.normalised.addressKey = [AddressKey(high: 3, low: 4)]
    tables.distinct.disposition = [.kept]
    tables.matched.personID = [PersonID(high: 5, low: 6)]
    tables.matched.householdID = [HouseholdID(high: 7, low: 8)]
    return tables
  }
}
