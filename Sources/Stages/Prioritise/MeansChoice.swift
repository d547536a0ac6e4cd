internal import Model

/// Which means of contact can be used for a household.
///
/// A number that is not there cannot be called and a post-office box cannot be visited. A letter can be
/// sent to everybody but those whose address a person must release first, which is office work; so no
/// household is without means.
struct MeansChoice: Hashable {
  let priorityClass: PriorityClass
  let hasPhone: Bool
  let hasEmail: Bool
  let canBeVisited: Bool
  var canBeWritten = true

  /// Returns the usable ones of a class's means, in the same order; a letter or office work if none is left.
  func usable(of means: [ContactMeans]) -> [ContactMeans] {
    let usable = means.filter { means in
      switch means {
      case .phone, .textMessage: hasPhone
      case .mail: hasEmail
      case .visit, .card: canBeVisited
      case .letter: canBeWritten
      case .administrative, .appointment: true
      }
    }
    guard usable.isEmpty else { return usable }
    return canBeWritten ? [.letter] : [.administrative]
  }
}
