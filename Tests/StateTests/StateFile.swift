import GRDB
import TestSupport

/// The state file of Schiedam, opened beside the store.
struct StateFile {
  private let database: DatabaseQueue

  /// Opens it in a folder.
  init(in folder: TemporaryFolder) throws {
    database = try DatabaseQueue(path: folder.path("0606.sqlite"))
  }

  /// Runs a statement.
  func run(_ sql: String, _ arguments: [String] = []) throws {
    try database.write { try $0.execute(sql: sql, arguments: StatementArguments(arguments)) }
  }

  /// The rows of a query, their cells parted by `|`.
  func rows(_ sql: String) throws -> [String] {
    try database.read { database in
      try Row.fetchAll(database, sql: sql).map { row in
        row.databaseValues.map { "\($0)".replacing("\"", with: "") }.joined(separator: "|")
      }
    }
  }
}
