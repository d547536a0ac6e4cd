public import Definitions
internal import GRDB
public import Model
public import Pipeline

extension StateStore: PersonMemory {
  public func retained(of municipality: MunicipalityDefinition) throws -> RetainedSignals {
    guard holdsState(of: municipality) else { return RetainedSignals() }
    return try withState(of: municipality) { state in
      try state.read { database in
        var known = RetainedSignals()
        func ids(_ sql: String) throws -> Set<SignalID> {
          Set(try String.fetchAll(database, sql: sql).compactMap { SignalID($0) })
        }
        known.pickedUp = try ids("SELECT DISTINCT signal_id FROM signal WHERE picked_up = 1")
        known.erased = try ids("SELECT signal_id FROM erased")
        return known
      }
    }
  }

  public func earlierStarts(
    of municipality: MunicipalityDefinition
  ) throws -> [SignalID: CalendarDate] {
    guard holdsState(of: municipality) else { return [:] }
    return try withState(of: municipality) { state in
      try state.read { database in
        var starts: [SignalID: CalendarDate] = [:]
        let rows = try Row.fetchAll(
          database,
          sql: """
            SELECT signal_id, min(\(RetentionRows.start)) AS start FROM signal
            WHERE \(RetentionRows.start) < received_at GROUP BY signal_id
            """)
        for row in rows {
          guard let id = SignalID(row[0] as String), let day = CalendarDate(iso: row[1] as String)
          else { throw CaseRows.damaged }
          starts[id] = day
        }
        return starts
      }
    }
  }

  public func forget(
    past terms: RetentionTerms, of municipality: MunicipalityDefinition, isTrial: Bool
  ) throws -> ForgottenRows {
    guard holdsState(of: municipality) else { return ForgottenRows() }
    return try withState(of: municipality) { state in
      var gone = ForgottenRows()
      var left: Set<PersonID> = []
      try state.inTransaction { database in
        gone = try RetentionRows.forget(past: terms, in: database)
        left = try RetentionRows.persons(in: database)
        return isTrial ? .rollback : .commit
      }
      let numbers = RegisterStore(folder: folder)
      gone.identities = try numbers.forget(allBut: left, of: municipality, isTrial: isTrial)
      if !isTrial { try StateFile.giveBack(state) }
      return gone
    }
  }

  public func persons(
    joinedWith id: PersonID, of municipality: MunicipalityDefinition
  ) throws -> Set<PersonID> {
    guard holdsState(of: municipality) else { return [id] }
    return try withState(of: municipality) { state in
      try state.read { try PersonRows.joined(with: id, in: $0) }
    }
  }

  public func signals(
    of persons: Set<PersonID>, in municipality: MunicipalityDefinition
  ) throws -> Set<SignalID> {
    guard holdsState(of: municipality) else { return [] }
    return try withState(of: municipality) { state in
      try state.write { try PersonRows.signals(of: persons, in: $0) }
    }
  }

  public func rows(
    of signals: Set<SignalID>, persons: Set<PersonID>, in municipality: MunicipalityDefinition
  ) throws -> SubjectRows {
    guard holdsState(of: municipality) else { return SubjectRows() }
    return try withState(of: municipality) { state in
      var found = try state.write {
        try PersonRows.subject(signals, persons: persons, in: $0)
      }
      found.holdsNumber = try RegisterStore(folder: folder).holds(persons, of: municipality)
      return found
    }
  }

  public func erase(
    _ signals: Set<SignalID>, persons: Set<PersonID>, of municipality: MunicipalityDefinition,
    on date: CalendarDate
  ) throws -> ForgottenRows {
    try FileSystem.makeFolder(folder)
    return try withState(of: municipality) { state in
      var (rows, gone) = try state.write {
        try PersonRows.erase(signals, persons: persons, on: date, in: $0)
      }
      rows.identities = try RegisterStore(folder: folder).erase(gone, of: municipality)
      try StateFile.giveBack(state)
      return rows
    }
  }
}
