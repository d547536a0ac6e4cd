/// How a command ends.
///
/// A code that is not here is a failure.
public enum ExitStatus: Int32, CaseIterable, Sendable {
  case complete = 0
  case incomplete = 3
  case refused = 4
  case locked = 11
  case keyMissing = 12
  case stateDamaged = 13
  case usage = 64
  case data = 65
  case inputAbsent = 66
  case defect = 70
  case cannotCreate = 73
  case inputOutput = 74
  case temporary = 75
  case definition = 78

  /// What the code means, for the manual.
  public var meaning: String {
    switch self {
    case .complete: "complete; also when there was nothing new"
    case .incomplete:
      "complete, but rows or deliveries were set aside or an expected delivery is late"
    case .refused: "a quality gate refused; nothing was published and the previous list stays"
    case .locked: "another run holds the lock"
    case .keyMissing: "a key is missing or wrong"
    case .stateDamaged: "the state is damaged or was written by a newer version"
    case .usage: "the command line is wrong"
    case .data: "the file that was checked has problems"
    case .inputAbsent: "an input is absent"
    case .defect: "a defect in Voorsein"
    case .cannotCreate: "an output cannot be created"
    case .inputOutput: "reading or writing failed"
    case .temporary: "a temporary failure; try again"
    case .definition: "a definition is wrong"
    }
  }

  /// Whether a run that ends so has published its lists.
  public var isPublished: Bool { self == .complete || self == .incomplete }
}
