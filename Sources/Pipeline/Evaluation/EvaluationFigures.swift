internal import Model

extension Evaluation.Figures {
  /// Turns counts into figures; kinds without a pair or row are left out.
  init(_ tally: EvaluationTally) {
    rows = tally.rows
    persons = tally.persons
    households = tally.households.clusters.rows > 0 ? tally.households : nil
    grades = MatchGrade.allCases.enumerated().map { index, grade in
      let pairs = tally.grades[index]
      return Evaluation.Grade(
        grade: grade.rawValue, found: pairs.found, right: pairs.right, precision: pairs.precision,
        recallShare: Share(pairs.right, of: tally.persons.pairs.real))
    }
    let types = PartnerType.allCases.map(\.rawValue)
    partnerTypes = zip(EvaluationTally.partnerTypePairs, tally.partnerTypes).compactMap {
      place, pairs in
      guard pairs.found > 0 || pairs.real > 0 else { return nil }
      return Evaluation.PartnerTypes(
        first: types[place.first], second: types[place.second], pairs: pairs)
    }
    spellings = Evaluation.Figures.spellings(tally)
  }

  private static func spellings(_ tally: EvaluationTally) -> [Evaluation.Spelling] {
    let few = Evaluation.fewPairs
    let precisions = tally.spellings.map { $0.found >= few ? $0.precision : nil }
    let recalls = tally.spellings.map { $0.real >= few ? $0.recall : nil }
    let bestPrecision = precisions.compactMap(\.self).max()
    let bestRecall = recalls.compactMap(\.self).max()
    return SpellingGroup.allCases.enumerated().compactMap { index, group in
      guard tally.spelled[index] > 0 else { return nil }
      return Evaluation.Spelling(
        spelling: group.name, rows: tally.spelled[index], pairs: tally.spellings[index],
        precisionDifference: precisions[index].flatMap { own in bestPrecision.map { own - $0 } },
        recallDifference: recalls[index].flatMap { own in bestRecall.map { own - $0 } })
    }
  }
}
