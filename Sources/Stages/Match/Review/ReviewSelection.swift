import Model

/// Picks the pairs of signals that somebody should look at: those that were decided on little.
///
/// Of two persons, and of two halves that one light link makes one person, the heaviest pair stands for
/// all. What somebody answered is not asked again; neither is a pair of which nothing is of this run.
///
/// - Complexity: O(*n* log *n*) for *n* links.
struct ReviewSelection {
  /// Between these, in hundredths of a bit, it is not sure which way a pair went.
  static let uncertain: ClosedRange<Int32> = -200...300
  /// An answer that somebody was not sure holds until the weight has changed by more than this.
  private static let newEvidence: Int32 = 200

  private let weigher: PairWeigher
  private let evidence: [PersonEvidence]
  private let isInRun: [Bool]
  /// The person of each record.
  private var person: [UInt32]
  private var chosen: [Choice] = []
  private var answered: [Choice] = []
  /// Persons between whom an answer holds.
  private var settled: Set<UInt64> = []
  /// Records that an answer brings together, or leaves together.
  private var answeredTogether: DisjointSets

  private struct Choice {
    var link: PersonLink
    var cause: ReviewCause
    var isJoined: Bool

    /// How little is sure: first what others overruled, then what was decided against its own weight.
    var distance: Int32 {
      if cause == .overruled { return -1 }
      return !isJoined && link.weight > 0 ? 0 : Int32(link.weight.magnitude)
    }
  }

  /// Picks.
  ///
  /// - Parameters:
  ///   - links: In the order of their records.
  ///   - persons: The records of each person.
  ///   - weigher: Weighs any other pair.
  ///   - reviewed: What people answered.
  ///   - evidence: The grade of each record.
  ///   - isInRun: Whether a record is of this run.
  init(
    _ links: [PersonLink], _ persons: PersonGroups, _ weigher: PairWeigher,
    _ reviewed: ReviewedSignals,
    evidence: [PersonEvidence], isInRun: [Bool]
  ) {
    self.weigher = weigher
    self.evidence = evidence
    self.isInRun = isInRun
    person = persons.placeOfRecord
    answeredTogether = DisjointSets(count: evidence.count)
    take(reviewed, links)
    pick(links)
  }

  /// The persons of two records that are of two; `nil` when they are of one.
  private func persons(_ first: UInt32, _ second: UInt32) -> UInt64? {
    let (one, other) = (person[Int(first)], person[Int(second)])
    return one == other ? nil : UInt64(min(one, other)) << 32 | UInt64(max(one, other))
  }

  /// Notes what was answered, and which answers hold no more.
  private mutating func take(_ reviewed: ReviewedSignals, _ links: [PersonLink]) {
    var heaviest: [UInt64: Int32] = [:]
    for found in reviewed.answers where found.answer == .unsure {
      if let key = persons(UInt32(found.first), UInt32(found.second)) { heaviest[key] = .min }
    }
    if !heaviest.isEmpty {
      for link in links {
        guard let key = persons(link.first, link.second), let known = heaviest[key] else {
          continue
        }
        heaviest[key] = max(known, link.weight)
      }
    }
    for found in reviewed.answers {
      let (first, second) = (UInt32(found.first), UInt32(found.second))
      let key = persons(first, second)
      var link = PersonLink(
        first: first, second: second, weight: weigher.weight(found.first, found.second))
      var cause = ReviewCause.answered
      switch found.answer {
      case .same: break
      case .different: if key == nil { cause = .overruled }
      case .unsure:
        link.weight = max(link.weight, key.flatMap { heaviest[$0] } ?? .min)
        if let before = found.weight, (link.weight - before).magnitude > Self.newEvidence {
          cause = .lapsed
        }
      }
      let choice = Choice(link: link, cause: cause, isJoined: key == nil)
      if cause == .overruled, isOfThisRun(link) {
        chosen.append(choice)
      } else {
        answered.append(choice)
      }
      if cause == .lapsed { continue }
      if let key { settled.insert(key) } else { answeredTogether.join(found.first, found.second) }
    }
  }

