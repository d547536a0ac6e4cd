public import Definitions
public import Diagnostics
public import Model

/// What `receive` makes of all deliveries of a run.
public struct Intake: Sendable {
  /// The admitted signals of each municipality of the pipeline, in canonical order.
  public var received: [MunicipalityCode: Received] = [:]
  /// Every data row, in canonical order.
  ///
  /// Admitted rows stand as `listed` until the stages decide.
  public var ledger = Ledger()
  /// Rows that cannot be read, by feed.
  public var quarantine: [FeedID: Quarantine] = [:]
  /// An acknowledgement of every row, by feed.
  public var receipts: [FeedID: Receipts] = [:]
  /// The deliveries that concern each municipality.
  public var deliveryLogs: [MunicipalityCode: DeliveryLog] = [:]

  /// The rows of each municipality that a correction stands in the place of: since when a claim is known.
  public var replaced: [MunicipalityCode: History] = [:]

  /// The lawful signals of each municipality that were not listed, in canonical order.
  public var setAside: [MunicipalityCode: SetAside] = [:]
  /// How many rows of each municipality were not listed, and why.
  public var counts: [MunicipalityCode: IntakeCounts] = [:]

  /// Creates an empty intake.
  public init() {}
}

/// The stage that reads deliveries: the only one that sees more than one municipality.
public protocol IntakeStage: Stage {
  /// Creates the stage for one run.
  ///
  /// - Parameters:
  ///   - settings: A value for each of ``Stage/settings``.
  ///   - pipeline: The feeds, municipalities and reference tables.
  ///   - keys: The keys of each municipality.
  init(
    settings: [String: Int], pipeline: PipelineDefinition,
    keys: [MunicipalityCode: MunicipalityKeys])

  /// Says how large all deliveries are that may come, so that memory can be kept for their rows in one piece.
  ///
  /// - Parameter bytes: The sum of their files; it changes nothing of the result.
  mutating func expect(bytes: Int)

  /// Says what may not be taken in again; comes before the first delivery.
  ///
  /// - Parameter limits: Who was erased, and since when deliveries are known.
  mutating func withhold(_ limits: IntakeLimits)

  /// Decides what can be decided of a delivery by itself; deliveries are judged side by side.
  ///
  /// - Parameter delivery: A delivery that could be read to its end.
  /// - Returns: The delivery with what was decided.
  func judge(_ delivery: DecodedDelivery) -> JudgedDelivery

  /// Takes in one delivery. Deliveries come in the order of their names.
  ///
  /// - Parameter judged: What ``judge(_:)`` made of it.
  mutating func admit(_ judged: JudgedDelivery)

  /// Notes a delivery that could not be used, or that did not come.
  ///
  /// - Parameters:
  ///   - feed: Whose delivery.
  ///   - file: Its name; empty when it did not come.
  ///   - period: The period it is about, if known.
  ///   - diagnostic: Why.
  mutating func note(feed: FeedDefinition, file: String, period: String, diagnostic: Diagnostic)

  /// Ends the intake.
  ///
  /// - Returns: All that was taken in.
  mutating func finish() -> Intake
}

extension IntakeStage {
  /// Keeps no memory.
  public mutating func expect(bytes: Int) {}

  /// Withholds nothing.
  public mutating func withhold(_ limits: IntakeLimits) {}
}

/// Rows set aside because they cannot be read.
///
/// Holds what was delivered: for the municipality only.
public struct Quarantine: SignalTable {
  public static let fileName = "quarantine"

  public var keys = SignalKeys()
  public var arena = ByteArena()

  /// The diagnostic code.
  public var code: [TextCell] = []
  /// The header of the column at fault, if one is.
  public var column: [TextCell] = []
  /// What was expected and found, without the value.
  public var problem: [TextCell] = []
  /// The row as delivered; empty when the debtor may have objected.
  public var content: [TextCell] = []

  /// The number of rows; their ids do not stand in the file.
  public var count: Int { keys.row.count }

  public init() {}

  public static let columns: [StageColumn<Quarantine>] =
    Array(keyColumns[1...]) + [
      .text("code", \.code),
      .text("column", \.column),
      .text("problem", \.problem),
      .text("content", \.content),
    ]
}

/// The acknowledgement of every row of a partner's deliveries.
///
/// Goes to the partner.
public struct Receipts: SignalTable {
  public static let fileName = "receipts"

  public var keys = SignalKeys()
  public var arena = ByteArena()

  public var partnerReference: [TextCell] = []
  public var receivedAt: [CalendarDate?] = []
  public var outcome: [ReceiptOutcome] = []
  /// What the partner may know of the reason; never more.
  public var reason: [TextCell] = []
  /// The digest of the row as delivered, which the partner can compute again; `nil` when nothing of the
  /// row may be kept.
  ///
  /// - Source: `siphash`.
  public var rowDigest: [RowDigest?] = []

  public init() {}

  public static let columns: [StageColumn<Receipts>] =
    Array(keyColumns[1...]) + [keyColumns[0]] + [
      .text("partner_ref", \.partnerReference),
      .optionalDate("received_at", \.receivedAt),
      .word("outcome", \.outcome),
      .text("reason", \.reason),
      .values(
        "row_digest", \.rowDigest, kind: "32 hexadecimal digits, or nothing",
        write: { $0?.append(to: $1) },
        read: { $0.isEmpty ? .some(nil) : RowDigest(hexadecimal: $0).map { .some($0) } }),
    ]
}

/// What a receipt says of a row.
public enum ReceiptOutcome: String, CaseIterable, Sendable {
  /// The row was taken in.
  case accepted
  /// The row cannot be read; the partner should correct it.
  case unreadable
  /// The row may not or need not be processed; the reason says why where the partner may know.
  case notTaken = "not-taken"
}
