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
  private var groups: RecordGroups
  /// For each record the records that people said are somebody else.
  private var apart: [UInt32: Set<UInt32>] = [:]
  private let weigher: PairWeigher
  private let neighbours: LinkedRecords

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
    groups = RecordGroups(count: count)
    doubtful = Array(repeating: false, count: count)
    contested = doubtful
    let records = weigher.comparison.records
    let (ordered, marked) = Threads.both {
      Self.heaviestFirst(links)
    } _: {
      Self.surnamesAlone(links, records)
    }
    neighbours = LinkedRecords(ordered, count: count)
    for (left, right) in reviewed.different {
      apart[UInt32(left), default: []].insert(UInt32(right))
      apart[UInt32(right), default: []].insert(UInt32(left))
    }
    for (left, right) in reviewed.same where sets.root(left) != sets.root(right) {
      join(sets.root(left), sets.root(right))
    }
    for link in ordered { consider(link) }
    for (alone, other) in marked where apart[alone]?.contains(other) != true {
      doubtful[Int(alone)] = true
    }
  }

  /// Records that are no more than a surname, each with another one that tells more and may be the same person.
  ///
  /// A surname alone does not tell which of a family it is, not even where we know one of them.
  private static func surnamesAlone(
    _ links: [PersonLink], _ records: MatchRecords
  ) -> [(UInt32, UInt32)] {
    let isAlone = (0..<records.count).map { records[$0].isSurnameOnly }
    var found: [(UInt32, UInt32)] = []
    for link in links where link.weight >= PairWeigher.nobodyInParticular {
      switch (isAlone[Int(link.first)], isAlone[Int(link.second)]) {
      case (true, false): found.append((link.first, link.second))
      case (false, true): found.append((link.second, link.first))
      default: continue
      }
    }
    return found
  }

  /// Links that can join, the heaviest first; of one weight, in the order of their records.
  ///
  /// - Complexity: O(*n*).
  private static func heaviestFirst(_ links: [PersonLink]) -> [PersonLink] {
    var order = HashGroups()
    for (index, link) in links.enumerated() where link.weight > least {
      order.add(UInt64(UInt32(Int64(Int32.max) - Int64(link.weight))) << 31, row: index)
    }
    var ordered: [PersonLink] = []
    ordered.reserveCapacity(order.count)
    order.forEach { for index in $0 { ordered.append(links[Int(index)]) } }
    return ordered
  }

  private mutating func consider(_ link: PersonLink) {
    let left = sets.root(Int(link.first))
    let right = sets.root(Int(link.second))
    guard left != right else { return }
    if groups.isAlone(left), groups.isAlone(right),
      !weigher.joins(link.weight, Int(link.first), Int(link.second))
    {
      return
    }
    switch judge(left, right) {
    case .contradiction:
      contested[Int(link.first)] = true
      contested[Int(link.second)] = true
    case .tooLight: break
    case .likely:
      let isOneAmbiguous = fits(left, besides: right, link)
      let isOtherAmbiguous = fits(right, besides: left, link)
      if isOneAmbiguous { doubtful[left] = true }
      if isOtherAmbiguous { doubtful[right] = true }
      if !isOneAmbiguous && !isOtherAmbiguous { join(left, right) }
    }
  }

  private enum Judgement { case likely, tooLight, contradiction }

  /// Weighs all pairs between two groups.
  private func judge(_ one: Int, _ other: Int) -> Judgement {
    var sum: Int64 = 0
    var pairs: Int64 = 0
    var lefts = groups.records(of: one, atMost: Self.mostCompared)
    while let left = lefts.next() {
      var rights = groups.records(of: other, atMost: Self.mostCompared)
      while let right = rights.next() {
        if isApart(left, right) { return .contradiction }
        let weight = weight(Int(left), Int(right))
        sum += Int64(min(Self.most, max(-Self.most, weight)))
        pairs += 1
      }
    }
    return sum >= Self.leastAverage * pairs ? .likely : .tooLight
  }

  /// What a pair weighs, looked up where it is a link.
  ///
  /// - Complexity: O(1) while a record has few links.
  func weight(_ left: Int, _ right: Int) -> Int32 {
    neighbours.weight(UInt32(left), UInt32(right)) ?? weigher.weight(left, right)
  }

  private func isApart(_ left: UInt32, _ right: UInt32) -> Bool {
    weigher.contradicts(Int(left), Int(right)) || apart[left]?.contains(right) == true
  }

  /// Whether a record that stands alone fits another group nearly as well, which contradicts this one.
  private mutating func fits(_ alone: Int, besides group: Int, _ link: PersonLink) -> Bool {
    guard groups.isAlone(alone) else { return false }
    let record = UInt32(alone)
    for rival in neighbours.of(record) {
      // The heaviest come first.
      guard rival.weight > link.weight - Self.margin else { return false }
      let theirs = sets.root(Int(rival.record))
      if theirs == alone || theirs == group { continue }
      // A person said that it is not this one.
      if let known = apart[record], groups.contains(theirs, where: known.contains) { continue }
      var lefts = groups.records(of: theirs, atMost: Self.mostCompared)
      while let left = lefts.next() {
        var rights = groups.records(of: group, atMost: Self.mostCompared)
        while let right = rights.next() { if isApart(left, right) { return true } }
      }
    }
    return false
  }

  /// The records of each person, each in rising order, by the first.
  ///
  /// - Complexity: O(*n*).
  func persons() -> PersonGroups { PersonGroups(sets, count: doubtful.count) }

  private mutating func join(_ left: Int, _ right: Int) {
    sets.join(left, right)
    groups.join(left, right, as: sets.root(left))
  }
}
