import Definitions
import Model
import Pipeline

/// Who is who in a municipality: what `match` writes down, and what an explanation looks into.
struct Matching {
  let signals: MatchSignals
  /// The pairs that may be of one person.
  let links: [PersonLink]
  let weigher: PairWeigher
  let clusters: PersonClusters
  /// The records of each person.
  let persons: PersonGroups
  /// What people decided, which binds.
  let reviewed: ReviewedSignals
  /// What each record's place rests on, and its grade.
  let evidence: [PersonEvidence]

  var records: MatchRecords { signals.records }

  /// Matches the signals of a municipality.
  ///
  /// - Complexity: O(*n* log *n*).
  init(_ tables: MunicipalityTables, model: LinkageModel) {
    signals = MatchSignals(tables)
    let comparison = PairComparison(
      records: signals.records, rarity: ValueRarity(signals.records))
    let found = PersonLinks.find(comparison, model: model)
    links = found.links
    weigher = found.weigher
    reviewed = ReviewedSignals(tables.reviews, signals.records)
    clusters = PersonClusters(links, weigher, reviewed: reviewed.binding)
    persons = clusters.persons()
    evidence = reviewed.settled(PersonGrades(persons, clusters, weigher).evidence)
  }
}
