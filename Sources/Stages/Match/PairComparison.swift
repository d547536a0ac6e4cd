import Model

/// Compares two records field by field.
///
/// - Invariant: the order of the two changes nothing.
/// - Source: `domain-matching`, `domain-name-spelling`.
struct PairComparison {
  let records: MatchRecords
  let rarity: ValueRarity
  let names: NameTable
  let streets: NameTable

  /// No agreement that is not exact weighs more for rarity than this, in hundredths of a bit.
  static let mostRarityOfLikeness: Int32 = 1000

  /// Fewer years than this between parent and child hardly occur.
  static let generation = 13

  /// - Parameters:
  ///   - records: The records.
  ///   - rarity: How rare their values are.
  init(records: MatchRecords, rarity: ValueRarity) {
    self.records = records
    self.rarity = rarity
    names = records.names
    streets = records.streets
  }

  /// Compares two records.
  func agreement(_ left: Int, _ right: Int) -> PairAgreement {
    agreement(records[left], records[right])
  }

  /// Compares what stands in two records.
  func agreement(_ left: MatchRecord, _ right: MatchRecord) -> PairAgreement {
    var found = PairAgreement()
    compareSurnames(left, right, &found)
    compareGivenNames(left, right, &found)
    found.birthDate = Self.agreement(left.birthDate, right.birthDate)
    if found.birthDate == .same { found.birthDateRarity = rarity.ofBirthDate(left.birthDate) }
    found.isBirthdayKnown =
      !Self.isEstimate(left.birthDate) && !Self.isEstimate(right.birthDate)
    compareAddresses(left, right, &found)
    found.phone = Self.agreement(left.phone, right.phone)
    if found.phone == .same { found.phoneRarity = rarity.ofPhone(left.phone) }
    found.email = Self.agreement(left.email, right.email)
    if found.email == .same { found.emailRarity = rarity.ofEmail(left.email) }
    if left.partner == right.partner {
      found.reference = Self.agreement(left.reference, right.reference)
    }
    return found
  }

  private static func agreement(_ left: UInt32, _ right: UInt32) -> ValueAgreement {
    left == 0 || right == 0 ? .absent : left == right ? .same : .different
  }

  // MARK: Names

  /// A name as it is compared: its number, and whether its rarity is that of given names.
  private struct Name {
    var number: UInt32
    var isGiven = false
  }

  /// How well two names agree.
  private func agreement(_ left: Name, _ right: Name) -> NameAgreement {
    if left.number == 0 || right.number == 0 { return .absent }
    if left.number == right.number { return .same }
    if RomanisedSurname.isOne(names.sound(left.number), names.sound(right.number)) {
      return .close
    }
    let one = names.text(left.number)
    let other = names.text(right.number)
    let shorter = min(one.count, other.count)
    guard shorter >= 3 else { return .different }
    let distance = names.distance(left.number, right.number, limit: 3)
    if distance <= 1
      || (distance <= 3 && names.sound(left.number) == names.sound(right.number))
    {
      return .close
    }
    if (distance == 2 && shorter >= 6) || (distance == 3 && shorter >= 8) { return .similar }
    return shorter >= 5 && Self.isPart(one, other) ? .similar : .different
  }

  /// Whether one name begins or ends with the other, as one of two surnames in one column does.
  private static func isPart(_ left: ByteView, _ right: ByteView) -> Bool {
    let (short, long) = left.count < right.count ? (left, right) : (right, left)
    guard long.count >= short.count + 2 else { return false }
    return long[0..<short.count].equals(short)
      || long[long.count - short.count..<long.count].equals(short)
  }

  /// Whether names can be the same of which one lost some letters.
  private func isLikeWithoutLetters(_ left: Name, _ right: Name) -> Bool {
    min(names.text(left.number).count, names.text(right.number).count) >= 3
      && names.distance(left.number, right.number, limit: 3) <= 3
  }

  /// How rare an agreement is: of one name, or of two that sound alike.
  private func rarity(_ agreement: NameAgreement, _ left: Name, _ right: Name) -> Int32 {
    switch agreement {
    case .same: max(rarity(of: left), rarity(of: right))
    case .close:
      min(Self.mostRarityOfLikeness, rarity(ofSoundOf: left), rarity(ofSoundOf: right))
    case .absent, .similar, .sameInitial, .different: 0
    }
  }

  private func rarity(of name: Name) -> Int32 {
    name.isGiven ? rarity.ofGivenName(name.number) : rarity.ofSurname(name.number)
  }

  private func rarity(ofSoundOf name: Name) -> Int32 {
    name.isGiven ? rarity.ofGivenNameSound(name.number) : rarity.ofSurnameSound(name.number)
  }

