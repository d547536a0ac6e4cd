internal import Model

/// The rows of each claim: one partner, one reference, one person, one threat or none.
///
/// Under one reference rows are of one person when a surname or the address connects them. Without a
/// reference they are when partner, surname and address agree, or partner, surname, initial and whole
/// birth date. Nothing connects rows that contradict each other: where a surname or address is that of
/// several people, only rows that say the same of the person belong together. So a partner that uses
/// one reference for several people does not make them one.
struct ClaimGroups {
  private let rows: ClaimRows
  private var sets: DisjointSets

  /// Finds the groups.
  ///
  /// - Complexity: O(*n* log *n*).
  init(_ rows: ClaimRows) {
    self.rows = rows
    sets = DisjointSets(count: rows.count)
    joinUnderReferences()
    joinWithoutReference()
  }

  /// Calls a function for each claim with two rows or more, of which one at least is of this run.
  ///
  /// - Parameter body: Receives the rows in rising order: those of this run before those of history.
  mutating func forEach(_ body: ([Int]) -> Void) {
    var sizes = [UInt32](repeating: 0, count: rows.count)
    for row in 0..<rows.count { sizes[sets.root(row)] += 1 }
    var groups = HashGroups()
    for row in 0..<rows.count {
      let root = sets.root(row)
      // The root is the first row of its set: rows of this run come first.
      if root < rows.own, sizes[root] > 1 { groups.add(UInt64(root), row: row) }
    }
    groups.forEach { group in
      let group = group.map { Int($0) }
      if rows.contradict(group) {
        // A row that says little connected people who contradict each other.
        for part in parts(of: group) where part.count > 1 { body(part) }
      } else {
        body(group)
      }
    }
  }

  private mutating func joinUnderReferences() {
    var groups = HashGroups()
    groups.reserve(rows.count)
    for row in 0..<rows.count where rows.hasReference[row] { groups.add(rows.claim[row], row: row) }
    groups.forEachShared { group in
      let group = group.map { Int($0) }
      joinBlocks(of: group, by: [rows.surname, rows.partnerSurname])
      joinBlocks(of: group, by: [rows.address])
      joinBare(group)
    }
  }

  private mutating func joinWithoutReference() {
    var groups = HashGroups()
    for row in 0..<rows.count where !rows.hasReference[row] && rows.hasSurname(row) {
      if rows.address[row] != 0 {
        groups.add(ClaimHash.of(rows.claim[row], address: rows.address[row]), row: row)
      }
      if rows.canMove(row) {
        groups.add(ClaimHash.of(rows.claim[row], birthDate: rows.birthDate[row]), row: row)
      }
    }
    groups.forEachShared { group in
      joinBlocks(of: group.map { Int($0) }, by: [rows.surname, rows.partnerSurname])
    }
  }

  /// A row that names nobody belongs to the others only if those are one person.
  private mutating func joinBare(_ group: [Int]) {
    let bare = group.filter { rows.isBare($0) }
    guard let first = bare.first else { return }
    join(bare)
    var persons = Set<Int>()
    for row in group where !rows.isBare(row) { persons.insert(sets.root(row)) }
    if persons.count == 1, let person = persons.first { sets.join(person, first) }
  }

  /// Joins the rows of a group that have a mark in common.
  private mutating func joinBlocks(of group: [Int], by columns: [[UInt64]]) {
    var marks: [(mark: UInt64, row: Int)] = []
    for column in columns {
      for row in group where column[row] != 0 { marks.append((column[row], row)) }
    }
    forEachBlock(&marks) { join($0) }
  }

  /// Joins rows that can all be of one person; of others only those that say the same of the person.
  private mutating func join(_ block: [Int]) {
    if !rows.contradict(block) { return joinAll(block) }
    var marks = block.map { (mark: rows.profile($0), row: $0) }
    forEachBlock(&marks) { joinAll($0) }
  }

  private mutating func joinAll(_ block: [Int]) {
    for row in block.dropFirst() { sets.join(block[0], row) }
  }

  /// Parts rows by all that is known of the person, in rising order.
  private func parts(of group: [Int]) -> [[Int]] {
    var parts: [[Int]] = []
    var place: [UInt64: Int] = [:]
    for row in group {
      let profile = rows.wholeProfile(row)
      if let known = place[profile] {
        parts[known].append(row)
      } else {
        place[profile] = parts.count
        parts.append([row])
      }
    }
    return parts
  }
}

/// Calls a function for the rows of each mark that two rows or more have.
private func forEachBlock(_ marks: inout [(mark: UInt64, row: Int)], _ body: ([Int]) -> Void) {
  marks.sort { $0.mark != $1.mark ? $0.mark < $1.mark : $0.row < $1.row }
  var from = 0
  while from < marks.count {
    var to = from + 1
    while to < marks.count, marks[to].mark == marks[from].mark { to += 1 }
    if to - from > 1 { body(marks[from..<to].map(\.row)) }
    from = to
  }
}
