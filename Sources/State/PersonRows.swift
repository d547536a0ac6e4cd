internal import GRDB
internal import Model
internal import Pipeline

/// How the rows of one person are found and removed in the tables of a state file.
enum PersonRows {
  /// The ids under which a person was known.
  ///
  /// Two ids are of one person when one was merged into the other and was not parted from it since.
  static func joined(with id: PersonID, in database: Database) throws -> Set<PersonID> {
    let rows = try Row.fetchAll(
      database,
      sql: """
        SELECT person_id, other_person_id, change FROM person_change JOIN run USING (run_id)
        ORDER BY reference_date, change
        """)
    var joined: Set<[String]> = []
    for row in rows {
      let pair = [row[0] as String, row[1] as String].sorted()
      if (row[2] as String) == PersonChange.merged.rawValue {
        joined.insert(pair)
      } else {
        joined.remove(pair)
      }
    }
    var found: Set<String> = [id.description]
    var before = 0
    while before != found.count {
      before = found.count
      for pair in joined where !found.isDisjoint(with: pair) { found.formUnion(pair) }
    }
    return Set(found.compactMap { PersonID($0) })
  }

  /// Of whom the signals of a delivery were, as the last run saw it.
  static func persons(
    ofDelivery sha256: String, in database: Database
  ) throws -> [SignalID: PersonID] {
    var persons: [SignalID: PersonID] = [:]
    let rows = try Row.fetchCursor(
      database, sql: "SELECT signal_id, person_id FROM signal WHERE delivery_sha256 = ?",
      arguments: [sha256])
    while let row = try rows.next() {
      guard let signal = SignalID(row[0] as String), let person = PersonID(row[1] as String) else {
        continue
      }
      persons[signal] = person
    }
    return persons
  }

  /// The signals of persons.
  static func signals(of persons: Set<PersonID>, in database: Database) throws -> Set<SignalID> {
    try withIDs(persons.map(\.description), in: database) {
      Set(
        try String.fetchAll(
          database,
          sql: "SELECT DISTINCT signal_id FROM signal WHERE person_id IN (SELECT id FROM wanted)"
        ).compactMap { SignalID($0) })
    }
  }

  /// Removes signals with all that hangs on them.
  ///
  /// - Returns: How much went, and who has no signal any more.
  static func erase(
    _ signals: Set<SignalID>, persons: Set<PersonID>, on date: CalendarDate,
    in database: Database
  ) throws -> (rows: ForgottenRows, gone: Set<PersonID>) {
    try withIDs(signals.map(\.description), in: database) {
      var rows = ForgottenRows()
      let owners = try String.fetchAll(
        database,
        sql: "SELECT DISTINCT person_id FROM signal WHERE signal_id IN (SELECT id FROM wanted)")
      rows.signals = try RetentionRows.delete(
        "FROM signal WHERE signal_id IN (SELECT id FROM wanted)", in: database)
      rows.others += try RetentionRows.delete(
        "FROM case_signal WHERE signal_id IN (SELECT id FROM wanted)", in: database)
      rows.cases = try RetentionRows.delete(
        "FROM signal_case WHERE case_id NOT IN (SELECT case_id FROM case_signal)", in: database)
      for id in signals.sorted() {
        try database.execute(
          sql: "INSERT INTO erased (signal_id, erased_on) VALUES (?, ?) ON CONFLICT DO NOTHING",
          arguments: [id.description, date.description])
      }
      let left = try RetentionRows.persons(in: database)
      let gone = persons.union(owners.compactMap { PersonID($0) }).subtracting(left)
      for id in gone {
        rows.others += try RetentionRows.delete(
          "FROM person_change WHERE person_id = :id OR other_person_id = :id",
          ["id": id.description], in: database)
      }
      try RetentionRows.dropOrphans(&rows, in: database)
      return (rows, gone)
    }
  }

