public import Model

/// The acknowledgement of a partner's deliveries as a whole: what came, when, and its digest.
///
/// Goes to the partner, beside the receipts of the rows. The digest is what `sha256sum` says of the file as
/// it was delivered.
public struct DeliveryReceipts: StageTable {
  public static let fileName = "deliveries"

  public var arena = ByteArena()

  public var feed: [TextCell] = []
  public var delivery: [TextCell] = []
  /// The month it is about, if its name says.
  public var period: [TextCell] = []
  public var receivedAt: [CalendarDate?] = []
  /// 64 hexadecimal digits; absent when the file could not be read.
  public var sha256: [TextCell] = []
  /// Data rows; 0 for a delivery that was refused.
  public var rows: [UInt32] = []
  public var unreadable: [UInt32] = []
  public var outcome: [DeliveryStatus] = []
  /// The diagnostic code, for a delivery that was refused.
  public var reason: [TextCell] = []

  public init() {}

  public var count: Int { delivery.count }

  public static let columns: [StageColumn<DeliveryReceipts>] = [
    .text("feed", \.feed),
    .text("delivery", \.delivery),
    .text("period", \.period),
    .optionalDate("received_at", \.receivedAt),
    .text("sha256", \.sha256),
    .integer("rows", \.rows),
    .integer("unreadable", \.unreadable),
    .word("outcome", \.outcome),
    .text("reason", \.reason),
  ]
}
