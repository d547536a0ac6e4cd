public import Model

/// The header of each delivery that has rows in the quarantine, so that these can be delivered again.
public struct QuarantineHeaders: StageTable {
  public static let fileName = "headers"

  public var arena = ByteArena()

  public var feed: [TextCell] = []
  public var delivery: [TextCell] = []
  /// The day it was received, from which the legal terms count.
  public var receivedAt: [CalendarDate?] = []
  /// The header row as delivered.
  public var header: [TextCell] = []

  public init() {}

  public var count: Int { delivery.count }

  public static let columns: [StageColumn<QuarantineHeaders>] = [
    .text("feed", \.feed),
    .text("delivery", \.delivery),
    .optionalDate("received_at", \.receivedAt),
    .text("header", \.header),
  ]
}