  /// What is kept of signals and persons.
  static func subject(
    _ signals: Set<SignalID>, persons: Set<PersonID>, in database: Database
  ) throws -> SubjectRows {
    try withIDs((signals.map(\.description) + persons.map(\.description)), in: database) {
      func rows(_ sql: String) throws -> [[String: String]] {
        try Row.fetchAll(database, sql: sql).map(named)
      }
      var found = SubjectRows()
      found.signals = try rows(
        """
        SELECT * FROM signal WHERE signal_id IN (SELECT id FROM wanted)
        ORDER BY received_at, signal_id
        """)
      found.listed = try rows(
        "SELECT * FROM listed WHERE signal_id IN (SELECT id FROM wanted) ORDER BY first_on, signal_id"
      )
      let cases = """
        SELECT case_id FROM case_signal WHERE signal_id IN (SELECT id FROM wanted)
        """
      found.cases = try rows(
        """
        SELECT * FROM signal_case JOIN case_entry USING (case_id) WHERE case_id IN (\(cases))
        ORDER BY case_id, recorded_on
        """)
      found.attempts = try rows(
        """
        SELECT * FROM contact_attempt WHERE case_id IN (\(cases))
        ORDER BY case_id, recorded_on, number
        """)
      found.reviews = try rows(
        """
        SELECT iif(signal_id IN (SELECT id FROM wanted), signal_id, other_signal_id) AS signal_id,
          answer, reviewed_in, lapsed_in FROM review
        WHERE signal_id IN (SELECT id FROM wanted) OR other_signal_id IN (SELECT id FROM wanted)
        ORDER BY 1, 3
        """)
      found.changes = try rows(
        """
        SELECT run_id, change, iif(person_id IN (SELECT id FROM wanted), person_id, '') AS person_id,
          iif(other_person_id IN (SELECT id FROM wanted), other_person_id, '') AS other_person_id
        FROM person_change
        WHERE person_id IN (SELECT id FROM wanted) OR other_person_id IN (SELECT id FROM wanted)
        ORDER BY run_id
        """)
      return found
    }
  }

  private static func named(_ row: Row) -> [String: String] {
    var cells: [String: String] = [:]
    for (name, value) in row {
      switch value.storage {
      case .int64(let number): cells[name] = "\(number)"
      case .string(let text) where !text.isEmpty: cells[name] = text
      default: continue
      }
    }
    return cells
  }

  /// Puts ids into a table of this connection alone, for statements to look at.
  private static func withIDs<Output>(
    _ ids: [String], in database: Database, _ work: () throws -> Output
  ) throws -> Output {
    try database.execute(
      sql: "CREATE TEMP TABLE IF NOT EXISTS wanted (id TEXT NOT NULL PRIMARY KEY)")
    try database.execute(sql: "DELETE FROM wanted")
    let insert = try database.makeStatement(
      sql: "INSERT INTO wanted (id) VALUES (?) ON CONFLICT DO NOTHING")
    for id in ids { try insert.execute(arguments: [id]) }
    return try work()
  }
}

extension PersonChanges {
  /// Adds what became of persons whose signals lie in the inbox still, and whom no history names.
  ///
  /// A delivery that comes late may hold the first signal of somebody who was known by a later one, so that the
  /// id is another from then on.
  ///
  /// - Parameters:
  ///   - tables: What the run made.
  ///   - before: Of whom the run's signals were before it.
  /// - Complexity: O(*n* log *n*) in the signals of the run.
  mutating func note(_ tables: MunicipalityTables, knownBefore before: [SignalID: PersonID]) {
    guard !before.isEmpty else { return }
    let now = tables.matched.personID
    let present = Set(now)
    var found: Set<[PersonID]> = []
    for (row, signal) in tables.received.keys.signalID.enumerated() {
      guard let earlier = before[signal], earlier != now[row], !now[row].isAbsent else { continue }
      found.insert([earlier, now[row]])
    }
    for change in found.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
      personID.append(change[0])
      self.change.append(present.contains(change[0]) ? .split : .merged)
      otherPersonID.append(change[1])
    }
  }
}
