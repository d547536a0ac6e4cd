/// What people answered about pairs of signals, in the order of their ids: each pair once, the smaller id
/// first.
public struct Reviews: StageTable {
  public static let fileName = "reviews"

  public var arena = ByteArena()

  public var signalID: [SignalID] = []
  public var otherSignalID: [SignalID] = []
  public var answer: [ReviewAnswer] = []
  /// What the pair weighed when the answer was first obeyed, in hundredths of a bit; absent for a new one.
  public var weight: [Int32?] = []

  public init() {}

  public var count: Int { signalID.count }

  public static let columns: [StageColumn<Reviews>] = [
    .identifier("signal_id", \.signalID),
    .identifier("other_signal_id", \.otherSignalID),
    .word("answer", \.answer),
    .optionalInteger("weight", \.weight),
  ]
}
