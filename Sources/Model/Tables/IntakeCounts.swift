/// How many rows of each delivery `receive` did not list, by what became of them: one line for each
/// delivery, fate and reason, in that order.
///
/// Rows of which nothing may be kept are counted here and stand nowhere else.
public struct IntakeCounts: StageTable {
  public static let fileName = "intake-counts"

  public var arena = ByteArena()

  public var feed: [TextCell] = []
  public var delivery: [TextCell] = []
  public var fate: [Fate] = []
  /// As in the ledger.
  public var reason: [TextCell] = []
  public var rows: [UInt32] = []

  public init() {}

  public var count: Int { feed.count }

  public static let columns: [StageColumn<IntakeCounts>] = [
    .text("feed", \.feed),
    .text("delivery", \.delivery),
    .word("fate", \.fate),
    .text("reason", \.reason),
    .integer("rows", \.rows),
  ]
}
