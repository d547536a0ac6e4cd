/// One delivery of an earlier run whose rows were taken in.
///
/// Holds no personal data: what the delivery declared of itself, and counts.
public struct AcceptedDelivery: Hashable, Sendable {
  public var name: DeliveryName
  /// The period that its name declares, such as `2026-10`.
  public var period: String
  /// The day of receipt that its name or sidecar declares.
  public var receivedAt: CalendarDate?
  /// Data rows.
  public var rows: Int
  /// Of the file as delivered, hexadecimal.
  public var sha256: String
  /// The names of its columns as delivered, parted by `|`.
  public var columns: String
  /// Whether it came with a file that holds its checksum.
  public var hadChecksum: Bool
  /// The reference date of the first run that took it in.
  public var acceptedOn: CalendarDate
  /// SHA-256 of the delivery that it replaced as a correction; empty if none.
  public var replaces: String

  /// Creates a delivery.
  public init(
    name: DeliveryName, period: String, receivedAt: CalendarDate?, rows: Int, sha256: String,
    columns: String, hadChecksum: Bool, acceptedOn: CalendarDate, replaces: String = ""
  ) {
    self.name = name
    self.period = period
    self.receivedAt = receivedAt
    self.rows = rows
    self.sha256 = sha256
    self.columns = columns
    self.hadChecksum = hadChecksum
    self.acceptedOn = acceptedOn
    self.replaces = replaces
  }
}

/// The deliveries that earlier runs took in, as the run read them: `delivery-history.csv.gz`.
public struct DeliveryHistory: StageTable {
  public static let fileName = "delivery-history"

  public var arena = ByteArena()

  public var feed: [TextCell] = []
  public var delivery: [TextCell] = []
  public var period: [TextCell] = []
  public var receivedAt: [CalendarDate?] = []
  public var rows: [Int] = []
  public var sha256: [TextCell] = []
  public var hadChecksum: [Bool] = []
  public var acceptedOn: [CalendarDate] = []
  public var replaces: [TextCell] = []
  /// The names of the columns as delivered, parted by `|`.
  public var columnNames: [TextCell] = []

  public init() {}

  /// Creates the table of some deliveries, in their order.
  public init(_ deliveries: [AcceptedDelivery]) {
    for delivery in deliveries { append(delivery) }
  }

  public var count: Int { feed.count }

  public static let columns: [StageColumn<DeliveryHistory>] = [
    .text("feed", \.feed),
    .text("delivery", \.delivery),
    .text("period", \.period),
    .optionalDate("received_at", \.receivedAt),
    .integer("rows", \.rows),
    .text("sha256", \.sha256),
    .flag("had_checksum", \.hadChecksum),
    .date("accepted_on", \.acceptedOn),
    .text("replaces", \.replaces),
    .text("columns", \.columnNames),
  ]

  /// The deliveries in the order of the rows.
  public var deliveries: [AcceptedDelivery] {
    (0..<count).map { row in
      AcceptedDelivery(
        name: DeliveryName(
          feed: FeedID(arena[feed[row]].string), file: arena[delivery[row]].string),
        period: arena[period[row]].string, receivedAt: receivedAt[row], rows: rows[row],
        sha256: arena[sha256[row]].string, columns: arena[columnNames[row]].string,
        hadChecksum: hadChecksum[row], acceptedOn: acceptedOn[row],
        replaces: arena[replaces[row]].string)
    }
  }

  private mutating func append(_ accepted: AcceptedDelivery) {
    feed.append(arena.store(accepted.name.feed.name))
    delivery.append(arena.store(accepted.name.file))
    period.append(arena.store(accepted.period))
    receivedAt.append(accepted.receivedAt)
    rows.append(accepted.rows)
    sha256.append(arena.store(accepted.sha256))
    hadChecksum.append(accepted.hadChecksum)
    acceptedOn.append(accepted.acceptedOn)
    replaces.append(arena.store(accepted.replaces))
    columnNames.append(arena.store(accepted.columns))
  }
}