  private func isOfThisRun(_ link: PersonLink) -> Bool {
    isInRun[Int(link.first)] || isInRun[Int(link.second)]
  }

  private func isDoubtful(_ record: UInt32) -> Bool { evidence[Int(record)].grade == .doubtful }

  private mutating func pick(_ links: [PersonLink]) {
    var between: [UInt64: PersonLink] = [:]
    var best: [UInt32: PersonLink] = [:]
    var light: [PersonLink] = []
    var together = answeredTogether
    for link in links {
      let key = persons(link.first, link.second)
      if key == nil, link.weight > Self.uncertain.upperBound {
        together.join(Int(link.first), Int(link.second))
      }
      guard link.weight >= Self.uncertain.lowerBound, isOfThisRun(link) else { continue }
      let isInDoubt = isDoubtful(link.first) || isDoubtful(link.second)
      // Nothing in such a pair tells who it is; nobody who looks at it could say either.
      if !isInDoubt, link.weight == PairWeigher.nobodyInParticular { continue }
      if let key {
        if !settled.contains(key) { Self.keep(link, in: &between[key]) }
      } else if link.weight <= Self.uncertain.upperBound {
        light.append(link)
      }
      for record in [link.first, link.second] where key == nil && isDoubtful(record) {
        Self.keep(link, in: &best[record])
      }
    }
    for link in between.values { choose(link, isJoined: false) }
    light.sort(by: Self.isHeavier)
    for link in light {
      let (first, second) = (Int(link.first), Int(link.second))
      guard together.root(first) != together.root(second) else { continue }
      together.join(first, second)
      choose(link, isJoined: true)
    }
    var seen = Set(chosen.map { UInt64($0.link.first) << 32 | UInt64($0.link.second) })
    for link in best.values.sorted(by: Self.isHeavier) {
      guard answeredTogether.root(Int(link.first)) != answeredTogether.root(Int(link.second)),
        seen.insert(UInt64(link.first) << 32 | UInt64(link.second)).inserted
      else { continue }
      choose(link, isJoined: true)
    }
  }

  private mutating func choose(_ link: PersonLink, isJoined: Bool) {
    let cause: ReviewCause =
      if isDoubtful(link.first) || isDoubtful(link.second) {
        .doubtful
      } else if !isJoined,
        link.weight > 0
      { .keptApart } else { .nearZero }
    chosen.append(Choice(link: link, cause: cause, isJoined: isJoined))
  }

  private static func keep(_ link: PersonLink, in known: inout PersonLink?) {
    if known.map({ isHeavier(link, $0) }) ?? true { known = link }
  }

  /// A total order: of one weight, by their records.
  private static func isHeavier(_ left: PersonLink, _ right: PersonLink) -> Bool {
    left.weight != right.weight
      ? left.weight > right.weight : (left.first, left.second) < (right.first, right.second)
  }

  /// The table of what is asked, the most doubtful first, and of what was answered.
  ///
  /// - Parameters:
  ///   - most: How many pairs are asked at most.
  ///   - ids: The id of each person.
  /// - Returns: The lines.
  func table(atMost most: Int, ids: [PersonID]) -> ReviewPairs {
    let asked = chosen.sorted { left, right in
      left.distance != right.distance
        ? left.distance < right.distance : Self.isHeavier(left.link, right.link)
    }.prefix(most)
    var table = ReviewPairs()
    let comparison = weigher.comparison
    for (number, choice) in (asked + answered).enumerated() {
      let (first, second) = (Int(choice.link.first), Int(choice.link.second))
      let found = comparison.agreement(first, second)
      table.pair.append(number < asked.count ? Int32(number + 1) : nil)
      table.signalID.append(comparison.records.signalID[first])
      table.otherSignalID.append(comparison.records.signalID[second])
      table.personID.append(ids[Int(person[first])])
      table.otherPersonID.append(ids[Int(person[second])])
      table.weight.append(choice.link.weight)
      table.cause.append(choice.cause)
      table.agrees.append(table.arena.store(FieldList(found)))
      table.differs.append(table.arena.store(FieldList(differing: found)))
    }
    return table
  }
}
