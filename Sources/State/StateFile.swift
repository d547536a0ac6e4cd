internal import Diagnostics
internal import GRDB
import Glibc

/// Opens SQLite files of the state folder, all in one way.
enum StateFile {
  /// Opens a file, makes it if absent, and brings it up to date.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - migrator: Its tables.
  ///   - isPrivate: Whether it and what SQLite puts beside it must be for the owner alone.
  /// - Returns: The open file.
  /// - Throws: A diagnostic if it was written by a newer version.
  static func open(
    _ path: String, migrator: DatabaseMigrator, isPrivate: Bool = false
  ) throws -> DatabaseQueue {
    if isPrivate {
      // Made before SQLite opens it, which gives its own files the same access.
      let descriptor = Glibc.open(path, O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0o600)
      guard descriptor >= 0, fchmod(descriptor, 0o600) == 0 else {
        throw Diagnostic(
          .cannotCreate, ["path": path, "reason": String(cString: strerror(errno))])
      }
      close(descriptor)
    }
    var configuration = Configuration()
    configuration.foreignKeysEnabled = true
    // A run and an import may meet; each writes for a moment.
    configuration.busyMode = .timeout(10)
    configuration.prepareDatabase { database in
      try database.execute(sql: "PRAGMA secure_delete = ON")
      try database.execute(sql: "PRAGMA synchronous = FULL")
      // A large sort would put personal data in a file outside the state folder otherwise.
      try database.execute(sql: "PRAGMA temp_store = MEMORY")
    }
    let database = try DatabaseQueue(path: path, configuration: configuration)
    try database.writeWithoutTransaction { database in
      try database.execute(sql: "PRAGMA journal_mode = WAL")
    }
    guard try database.read({ try !migrator.hasBeenSuperseded($0) }) else {
      throw Diagnostic(
        .stateDamaged, ["path": path, "reason": "it was written by a newer version"])
    }
    try migrator.migrate(database)
    return database
  }

  /// Whether a file has all tables of this version; it is not changed.
  ///
  /// - Throws: A diagnostic if it was written by a newer version.
  static func isUpToDate(_ path: String, _ migrator: DatabaseMigrator) throws -> Bool {
    var configuration = Configuration()
    configuration.readonly = true
    return try DatabaseQueue(path: path, configuration: configuration).read { database in
      guard try !migrator.hasBeenSuperseded(database) else {
        throw Diagnostic(
          .stateDamaged, ["path": path, "reason": "it was written by a newer version"])
      }
      return try migrator.hasCompletedMigrations(database)
    }
  }

  /// Writes a file anew without the room of removed rows, and empties the log beside it.
  ///
  /// - Parameter database: The open file.
  /// - Throws: What SQLite says.
  static func giveBack(_ database: DatabaseQueue) throws {
    try database.vacuum()
    try database.writeWithoutTransaction { database in
      _ = try database.checkpoint(.truncate)
    }
  }

  /// What is said when SQLite cannot do something: the disk refuses, or the file is damaged.
  ///
  /// - Parameters:
  ///   - error: What SQLite says; GRDB withholds the values of statements.
  ///   - path: The file.
  ///   - isTold: Whether SQLite's own words hold no value.
  /// - Returns: A diagnostic that ends with 74 or 13.
  static func diagnostic(
    _ error: DatabaseError, _ path: String, isTold: Bool = true
  ) -> Diagnostic {
    let words = isTold ? error.message ?? "" : ""
    let reason = "SQLite says: \(words.isEmpty ? "code \(error.resultCode.rawValue)" : words)"
    switch error.resultCode.primaryResultCode {
    case .SQLITE_IOERR, .SQLITE_FULL, .SQLITE_CANTOPEN, .SQLITE_READONLY:
      return Diagnostic(.writeFailed, ["path": path, "reason": reason])
    default:
      return Diagnostic(.stateDamaged, ["path": path, "reason": reason])
    }
  }
}
