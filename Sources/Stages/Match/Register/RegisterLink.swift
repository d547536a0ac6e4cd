internal import Model

/// A row of the register that may be of a person.
struct RegisterCandidate: Hashable {
  var row: Int
  /// Hundredths of a bit.
  var weight: Int32
  var evidence: RegisterEvidence
}

/// Decides what the register answers about a person, whoever weighed the candidates.
///
/// One row is the answer when it weighs enough and is well ahead of every other; a row that ties with
/// another is none. So the order of the candidates does not matter.
///
/// - Source: `wabb/12`, `domain-matching`.
struct RegisterLink {
  /// Hundredths of a bit.
  var leastWeight: Int32
  var leastMargin: Int32

  /// What came of the candidates.
  enum Answer: Equatable {
    case one(RegisterCandidate, margin: Int32)
    case several(weight: Int32, margin: Int32)
    case nobody(weight: Int32)
  }

  /// Chooses among candidates, each row of the register once.
  ///
  /// - Complexity: O(*n*).
  func answer(_ candidates: some Sequence<RegisterCandidate>) -> Answer {
    var best: RegisterCandidate?
    var second: Int32 = 0
    for candidate in candidates {
      guard let known = best else {
        best = candidate
        continue
      }
      if candidate.weight > known.weight {
        second = max(second, known.weight)
        best = candidate
      } else {
        second = max(second, candidate.weight)
      }
    }
    guard let best else { return .nobody(weight: 0) }
    guard best.weight >= leastWeight else { return .nobody(weight: best.weight) }
    let margin = best.weight - second
    return margin >= leastMargin
      ? .one(best, margin: margin) : .several(weight: best.weight, margin: margin)
  }
}
