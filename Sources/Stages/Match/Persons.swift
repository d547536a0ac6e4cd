import Model

/// Which rows are one person.
struct Persons {
  private(set) var sets: DisjointSets
  /// Rows that could be of more than one person.
  private(set) var doubtful: [Bool]

  /// Brings rows together.
  ///
  /// - Parameters:
  ///   - rows: The rows of a municipality.
  ///   - standing: For each row the one of its claim that stands for it.
  /// - Complexity: O(*n* log *n*).
  init(_ rows: MatchRows, _ standing: Standing) {
    sets = DisjointSets(count: rows.count)
    doubtful = Array(repeating: false, count: rows.count)
    // Reports of one claim are of one person; an older spelling may lead to the person's others.
    var active = [Bool](repeating: true, count: rows.count)
    for (row, standingRow) in standing.row.enumerated() where row != standingRow {
      sets.join(row, standingRow)
      active[row] = !rows.contradict(row, standingRow)
    }
    let links = PersonLinks(rows: rows, active: active)
    for step in PersonStep.allCases {
      var linked = sets
      links.join(step, in: &linked)
      take(linked, step, links)
    }
  }

  /// Takes over what a step linked, where nothing in it contradicts.
  private mutating func take(_ linked: DisjointSets, _ step: PersonStep, _ links: PersonLinks) {
    var linked = linked
    let count = doubtful.count
    var isNew = [Bool](repeating: false, count: count)
    for row in 0..<count {
      let root = linked.root(row)
      if sets.root(row) != root { isNew[root] = true }
    }
    var components: [(root: Int, row: Int)] = []
    for row in 0..<count {
      let root = linked.root(row)
      if isNew[root] { components.append((root, row)) }
    }
    components.sort { $0.root != $1.root ? $0.root < $1.root : $0.row < $1.row }
    var from = 0
    while from < components.count {
      var to = from + 1
      while to < components.count, components[to].root == components[from].root { to += 1 }
      let members = components[from..<to].map(\.row)
      if isOnePerson(members, step, links) {
        for row in members { sets.join(members[0], row) }
      } else {
        markDoubtful(members, step, links)
      }
      from = to
    }
  }

  /// Whether all rows that a step links can be one person.
  private mutating func isOnePerson(
    _ members: [Int], _ step: PersonStep, _ links: PersonLinks
  ) -> Bool {
    if step == .surnameOnly {
      // A surname alone does not tell which of a family it is, not even where we know one of them.
      return members.allSatisfy { links.isSurnameOnly($0) }
    }
    var seen: Set<Profile> = []
    var first: [Int] = []
    for row in members where seen.insert(links.rows.profile(row)).inserted {
      if first.contains(where: { links.rows.contradict($0, row) }) { return false }
      first.append(row)
    }
    return true
  }

  /// Marks the rows for which a step found more than one person.
  private mutating func markDoubtful(_ members: [Int], _ step: PersonStep, _ links: PersonLinks) {
    let dates = links.rows.birthDate
    for row in members {
      switch step {
      case .birthDate: doubtful[row] = true
      case .partialBirthDate: if !dates[row].isComplete { doubtful[row] = true }
      case .initial: if dates[row].isAbsent { doubtful[row] = true }
      case .surnameOnly: if links.isSurnameOnly(row) { doubtful[row] = true }
      }
    }
  }
}
