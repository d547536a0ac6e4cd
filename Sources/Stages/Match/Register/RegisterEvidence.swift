internal import Model

/// What agrees between a person and a row of the register, and how much that weighs.
///
/// The weights are hundredths of a bit: first defaults, chosen by reasoning and not estimated from data.
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
  /// Surnames that differ in one letter.
  static let surnameAlike = RegisterEvidence(rawValue: 1 << 4)
  static let initial = RegisterEvidence(rawValue: 1 << 5)
  static let givenName = RegisterEvidence(rawValue: 1 << 6)
  static let birthDate = RegisterEvidence(rawValue: 1 << 7)
  /// Birth dates that agree as far as both are known.
  static let partialBirthDate = RegisterEvidence(rawValue: 1 << 8)
  /// First initials that differ; no name in files, it only weighs.
  static let otherInitial = RegisterEvidence(rawValue: 1 << 9)
  /// Second initials that differ.
  static let otherSecondInitial = RegisterEvidence(rawValue: 1 << 10)

  /// Each part that agrees with the name it has in files and its weight.
  static let parts: [(part: RegisterEvidence, name: StaticString, weight: Int32)] = [
    (.address, "address", 1000),
    (.building, "building", 700),
    (.previousAddress, "previous-address", 900),
    (.surname, "surname", 800),
    (.surnameAlike, "surname-alike", 500),
    (.initial, "initial", 400),
    (.givenName, "given-name", 300),
    (.birthDate, "birth-date", 1200),
    (.partialBirthDate, "partial-birth-date", 600),
  ]

  /// The sum of what agrees, less what does not.
  var weight: Int32 {
    var weight = Self.parts.reduce(Int32(0)) { contains($1.part) ? $0 + $1.weight : $0 }
    if isDisjoint(with: [.surname, .surnameAlike]) { weight -= 600 }
    if contains(.otherInitial) { weight -= contains(.birthDate) ? 200 : 600 }
    if contains(.otherSecondInitial) { weight -= 300 }
    return weight
  }

  /// Whether it can be of one person at all: never an address alone, never a name alone.
  var isEnough: Bool {
    let place: RegisterEvidence = [.address, .building, .previousAddress]
    let name: RegisterEvidence = [.surname, .surnameAlike]
    if isDisjoint(with: place) { return isSuperset(of: [.surname, .initial, .birthDate]) }
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

extension ByteArena {
  /// Stores evidence as names parted by `+`, such as `address+surname+initial`.
  func store(_ evidence: RegisterEvidence) -> TextCell {
    let from = count
    for (part, name, _) in RegisterEvidence.parts where evidence.contains(part) {
      if count > from { append(UInt8(ascii: "+")) }
      append(name)
    }
    return cell(from: from)
  }
}
