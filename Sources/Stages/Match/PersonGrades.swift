import Definitions
import Model

/// Grades every signal of a municipality.
struct PersonGrades {
  private(set) var evidence: [PersonEvidence]

  /// What all pairs of a signal with its person must weigh on average for `zeker`, in hundredths of a bit.
  static let certain: Int32 = 600
  /// The same for `waarschijnlijk`; below, somebody must look.
  static let probable: Int32 = 0
  /// The most other signals of one person that a signal is compared with.
  static let mostCompared = 32
  /// No pair counts for more, or against by more, in an average.
  static let most: Int32 = 1500

  /// Grades.
  ///
  /// - Complexity: O(*n*).
  init(_ persons: PersonGroups, _ clusters: PersonClusters, _ weigher: PairWeigher) {
    let count = weigher.comparison.records.count
    evidence = Array(repeating: PersonEvidence(), count: count)
    let threads = Threads.count(forRecords: count)
    var nothing: [Void] = Array(repeating: (), count: threads)
    SharedRows.of(&evidence) { evidence in
      Threads.run(&nothing) { thread, _ in
        for place in Threads.part(thread, of: threads, rows: persons.count) {
          let person = persons[place]
          for record in person {
            evidence[record] = Self.evidence(record, person, clusters, weigher)
          }
        }
      }
    }
  }

  private static func evidence(
    _ record: Int, _ person: PersonGroups.Slice, _ clusters: PersonClusters,
    _ weigher: PairWeigher
  ) -> PersonEvidence {
    let isDoubtful = clusters.doubtful[record]
    var found = PersonEvidence()
    guard person.count > 1 else {
      found.fields = FieldList(weigher.comparison.records[record])
      found.grade = isDoubtful ? .doubtful : found.fields.grade(isPair: false)
      return found
    }
    var heaviest = (weight: Int32.min, record: record)
    var sum: Int64 = 0
    var pairs: Int64 = 0
    for other in person.prefix(mostCompared) where other != record {
      let weight = clusters.weight(record, other)
      sum += Int64(min(most, max(-most, weight)))
      pairs += 1
      if weight > heaviest.weight { heaviest = (weight, other) }
    }
    let agreement = weigher.comparison.agreement(record, heaviest.record)
    found.fields = FieldList(agreement)
    found.weight = heaviest.weight
    let average = Int32(sum / max(1, pairs))
    if isDoubtful || average < probable {
      found.grade = .doubtful
    } else {
      let hard = found.fields.grade(isPair: true)
      let isOtherGivenName =
        agreement.initial == .different || agreement.givenName == .different
      let isCertain =
        average >= certain && !clusters.contested[record] && !isOtherGivenName
      found.grade = hard == .certain && !isCertain ? .probable : hard
    }
    return found
  }
}