  /// Compares the surnames as sets: own and partner's, in any order.
  private func compareSurnames(
    _ left: MatchRecord, _ right: MatchRecord, _ found: inout PairAgreement
  ) {
    let (one, other) = (Name(number: left.surname), Name(number: right.surname))
    found.surname = agreement(one, other)
    found.surnameRarity = rarity(found.surname, one, other)
    if found.surname == .same { return }
    let (whole, otherWhole) = (left.wholeSurname, right.wholeSurname)
    if whole != 0 && whole == other.number || otherWhole != 0 && otherWhole == one.number {
      found.surname = .same
      found.surnameRarity = max(rarity(of: one), rarity(of: other))
      return
    }
    if found.surname == .different, left.isLossy || right.isLossy,
      isLikeWithoutLetters(one, other)
    {
      found.surname = .similar
    }
    let hasSecond = left.otherSurname != 0
    let otherHasSecond = right.otherSurname != 0
    guard hasSecond || otherHasSecond else { return }
    func consider(_ one: Name, _ other: Name) {
      let level = agreement(one, other)
      guard level != .absent else { return }
      let bits = rarity(level, one, other)
      if found.surname == .absent || level.rawValue < found.surname.rawValue {
        found.surname = level
        found.surnameRarity = bits
      } else if level == found.surname {
        found.surnameRarity = max(found.surnameRarity, bits)
      }
    }
    let (second, otherSecond) = (
      Name(number: left.otherSurname), Name(number: right.otherSurname)
    )
    if otherHasSecond { consider(one, otherSecond) }
    if hasSecond { consider(second, other) }
    if hasSecond && otherHasSecond { consider(second, otherSecond) }
  }

  /// Compares given names, or initials where one of the two has no more.
  private func compareGivenNames(
    _ left: MatchRecord, _ right: MatchRecord, _ found: inout PairAgreement
  ) {
    let one = Name(number: left.givenName, isGiven: true)
    let other = Name(number: right.givenName, isGiven: true)
    guard one.number != 0, other.number != 0 else {
      compareInitials(left, right, &found)
      return
    }
    found.givenName = agreement(one, other)
    found.givenNameRarity = rarity(found.givenName, one, other)
    if found.givenName == .different {
      let (text, otherText) = (names.text(one.number), names.text(other.number))
      if text[0] == otherText[0] {
        let isAlike =
          min(text.count, otherText.count) >= 3 && text[1] == otherText[1]
          && text[2] == otherText[2]
        found.givenName = isAlike ? .similar : .sameInitial
      }
    }
    if found.surname != .same && found.givenName != .same { compareSwapped(left, right, &found) }
  }

  private func compareInitials(
    _ left: MatchRecord, _ right: MatchRecord, _ found: inout PairAgreement
  ) {
    let (first, second) = (left.initial, right.initial)
    guard first != 0, second != 0 else { return }
    if first == second {
      found.initial = .same
    } else if Self.soundsAlike(first) == Self.soundsAlike(second) {
      found.hasAlikeInitials = true
    } else {
      found.initial = .different
    }
    let (next, other) = (left.furtherInitials, right.furtherInitials)
    guard next != 0, other != 0 else { return }
    let isSame = next == other || next == other & 0xFF || next & 0xFF == other
    if isSame {
      found.secondInitial = .same
    } else if found.initial == .same {
      found.secondInitial = .different
    } else {
      found.initial = .different
      found.hasAlikeInitials = false
    }
  }

  /// Letters that one name begins with in several spellings have one code: `Yusuf` and `Jusuf`.
  ///
  /// - Source: `domain-name-spelling`.
  static func soundsAlike(_ letter: UInt8) -> UInt8 {
    switch letter {
    case UInt8(ascii: "c"), UInt8(ascii: "k"), UInt8(ascii: "q"): UInt8(ascii: "k")
    case UInt8(ascii: "j"), UInt8(ascii: "i"): UInt8(ascii: "i")
    case UInt8(ascii: "s"), UInt8(ascii: "z"): UInt8(ascii: "s")
    case UInt8(ascii: "f"), UInt8(ascii: "v"): UInt8(ascii: "f")
    default: letter
    }
  }

  /// Looks whether given name and surname have changed places in one of the two.
  private func compareSwapped(
    _ left: MatchRecord, _ right: MatchRecord, _ found: inout PairAgreement
  ) {
    func likeness(_ one: Name, _ other: Name) -> NameAgreement {
      let level = agreement(one, other)
      return level == .same || level == .close ? level : .different
    }
    let (one, other) = (Name(number: left.surname), Name(number: right.surname))
    let given = Name(number: left.givenName, isGiven: true)
    let otherGiven = Name(number: right.givenName, isGiven: true)
    let first = likeness(one, otherGiven)
    let second = likeness(given, other)
    func worth(_ level: NameAgreement) -> Int {
      switch level {
      case .same: 4
      case .close: 2
      case .similar: 1
      case .absent, .sameInitial, .different: 0
      }
    }
    guard worth(first) + worth(second) > worth(found.surname) + worth(found.givenName) else {
      return
    }
    // The better of the two counts as the surname, so that the order of the records changes nothing.
    let bits = (rarity(first, one, otherGiven), rarity(second, given, other))
    let isInOrder =
      first.rawValue != second.rawValue ? first.rawValue < second.rawValue : bits.0 >= bits.1
    found.isSwapped = true
    found.surname = isInOrder ? first : second
    found.surnameRarity = isInOrder ? bits.0 : bits.1
    found.givenName = isInOrder ? second : first
    found.givenNameRarity = isInOrder ? bits.1 : bits.0
  }
}
