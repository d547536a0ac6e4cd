import Model
import Pipeline

/// Ids, grade and evidence of every row.
struct PersonTable {
  private var personID: [PersonID]
  private var householdID: [HouseholdID]
  private var grade: [MatchGrade]
  private var weight: [Int32]
  private var evidence: [Evidence]

  /// The most other signals of one person that a signal is compared with for its evidence.
  private static let mostCompared = 32

  /// Describes the persons that were found.
  ///
  /// - Parameters:
  ///   - persons: Which rows are one person.
  ///   - rows: The rows.
  ///   - standing: For each row the one of its claim that stands for it.
  ///   - keys: The keyed functions of the municipality.
  /// - Complexity: O(*n* log *n*).
  init(
    _ persons: Persons, _ rows: MatchRows, _ standing: Standing, keys: MunicipalityKeys
  ) {
    personID = Array(repeating: .absent, count: rows.count)
    householdID = Array(repeating: .absent, count: rows.count)
    grade = Array(repeating: .doubtful, count: rows.count)
    weight = Array(repeating: 0, count: rows.count)
    evidence = Array(repeating: [], count: rows.count)

    var sets = persons.sets
    let ids = rows.signalID
    var members: [(root: Int, row: Int)] = []
    members.reserveCapacity(rows.count)
    for row in 0..<rows.count { members.append((sets.root(row), row)) }
    members.sort {
      $0.root != $1.root ? $0.root < $1.root : ids[$0.row] < ids[$1.row]
    }
    let message = ByteArena(capacity: 64)
    var from = 0
    while from < members.count {
      var to = from + 1
      while to < members.count, members[to].root == members[from].root { to += 1 }
      let person = members[from..<to].map(\.row)
      let signals = person.filter { standing.row[$0] == $0 }
      identify(person, signals, rows, keys, message)
      for row in signals { describe(row, signals, rows, isDoubtful: persons.doubtful[row]) }
      from = to
    }
  }

  /// Gives a person and the household an id that depends on the signals alone.
  ///
  /// The person's id is of the first signal; the household is that of the last known address.
  ///
  /// - Parameters:
  ///   - person: All rows of the person, in the order of signal ids.
  ///   - signals: Those of them that no other stands for.
  ///   - rows: The rows of the municipality.
  ///   - keys: Its keyed functions.
  ///   - message: Scratch memory.
  private mutating func identify(
    _ person: [Int], _ signals: [Int], _ rows: MatchRows, _ keys: MunicipalityKeys,
    _ message: ByteArena
  ) {
    var first = person[0]
    for row in person where rows.signalledOn[row] < rows.signalledOn[first] { first = row }
    var last: Int?
    for row in signals {
      guard !rows.address[row].isAbsent else { continue }
      if let known = last, rows.signalledOn[row] <= rows.signalledOn[known] { continue }
      last = row
    }
    let id: PersonID = Self.derive(rows.signalID[first], keys.person, message)
    let household: HouseholdID =
      last.map { Self.derive(rows.address[$0], keys.household, message) }
      ?? Self.derive(id, keys.household, message)
    for row in person {
      personID[row] = id
      householdID[row] = household
    }
  }

  private static func derive<Source, Result>(
    _ source: Identifier<Source>, _ key: SipHash, _ message: ByteArena
  ) -> Identifier<Result> {
    message.removeAll()
    message.append(source)
    let (high, low) = key.hash(message.bytes)
    return Identifier(high: high, low: low)
  }

  /// Says what a signal's place with its person rests on: what it has in common with the signal
  /// nearest to it, or for a single signal what is known.
  private mutating func describe(
    _ row: Int, _ person: [Int], _ rows: MatchRows, isDoubtful: Bool
  ) {
    var best: Evidence = person.count > 1 ? [] : rows.evidence(row)
    for other in person.prefix(Self.mostCompared) where other != row {
      let found = rows.evidence(row, other)
      if found.weight > weight[row] {
        weight[row] = found.weight
        best = found
      }
    }
    evidence[row] = best
    grade[row] = isDoubtful ? .doubtful : best.grade
  }

  /// The table of all rows: one that another stands for has what that one has.
  ///
  /// - Complexity: O(*n*).
  func table(_ standing: Standing, keys: SignalKeys) -> Matched {
    var matched = Matched()
    matched.keys = keys
    var cells: [TextCell?] = Array(repeating: nil, count: 32)
    for row in standing.row {
      matched.personID.append(personID[row])
      matched.householdID.append(householdID[row])
      matched.grade.append(grade[row])
      matched.weight.append(weight[row])
      let known = Int(evidence[row].rawValue)
      let cell = cells[known] ?? matched.arena.store(evidence[row])
      cells[known] = cell
      matched.evidence.append(cell)
    }
    return matched
  }
}
