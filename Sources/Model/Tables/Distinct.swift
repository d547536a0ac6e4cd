/// Which signals are copies or repeats of another: the output of `deduplicate`.
public struct Distinct: SignalTable {
  public static let fileName = "distinct"

  public var keys = SignalKeys()
  public var arena = ByteArena()

  public var disposition: [Disposition] = []
  /// The signal that stands for this one; absent when the signal is kept for itself.
  public var sameAs: [SignalID] = []
  /// The amount of the earlier signal on the same claim, when this one reports more.
  public var grownFromCents: [Int64?] = []
  /// The signal of an earlier run on the same claim that nobody acted on yet, which this one joins;
  /// absent when the claim is new or was acted on.
  public var joins: [SignalID] = []

  public init() {}

  /// What becomes of a row: a kept one is `listed`, or `joined-case` when its claim was open already.
  ///
  /// Both stand on the list.
  public func fate(_ row: Int) -> Fate {
    disposition[row] == .kept && !joins[row].isAbsent ? .joinedCase : disposition[row].fate
  }

  public static let columns: [StageColumn<Distinct>] =
    keyColumns + [
      .word("disposition", \.disposition),
      .identifier("same_as", \.sameAs),
      .optionalInteger("grown_from_cents", \.grownFromCents),
      .identifier("joins", \.joins),
    ]
}
