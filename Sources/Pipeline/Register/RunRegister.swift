internal import Definitions
internal import Diagnostics
internal import Model

/// The extracts that a run reads, none when its pipeline names no register.
struct RunRegister: Sendable {
  let extracts: [MunicipalityCode: RegisterExtract]
  /// What the age of the extracts says.
  let notes: [MunicipalityNote]

  /// Looks at the extract of every municipality.
  ///
  /// - Throws: Everything that is wrong with them at once.
  init(
    _ use: RegisterUse?, _ municipalities: [MunicipalityDefinition], on date: CalendarDate
  ) throws {
    var extracts: [MunicipalityCode: RegisterExtract] = [:]
    var notes: [MunicipalityNote] = []
    var problems: [Diagnostic] = []
    for municipality in use == nil ? [] : municipalities {
      guard let use else { break }
      do {
        let extract = try RegisterExtract(use, of: municipality.code)
        extracts[municipality.code] = extract
        notes += extract.notes(use.definition, on: date).map {
          MunicipalityNote($0, of: municipality.code)
        }
      } catch let problem as Diagnostic {
        problems.append(problem)
      }
    }
    guard problems.isEmpty else { throw DiagnosticList(problems) }
    self.extracts = extracts
    self.notes = notes
  }
}

extension RunParts {
  /// Reads an extract and checks that it did not change meanwhile.
  ///
  /// - Returns: The people, and what is doubtful about the extract.
  /// - Throws: A diagnostic if it cannot be used.
  func readRegister(
    _ extract: RegisterExtract?, _ use: RegisterUse?, keys: MunicipalityKeys
  ) throws -> (table: RegisterTable, notes: [Diagnostic]) {
    guard let extract, let use, let register else { return (RegisterTable(), []) }
    let read = try register.table(extract, use.definition, keys: keys)
    try extract.checkUnchanged()
    return read
  }
}

extension Runner {
  /// Keeps the citizen service numbers of those about whom the register gave one sure answer.
  ///
  /// They are read again from the extract of the run; if another stands there now, the next run keeps
  /// those of that one.
  ///
  /// - Source: `wgs/8c`, `wabb/12`.
  func keepIdentities(
    _ tables: MunicipalityTables, of municipality: MunicipalityDefinition,
    keys: MunicipalityKeys?, register: RunRegister
  ) throws {
    guard let use = pipeline.register, let source = parts.register,
      let store = parts.identities, let keys, let extract = register.extracts[municipality.code]
    else { return }
    let linked = tables.linked
    let lines = (0..<linked.count).filter { line in
      linked.outcome[line] == .unique && linked.grade[line] == .certain
        && !linked.registerRow[line].isAbsent
    }
    var identities: [KeptIdentity] = []
    if !lines.isEmpty {
      let numbers = try source.numbers(
        of: Set(lines.map { linked.registerRow[$0] }), extract, use.definition, keys: keys)
      try extract.checkUnchanged()
      identities = lines.compactMap { line in
        numbers[linked.registerRow[line]].map { number in
          KeptIdentity(
            person: linked.personID[line], row: linked.registerRow[line], number: number,
            evidence: linked.arena[linked.evidence[line]].string)
        }
      }
    }
    try store.keep(
      identities, remembered: Set(tables.history.personID).union(tables.matched.personID),
      of: municipality, on: options.referenceDate)
  }
}
