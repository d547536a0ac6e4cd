public import Definitions
internal import Diagnostics
internal import GRDB
public import Model
public import Pipeline

/// The cases of one municipality in its state file, inside a transaction.
struct StoredCases: CaseBook {
  let database: Database
  /// The day on which what is written came in.
  let date: CalendarDate

  func household(_ id: HouseholdID, onListOf day: CalendarDate) throws -> ListedHousehold? {
    let rows = try Row.fetchAll(
      database.cachedStatement(
        sql: """
          SELECT signal_id, received_on FROM listed
          WHERE household_id = ? AND first_on <= ? AND last_on >= ? ORDER BY signal_id
          """),
      arguments: [id.description, day.description, day.description])
    let signals = try rows.map { row in
      guard let signal = SignalID(row[0] as String) else { throw CaseRows.damaged }
      return signal
    }
    guard let received = (rows.map { $0[1] as String }).min().flatMap({ CalendarDate(iso: $0) })
    else { return nil }
    var ids = Set(
      try String.fetchAll(
        database.cachedStatement(sql: "SELECT case_id FROM signal_case WHERE household_id = ?"),
        arguments: [id.description]))
    let holder = try database.cachedStatement(
      sql: "SELECT case_id FROM case_signal WHERE signal_id = ?")
    for signal in signals {
      ids.formUnion(try String.fetchAll(holder, arguments: [signal.description]))
    }
    return ListedHousehold(
      signals: signals, receivedOn: received,
      cases: try ids.sorted().map { try known($0, onListOf: day) })
  }

  func keep(_ changed: KnownCase) throws {
    let id = changed.id.description
    try database.execute(
      sql: """
        INSERT INTO signal_case (case_id, household_id, matched_on) VALUES (?, ?, ?)
        ON CONFLICT (case_id) DO NOTHING
        """, arguments: [id, changed.household.description, changed.matchedOn.description])
    // What came in on a later day stands already: this is put upon it, not under it.
    let last = try String.fetchOne(
      database, sql: "SELECT max(recorded_on) FROM case_entry WHERE case_id = ?", arguments: [id])
    let day = max(last ?? "", date.description)
    for signal in changed.signals.sorted() {
      try database.execute(
        sql: """
          INSERT INTO case_signal (case_id, signal_id, added_on) VALUES (?, ?, ?)
          ON CONFLICT (case_id, signal_id) DO NOTHING
          """, arguments: [id, signal.description, day])
    }
    let now = changed.now
    try database.execute(
      sql: """
        INSERT INTO case_entry
          (case_id, recorded_on, picked_up_on, help_accepted_on, result, closed_on, is_picked_up)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (case_id, recorded_on) DO UPDATE SET
          picked_up_on = excluded.picked_up_on, help_accepted_on = excluded.help_accepted_on,
          result = excluded.result, closed_on = excluded.closed_on,
          is_picked_up = excluded.is_picked_up
        """,
      arguments: [
        id, day, now.pickedUpOn?.description, now.helpAcceptedOn?.description,
        now.result?.rawValue, now.closedOn?.description, now.isPickedUp,
      ])
    try database.execute(
      sql: "DELETE FROM contact_attempt WHERE case_id = ? AND recorded_on = ?",
      arguments: [id, day])
    for (number, attempt) in now.attempts.enumerated() {
      try database.execute(
        sql: """
          INSERT INTO contact_attempt
            (case_id, recorded_on, number, contacted_on, means, day_part, reached)
          VALUES (?, ?, ?, ?, ?, ?, ?)
          """,
        arguments: [
          id, day, number + 1, attempt.contactedOn.description, attempt.means.rawValue,
          attempt.dayPart?.rawValue, attempt.reached?.rawValue,
        ])
    }
  }

  private func known(_ text: String, onListOf day: CalendarDate) throws -> KnownCase {
    guard let id = CaseID(text),
      let row = try Row.fetchOne(
        database,
        sql: """
          SELECT household_id, matched_on, max(iif(recorded_on < ?, recorded_on, NULL)),
            max(recorded_on)
          FROM signal_case JOIN case_entry USING (case_id) WHERE case_id = ?
          """, arguments: [day.description, text]),
      let household = HouseholdID(row[0] as String),
      let matchedOn = CalendarDate(iso: row[1] as String)
    else { throw CaseRows.damaged }
    let before: String? = row[2]
    let signals = try String.fetchAll(
      database, sql: "SELECT signal_id FROM case_signal WHERE case_id = ?", arguments: [text])
    return KnownCase(
      id: id, household: household, matchedOn: matchedOn,
      signals: Set(signals.compactMap { SignalID($0) }),
      before: try before.map { try CaseRows.entries(of: id, recordedOn: $0, in: database) },
      now: try CaseRows.entries(of: id, recordedOn: row[3], in: database))
  }
}

/// The cases of a municipality that no run was remembered of: there are none.
private struct NoCases: CaseBook {
  func household(_ id: HouseholdID, onListOf date: CalendarDate) -> ListedHousehold? { nil }
  func keep(_ changed: KnownCase) {}
}

extension StateStore: CaseMemory {
  public func changeCases(
    of municipality: MunicipalityDefinition, on date: CalendarDate, isTrial: Bool,
    _ change: (any CaseBook) throws -> Void
  ) throws {
    guard holdsState(of: municipality) else { return try change(NoCases()) }
    try withState(of: municipality) { state in
      try state.inTransaction { database in
        try change(StoredCases(database: database, date: date))
        try CaseRows.markPickedUp(in: database)
        return isTrial ? .rollback : .commit
      }
    }
  }
}
