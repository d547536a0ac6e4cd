import Model

/// What matching compares of each record, in columns: signals of this run and of earlier ones, and rows
/// of a register, all alike.
///
/// Texts are folded: plain small letters and digits. A hash of 0 stands for an absent value.
struct MatchRecords {
  let arena = ByteArena()
  private(set) var signalID: [SignalID] = []
  /// The first given name, where it was delivered in full.
  private(set) var givenName: [TextCell] = []
  private(set) var givenNameHash: [UInt64] = []
  private(set) var givenNameSound: [UInt32] = []
  /// The first initial as a plain letter, of which `i`, `ij` and `y` are one; 0 when there is none.
  private(set) var initial: [UInt8] = []
  /// The second and third initial, one in each byte; 0 when there is none, and when there are so many that
  /// they may be a name in capitals.
  private(set) var furtherInitials: [UInt16] = []
  private(set) var surname: [TextCell] = []
  private(set) var surnameHash: [UInt64] = []
  private(set) var surnameSound: [UInt32] = []
  /// The other surname of somebody who uses two.
  private(set) var otherSurname: [TextCell] = []
  private(set) var otherSurnameHash: [UInt64] = []
  private(set) var otherSurnameSound: [UInt32] = []
  /// Of both surnames together, or of prefix and surname: `Berg Koopman`, `El Amrani` and `Vandenberg` may
  /// stand in one column.
  private(set) var wholeSurnameHash: [UInt64] = []
  /// Whether letters of the name were lost on the way.
  private(set) var isLossy: [Bool] = []
  /// Absent too where the date is one that systems fill in when they know none.
  private(set) var birthDate: [PartialDate] = []
  private(set) var postcode: [Postcode] = []
  private(set) var houseNumber: [Int32] = []
  /// House letter and addition together.
  private(set) var unit: [TextCell] = []
  private(set) var street: [TextCell] = []
  private(set) var streetHash: [UInt64] = []
  private(set) var addressKey: [AddressKey] = []
  private(set) var phoneHash: [UInt64] = []
  private(set) var emailHash: [UInt64] = []
  private(set) var partnerHash: [UInt64] = []
  /// Of what a home has one of at a time: a landlord, a water company, a contract with one energy supplier
  /// (another may deliver the gas); 0 where the partner's contracts are of persons.
  private(set) var homeContractHash: [UInt64] = []
  /// Of the partner and its reference.
  private(set) var referenceHash: [UInt64] = []
  private(set) var signalledOn: [CalendarDate] = []
  /// The person a signal was of in an earlier run; absent for new ones.
  private(set) var earlierPerson: [PersonID] = []

  var count: Int { signalID.count }

  /// What a record holds besides its person and address.
  struct Origin {
    var signalID: SignalID
    var signalledOn: CalendarDate
    var partner: ByteView
    var partnerType: PartnerType
    var reference: ByteView
    var earlierPerson: PersonID = .absent
  }

  /// Makes room for records.
  mutating func reserve(_ count: Int) {
    arena.reserve(count * 40)
    signalID.reserveCapacity(count)
    givenName.reserveCapacity(count)
    givenNameHash.reserveCapacity(count)
    givenNameSound.reserveCapacity(count)
    initial.reserveCapacity(count)
    furtherInitials.reserveCapacity(count)
    surname.reserveCapacity(count)
    surnameHash.reserveCapacity(count)
    surnameSound.reserveCapacity(count)
    otherSurname.reserveCapacity(count)
    otherSurnameHash.reserveCapacity(count)
    otherSurnameSound.reserveCapacity(count)
    wholeSurnameHash.reserveCapacity(count)
    isLossy.reserveCapacity(count)
    birthDate.reserveCapacity(count)
    postcode.reserveCapacity(count)
    houseNumber.reserveCapacity(count)
    unit.reserveCapacity(count)
    street.reserveCapacity(count)
    streetHash.reserveCapacity(count)
    addressKey.reserveCapacity(count)
    phoneHash.reserveCapacity(count)
    emailHash.reserveCapacity(count)
    partnerHash.reserveCapacity(count)
    homeContractHash.reserveCapacity(count)
    referenceHash.reserveCapacity(count)
    signalledOn.reserveCapacity(count)
    earlierPerson.reserveCapacity(count)
  }

  /// Adds a row of a table.
  mutating func append(_ row: Int, of table: some PersonColumns, _ origin: Origin) {
    let texts = table.arena
    appendNames(row, of: table, texts)
    birthDate.append(
      table.quality[row].contains(.datePlaceholder) ? .absent : table.birthDate[row])
    isLossy.append(table.quality[row].contains(.lossyName))
    postcode.append(table.postcode[row])
    houseNumber.append(table.houseNumber[row])
    let from = arena.count
    arena.append(folded: texts[table.houseLetter[row]])
    arena.append(folded: texts[table.houseAddition[row]])
    unit.append(arena.cell(from: from))
    let road = arena.store(folded: texts[table.street[row]])
    street.append(road)
    streetHash.append(hash(road))
    addressKey.append(table.addressKey[row])
    phoneHash.append(Self.hash(texts[table.phone[row]]))
    emailHash.append(Self.hash(ignoringCase: texts[table.email[row]]))
    signalID.append(origin.signalID)
    signalledOn.append(origin.signalledOn)
    earlierPerson.append(origin.earlierPerson)
    let partner = Self.hash(origin.partner)
    partnerHash.append(partner)
    homeContractHash.append(Self.homeContractHash(origin.partnerType, partner))
    if origin.reference.isEmpty {
      referenceHash.append(0)
    } else {
      var hash = ByteHash(7)
      hash.add(partner)
      hash.add(origin.reference)
      referenceHash.append(hash.value | 1)
    }
  }

