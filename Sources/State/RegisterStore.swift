public import Definitions
internal import Diagnostics
internal import GRDB
public import Model
public import Pipeline

/// Keeps citizen service numbers: one SQLite file for each municipality, apart from what else it
/// remembers, readable by its owner only.
///
/// A number stands here only for a person about whom the register gave one sure answer, with the
/// evidence that it is theirs. Nothing that stands elsewhere is made of it.
///
/// - Source: `wgs/8c`, `wabb/10`, `wabb/12`.
public struct RegisterStore: IdentityStore {
  private let folder: String

  /// Names the folder of the state files, which need not exist yet.
  public init(folder: String) { self.folder = folder }

  public func keep(
    _ identities: [KeptIdentity], remembered: Set<PersonID>,
    of municipality: MunicipalityDefinition, on date: CalendarDate
  ) throws {
    let path = "\(folder)/\(municipality.code).register.sqlite"
    guard !identities.isEmpty || FileSystem.exists(path) else { return }
    try FileSystem.makeFolder(folder)
    do {
      let database = try StateFile.open(
        path, migrator: RegisterStore.migrator, isPrivate: true)
      try database.write { database in
        let statement = try database.makeStatement(
          sql: """
            INSERT INTO identity (person_id, register_row, bsn, attached_on, evidence)
            VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (person_id) DO UPDATE SET
              register_row = excluded.register_row, bsn = excluded.bsn,
              attached_on = excluded.attached_on, evidence = excluded.evidence
            WHERE register_row <> excluded.register_row OR bsn <> excluded.bsn
              OR evidence <> excluded.evidence
            """)
        for identity in identities.sorted(by: { $0.person < $1.person }) {
          try statement.execute(arguments: [
            identity.person.description, identity.row.description, identity.number.digits.value,
            date.description, identity.evidence,
          ])
        }
        let known = try String.fetchAll(database, sql: "SELECT person_id FROM identity")
        for id in known where PersonID(id).map({ !remembered.contains($0) }) ?? true {
          try database.execute(sql: "DELETE FROM identity WHERE person_id = ?", arguments: [id])
        }
      }
    } catch let error as DatabaseError {
      // The message of a constraint could tell a value; its code tells enough.
      throw Diagnostic(
        .stateDamaged, ["path": path, "reason": "SQLite says: code \(error.resultCode.rawValue)"])
    }
  }

  /// The tables of a store; migrations are only ever added.
  static let migrator: DatabaseMigrator = {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("2026-11-22 identities") { database in
      try database.execute(
        sql: """
          CREATE TABLE identity (
            person_id TEXT NOT NULL PRIMARY KEY CHECK (length(person_id) = 32),
            register_row TEXT NOT NULL CHECK (length(register_row) = 32),
            bsn TEXT NOT NULL CHECK (length(bsn) = 9),
            attached_on TEXT NOT NULL,
            evidence TEXT NOT NULL CHECK (length(evidence) > 0)
          ) STRICT;
          """)
    }
    return migrator
  }()
}
