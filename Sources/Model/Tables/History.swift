/// What the municipality knew before this run: signals of earlier runs within retention.
public struct History: StageTable {
  public static let fileName = "history"

  public var arena = ByteArena()

  public var signalID: [SignalID] = []
  public var partner: [TextCell] = []
  public var partnerType: [PartnerType] = []
  public var partnerReference: [TextCell] = []
  public var kind: [SignalKind] = []
  public var receivedAt: [CalendarDate] = []
  public var signalledOn: [CalendarDate] = []
  public var amountCents: [Int64] = []
  public var addressKey: [AddressKey] = []
  public var personID: [PersonID] = []
  public var householdID: [HouseholdID] = []
  /// Whether the municipality acted on it.
  public var pickedUp: [Bool] = []
  /// Whether a correction stands in the place of its delivery: then it only tells since when the claim is
  /// known.
  public var replaced: [Bool] = []

  public init() {}

  public var count: Int { signalID.count }

  /// Adds the rows of another table.
  ///
  /// - Complexity: O(*n*) in its rows.
  public mutating func append(_ other: History) {
    signalID += other.signalID
    partnerType += other.partnerType
    kind += other.kind
    receivedAt += other.receivedAt
    signalledOn += other.signalledOn
    amountCents += other.amountCents
    addressKey += other.addressKey
    personID += other.personID
    householdID += other.householdID
    pickedUp += other.pickedUp
    replaced += other.replaced
    for row in 0..<other.count {
      partner.append(arena.store(other.arena[other.partner[row]]))
      partnerReference.append(arena.store(other.arena[other.partnerReference[row]]))
    }
  }

  public static let columns: [StageColumn<History>] = [
    .identifier("signal_id", \.signalID),
    .text("partner", \.partner),
    .word("partner_type", \.partnerType),
    .text("partner_ref", \.partnerReference),
    .word("kind", \.kind),
    .date("received_at", \.receivedAt),
    .date("signalled_on", \.signalledOn),
    .integer("amount_cents", \.amountCents),
    .identifier("address_key", \.addressKey),
    .identifier("person_id", \.personID),
    .identifier("household_id", \.householdID),
    .flag("picked_up", \.pickedUp),
    .flag("replaced", \.replaced),
  ]
}
