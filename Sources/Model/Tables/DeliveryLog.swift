/// The deliveries that were meant for one municipality and what became of each, for its lists.
public struct DeliveryLog: StageTable {
  public static let fileName = "deliveries"

  public var arena = ByteArena()

  public var feed: [TextCell] = []
  public var partner: [TextCell] = []
  /// The file's name; empty for a delivery that was expected and did not come.
  public var delivery: [TextCell] = []
  /// The month or week it is about, such as `2026-10`.
  public var period: [TextCell] = []
  public var receivedAt: [CalendarDate?] = []
  /// `accepted`, `refused`, `missing` or `replaced`.
  public var status: [DeliveryStatus] = []
  /// Rows of the whole delivery.
  public var rows: [UInt32] = []
  /// Rows of it that were admitted for this municipality.
  public var admitted: [UInt32] = []
  /// Rows that could not be read and stand in the quarantine, of whatever municipality they were.
  public var unreadable: [UInt32] = []
  /// The diagnostic code of a refusal.
  public var reason: [TextCell] = []
  /// What the calendar and the history say of it: names of ``DeliveryWord``, parted by `|`.
  public var judgement: [TextCell] = []
  /// The day by which it was due; `nil` if none was agreed.
  public var dueOn: [CalendarDate?] = []

  public init() {}

  public var count: Int { feed.count }

  public static let columns: [StageColumn<DeliveryLog>] = [
    .text("feed", \.feed),
    .text("partner", \.partner),
    .text("delivery", \.delivery),
    .text("period", \.period),
    .optionalDate("received_at", \.receivedAt),
    .word("status", \.status),
    .integer("rows", \.rows),
    .integer("admitted", \.admitted),
    .integer("unreadable", \.unreadable),
    .text("reason", \.reason),
    .text("judgement", \.judgement),
    .optionalDate("due_on", \.dueOn),
  ]
}

/// What became of a delivery.
public enum DeliveryStatus: String, CaseIterable, Sendable {
  case accepted
  case refused
  case missing
  /// Was read, and a correction stands in its place.
  case replaced
}
