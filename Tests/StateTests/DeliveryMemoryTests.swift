import Definitions
import Diagnostics
import Foundation
import Model
import Pipeline
import State
import TestSupport
import Testing

/// What the state remembers of deliveries.
@Suite struct DeliveryMemoryTests {
  private let day = CalendarDate(iso: "2026-10-05") ?? CalendarDate(days: 0)

  @Test func deliveriesAreRememberedAlsoWithoutSignals() throws {
    let folder = try TemporaryFolder()
    let store = StateStore(folder: folder.url.path)
    #expect(try store.deliveries(of: schiedam(), before: day).isEmpty)
    let deliveries = [
      delivery("2026-08", sha256: "a", received: day),
      delivery("2026-09", sha256: "b", received: nil, checksum: true, replaces: "a"),
    ]
    try record(deliveries, in: store)
    #expect(try store.deliveries(of: schiedam(), before: day) == deliveries)
  }

  @Test func aDeliveryThatIsTakenInAgainKeepsItsFirstDay() throws {
    let folder = try TemporaryFolder()
    let store = StateStore(folder: folder.url.path)
    try record([delivery("2026-09", sha256: "a", received: day, checksum: true)], in: store)
    var again = delivery("2026-09", sha256: "a", received: day)
    again.acceptedOn = day.adding(days: 3)
    try record([again], in: store, run: "later")
    let known = try store.deliveries(of: schiedam(), before: day.adding(days: 9))
    #expect(known.map(\.acceptedOn) == [day])
    #expect(known.map(\.hadChecksum) == [true])
  }

  @Test func whatLaterRunsTookInIsLeftOut() throws {
    let folder = try TemporaryFolder()
    let store = StateStore(folder: folder.url.path)
    try record([delivery("2026-09", sha256: "a", received: day)], in: store)
    #expect(try store.deliveries(of: schiedam(), before: day.adding(days: -1)).isEmpty)
  }

  @Test func aNameWithOtherContentIsAnotherDelivery() throws {
    let folder = try TemporaryFolder()
    let store = StateStore(folder: folder.url.path)
    let deliveries = ["a", "b"].map { delivery("2026-09", sha256: $0, received: day) }
    try record(deliveries, in: store)
    #expect(try store.deliveries(of: schiedam(), before: day) == deliveries)
  }

  /// A file that a run made before the state held deliveries.
  @Test func theStateOfTheSchemaBeforeKeepsItsSignals() throws {
    let folder = try TemporaryFolder()
    try FileManager.default.copyItem(
      at: Repository.url("fixtures/state/before-deliveries.sqlite"),
      to: folder.url.appendingPathComponent("0606.sqlite"))
    let store = StateStore(folder: folder.url.path)
    let november = try #require(CalendarDate(iso: "2026-11-09"))
    let before = try store.history(of: schiedam(), without: [], before: november).table
    #expect(before.count == 22)
    #expect(try store.deliveries(of: schiedam(), before: november).isEmpty)
    try record([delivery("2026-09", sha256: "a", received: day)], in: store)
    let after = try store.history(of: schiedam(), without: [], before: november).table
    #expect(after.signalID == before.signalID)
    #expect(try store.deliveries(of: schiedam(), before: november).count == 1)
  }

  /// A file that a run made before the state held what matching compares.
  @Test func signalsOfTheSchemaBeforeAreOfNobodyUntilTheyAreReportedAgain() throws {
    let folder = try TemporaryFolder()
    try FileManager.default.copyItem(
      at: Repository.url("fixtures/state/before-persons.sqlite"),
      to: folder.url.appendingPathComponent("0606.sqlite"))
    let store = StateStore(folder: folder.url.path)
    let november = try #require(CalendarDate(iso: "2026-11-09"))
    let history = try store.history(of: schiedam(), without: [], before: november).table
    #expect(history.count == 25)
    #expect(history.pickedUp.count { $0 } == 1)
    #expect(history.disposition.allSatisfy { $0 == .kept })
    #expect(history.surname.allSatisfy { $0.isEmpty })
    #expect(history.birthDate.allSatisfy { $0.isAbsent })
    #expect(history.debtorKind.allSatisfy { $0 == .unknown })
    #expect(history.personID.allSatisfy { !$0.isAbsent })
    #expect(try store.deliveries(of: schiedam(), before: november).count == 5)
  }

  private func record(
    _ deliveries: [AcceptedDelivery], in store: StateStore, run: String = "r"
  ) throws {
    try store.record(
      MunicipalityTables(), of: schiedam(), run: run, referenceDate: day, deliveries: deliveries)
  }

  private func delivery(
    _ period: String, sha256: String, received: CalendarDate?, checksum: Bool = false,
    replaces: String = ""
  ) -> AcceptedDelivery {
    AcceptedDelivery(
      name: DeliveryName(feed: FeedID("havenstad-wonen"), file: "havenstad_\(period).csv.gz"),
      period: period, receivedAt: received, rows: 12, sha256: sha256, columns: "Naam|Saldo",
      hadChecksum: checksum, acceptedOn: day, replaces: replaces)
  }

  private func schiedam() throws -> MunicipalityDefinition {
    MunicipalityDefinition(
      code: try #require(MunicipalityCode("0606")), name: "Schiedam", rules: "standaard",
      thresholds: [:], windows: [:],
      retention: Retention(notPickedUpMonths: 6, pickedUpMonths: 12, afterClosingMonths: 18),
      capacity: [:], firstAttemptWorkingDays: [:])
  }
}
