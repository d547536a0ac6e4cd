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
  /// - Parameters:
  ///   - tables: What the stage reads.
  ///   - model: What agreement weighs.
  ///   - keepsNumbering: Whether values of others are to be compared with those of the records.
  /// - Complexity: O(*n* log *n*).
  init(_ tables: MunicipalityTables, model: LinkageModel, keepsNumbering: Bool = true) {
    signals = MatchSignals(tables, keepsNumbering: keepsNumbering)
    let records = signals.records
    let threads = Threads.count(forRecords: records.count)
    let (rarity, rows) = Threads.both {
      ValueRarity(records)
    } _: {
      PassRows(records, threads: 1)
    }
    let found = PersonLinks.find(
      PairComparison(records: records, rarity: rarity), rows, model: model, threads: threads)
    links = found.links
    weigher = found.weigher
    reviewed = ReviewedSignals(tables.reviews, signals.records)
    clusters = PersonClusters(links, weigher, reviewed: reviewed.binding)
    persons = clusters.persons()
    evidence = reviewed.settled(PersonGrades(persons, clusters, weigher).evidence)
  }
}
