internal import Model

/// What agrees between a person and a row of the register.
///
/// It says which answers are allowed at all and how sure they are; how much it weighs, the model of matching
/// says.
///
/// - Source: `domain-matching`.
struct RegisterEvidence: OptionSet, Hashable {
  let rawValue: UInt16

  static let address = RegisterEvidence(rawValue: 1 << 0)
  /// Postcode and number, where one of the two has no addition.
  static let building = RegisterEvidence(rawValue: 1 << 1)
  /// The partner still has the address from which the person moved.
  static let previousAddress = RegisterEvidence(rawValue: 1 << 2)
  static let surname = RegisterEvidence(rawValue: 1 << 3)
  /// Surnames that differ in a few letters, or are two spellings of one.
  static let surnameAlike = RegisterEvidence(rawValue: 1 << 4)
  static let initial = RegisterEvidence(rawValue: 1 << 5)
  static let givenName = RegisterEvidence(rawValue: 1 << 6)
  static let birthDate = RegisterEvidence(rawValue: 1 << 7)
  /// Birth dates that agree as far as both are known.
  static let partialBirthDate = RegisterEvidence(rawValue: 1 << 8)
  /// First initials that differ; no name in files.
  static let otherInitial = RegisterEvidence(rawValue: 1 << 9)
  /// Second initials that differ.
  static let otherSecondInitial = RegisterEvidence(rawValue: 1 << 10)

  /// Each part that agrees with the name it has in files.
  static let parts: [(part: RegisterEvidence, name: StaticString)] = [
    (.address, "address"),
    (.building, "building"),
    (.previousAddress, "previous-address"),
    (.surname, "surname"),
    (.surnameAlike, "surname-alike"),
    (.initial, "initial"),
    (.givenName, "given-name"),
    (.birthDate, "birth-date"),
    (.partialBirthDate, "partial-birth-date"),
  ]

  /// Of several signals the one that agrees most is believed.
  var best: RegisterEvidence {
    var best = self
    if contains(.surname) { best.remove(.surnameAlike) }
    if contains(.initial) { best.remove(.otherInitial) }
    if contains(.birthDate) { best.remove(.partialBirthDate) }
    if contains(.address) { best.subtract([.building, .previousAddress]) }
    if contains(.building) { best.remove(.previousAddress) }
    return best
  }

  /// Whether it can be of one person at all, whatever it weighs: never an address alone, never a name alone.
  var isEnough: Bool {
    let place: RegisterEvidence = [.address, .building, .previousAddress]
    let name: RegisterEvidence = [.surname, .surnameAlike]
    let identity: RegisterEvidence = [.initial, .birthDate, .partialBirthDate]
    // Of the people of one name at one address another initial is another one of them.
    if contains(.otherInitial) && !contains(.birthDate) { return false }
    if isDisjoint(with: place) { return isSuperset(of: [.surname, .initial, .birthDate]) }
    // A surname at an address that somebody left may be of who stayed.
    if isDisjoint(with: [.address, .building]) && isDisjoint(with: identity) { return false }
    return !isDisjoint(with: name) || isSuperset(of: [.initial, .birthDate])
  }

  /// The grade that follows.
  ///
  /// - Source: `domain-matching`.
  var grade: MatchGrade {
    if contains(.otherInitial) || contains(.otherSecondInitial) { return .doubtful }
    let identity: RegisterEvidence = [.initial, .birthDate, .partialBirthDate]
    if contains([.address, .surname]) { return isDisjoint(with: identity) ? .probable : .certain }
    if contains([.surname, .initial, .birthDate]) { return .probable }
    return contains([.surname, .initial]) ? .probable : .doubtful
  }
}

extension RegisterEvidence {
  /// What agrees in the names.
  init(names found: PairAgreement) {
    self = []
    switch found.surname {
    case .same: insert(.surname)
    case .close, .similar: insert(.surnameAlike)
    case .absent, .sameInitial, .different: break
    }
    switch found.givenName {
    case .same, .close, .similar: formUnion([.givenName, .initial])
    case .sameInitial: insert(.initial)
    case .different: insert(.otherInitial)
    case .absent: break
    }
    switch found.initial {
    case .same: insert(.initial)
    case .different: insert(.otherInitial)
    case .absent: break
    }
    if found.secondInitial == .different { insert(.otherSecondInitial) }
  }
}

extension ByteArena {
  /// Stores evidence as names parted by `+`, such as `address+surname+initial`.
  func store(_ evidence: RegisterEvidence) -> TextCell {
    let from = count
    for (part, name) in RegisterEvidence.parts where evidence.contains(part) {
      if count > from { append(UInt8(ascii: "+")) }
      append(name)
    }
    return cell(from: from)
  }
}
