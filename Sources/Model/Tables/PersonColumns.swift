/// A table that says of each row what matching compares: a name, a birth date, an address, contact data.
///
/// The signals of a run (``Normalised``) and those of earlier runs (``History``) hold it in columns of
/// the same names and types, so that they can be compared alike.
public protocol PersonColumns: StageTable {
  /// Capitals with a point each, such as `J.P.`.
  var initials: [TextCell] { get set }
  /// The given names in full, where they were delivered so.
  var givenNames: [TextCell] { get set }
  /// The prefix of the first surname in lower case, such as `van den`.
  var prefix: [TextCell] { get set }
  /// The surname without prefix, in the partner's letters.
  var surname: [TextCell] { get set }
  /// The other surname of somebody who uses two, without prefix.
  var partnerSurname: [TextCell] { get set }
  var birthDate: [PartialDate] { get set }
  var postcode: [Postcode] { get set }
  /// 1...99999, or 0 when there is none.
  var houseNumber: [Int32] { get set }
  /// One letter in upper case.
  var houseLetter: [TextCell] { get set }
  var houseAddition: [TextCell] { get set }
  var street: [TextCell] { get set }
  var city: [TextCell] { get set }
  /// E.164, such as `+31612345678`.
  var phone: [TextCell] { get set }
  var email: [TextCell] { get set }
  var debtorKind: [DebtorKind] { get set }
  var quality: [Quality] { get set }
  /// Of postcode, number, and letter with addition; absent when postcode or number is.
  var addressKey: [AddressKey] { get set }
}

extension PersonColumns {
  /// Adds what a row of another table says of its person and address.
  public mutating func appendPerson(_ row: Int, of other: some PersonColumns) {
    let source = other.arena
    initials.append(arena.store(source[other.initials[row]]))
    givenNames.append(arena.store(source[other.givenNames[row]]))
    prefix.append(arena.store(source[other.prefix[row]]))
    surname.append(arena.store(source[other.surname[row]]))
    partnerSurname.append(arena.store(source[other.partnerSurname[row]]))
    birthDate.append(other.birthDate[row])
    postcode.append(other.postcode[row])
    houseNumber.append(other.houseNumber[row])
    houseLetter.append(arena.store(source[other.houseLetter[row]]))
    houseAddition.append(arena.store(source[other.houseAddition[row]]))
    street.append(arena.store(source[other.street[row]]))
    city.append(arena.store(source[other.city[row]]))
    phone.append(arena.store(source[other.phone[row]]))
    email.append(arena.store(source[other.email[row]]))
    debtorKind.append(other.debtorKind[row])
    quality.append(other.quality[row])
    addressKey.append(other.addressKey[row])
  }

  /// Adds a row of which neither person nor address is known.
  public mutating func appendUnknownPerson() {
    initials.append(.empty)
    givenNames.append(.empty)
    prefix.append(.empty)
    surname.append(.empty)
    partnerSurname.append(.empty)
    birthDate.append(.absent)
    postcode.append(.absent)
    houseNumber.append(0)
    houseLetter.append(.empty)
    houseAddition.append(.empty)
    street.append(.empty)
    city.append(.empty)
    phone.append(.empty)
    email.append(.empty)
    debtorKind.append(.unknown)
    quality.append([])
    addressKey.append(.absent)
  }
}

extension StageColumn {
  /// A house number, or empty.
  static func houseNumber(_ name: String, _ path: ColumnPath<Table, Int32>) -> StageColumn {
    values(
      name, path, kind: "a house number or nothing",
      write: { value, out in if value > 0 { out.append(decimal: Int(value)) } },
      read: { $0.isEmpty ? 0 : $0.unsignedDecimal.flatMap { Int32(exactly: $0) } })
  }
}
