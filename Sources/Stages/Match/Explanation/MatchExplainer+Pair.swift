internal import Diagnostics
public import Model

extension MatchExplainer {
  /// Explains why two signals are, or are not, of one person.
  ///
  /// - Parameters:
  ///   - first: The id of a signal of this run, or of an earlier one.
  ///   - second: Another one.
  /// - Returns: Every weight and rule.
  /// - Throws: A diagnostic if either is not there, or both are one.
  /// - Complexity: O(*n*).
  public func pair(_ first: String, _ second: String) throws -> PairExplanation {
    guard let left = record(of: first), let right = record(of: second) else {
      throw Diagnostic(
        .notFound,
        ["what": "one of the signals", "hint": "both must be signals of one municipality"])
    }
    guard left != right else { throw Diagnostic(.pairIsOneSignal) }
    let (one, other) = (placeOfRecord[left], placeOfRecord[right])
    let outcome = matching.weigher.outcome(left, right)
    let judgement = GroupJudgement(
      matching.persons[one], matching.persons[other], matching.weigher)
    return PairExplanation(
      first: signal(left), second: signal(right), isOnePerson: one == other,
      decision: decision(left, right, outcome, judgement),
      groups: PairExplanation.Groups(
        first: matching.persons[one].count, second: matching.persons[other].count,
        average: judgement.average, leastAverage: Int32(PersonClusters.leastAverage),
        leastWeight: PersonClusters.least),
      estimates: estimates, steps: matching.weigher.steps(left, right), outcome: outcome,
      whatIfs: whatIfs(left, right, outcome), grades: [grade(left), grade(right)])
  }

  private func decision(
    _ left: Int, _ right: Int, _ outcome: PairExplanation.Outcome, _ judgement: GroupJudgement
  ) -> PairExplanation.Decision {
    if placeOfRecord[left] == placeOfRecord[right] {
      return outcome.joins ? .joined : .joinedByOthers
    }
    if outcome.contradiction != nil { return .contradiction }
    if !outcome.joins { return .tooLight }
    if judgement.contradicts { return .groupContradicts }
    if judgement.isTooLight { return .groupTooLight }
    return .ambiguous
  }

  private func whatIfs(
    _ left: Int, _ right: Int, _ actual: PairExplanation.Outcome
  ) -> [PairExplanation.WhatIf] {
    var found: [PairExplanation.WhatIf] = []
    for field in MatchField.allCases {
      for change in PairExplanation.WhatIf.Change.allCases {
        var pair = AlteredPair(self, left, right)
        guard pair.alter(field, change) else { continue }
        let outcome = pair.weigher(like: matching.weigher, model).outcome(0, 1)
        found.append(
          PairExplanation.WhatIf(
            field: field, change: change, outcome: outcome,
            changesOutcome: outcome.joins != actual.joins))
      }
    }
    return found
  }
}

/// What all pairs between two groups of records tell, as the groups are in the end; within one group, all
/// its pairs.
struct GroupJudgement {
  private(set) var contradicts = false
  private(set) var average: Int32 = 0
  private(set) var isTooLight = false

  /// Weighs all pairs.
  ///
  /// - Complexity: O(1): as many pairs as ``PersonClusters`` compares.
  init(_ one: PersonGroups.Slice, _ other: PersonGroups.Slice, _ weigher: PairWeigher) {
    var sum: Int64 = 0
    var pairs: Int64 = 0
    for left in one.prefix(PersonClusters.mostCompared) {
      for right in other.prefix(PersonClusters.mostCompared) where left != right {
        if weigher.contradicts(left, right) { contradicts = true }
        let weight = weigher.weight(left, right)
        sum += Int64(min(PersonClusters.most, max(-PersonClusters.most, weight)))
        pairs += 1
      }
    }
    average = Int32(sum / max(1, pairs))
    isTooLight = sum < PersonClusters.leastAverage * pairs
  }
}
