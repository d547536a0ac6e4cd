import Model

/// What people answered, about records in place of signals.
struct ReviewedSignals {
  /// One answer whose two signals are both known.
  struct Answer {
    var first: Int
    var second: Int
    var answer: ReviewAnswer
    /// What the pair weighed when the answer was first obeyed.
    var weight: Int32?
  }

  let answers: [Answer]

  /// Finds the records of answers.
  ///
  /// - Parameters:
  ///   - reviews: What people answered.
  ///   - records: In the order of their signal ids.
  /// - Complexity: O(*m* log *n*) for *m* answers.
  init(_ reviews: Reviews, _ records: MatchRecords) {
    func record(_ id: SignalID) -> Int? {
      var low = 0
      var high = records.count
      while low < high {
        let middle = (low + high) / 2
        if records.signalID[middle] < id { low = middle + 1 } else { high = middle }
      }
      return low < records.count && records.signalID[low] == id ? low : nil
    }
    answers = (0..<reviews.count).compactMap { row in
      guard let first = record(reviews.signalID[row]),
        let second = record(reviews.otherSignalID[row]), first != second
      else { return nil }
      return Answer(
        first: first, second: second, answer: reviews.answer[row], weight: reviews.weight[row])
    }
  }

  /// The answers that bind.
  var binding: ReviewedPairs {
    var pairs = ReviewedPairs()
    for found in answers {
      switch found.answer {
      case .same: pairs.same.append((found.first, found.second))
      case .different: pairs.different.append((found.first, found.second))
      case .unsure: continue
      }
    }
    return pairs
  }

  /// Evidence in which nothing is in doubt that a person decided: the weight keeps its grade, but for
  /// `twijfel`.
  func settled(_ evidence: [PersonEvidence]) -> [PersonEvidence] {
    var evidence = evidence
    for found in answers where found.answer == .same {
      for record in [found.first, found.second] where evidence[record].grade == .doubtful {
        evidence[record].grade = .probable
      }
    }
    return evidence
  }
}
