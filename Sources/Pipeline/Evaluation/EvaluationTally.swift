internal import Model

/// What was counted in one municipality; the counts of several add up.
struct EvaluationTally {
  var rows = Evaluation.Rows()
  var persons = SubjectCounts()
  var households = SubjectCounts()
  /// Pairs of rows by the lower grade of the two.
  var grades = [PairCounts](repeating: PairCounts(), count: MatchGrade.allCases.count)
  /// Pairs of rows by the partner types of the two, as in ``partnerTypePairs``.
  var partnerTypes: [PairCounts]
  /// Pairs with at least one row of a spelling group.
  var spellings = [PairCounts](repeating: PairCounts(), count: SpellingGroup.allCases.count)
  /// Evaluated rows by spelling group.
  var spelled = [Int](repeating: 0, count: SpellingGroup.allCases.count)

  /// Every two partner types, also twice the same.
  static let partnerTypePairs: [(first: Int, second: Int)] = PartnerType.allCases.indices.flatMap {
    first in
    (first..<PartnerType.allCases.count).map { (first, $0) }
  }

  /// Nothing was counted.
  init() {
    partnerTypes = Array(repeating: PairCounts(), count: Self.partnerTypePairs.count)
  }

  /// Counts the rows of a municipality.
  ///
  /// - Parameters:
  ///   - run: What the run made of them.
  ///   - truth: Who is meant.
  /// - Complexity: O(*n* log *n*) in the rows.
  init(_ run: EvaluatedRows, truth: Truth) {
    self.init()
    let deliveries = run.deliveries.names.map { truth.index(of: $0) }
    var known: [(row: Int, person: Int32)] = []
    var homes: [(row: Int, household: Int32)] = []
    rows.inRun = run.row.count
    for row in run.row.indices {
      if run.isTechnicalDuplicate[row] {
        rows.technicalDuplicates += 1
        if let delivery = deliveries[Int(run.delivery[row])],
          truth.meaning(of: run.row[row], in: delivery) != nil
        {
          rows.duplicatesInTruth += 1
        }
        continue
      }
      guard let delivery = deliveries[Int(run.delivery[row])],
        let meaning = truth.meaning(of: run.row[row], in: delivery)
      else {
        rows.withoutTruth += 1
        continue
      }
      if let household = meaning.household {
        homes.append((row, household))
      } else {
        rows.withoutHousehold += 1
      }
      guard let person = meaning.person else {
        rows.withoutPerson += 1
        continue
      }
      known.append((row, person))
    }
    rows.evaluated = known.count
    let people = Contingency(
      found: known.map { run.person[$0.row] }, real: known.map(\.person))
    persons = SubjectCounts(people)
    households = SubjectCounts(
      Contingency(found: homes.map { run.household[$0.row] }, real: homes.map(\.household)))
    count(people, run, known.map(\.row))
  }

  private mutating func count(_ people: Contingency, _ run: EvaluatedRows, _ rows: [Int]) {
    let byGrade = PairMatrices(
      people, kindOf: rows.map { run.grade[$0] }, kinds: MatchGrade.allCases.count)
    for grade in grades.indices {
      grades[grade] = PairCounts(byGrade) { $0.pairs(upTo: grade) }
    }
    let byType = PairMatrices(
      people, kindOf: rows.map { run.partnerType[$0] }, kinds: PartnerType.allCases.count)
    for (index, pair) in Self.partnerTypePairs.enumerated() {
      partnerTypes[index] = PairCounts(byType) { $0[pair.first, pair.second] }
    }
    let bySpelling = PairMatrices(
      people, kindOf: rows.map { run.spelling[$0] }, kinds: SpellingGroup.allCases.count)
    for group in spellings.indices {
      spellings[group] = PairCounts(bySpelling) { $0.pairs(with: group) }
    }
    for row in rows { spelled[Int(run.spelling[row])] += 1 }
  }

  static func + (left: EvaluationTally, right: EvaluationTally) -> EvaluationTally {
    var sum = EvaluationTally()
    sum.rows = left.rows + right.rows
    sum.persons = left.persons + right.persons
    sum.households = left.households + right.households
    sum.grades = zip(left.grades, right.grades).map { $0 + $1 }
    sum.partnerTypes = zip(left.partnerTypes, right.partnerTypes).map { $0 + $1 }
    sum.spellings = zip(left.spellings, right.spellings).map { $0 + $1 }
    sum.spelled = zip(left.spelled, right.spelled).map { $0 + $1 }
    return sum
  }
}

/// Pairs and groups of persons, or of households.
public struct SubjectCounts: Sendable, Encodable {
  public var pairs = PairCounts()
  public var clusters = ClusterCounts()

  /// Nothing was counted.
  public init() {}

  init(_ groups: Contingency) {
    pairs = groups.pairs
    clusters = groups.clusters
  }

  static func + (left: SubjectCounts, right: SubjectCounts) -> SubjectCounts {
    var sum = SubjectCounts()
    sum.pairs = left.pairs + right.pairs
    sum.clusters = left.clusters + right.clusters
    return sum
  }
}
