/// The pairs of signals that somebody should look at, the most doubtful first, and after them those that
/// somebody answered: written by `match`.
///
/// Holds no name and no address.
public struct ReviewPairs: StageTable {
  public static let fileName = "review-pairs"

  public var arena = ByteArena()

  /// From 1, for those that are asked.
  public var pair: [Int32?] = []
  public var signalID: [SignalID] = []
  public var otherSignalID: [SignalID] = []
  /// The person that each is of; one if they are joined.
  public var personID: [PersonID] = []
  public var otherPersonID: [PersonID] = []
  /// Hundredths of a bit of evidence that they are of one person.
  public var weight: [Int32] = []
  public var cause: [ReviewCause] = []
  /// What agrees, such as `address+surname~`.
  public var agrees: [TextCell] = []
  /// What both know and does not agree.
  public var differs: [TextCell] = []

  public init() {}

  public var count: Int { signalID.count }

  /// Whether both signals of a line are of one person now.
  public func isJoined(_ line: Int) -> Bool { personID[line] == otherPersonID[line] }

  public static let columns: [StageColumn<ReviewPairs>] = [
    .optionalInteger("pair", \.pair),
    .identifier("signal_id", \.signalID),
    .identifier("other_signal_id", \.otherSignalID),
    .identifier("person_id", \.personID),
    .identifier("other_person_id", \.otherPersonID),
    .integer("weight", \.weight),
    .word("cause", \.cause),
    .text("agrees", \.agrees),
    .text("differs", \.differs),
  ]
}
