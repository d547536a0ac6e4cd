/// What a person answers when asked whether two signals are of one resident.
public enum ReviewAnswer: String, CaseIterable, Sendable {
  case same = "zelfde"
  case different = "niet-zelfde"
  case unsure = "onzeker"
}

/// Why a pair of signals stands in ``ReviewPairs``.
public enum ReviewCause: String, CaseIterable, Sendable {
  /// What speaks for one person and what against it weigh nearly the same.
  case nearZero = "near-zero"
  /// More speaks for one person than against it, but a contradiction or a rival kept them apart.
  case keptApart = "kept-apart"
  /// One of the two is graded `twijfel`.
  case doubtful = "doubtful"
  /// Somebody answered that they are two people; other answers make them one.
  case overruled = "answers-contradict"
  /// Somebody answered, and the answer holds.
  case answered = "answered"
  /// Somebody was not sure, and what is known has changed since: the answer holds no more.
  case lapsed = "lapsed"

  /// Whether somebody is asked to look at the pair.
  public var isAsked: Bool {
    switch self {
    case .nearZero, .keptApart, .doubtful, .overruled: true
    case .answered, .lapsed: false
    }
  }
}
