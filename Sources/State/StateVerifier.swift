internal import Diagnostics
internal import GRDB
internal import Model
public import Pipeline

/// Checks the files of a state folder: that SQLite finds them whole, and that every value is of its kind.
public struct StateVerifier: Sendable {
  private let folder: String

  /// Names the state folder.
  public init(folder: String) { self.folder = folder }

  /// Checks every state file.
  ///
  /// Nothing is written: a file of an earlier version stays as it is.
  ///
  /// - Returns: What was found, file by file, in the order of their names; none without a folder.
  /// - Complexity: O(*n*) in the size of the files.
  public func verify() -> [VerifiedState] {
    (FileSystem.names(in: folder) ?? []).filter { $0.hasSuffix(".sqlite") }.map { name in
      VerifiedState(name: name, problems: problems(of: "\(folder)/\(name)"))
    }
  }

  /// Looks at every state file without reading all of it: its pages, and whether a later version wrote it.
  ///
  /// - Returns: As ``verify()``.
  /// - Complexity: O(*n*) in the size of the files, without their indexes.
  public func glance() -> [VerifiedState] {
    (FileSystem.names(in: folder) ?? []).filter { $0.hasSuffix(".sqlite") }.map { name in
      let migrator = name.hasSuffix(".register.sqlite") ? RegisterStore.migrator : Schema.migrator
      return VerifiedState(
        name: name,
        problems: problems(of: "\(folder)/\(name)") { database in
          if try migrator.hasBeenSuperseded(database) {
            return ["it was written by a newer version"]
          }
          return try String.fetchAll(database, sql: "PRAGMA quick_check").filter { $0 != "ok" }
        })
    }
  }

  private func problems(of path: String, isReadOnly: Bool = true) -> [String] {
    problems(of: path, isReadOnly: isReadOnly) { database in
      var problems = try String.fetchAll(database, sql: "PRAGMA integrity_check")
        .filter { $0 != "ok" }
      if try Row.fetchOne(database, sql: "PRAGMA foreign_key_check") != nil {
        problems.append("a row points to another that is not there")
      }
      if try database.tableExists("signal") { problems += try values(in: database) }
      return problems
    }
  }

  private func problems(
    of path: String, isReadOnly: Bool = true, found by: (Database) throws -> [String]
  ) -> [String] {
    do {
      var configuration = Configuration()
      configuration.readonly = isReadOnly
      return try DatabaseQueue(path: path, configuration: configuration).read(by)
    } catch let error as DatabaseError {
      return ["SQLite says: \(error.message ?? "code \(error.resultCode)")"]
    } catch {
      return ["it cannot be read"]
    }
  }

  /// Reads every signal as a run would.
  private func values(in database: Database) throws -> [String] {
    var history = History()
    let statement = try database.makeStatement(sql: SignalRows.select)
    let rows = try Row.fetchCursor(statement)
    var cells = SignalCells(statement)
    do {
      while try rows.next() != nil {
        cells.next = SignalRows.deliveryColumn + 1
        try history.append(&cells, isPickedUp: false, isReplaced: false)
      }
    } catch is Diagnostic {
      return ["a value of a signal is not of its kind"]
    }
    return []
  }
}

extension StateVerifier: StateInspection {
  /// Lets SQLite complete or undo an interrupted change, and checks the file.
  public func problems(ofInterrupted path: String) -> [String] {
    problems(of: path, isReadOnly: false)
  }
}

/// What was found of one state file.
public struct VerifiedState: Encodable, Sendable {
  /// The file's name.
  public var name: String
  /// One English sentence each; no values.
  public var problems: [String]
}
