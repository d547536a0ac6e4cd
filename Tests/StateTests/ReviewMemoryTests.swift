import Definitions
import Foundation
import Model
import Pipeline
import State
import TestSupport
import Testing

@Suite struct ReviewMemoryTests {
  private let day = CalendarDate(iso: "2026-11-09") ?? CalendarDate(days: 0)
  private let one = SignalID(high: 1, low: 2)
  private let other = SignalID(high: 3, low: 4)

  private func schiedam() throws -> MunicipalityDefinition {
    MunicipalityDefinition(
      code: try #require(MunicipalityCode("0606")), name: "Schiedam", rules: "standaard",
      thresholds: [:], windows: [:],
      retention: Retention(notPickedUpMonths: 6, pickedUpMonths: 12, afterClosingMonths: 18),
      capacity: [:], firstAttemptWorkingDays: [:])
  }

  /// A run that obeys an answer, or none; the weight is what `match` says of the pair.
  private func tables(
    _ answer: ReviewAnswer?, weight: Int32 = 120, cause: ReviewCause = .answered
  ) -> MunicipalityTables {
    var tables = MunicipalityTables()
    guard let answer else { return tables }
    tables.reviews.signalID = [one]
    tables.reviews.otherSignalID = [other]
    tables.reviews.answer = [answer]
    tables.reviews.weight = [nil]
    tables.reviewPairs.signalID = [one]
    tables.reviewPairs.otherSignalID = [other]
    tables.reviewPairs.weight = [weight]
    tables.reviewPairs.cause = [cause]
    return tables
  }

  /// A store that remembers both signals, with the runs given by the days after the first.
  private func store(
    in folder: TemporaryFolder, _ nights: [(Int, MunicipalityTables)]
  ) throws -> StateStore {
    let store = StateStore(folder: folder.url.path)
    try store.record(
      MunicipalityTables(), of: schiedam(), run: "first", referenceDate: day, deliveries: [])
    let file = try StateFile(in: folder)
    try file.run("INSERT INTO delivery VALUES ('sha', 'f', 'n', 'first')")
    for id in [one, other] {
      try file.run(
        """
        INSERT INTO signal (delivery_sha256, signal_id, partner, partner_type, partner_ref, kind,
          received_at, signalled_on, amount_cents, address_key, person_id, household_id)
        VALUES ('sha', ?, 'p', 'Huur', '', 'vroegsignaal', '2026-11-04', '2026-11-02', 1, '', '', '')
        """, [id.description])
    }
    for (number, (after, tables)) in nights.enumerated() {
      try store.record(
        tables, of: schiedam(), run: "night-\(number)", referenceDate: day.adding(days: after),
        deliveries: [])
    }
    return store
  }

  private func answers(_ store: StateStore, after days: Int) throws -> [String] {
    let found = try store.reviews(of: schiedam(), before: day.adding(days: days))
    return (0..<found.count).map {
      "\(found.answer[$0].rawValue) \(found.weight[$0].map { "\($0)" } ?? "-")"
    }
  }

  @Test func anAnswerHoldsFromItsDayOnAndHasAWeightFromTheNext() throws {
    let folder = try TemporaryFolder()
    let store = try store(in: folder, [(1, tables(.unsure)), (2, tables(.unsure, weight: 500))])
    #expect(try answers(store, after: 0) == [])
    #expect(try answers(store, after: 1) == ["onzeker -"])
    #expect(try answers(store, after: 2) == ["onzeker 120"], "the first weight stays")
  }

  @Test func anotherAnswerTakesItsPlace() throws {
    let folder = try TemporaryFolder()
    let store = try store(
      in: folder, [(1, tables(.same)), (2, tables(.different, weight: 7))])
    #expect(try answers(store, after: 3) == ["niet-zelfde 7"])
  }

  @Test func whatARunDidNotObeyLapsesFromTheNextDayOn() throws {
    for second in [tables(nil), tables(.unsure, cause: .lapsed)] {
      let folder = try TemporaryFolder()
      let store = try store(in: folder, [(1, tables(.unsure)), (2, second)])
      #expect(try answers(store, after: 2) == ["onzeker 120"], "the same run again")
      #expect(try answers(store, after: 3) == [])
      try store.record(
        tables(.unsure, weight: 9), of: schiedam(), run: "again",
        referenceDate: day.adding(days: 4), deliveries: [])
      #expect(try answers(store, after: 5) == ["onzeker 9"])
    }
  }

  @Test func answersOfLaterDaysAreLeftAlone() throws {
    let folder = try TemporaryFolder()
    let store = try store(in: folder, [(5, tables(.same)), (1, tables(nil))])
    #expect(try answers(store, after: 6) == ["zelfde 120"])
  }

  @Test func answersGoWithTheirSignals() throws {
    let folder = try TemporaryFolder()
    let store = try store(in: folder, [(1, tables(.same))])
    try StateFile(in: folder).run("DELETE FROM signal WHERE signal_id = ?", [other.description])
    try store.record(
      tables(.same), of: schiedam(), run: "later", referenceDate: day.adding(days: 2),
      deliveries: [])
    #expect(try StateFile(in: folder).rows("SELECT * FROM review").isEmpty)
  }

  @Test func aFileOfTheFormerSchemaHasNoAnswers() throws {
    let folder = try TemporaryFolder()
    let store = try store(in: folder, [])
    let file = try StateFile(in: folder)
    try file.run("DROP TABLE review")
    try file.run("DELETE FROM grdb_migrations WHERE identifier = '2026-11-22 reviews'")
    #expect(try answers(store, after: 1) == [])
    try store.record(
      tables(.same), of: schiedam(), run: "later", referenceDate: day, deliveries: [])
    #expect(try answers(store, after: 1) == ["zelfde 120"])
  }
}
