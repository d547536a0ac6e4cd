internal import Model
internal import Pipeline

/// Asks the register about every person that matching found.
///
/// A person keeps the id; who moved within the municipality gets the household of the new address.
///
/// - Invariant: the order of the register's rows and of the signals changes no answer.
/// - Complexity: O(*n* log *n*) in the signals, O(*m*) in the register.
/// - Source: `wgs/8b`, `ddas-vroegsignalering`.
struct RegisterStep {
  private let received: Received
  private let normalised: Normalised
  private let register: RegisterTable
  private var households: HouseholdKeys
  private let link: RegisterLink
  private let comparison: RegisterComparison
  private var index: RegisterIndex
  private var linked = Linked()
  private var matched: Matched

  /// Adds what the register says to the tables; nothing when none was asked.
  ///
  /// - Returns: The places of the earlier secrets that ids of households were made with.
  static func run(
    _ tables: inout MunicipalityTables, _ matching: Matching, _ context: StageContext,
    _ addresses: KnownAddresses?
  ) -> Set<Int> {
    guard tables.register.isAsked else {
      tables.linked = Linked()
      return []
    }
    var step = RegisterStep(tables, matching, context, addresses)
    step.askAll()
    tables.matched = step.matched
    tables.linked = step.linked
    return step.households.used
  }

  private init(
    _ tables: MunicipalityTables, _ matching: Matching, _ context: StageContext,
    _ addresses: KnownAddresses?
  ) {
    received = tables.received
    normalised = tables.normalised
    var register = tables.register
    if let addresses {
      register.persons.addressKey = register.persons.addressKey.map(addresses.kept)
      register.previousAddressKey = register.previousAddressKey.map(addresses.kept)
    }
    self.register = register
    households = HouseholdKeys(context.keys, addresses, tables.history)
    matched = tables.matched
    link = RegisterLink(
      leastWeight: register.leastWeight, leastMargin: register.leastMargin)
    comparison = RegisterComparison(normalised, register, matching, model: context.matching)
    index = RegisterIndex(hash: context.keys.register)
    matched.registerOutcome = Array(repeating: .unchecked, count: matched.count)
    matched.registerFlags = Array(repeating: [], count: matched.count)
  }

  private mutating func askAll() {
    let ids = matched.personID
    let signals = matched.keys.signalID
    let order = (0..<matched.count).sorted { left, right in
      (ids[left], signals[left], left) < (ids[right], signals[right], right)
    }
    var wanted: Set<UInt64> = []
    for row in 0..<normalised.count { for key in keys(of: row) { wanted.insert(key) } }
    index.collect(register, wanted: wanted)
    var from = 0
    while from < order.count {
      var to = from + 1
      while to < order.count, ids[order[to]] == ids[order[from]] { to += 1 }
      ask(about: order[from..<to])
      from = to
    }
  }

  /// The keys under which a signal looks for its person.
  private func keys(of row: Int) -> [UInt64] {
    var keys: [UInt64] = []
    if let key = index.address(normalised.postcode[row], normalised.houseNumber[row]) {
      keys.append(key)
    }
    if !normalised.quality[row].contains(.datePlaceholder) {
      keys += index.names(normalised, row)
    }
    return keys
  }

  /// Asks about one person.
  private mutating func ask(about rows: ArraySlice<Int>) {
    var seen: Set<Int> = []
    var candidates: [RegisterCandidate] = []
    var hidesNamesake = false
    for row in rows {
      for key in keys(of: row) {
        for candidate in index.rows(of: key) where seen.insert(candidate).inserted {
          if !hidesNamesake, register.flags[candidate].contains(.secret) {
            hidesNamesake = comparison.isNamesakeThere(rows, candidate)
          }
          if let found = comparison.candidate(rows, candidate), found.evidence.isEnough {
            candidates.append(found)
          }
        }
      }
    }
    note(link.answer(candidates), about: rows, caution: hidesNamesake ? .secret : [])
  }

