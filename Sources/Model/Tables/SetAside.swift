/// The lawful signals of a municipality that `receive` did not list, because they are below a threshold or
/// outside a window: counted, reported to their partner and to the national statistics, and never worked on.
///
/// It holds nothing of the person.
///
/// - Source: `ddas-vroegsignalering`.
public struct SetAside: SignalTable {
  public static let fileName = "set-aside"

  public var keys = SignalKeys()
  public var arena = ByteArena()

  public var partner: [TextCell] = []
  public var partnerType: [PartnerType] = []
  public var partnerReference: [TextCell] = []
  public var kind: [SignalKind] = []
  public var warmHandover: [Bool] = []
  public var receivedAt: [CalendarDate] = []
  public var signalledOn: [CalendarDate] = []
  public var arisenOn: [CalendarDate?] = []
  public var amountCents: [Int64] = []
  /// `below-threshold` or `outside-window`.
  public var fate: [Fate] = []

  public init() {}

  public static let columns: [StageColumn<SetAside>] =
    keyColumns + [
      .text("partner", \.partner),
      .word("partner_type", \.partnerType),
      .text("partner_ref", \.partnerReference),
      .word("kind", \.kind),
      .flag("warm_handover", \.warmHandover),
      .date("received_at", \.receivedAt),
      .date("signalled_on", \.signalledOn),
      .optionalDate("arisen_on", \.arisenOn),
      .integer("amount_cents", \.amountCents),
      .word("fate", \.fate),
    ]
}
