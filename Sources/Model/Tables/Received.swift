/// The admitted signals of one municipality as the partners delivered them: the output of `receive`.
///
/// Dates, amounts and words are decoded; names and addresses are still the partner's text.
public struct Received: SignalTable {
  public static let fileName = "received"

  public var keys = SignalKeys()
  public var arena = ByteArena()

  /// The partner's id, as in its feed definition.
  public var partner: [TextCell] = []
  public var partnerType: [PartnerType] = []
  /// The partner's own reference: customer or contract number, zeros kept.
  public var partnerReference: [TextCell] = []
  public var kind: [SignalKind] = []
  /// The day the municipality received it: the start of the legal clock.
  public var receivedAt: [CalendarDate] = []
  /// The day the partner sent it.
  public var signalledOn: [CalendarDate] = []
  /// The day the arrears arose.
  public var arisenOn: [CalendarDate?] = []
  /// Euro cents, above zero.
  public var amountCents: [Int64] = []
  public var crisis: [Bool] = []
  public var warmHandover: [Bool] = []
  /// The day of the eviction or the end of supply.
  public var threatOn: [CalendarDate?] = []
  public var daysInArrears: [Int32?] = []
  public var termsInArrears: [Int32?] = []
  public var birthDate: [PartialDate] = []
  /// The whole name in one text, where the partner sends it so.
  public var name: [TextCell] = []
  public var initials: [TextCell] = []
  public var givenNames: [TextCell] = []
  public var prefix: [TextCell] = []
  public var surname: [TextCell] = []
  public var partnerPrefix: [TextCell] = []
  public var partnerSurname: [TextCell] = []
  /// Street, number and addition in one text, where the partner sends it so.
  public var addressLine: [TextCell] = []
  public var street: [TextCell] = []
  public var houseNumber: [TextCell] = []
  public var houseLetter: [TextCell] = []
  public var houseAddition: [TextCell] = []
  /// The postcode, or postcode and place together, as delivered.
  public var postcode: [TextCell] = []
  public var city: [TextCell] = []
  public var phone: [TextCell] = []
  public var email: [TextCell] = []
  /// Chamber-of-commerce number.
  public var kvk: [TextCell] = []
  public var quality: [Quality] = []

  /// The columns that hold text of a delivery.
  public static let deliveredTexts: [ColumnPath<Received, TextCell>] = [
    \.partnerReference, \.kvk, \.name, \.initials, \.givenNames, \.prefix, \.surname,
    \.partnerPrefix,
    \.partnerSurname, \.addressLine, \.street, \.houseNumber, \.houseLetter, \.houseAddition,
    \.postcode, \.city, \.phone, \.email,
  ]

  public init() {}

  public static let columns: [StageColumn<Received>] =
    keyColumns + [
      .text("partner", \.partner),
      .word("partner_type", \.partnerType),
      .text("partner_ref", \.partnerReference),
      .word("kind", \.kind),
      .date("received_at", \.receivedAt),
      .date("signalled_on", \.signalledOn),
      .optionalDate("arisen_on", \.arisenOn),
      .integer("amount_cents", \.amountCents),
      .flag("crisis", \.crisis),
      .flag("warm_handover", \.warmHandover),
      .optionalDate("threat_on", \.threatOn),
      .optionalInteger("days_in_arrears", \.daysInArrears),
      .optionalInteger("terms_in_arrears", \.termsInArrears),
      .partialDate("birth_date", \.birthDate),
      .text("delivered_name", \.name),
      .text("delivered_initials", \.initials),
      .text("delivered_given_names", \.givenNames),
      .text("delivered_prefix", \.prefix),
      .text("delivered_surname", \.surname),
      .text("delivered_partner_prefix", \.partnerPrefix),
      .text("delivered_partner_surname", \.partnerSurname),
      .text("delivered_address_line", \.addressLine),
      .text("delivered_street", \.street),
      .text("delivered_house_number", \.houseNumber),
      .text("delivered_house_letter", \.houseLetter),
      .text("delivered_house_addition", \.houseAddition),
      .text("delivered_postcode", \.postcode),
      .text("delivered_city", \.city),
      .text("delivered_phone", \.phone),
      .text("delivered_email", \.email),
      .text("kvk", \.kvk),
      .quality("quality", \.quality),
    ]
}
