import Definitions
import Diagnostics
import Foundation
import Model
import Pipeline
import State
import TestSupport
import Testing

@Suite struct CaseMemoryTests {
  private let day = CalendarDate(iso: "2026-11-09") ?? CalendarDate(days: 0)
  private let household = HouseholdID(high: 7, low: 8)
  private let one = SignalID(high: 1, low: 2)
  private let other = SignalID(high: 3, low: 4)
  private let id = CaseID(high: 5, low: 6)

  private func schiedam() throws -> MunicipalityDefinition {
    MunicipalityDefinition(
      code: try #require(MunicipalityCode("0606")), name: "Schiedam", rules: "standaard",
      thresholds: [:], windows: [:],
      retention: Retention(notPickedUpMonths: 6, pickedUpMonths: 12, afterClosingMonths: 18),
      capacity: [:], firstAttemptWorkingDays: [:])
  }

  /// A store with two signals of one household that stood on the list of the first day.
  private func store(in folder: TemporaryFolder) throws -> StateStore {
    let store = StateStore(folder: folder.url.path)
    try night(0, in: store)
    let file = try StateFile(in: folder)
    try file.run("INSERT INTO delivery VALUES ('sha', 'f', 'n', 'night-0')")
    for signal in [one, other] {
      try file.run(
        """
        INSERT INTO signal (delivery_sha256, signal_id, partner, partner_type, partner_ref, kind,
          received_at, signalled_on, amount_cents, address_key, person_id, household_id)
        VALUES ('sha', ?, 'p', 'Huur', '', 'vroegsignaal', '2026-11-04', '2026-11-02', 1, '', '', '')
        """, [signal.description])
      try file.run(
        "INSERT INTO listed VALUES (?, ?, '2026-11-04', '2026-11-09', '2026-11-10')",
        [household.description, signal.description])
    }
    return store
  }

  private func night(_ after: Int, in store: StateStore) throws {
    try store.record(
      MunicipalityTables(), of: schiedam(), run: "night-\(after)",
      referenceDate: day.adding(days: after), deliveries: [])
  }

  /// Writes what stands in the case from a day on.
  private func write(
    _ entries: CaseEntries, after days: Int, signals: Set<SignalID>? = nil, isTrial: Bool = false,
    in store: StateStore
  ) throws {
    try store.changeCases(
      of: schiedam(), on: day.adding(days: days), isTrial: isTrial
    ) { book in
      try book.keep(
        KnownCase(
          id: id, household: household, matchedOn: day, signals: signals ?? [one, other],
          now: entries))
    }
  }

  private func entries(_ attempts: Int, result: CaseResult? = nil) -> CaseEntries {
    var entries = CaseEntries()
    entries.attempts = (0..<attempts).map {
      CaseAttempt(contactedOn: day.adding(days: $0), means: .phone, dayPart: .evening, reached: .no)
    }
    entries.result = result
    entries.closedOn = result.map { _ in day }
    return entries
  }

  private func seen(_ store: StateStore, after days: Int) throws -> [String] {
    let found = try store.cases(of: schiedam(), before: day.adding(days: days))
    return (0..<found.cases.count).map {
      "\(found.cases.signalID[$0].high) \(found.cases.result[$0]?.rawValue ?? "-") \(found.attempts.count)"
    }
  }

  private func pickedUp(_ store: StateStore, after days: Int) throws -> [Bool] {
    try store.history(of: schiedam(), without: [], before: day.adding(days: days)).table.pickedUp
  }

  @Test func casesAreReadAsTheyStoodOnADay() throws {
    let folder = try TemporaryFolder()
    let store = try store(in: folder)
    try write(entries(1), after: 1, signals: [one], in: store)
    try write(entries(2, result: .paid), after: 3, in: store)
    #expect(try seen(store, after: 0) == [])
    #expect(try seen(store, after: 1) == ["1 - 1"])
    #expect(try seen(store, after: 2) == ["1 - 1"])
    let ended = "Inwoner heeft zelf al betaald/betalingsregeling getroffen"
    #expect(try seen(store, after: 3) == ["1 \(ended) 2", "3 \(ended) 2"])
    let found = try store.cases(of: schiedam(), before: day.adding(days: 3))
    #expect(found.attempts.number == [1, 2] && found.attempts.reached == [.no, .no])
    #expect(found.cases.matchedOn == [day, day] && found.cases.householdID[0] == household)
  }

  @Test func whatComesInLateIsPutUponWhatIsThere() throws {
    let folder = try TemporaryFolder()
    let store = try store(in: folder)
    try write(entries(1), after: 5, in: store)
    try write(entries(2), after: 1, in: store)
    #expect(try seen(store, after: 4) == [])
    #expect(try seen(store, after: 5) == ["1 - 2", "3 - 2"])
  }

  @Test func signalsOfACaseThatWasPickedUpAreHistoryThatWas() throws {
    let folder = try TemporaryFolder()
    let store = try store(in: folder)
    #expect(try pickedUp(store, after: 1) == [false, false])
    try write(entries(0, result: .otherReason), after: 1, in: store)
    #expect(try pickedUp(store, after: 1) == [false, false], "left alone is not picked up")
    try write(entries(1), after: 3, in: store)
    #expect(try pickedUp(store, after: 2) == [false, false], "nobody had on that day")
    #expect(try pickedUp(store, after: 3) == [true, true])
    try write(entries(0), after: 4, in: store)
    #expect(try pickedUp(store, after: 4) == [false, false], "the attempt was taken back")
  }

