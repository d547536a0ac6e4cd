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

  public init() {}

  public static let columns: [StageColumn<Distinct>] =
    keyColumns + [
      .word("disposition", \.disposition),
      .identifier("same_as", \.sameAs),
      .optionalInteger("grown_from_cents", \.grownFromCents),
    ]
}
