internal import Model

/// Which means of contact can be used for a household.
///
/// A number that is not there cannot be called and a post-office box cannot be visited; a letter can
/// always be sent, so no household is without means.
struct MeansChoice: Hashable {
  let priorityClass: PriorityClass
  let hasPhone: Bool
  let hasEmail: Bool
  let canBeVisited: Bool

  /// Returns the usable ones of a class's means, in the same order; a letter if none is left.
  func usable(of means: [ContactMeans]) -> [ContactMeans] {
    let usable = means.filter { means in
      switch means {
      case .phone, .textMessage: hasPhone
      case .mail: hasEmail
      case .visit, .card: canBeVisited
      case .letter, .administrative, .appointment: true
      }
    }
    return usable.isEmpty ? [.letter] : usable
  }
}