  /// Writes down what came of a person.
  ///
  /// - Parameters:
  ///   - answer: What the register answered.
  ///   - rows: The signals about the person.
  ///   - caution: What holds when nobody knows for sure who it is: a secret that may be theirs.
  private mutating func note(
    _ answer: RegisterLink.Answer, about rows: ArraySlice<Int>, caution: RegisterFlags
  ) {
    guard let first = rows.first else { return }
    linked.personID.append(matched.personID[first])
    var outcome = RegisterOutcome.none
    var flags = caution
    switch answer {
    case .nobody(let weight): append(weight: weight, margin: 0)
    case .several(let weight, let margin):
      outcome = .several
      append(weight: weight, margin: margin)
    case .one(let candidate, let margin):
      flags = self.flags(of: candidate.row, rows)
      outcome = flags.outcome
      append(candidate, margin: margin, flags: flags, about: rows)
    }
    linked.outcome.append(outcome)
    linked.flags.append(flags)
    for row in rows {
      matched.registerOutcome[row] = outcome
      matched.registerFlags[row] = flags
    }
  }

  /// What holds for a person: what the register says, and whether it has another address.
  private func flags(of row: Int, _ rows: ArraySlice<Int>) -> RegisterFlags {
    var flags = register.flags[row]
    guard !flags.outcome.leavesList, let latest = latestAddress(rows),
      comparison.isElsewhere(latest, row)
    else { return flags }
    flags.insert(.movedWithin)
    return flags
  }

  /// The signal that says last where the person lives, as matching chooses it.
  private func latestAddress(_ rows: ArraySlice<Int>) -> Int? {
    var last: Int?
    for row in rows where !normalised.addressKey[row].isAbsent {
      if let known = last, received.signalledOn[row] <= received.signalledOn[known] { continue }
      last = row
    }
    return last
  }

  private mutating func append(weight: Int32, margin: Int32) {
    linked.registerRow.append(.absent)
    linked.grade.append(.doubtful)
    linked.weight.append(weight)
    linked.margin.append(margin)
    linked.evidence.append(.empty)
    linked.municipality.append(0)
    linked.since.append(.absent)
    appendAddress(of: nil, key: .absent)
  }

  private mutating func append(
    _ candidate: RegisterCandidate, margin: Int32, flags: RegisterFlags, about rows: ArraySlice<Int>
  ) {
    let row = candidate.row
    let isSure = rows.allSatisfy { matched.grade[$0] == .certain }
    let grade = candidate.evidence.grade
    linked.registerRow.append(register.id(ofRow: row))
    linked.grade.append(grade == .certain && !isSure ? .probable : grade)
    linked.weight.append(candidate.weight)
    linked.margin.append(margin)
    linked.evidence.append(linked.arena.store(candidate.evidence))
    let isAway = flags.outcome == .movedAway
    linked.municipality.append(isAway ? register.municipality[row] : 0)
    let isNews = flags.outcome.leavesList || flags.contains(.movedWithin)
    linked.since.append(isNews ? register.since[row] : .absent)
    let key = register.persons.addressKey[row]
    let isOther = latestAddress(rows).map { normalised.addressKey[$0] != key } ?? true
    guard isOther, !key.isAbsent, !flags.outcome.leavesList,
      flags.isDisjoint(with: [.underInvestigation, .postalAddress])
    else { return appendAddress(of: nil, key: .absent) }
    // A secret address brings the person into its household, and is written nowhere.
    appendAddress(of: flags.contains(.secret) ? nil : row, key: key)
    let household = households.id(
      of: key, at: row, in: register.persons,
      since: rows.map { received.signalledOn[$0] }.min() ?? received.signalledOn[rows.startIndex])
    for row in rows { matched.householdID[row] = household }
  }

  private mutating func appendAddress(of row: Int?, key: AddressKey) {
    linked.addressKey.append(key)
    guard let row else {
      linked.postcode.append(.absent)
      linked.houseNumber.append(0)
      for column in Linked.addressTexts { linked[keyPath: column].append(.empty) }
      return
    }
    let persons = register.persons
    linked.postcode.append(persons.postcode[row])
    linked.houseNumber.append(persons.houseNumber[row])
    func store(_ cell: TextCell) -> TextCell { linked.arena.store(persons.arena[cell]) }
    linked.houseLetter.append(store(persons.houseLetter[row]))
    linked.houseAddition.append(store(persons.houseAddition[row]))
    linked.street.append(store(persons.street[row]))
    linked.city.append(store(persons.city[row]))
  }
}

extension Linked {
  /// The columns with the texts of an address.
  fileprivate static let addressTexts: [ColumnPath<Linked, TextCell>] = [
    \.houseLetter, \.houseAddition, \.street, \.city,
  ]
}