  @Test func aSignalThatIsWrittenAnewIsStillPickedUp() throws {
    let folder = try TemporaryFolder()
    let store = try store(in: folder)
    try write(entries(1), after: 1, in: store)
    let file = try StateFile(in: folder)
    try file.run("INSERT INTO delivery VALUES ('correction', 'f', 'm', 'night-0')")
    try file.run(
      """
      INSERT INTO signal (delivery_sha256, signal_id, partner, partner_type, partner_ref, kind,
        received_at, signalled_on, amount_cents, address_key, person_id, household_id)
      VALUES ('correction', ?, 'p', 'Huur', '', 'vroegsignaal', '2026-11-04', '2026-11-02', 1, '', '', '')
      """, [one.description])
    try night(2, in: store)
    #expect(try pickedUp(store, after: 2) == [true, true, true])
  }

  @Test func aTrialAndAFaultKeepNothing() throws {
    let folder = try TemporaryFolder()
    let store = try store(in: folder)
    try write(entries(1), after: 1, isTrial: true, in: store)
    struct Fault: Error {}
    #expect(throws: Fault.self) {
      try store.changeCases(of: schiedam(), on: day, isTrial: false) { book in
        try book.keep(
          KnownCase(id: id, household: household, matchedOn: day, signals: [one], now: entries(1)))
        throw Fault()
      }
    }
    #expect(try seen(store, after: 9) == [])
    #expect(try pickedUp(store, after: 9) == [false, false])
  }

  @Test func aHouseholdIsKnownOfTheListsThatItStoodOn() throws {
    let folder = try TemporaryFolder()
    let store = try store(in: folder)
    try write(entries(1), after: 0, signals: [one], in: store)
    try write(entries(2), after: 1, signals: [one], in: store)
    try store.changeCases(of: schiedam(), on: day, isTrial: true) { book in
      for (days, isKnown) in [(-1, false), (0, true), (1, true), (2, false)] {
        let found = try book.household(household, onListOf: day.adding(days: days))
        #expect((found != nil) == isKnown)
      }
      let found = try #require(try book.household(household, onListOf: day.adding(days: 1)))
      #expect(found.signals == [one, other])
      #expect(found.receivedOn.description == "2026-11-04")
      #expect(found.cases.map(\.signals) == [[one]])
      #expect(
        found.cases.first?.before == entries(1), "what came in on the day of a list is not on it")
      #expect(found.cases.first?.now == entries(2))
      let stranger = try book.household(HouseholdID(high: 9, low: 9), onListOf: day)
      #expect(stranger == nil)
    }
    let stranger = StateStore(folder: folder.path("nowhere"))
    try stranger.changeCases(of: schiedam(), on: day, isTrial: false) { book in
      let found = try book.household(household, onListOf: day)
      #expect(found == nil)
    }
    #expect(!FileManager.default.fileExists(atPath: folder.path("nowhere")))
  }

  @Test func linesGoWithTheirSignalsAndCasesStay() throws {
    let folder = try TemporaryFolder()
    let store = try store(in: folder)
    try write(entries(1), after: 1, in: store)
    let file = try StateFile(in: folder)
    try file.run("DELETE FROM signal WHERE signal_id = ?", [other.description])
    try night(2, in: store)
    #expect(try file.rows("SELECT signal_id FROM listed") == [one.description])
    #expect(try seen(store, after: 2) == ["1 - 1", "3 - 1"])
    try file.run("PRAGMA foreign_keys = ON")
    try file.run("DELETE FROM signal_case")
    for table in ["case_signal", "case_entry", "contact_attempt"] {
      #expect(try file.rows("SELECT * FROM \(table)").isEmpty, "\(table) goes with its case")
    }
  }

  @Test func aValueThatTheSchemaDoesNotPromiseIsDamage() throws {
    let folder = try TemporaryFolder()
    let store = try store(in: folder)
    try write(entries(1), after: 1, in: store)
    try StateFile(in: folder).run("UPDATE contact_attempt SET means = 'Duif'")
    let error = #expect(throws: Diagnostic.self) { try seen(store, after: 1) }
    #expect(error?.code == .stateDamaged)
    #expect(error.map { !DiagnosticText.paragraph($0).contains("Duif") } == true)
  }

  /// A file that a run made before the state held cases.
  @Test func aFileOfTheSchemaBeforeHasNoCases() throws {
    let folder = try TemporaryFolder()
    try FileManager.default.copyItem(
      at: Repository.url("fixtures/state/before-cases.sqlite"),
      to: folder.url.appendingPathComponent("0606.sqlite"))
    let store = StateStore(folder: folder.url.path)
    #expect(try store.cases(of: schiedam(), before: day).cases.count == 0)
    #expect(try store.history(of: schiedam(), without: [], before: day).table.count > 20)
    try night(1, in: store)
    #expect(try store.recordedRuns(of: schiedam()).contains("night-1"))
  }
}
