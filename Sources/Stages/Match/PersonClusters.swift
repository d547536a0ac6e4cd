import Model

/// What people decided about pairs of records, which binds.
struct ReviewedPairs {
  /// Pairs of records that are one person.
  var same: [(Int, Int)] = []
  /// Pairs of records that are not.
  var different: [(Int, Int)] = []
}

/// Which records are one person.
///
/// Links are taken from the heaviest to the lightest. Two groups become one when all pairs between them
/// together speak for it, and nothing contradicts: so one light link never chains two people. A record
/// that fits two groups which contradict each other is left alone.
///
/// - Source: `fellegi-sunter`, `domain-matching`.
struct PersonClusters {
  private(set) var sets: DisjointSets
  /// Records that could be of more than one person.
  private(set) var doubtful: [Bool]
  /// Records that a contradiction kept apart from what they otherwise fit.
  private(set) var contested: [Bool]
  private var members: [UInt32: [UInt32]] = [:]
  /// For each record the records that people said are somebody else.
  private var apart: [UInt32: Set<UInt32>] = [:]
  private let weigher: PairWeigher

  /// A link below this, in hundredths of a bit, joins nobody.
  static let least: Int32 = -50
  /// What the pairs between two groups must weigh on average.
  static let leastAverage: Int64 = -450
  /// No pair counts for more, or against by more, in an average.
  static let most: Int32 = 700
  /// The most records of a group that are compared one by one.
  static let mostCompared = 24
  /// How much heavier one of two contradicting links must be to decide.
  private static let margin: Int32 = 100

  /// Brings records together.
  ///
  /// - Parameters:
  ///   - links: Pairs and their weights.
  ///   - weigher: Weighs any other pair.
  ///   - reviewed: What people decided.
  /// - Complexity: O(*n* log *n*) for *n* links.
  init(_ links: [PersonLink], _ weigher: PairWeigher, reviewed: ReviewedPairs) {
    self.weigher = weigher
    let count = weigher.comparison.records.count
    sets = DisjointSets(count: count)
    doubtful = Array(repeating: false, count: count)
    contested = doubtful
    for (left, right) in reviewed.different {
      apart[UInt32(left), default: []].insert(UInt32(right))
      apart[UInt32(right), default: []].insert(UInt32(left))
    }
    for (left, right) in reviewed.same where sets.root(left) != sets.root(right) {
      join(sets.root(left), sets.root(right))
    }
    let ordered = Self.heaviestFirst(links)
    let neighbours = Neighbours(ordered, count: count)
    for link in ordered { consider(link, neighbours) }
    for link in links { markSurnameOnly(link) }
  }

  /// A surname alone does not tell which of a family it is, not even where we know one of them.
  private mutating func markSurnameOnly(_ link: PersonLink) {
    let records = weigher.comparison.records
    let (first, second) = (Int(link.first), Int(link.second))
    guard link.weight >= PairWeigher.nobodyInParticular,
      apart[link.first]?.contains(link.second) != true
    else { return }
    let (one, other) = (records.isSurnameOnly(first), records.isSurnameOnly(second))
    if one && !other { doubtful[first] = true }
    if other && !one { doubtful[second] = true }
  }

  /// Links that can join, the heaviest first; of one weight, in the order of their records.
  ///
  /// - Complexity: O(*n*).
  private static func heaviestFirst(_ links: [PersonLink]) -> [PersonLink] {
    var order = HashGroups()
    for (index, link) in links.enumerated() where link.weight > least {
      order.add(UInt64(Int64(Int32.max) - Int64(link.weight)), row: index)
    }
    var ordered: [PersonLink] = []
    order.forEach { ordered += $0.map { links[Int($0)] } }
    return ordered
  }

