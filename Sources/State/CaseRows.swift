internal import Diagnostics
internal import GRDB
internal import Model
internal import Pipeline

/// How cases stand in the tables `signal_case`, `case_signal`, `case_entry` and `contact_attempt`, and
/// how the lines of lists stand in `listed`.
///
/// Of a case the state keeps what stood in it at the end of each day on which it changed, so that a run of
/// any day can be repeated.
enum CaseRows {
  /// Reads the cases as they stood at the end of a day, but for those past their term.
  ///
  /// - Throws: A diagnostic if a value is not what the schema promises; it does not tell the value.
  static func read(
    from database: Database, before date: CalendarDate, _ terms: RetentionTerms
  ) throws -> RememberedCases {
    var found = RememberedCases()
    let rows = try Row.fetchCursor(
      database,
      sql: """
        SELECT case_id, signal_id, household_id, matched_on, recorded_on
        FROM signal_case JOIN case_signal USING (case_id) JOIN case_entry USING (case_id)
        WHERE added_on <= :date AND recorded_on = (
          SELECT max(recorded_on) FROM case_entry AS version
          WHERE version.case_id = signal_case.case_id AND recorded_on <= :date)
          AND NOT (\(RetentionRows.isPastClosing))
        ORDER BY case_id, signal_id
        """,
      arguments: ["date": date.description, "closed": terms.closed.description])
    var lastID = CaseID.absent
    var entries = CaseEntries()
    while let row = try rows.next() {
      guard let id = CaseID(row[0] as String), let signal = SignalID(row[1] as String),
        let household = HouseholdID(row[2] as String),
        let matchedOn = CalendarDate(iso: row[3] as String)
      else { throw damaged }
      if id != lastID {
        entries = try self.entries(of: id, recordedOn: row[4], in: database)
        for (number, attempt) in entries.attempts.enumerated() {
          found.attempts.append(attempt, number: number + 1, of: id)
        }
        lastID = id
      }
      found.cases.caseID.append(id)
      found.cases.signalID.append(signal)
      found.cases.householdID.append(household)
      found.cases.matchedOn.append(matchedOn)
      found.cases.pickedUpOn.append(entries.pickedUpOn)
      found.cases.helpAcceptedOn.append(entries.helpAcceptedOn)
      found.cases.result.append(entries.result)
      found.cases.closedOn.append(entries.closedOn)
    }
    return found
  }

  /// What stood in a case on a day on which it changed.
  static func entries(
    of id: CaseID, recordedOn day: String, in database: Database
  ) throws -> CaseEntries {
    let key: StatementArguments = [id.description, day]
    let found = try Row.fetchOne(
      database.cachedStatement(
        sql: """
          SELECT picked_up_on, help_accepted_on, result, closed_on FROM case_entry
          WHERE case_id = ? AND recorded_on = ?
          """), arguments: key)
    var entries = CaseEntries()
    guard let row = found else { throw damaged }
    entries.pickedUpOn = try date(row[0])
    entries.helpAcceptedOn = try date(row[1])
    entries.result = try word(row[2])
    entries.closedOn = try date(row[3])
    let attempts = try Row.fetchAll(
      database.cachedStatement(
        sql: """
          SELECT contacted_on, means, day_part, reached FROM contact_attempt
          WHERE case_id = ? AND recorded_on = ? ORDER BY number
          """), arguments: key)
    for row in attempts {
      guard let day = CalendarDate(iso: row[0] as String),
        let means: ContactMeans = try word(row[1])
      else { throw damaged }
      entries.attempts.append(
        CaseAttempt(
          contactedOn: day, means: means, dayPart: try word(row[2]), reached: try word(row[3])))
    }
    return entries
  }

  /// The signals that were acted on after a day alone: on that day nobody had.
  static func signalsPickedUp(
    after date: CalendarDate, in database: Database
  ) throws -> Set<SignalID> {
    let ids = try String.fetchAll(
      database,
      sql: """
        SELECT DISTINCT signal_id FROM case_signal JOIN case_entry AS later USING (case_id)
        WHERE later.is_picked_up = 1 AND later.recorded_on > :date AND NOT EXISTS (
          SELECT 1 FROM case_entry AS version WHERE version.case_id = case_signal.case_id
            AND version.is_picked_up = 1 AND version.recorded_on = (
              SELECT max(recorded_on) FROM case_entry AS last
              WHERE last.case_id = case_signal.case_id AND last.recorded_on <= :date))
        """,
      arguments: ["date": date.description])
    return Set(ids.compactMap { SignalID($0) })
  }

  /// Lets every signal say whether somebody acted on it, as its case has it now.
  ///
  /// A signal can come in again under another delivery, or be written anew by a repeated run.
  static func markPickedUp(in database: Database) throws {
    for (isPickedUp, others) in [(1, 0), (0, 1)] {
      try database.execute(
        sql: """
          UPDATE signal SET picked_up = ? WHERE picked_up = ? AND signal_id IN (
            SELECT signal_id FROM case_signal JOIN case_entry AS version USING (case_id)
            WHERE is_picked_up = ? AND recorded_on = (
              SELECT max(recorded_on) FROM case_entry AS last
              WHERE last.case_id = version.case_id))
          """, arguments: [isPickedUp, others, isPickedUp])
    }
  }

  /// Remembers which signals stood on which line of the list of a run.
  static func recordLines(
    _ tables: MunicipalityTables, rows: some Sequence<Int>, referenceDate: CalendarDate,
    in database: Database
  ) throws {
    let insert = try database.makeStatement(
      sql: """
        INSERT INTO listed (household_id, signal_id, received_on, first_on, last_on)
        VALUES (?, ?, ?, ?, ?)
        ON CONFLICT (household_id, signal_id) DO UPDATE SET
          received_on = min(received_on, excluded.received_on),
          first_on = min(first_on, excluded.first_on), last_on = max(last_on, excluded.last_on)
        """)
    let day = referenceDate.description
    for row in rows
    where tables.distinct.disposition[row] == .kept
      && !tables.matched.outcome(ofRow: row).leavesList
      && !tables.matched.householdID[row].isAbsent
    {
      try insert.execute(arguments: [
        tables.matched.householdID[row].description,
        tables.received.keys.signalID[row].description,
        tables.received.receivedAt[row].description, day, day,
      ])
    }
    try database.execute(
      sql: "DELETE FROM listed WHERE signal_id NOT IN (SELECT signal_id FROM signal)")
  }

  private static func date(_ text: String?) throws -> CalendarDate? {
    guard let text else { return nil }
    guard let date = CalendarDate(iso: text) else { throw damaged }
    return date
  }

  private static func word<Word: RawRepresentable<String>>(_ text: String?) throws -> Word? {
    guard let text else { return nil }
    guard let word = Word(rawValue: text) else { throw damaged }
    return word
  }

  static var damaged: Diagnostic {
    Diagnostic(
      .stateDamaged, ["path": "the tables of cases", "reason": "a value is not of its kind"])
  }
}

extension ContactAttempts {
  fileprivate mutating func append(_ attempt: CaseAttempt, number: Int, of id: CaseID) {
    caseID.append(id)
    self.number.append(UInt32(truncatingIfNeeded: number))
    means.append(attempt.means)
    contactedOn.append(attempt.contactedOn)
    dayPart.append(attempt.dayPart)
    reached.append(attempt.reached)
  }
}
