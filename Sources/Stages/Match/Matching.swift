import Definitions
import Model
import Pipeline

/// Who is who in a municipality: what `match` writes down, and what an explanation looks into.
struct Matching {
  let signals: MatchSignals
  let weigher: PairWeigher
  let clusters: PersonClusters
  /// The records of each person.
  let persons: [[Int]]
  let grades: PersonGrades

  var records: MatchRecords { signals.records }

  /// Matches the signals of a municipality.
  ///
  /// - Complexity: O(*n* log *n*).
  init(_ tables: MunicipalityTables, model: LinkageModel) {
    signals = MatchSignals(tables)
    let comparison = PairComparison(
      records: signals.records, rarity: ValueRarity(signals.records))
    let found = PersonLinks.find(comparison, model: model)
    weigher = found.weigher
    clusters = PersonClusters(found.links, weigher, reviewed: ReviewedPairs())
    persons = clusters.persons()
    grades = PersonGrades(persons, clusters, weigher)
  }
}