  private mutating func consider(_ link: PersonLink, _ neighbours: Neighbours) {
    let left = sets.root(Int(link.first))
    let right = sets.root(Int(link.second))
    guard left != right else { return }
    let one = group(left)
    let other = group(right)
    switch judge(one, other) {
    case .contradiction:
      contested[Int(link.first)] = true
      contested[Int(link.second)] = true
    case .tooLight: break
    case .likely:
      let isOneAmbiguous = one.count == 1 && fits(one[0], besides: other, link, neighbours)
      let isOtherAmbiguous = other.count == 1 && fits(other[0], besides: one, link, neighbours)
      if isOneAmbiguous { doubtful[left] = true }
      if isOtherAmbiguous { doubtful[right] = true }
      if !isOneAmbiguous && !isOtherAmbiguous { join(left, right) }
    }
  }

  private enum Judgement { case likely, tooLight, contradiction }

  /// Weighs all pairs between two groups.
  private func judge(_ one: [UInt32], _ other: [UInt32]) -> Judgement {
    var sum: Int64 = 0
    var pairs: Int64 = 0
    for left in one.prefix(Self.mostCompared) {
      for right in other.prefix(Self.mostCompared) {
        if isApart(left, right) { return .contradiction }
        let weight = weigher.weight(Int(left), Int(right))
        sum += Int64(min(Self.most, max(-Self.most, weight)))
        pairs += 1
      }
    }
    return sum >= Self.leastAverage * pairs ? .likely : .tooLight
  }

  private func isApart(_ left: UInt32, _ right: UInt32) -> Bool {
    weigher.contradicts(Int(left), Int(right)) || apart[left]?.contains(right) == true
  }

  /// Whether a record that stands alone fits another group nearly as well, which contradicts this one.
  private mutating func fits(
    _ record: UInt32, besides group: [UInt32], _ link: PersonLink, _ neighbours: Neighbours
  ) -> Bool {
    for rival in neighbours.of(record) where rival.weight > link.weight - Self.margin {
      let theirs = self.group(sets.root(Int(rival.record)))
      if theirs.contains(record) || group.contains(rival.record) { continue }
      // A person said that it is not this one.
      if let known = apart[record], theirs.contains(where: known.contains) { continue }
      for left in theirs.prefix(Self.mostCompared)
      where group.prefix(Self.mostCompared).contains(where: { isApart(left, $0) }) {
        return true
      }
    }
    return false
  }

  /// The records of each person, each in rising order, by the first.
  ///
  /// - Complexity: O(*n*).
  func persons() -> [[Int]] {
    var sets = sets
    var places: [Int: Int] = [:]
    var persons: [[Int]] = []
    for record in 0..<doubtful.count {
      let root = sets.root(record)
      if root == record {
        places[root] = persons.count
        persons.append([record])
      } else if let place = places[root] {
        persons[place].append(record)
      }
    }
    return persons
  }

  private func group(_ root: Int) -> [UInt32] { members[UInt32(root)] ?? [UInt32(root)] }

  private mutating func join(_ left: Int, _ right: Int) {
    let all = group(left) + group(right)
    sets.join(left, right)
    let root = UInt32(sets.root(left))
    members[UInt32(left)] = nil
    members[UInt32(right)] = nil
    members[root] = all
  }
}

/// The links of each record.
private struct Neighbours {
  struct Neighbour {
    var record: UInt32
    var weight: Int32
  }

  private var starts: [UInt32]
  private var entries: [Neighbour]

  init(_ links: [PersonLink], count: Int) {
    starts = Array(repeating: 0, count: count + 1)
    for link in links {
      starts[Int(link.first) + 1] += 1
      starts[Int(link.second) + 1] += 1
    }
    for index in 1..<starts.count { starts[index] += starts[index - 1] }
    var next = starts
    entries = Array(repeating: Neighbour(record: 0, weight: 0), count: links.count * 2)
    for link in links {
      entries[Int(next[Int(link.first)])] = Neighbour(record: link.second, weight: link.weight)
      next[Int(link.first)] += 1
      entries[Int(next[Int(link.second)])] = Neighbour(record: link.first, weight: link.weight)
      next[Int(link.second)] += 1
    }
  }

  /// Heaviest first.
  func of(_ record: UInt32) -> ArraySlice<Neighbour> {
    entries[Int(starts[Int(record)])..<Int(starts[Int(record) + 1])]
  }
}
