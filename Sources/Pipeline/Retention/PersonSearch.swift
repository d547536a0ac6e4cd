internal import Definitions
internal import Model

/// Finds the signals of one person in the runs on disk, and the values that stand there.
struct PersonSearch {
  let code: String
  private(set) var persons: Set<PersonID>
  private(set) var signals: Set<SignalID>
  private(set) var traces = PersonTraces()
  /// Partner and reference of each signal: what was set aside has no person, but the same reference.
  private var claims: Set<[String]> = []

  /// Begins with what the state says.
  init(_ code: String, persons: Set<PersonID>, signals: Set<SignalID>) {
    self.code = code
    self.persons = persons
    self.signals = signals
  }

  /// Finds a person or a signal in the state of a municipality and in the runs.
  ///
  /// - Returns: `nil` if nothing is kept.
  init?(
    _ subject: RightsSubject, _ municipality: MunicipalityDefinition,
    _ memory: any PersonMemory, _ runs: [RunArchive]
  ) throws {
    let code = municipality.code.description
    switch subject {
    case .person(let id):
      let persons = try memory.persons(joinedWith: id, of: municipality)
      self.init(
        code, persons: persons, signals: try memory.signals(of: persons, in: municipality))
    case .signal(let id):
      self.init(code, persons: [], signals: [id])
    }
    let known = try memory.rows(of: signals, persons: persons, in: municipality)
    add(known.signals)
    // A run can know of a signal what an earlier one needs.
    var before = -1
    while before != signals.count {
      before = signals.count
      for run in runs { try look(in: run) }
    }
    if case .signal = subject {
      let rows = PersonRows(code: code, signals: signals, traces: traces, feeds: [])
      let isInRuns = try runs.contains { try rows.isIn($0) }
      if known.signals.isEmpty && !isInRuns { return nil }
    }
    if signals.isEmpty { return nil }
  }

  /// Adds the values of rows of the state.
  mutating func add(_ rows: [[String: String]]) {
    for cells in rows { note(cells) }
  }

  /// Looks through a run.
  ///
  /// - Complexity: O(*n*) in the signals of the municipality.
  mutating func look(in run: RunArchive) throws {
    let folder = "\(run.folder)/\(code)"
    let history = try WrittenRows.ifPresent("history", in: folder)
    let matched = try WrittenRows.ifPresent("matched", in: folder)
    for rows in [history, matched].compactMap({ $0 }) {
      for row in 0..<rows.count {
        guard let id = rows.signal(row),
          let person = rows.bytes(row, "person_id").flatMap({ PersonID(hexadecimal: $0) }),
          persons.contains(person)
        else { continue }
        signals.insert(id)
      }
    }
    let others = try ["received", "normalised"].compactMap {
      try WrittenRows.ifPresent($0, in: folder)
    }
    for rows in [history].compactMap({ $0 }) + others {
      for row in 0..<rows.count where rows.signal(row).map({ signals.contains($0) }) ?? false {
        note(rows.named(row))
      }
    }
    guard let setAside = try WrittenRows.ifPresent("set-aside", in: folder) else { return }
    for row in 0..<setAside.count
    where claims.contains([setAside[row, "partner"], setAside[row, "partner_ref"]]) {
      if let id = setAside.signal(row) { signals.insert(id) }
    }
  }

  private mutating func note(_ cells: [String: String]) {
    traces.add(cells)
    if let partner = cells["partner"], let reference = cells["partner_ref"], !persons.isEmpty {
      claims.insert([partner, reference])
    }
  }
}
