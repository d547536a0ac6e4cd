/// The signals of one municipality with names, addresses and contact data in one form: the output of
/// `normalise`.
public struct Normalised: SignalTable, PersonColumns {
  public static let fileName = "normalised"

  public var keys = SignalKeys()
  public var arena = ByteArena()

  /// Capitals with a point each, such as `J.P.`.
  public var initials: [TextCell] = []
  /// The prefix of the first surname in lower case, such as `van den`.
  public var prefix: [TextCell] = []
  /// The surname without prefix, in the partner's letters.
  public var surname: [TextCell] = []
  public var partnerPrefix: [TextCell] = []
  /// The other surname of somebody who uses two, without prefix.
  public var partnerSurname: [TextCell] = []
  public var birthDate: [PartialDate] = []
  public var debtorKind: [DebtorKind] = []
  /// The given names in full, such as `Jan Peter`; empty where only initials are known.
  public var givenNames: [TextCell] = []
  public var postcode: [Postcode] = []
  /// 1...99999, or 0 when there is none.
  public var houseNumber: [Int32] = []
  /// One letter in upper case.
  public var houseLetter: [TextCell] = []
  public var houseAddition: [TextCell] = []
  public var street: [TextCell] = []
  public var city: [TextCell] = []
  /// E.164, such as `+31612345678`.
  public var phone: [TextCell] = []
  /// Another number of the same cell, in the same form.
  public var secondPhone: [TextCell] = []
  public var email: [TextCell] = []
  public var municipality: [UInt16] = []
  /// Of postcode, number, and letter with addition; absent when postcode or number is.
  public var addressKey: [AddressKey] = []
  public var quality: [Quality] = []

  public init() {}

  public static let columns: [StageColumn<Normalised>] =
    keyColumns + [
      .text("initials", \.initials),
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
      .values(
        "municipality", \.municipality, kind: "a municipality code of four digits",
        write: { $1.append(decimal: Int($0), width: 4) },
        read: { $0.count == 4 ? $0.unsignedDecimal.flatMap { UInt16(exactly: $0) } : nil }),
      .identifier("address_key", \.addressKey),
      .quality("quality", \.quality),
      .text("partner_prefix", \.partnerPrefix),
      .word("debtor_kind", \.debtorKind),
      .text("given_names", \.givenNames),
      .text("second_phone", \.secondPhone),
    ]
}
