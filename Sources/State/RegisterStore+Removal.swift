internal import Definitions
internal import GRDB
internal import Model
internal import Pipeline

// How numbers go: with the last signal of their person, or because the person asks.
extension RegisterStore {
  /// Removes the numbers of everybody who is not remembered.
  ///
  /// - Returns: How many.
  func forget(
    allBut left: Set<PersonID>, of municipality: MunicipalityDefinition, isTrial: Bool
  ) throws -> Int {
    try remove(of: municipality, isTrial: isTrial) { !left.contains($0) }
  }

  /// Removes the numbers of persons.
  ///
  /// - Returns: How many.
  func erase(_ persons: Set<PersonID>, of municipality: MunicipalityDefinition) throws -> Int {
    try remove(of: municipality, isTrial: false) { persons.contains($0) }
  }

  /// Whether a number of one of the persons is kept.
  func holds(_ persons: Set<PersonID>, of municipality: MunicipalityDefinition) throws -> Bool {
    let path = path(of: municipality)
    guard FileSystem.exists(path) else { return false }
    return try translating(path) {
      try StateFile.open(path, migrator: RegisterStore.migrator, isPrivate: true).read { database in
        try String.fetchAll(database, sql: "SELECT person_id FROM identity")
          .contains { PersonID($0).map(persons.contains) ?? false }
      }
    }
  }

  private func remove(
    of municipality: MunicipalityDefinition, isTrial: Bool, _ goes: (PersonID) -> Bool
  ) throws -> Int {
    let path = path(of: municipality)
    guard FileSystem.exists(path) else { return 0 }
    return try translating(path) {
      let store = try StateFile.open(path, migrator: RegisterStore.migrator, isPrivate: true)
      var count = 0
      try store.inTransaction { database in
        for id in try String.fetchAll(database, sql: "SELECT person_id FROM identity")
        where PersonID(id).map(goes) ?? true {
          try database.execute(sql: "DELETE FROM identity WHERE person_id = ?", arguments: [id])
          count += 1
        }
        return isTrial ? .rollback : .commit
      }
      if !isTrial { try StateFile.giveBack(store) }
      return count
    }
  }
}