  private mutating func appendNames(
    _ row: Int, of table: some PersonColumns, _ texts: ByteArena
  ) {
    let mark = arena.count
    var given = arena.store(folded: texts[table.givenNames[row]].firstWord)
    if given.length <= 1 {
      // A single letter is an initial.
      arena.truncate(to: mark)
      given = .empty
    }
    givenName.append(given)
    givenNameHash.append(hash(given))
    givenNameSound.append(SpellingSound.hash(arena[given]))
    let initials = texts[table.initials[row]]
    let first = Self.letter(initials)
    initial.append(first == 0 && !given.isEmpty ? Self.letter(arena[given]) : first)
    furtherInitials.append(Self.furtherInitials(initials))
    let own = arena.store(folded: texts[table.surname[row]])
    surname.append(own)
    surnameHash.append(hash(own))
    surnameSound.append(SpellingSound.hash(arena[own]))
    let other = arena.store(folded: texts[table.partnerSurname[row]])
    otherSurname.append(other)
    otherSurnameHash.append(hash(other))
    otherSurnameSound.append(SpellingSound.hash(arena[other]))
    wholeSurnameHash.append(wholeHash(own, other, texts[table.prefix[row]]))
  }

  /// The hash of both surnames together, or of prefix and surname; 0 where there is but one part.
  private func wholeHash(_ own: TextCell, _ other: TextCell, _ prefix: ByteView) -> UInt64 {
    guard !own.isEmpty, !other.isEmpty || !prefix.isEmpty else { return 0 }
    let mark = arena.count
    if other.isEmpty { arena.append(folded: prefix) }
    arena.append(arena[own])
    if !other.isEmpty { arena.append(arena[other]) }
    let whole = hash(arena.cell(from: mark))
    arena.truncate(to: mark)
    return whole
  }

  private func hash(_ cell: TextCell) -> UInt64 { Self.hash(arena[cell]) }

  private static func hash(_ text: ByteView) -> UInt64 {
    guard !text.isEmpty else { return 0 }
    var hash = ByteHash()
    hash.add(text)
    return hash.value | 1
  }

  /// Capitals in an e-mail address lead to the same mailbox.
  private static func hash(ignoringCase text: ByteView) -> UInt64 {
    guard !text.isEmpty else { return 0 }
    var hash = ByteHash()
    for index in 0..<text.count {
      let byte = text[index]
      hash.add(UInt64(byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte))
    }
    return hash.value | 1
  }

  private static func homeContractHash(_ type: PartnerType, _ partner: UInt64) -> UInt64 {
    switch type {
    case .rent: 1
    case .water: 2
    case .energy: partner | 1 << 63
    case .mortgage, .cakHealth, .health, .studentFinance, .taxOffice, .cakContribution, .other,
      .benefitsOffice:
      0
    }
  }

  private static func furtherInitials(_ text: ByteView) -> UInt16 {
    let second = text.behindFirstPoint
    let third = second.behindFirstPoint
    guard third.behindFirstPoint.isEmpty else { return 0 }
    // `I.J.` is how some systems write `IJ.`.
    if letter(text) == UInt8(ascii: "i"), letter(second) == UInt8(ascii: "j") {
      return UInt16(letter(third))
    }
    return UInt16(letter(second)) | UInt16(letter(third)) << 8
  }

  private static func letter(_ text: ByteView) -> UInt8 {
    guard text.count > 0 else { return 0 }
    let (scalar, _) = text.scalar(at: 0)
    let plain = Folding.plain(scalar).0
    let small = plain != 0 ? plain : UInt8(truncatingIfNeeded: Folding.small(scalar))
    return small == UInt8(ascii: "y") ? UInt8(ascii: "i") : small
  }
}

extension MatchRecords {
  func hasSurname(_ record: Int) -> Bool { surnameHash[record] != 0 }

  /// Whether nothing but a surname tells who it is.
  func isSurnameOnly(_ record: Int) -> Bool {
    initial[record] == 0 && birthDate[record].isAbsent
  }

  /// Whether postcode and house number are known.
  func hasAddress(_ record: Int) -> Bool {
    !postcode[record].isAbsent && houseNumber[record] != 0
  }

  /// A hash of postcode, number, letter and addition; 0 without postcode or number.
  func addressHash(_ record: Int) -> UInt64 {
    guard hasAddress(record) else { return 0 }
    var hash = ByteHash(3)
    hash.add(addressKey[record].high)
    hash.add(addressKey[record].low)
    return hash.value | 1
  }
}

extension ByteView {
  /// What follows the first point: `B.` of `A.B.`; nothing when there is none.
  fileprivate var behindFirstPoint: ByteView {
    for index in 0..<count where self[index] == UInt8(ascii: ".") { return self[index + 1..<count] }
    return self[count..<count]
  }

  /// The bytes up to the first blank.
  fileprivate var firstWord: ByteView {
    for index in 0..<count where self[index] == 0x20 { return self[0..<index] }
    return self
  }
}
