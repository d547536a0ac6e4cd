public import Definitions
internal import Diagnostics
internal import GRDB
public import Model
public import Pipeline

/// What municipalities remember between runs: one SQLite file each, never opened together.
public struct StateStore: Memory {
  let folder: String

  /// Names the folder of the state files, which need not exist yet.
  public init(folder: String) { self.folder = folder }

  public var exists: Bool { FileSystem.exists(folder) }

  public func hold(_ municipality: MunicipalityCode, waiting seconds: Int) throws -> HeldState {
    let held = try HeldState(
      folder: folder, municipality: municipality, inspection: StateVerifier(folder: folder),
      waiting: seconds)
    let path = "\(folder)/\(municipality).sqlite"
    let register = "\(folder)/\(municipality).register.sqlite"
    for (path, migrator) in [(path, Schema.migrator), (register, RegisterStore.migrator)]
    where FileSystem.exists(path) {
      try translating(path) {
        guard try !StateFile.isUpToDate(path, migrator) else { return }
        try held.change(AuditedAct(.upgrade)) { _ in
          _ = try StateFile.open(path, migrator: migrator)
        }
      }
    }
    return held
  }

  public func history(
    of municipality: MunicipalityDefinition, without deliveries: Set<String>,
    replaced: Set<String> = [], before date: CalendarDate
  ) throws -> RememberedHistory {
    let path = path(of: municipality)
    guard FileSystem.exists(path) else { return RememberedHistory() }
    let terms = RetentionTerms(municipality.retention, on: date)
    return try translating(path) {
      try open(path).read { database in
        try HistoryReading(
          without: deliveries, replaced: replaced, before: date, terms: terms
        ).read(from: database)
      }
    }
  }

  public func reviews(
    of municipality: MunicipalityDefinition, before date: CalendarDate
  ) throws -> Reviews {
    let path = path(of: municipality)
    guard FileSystem.exists(path) else { return Reviews() }
    return try translating(path) {
      try open(path).read { try ReviewRows.read(from: $0, before: date) }
    }
  }

  public func cases(
    of municipality: MunicipalityDefinition, before date: CalendarDate
  ) throws -> RememberedCases {
    let path = path(of: municipality)
    guard FileSystem.exists(path) else { return RememberedCases() }
    return try translating(path) {
      try open(path).read {
        try CaseRows.read(
          from: $0, before: date, RetentionTerms(municipality.retention, on: date))
      }
    }
  }

  public func deliveries(
    of municipality: MunicipalityDefinition, before date: CalendarDate
  ) throws -> [AcceptedDelivery] {
    let path = path(of: municipality)
    guard FileSystem.exists(path) else { return [] }
    return try translating(path) {
      try open(path).read { database in
        try Row.fetchAll(
          database,
          sql: """
            SELECT * FROM accepted_delivery WHERE accepted_on <= ? ORDER BY feed, name, sha256
            """,
          arguments: [date.description]
        ).map { try AcceptedDelivery($0) }
      }
    }
  }

  public func recordedRuns(of municipality: MunicipalityDefinition) throws -> Set<String> {
    let path = path(of: municipality)
    guard FileSystem.exists(path) else { return [] }
    return try translating(path) {
      try open(path).read { try String.fetchSet($0, sql: "SELECT run_id FROM run") }
    }
  }

  public func record(
    _ tables: MunicipalityTables, of municipality: MunicipalityDefinition, run: String,
    referenceDate: CalendarDate, deliveries: [AcceptedDelivery]
  ) throws {
    let digests = Dictionary(
      deliveries.map { ($0.name, $0.sha256) }, uniquingKeysWith: { first, _ in first })
    try FileSystem.makeFolder(folder)
    let path = path(of: municipality)
    try translating(path) {
      let database = try open(path)
      try database.write { database in
        try database.execute(
          sql: """
            INSERT INTO run (run_id, reference_date) VALUES (?, ?)
            ON CONFLICT (run_id) DO UPDATE SET reference_date = excluded.reference_date
            """,
          arguments: [run, referenceDate.description])
        let names = tables.received.keys.deliveries
        var known: [SignalID: PersonID] = [:]
        for name in names {
          guard let sha256 = digests[name] else { continue }
          try known.merge(PersonRows.persons(ofDelivery: sha256, in: database)) { first, _ in first
          }
          try database.execute(
            sql: "DELETE FROM signal WHERE delivery_sha256 = ? AND picked_up = 0",
            arguments: [sha256])
          try database.execute(
            sql: """
              INSERT INTO delivery (sha256, feed, name, run_id) VALUES (?, ?, ?, ?)
              ON CONFLICT (sha256) DO UPDATE SET run_id = excluded.run_id
              """,
            arguments: [sha256, name.feed.name, name.file, run])
        }
        try insertSignals(tables, names: names, deliveries: digests, into: database)
        var changes = tables.personChanges
        changes.note(tables, knownBefore: known)
        try insert(changes, run: run, into: database)
        for delivery in deliveries { try delivery.insert(into: database, run: run) }
        try ReviewRows.record(tables, run: run, referenceDate: referenceDate, in: database)
        let keys = tables.received.keys
        try CaseRows.recordLines(
          tables,
          rows: (0..<keys.count).lazy.filter { digests[names[Int(keys.delivery[$0])]] != nil },
          referenceDate: referenceDate, in: database)
        try CaseRows.markPickedUp(in: database)
      }
    }
  }

  /// Inserts the signals, but for copies, which say nothing new.
  private func insertSignals(
    _ tables: MunicipalityTables, names: [DeliveryName], deliveries: [DeliveryName: String],
    into database: Database
  ) throws {
    let keys = tables.received.keys
    let statement = try database.makeStatement(sql: SignalRows.insert)
    for row in 0..<keys.count where tables.distinct.disposition[row] != .technicalDuplicate {
      guard let sha256 = deliveries[names[Int(keys.delivery[row])]] else { continue }
      try statement.execute(arguments: SignalRows.values(row, of: tables, delivery: sha256))
    }
  }

  /// Inserts what became of persons of earlier runs.
  private func insert(_ changes: PersonChanges, run: String, into database: Database) throws {
    let statement = try database.makeStatement(
      sql: """
        INSERT INTO person_change (run_id, person_id, change, other_person_id)
        VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING
        """)
    for row in 0..<changes.count {
      try statement.execute(arguments: [
        run, changes.personID[row].description, changes.change[row].rawValue,
        changes.otherPersonID[row].description,
      ])
    }
  }

  /// Whether a run of a municipality was ever remembered.
  func holdsState(of municipality: MunicipalityDefinition) -> Bool {
    FileSystem.exists(path(of: municipality))
  }

  /// Opens the state of a municipality.
  func withState<Output>(
    of municipality: MunicipalityDefinition, _ work: (DatabaseQueue) throws -> Output
  ) throws -> Output {
    let path = path(of: municipality)
    return try translating(path) { try work(open(path)) }
  }

  private func path(of municipality: MunicipalityDefinition) -> String {
    "\(folder)/\(municipality.code).sqlite"
  }

  private func open(_ path: String) throws -> DatabaseQueue {
    try StateFile.open(path, migrator: Schema.migrator)
  }

  /// Turns what SQLite says into a diagnostic.
  ///
  /// GRDB withholds the values of statements.
  private func translating<Output>(_ path: String, _ work: () throws -> Output) throws -> Output {
    do { return try work() } catch let error as DatabaseError {
      throw StateFile.diagnostic(error, path)
    }
  }
}
