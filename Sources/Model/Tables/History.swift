/// What the municipality knew before this run: signals of earlier runs within retention.
///
/// It holds every signal but copies. Those that another one stands for (``Disposition/superseded``,
/// ``Disposition/repeated``) tell how somebody was written before, and nothing else: what is counted
/// or dated is ``counts(_:)``.
public struct History: StageTable, PersonColumns {
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
  /// What the run that read it decided on it.
  public var disposition: [Disposition] = []
  /// The signal that stood for it; absent when it was kept.
  public var sameAs: [SignalID] = []

  public var initials: [TextCell] = []
  public var givenNames: [TextCell] = []
  public var prefix: [TextCell] = []
  public var surname: [TextCell] = []
  public var partnerSurname: [TextCell] = []
  public var birthDate: [PartialDate] = []
  public var postcode: [Postcode] = []
  public var houseNumber: [Int32] = []
  public var houseLetter: [TextCell] = []
  public var houseAddition: [TextCell] = []
  public var street: [TextCell] = []
  public var city: [TextCell] = []
  public var phone: [TextCell] = []
  public var email: [TextCell] = []
  public var debtorKind: [DebtorKind] = []
  public var quality: [Quality] = []

  public init() {}

  public var count: Int { signalID.count }

  /// Whether a row is a report of its own, and not one that another stood for.
  public func counts(_ row: Int) -> Bool { disposition[row] == .kept }

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
    personID += other.personID
    householdID += other.householdID
    pickedUp += other.pickedUp
    replaced += other.replaced
    disposition += other.disposition
    sameAs += other.sameAs
    for row in 0..<other.count {
      partner.append(arena.store(other.arena[other.partner[row]]))
      partnerReference.append(arena.store(other.arena[other.partnerReference[row]]))
      appendPerson(row, of: other)
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
    .word("disposition", \.disposition),
    .identifier("same_as", \.sameAs),
    .text("initials", \.initials),
    .text("given_names", \.givenNames),
    .text("prefix", \.prefix),
    .text("surname", \.surname),
    .text("partner_surname", \.partnerSurname),
    .partialDate("birth_date", \.birthDate),
    .postcode("postcode", \.postcode),
    .houseNumber("house_number", \.houseNumber),
    .text("house_letter", \.houseLetter),
    .text("house_addition", \.houseAddition),
    .text("street", \.street),
    .text("city", \.city),
    .text("phone", \.phone),
    .text("email", \.email),
    .word("debtor_kind", \.debtorKind),
    .quality("quality", \.quality),
  ]
}
