import Model

/// What agrees between a signal and its person, and how much that weighs.
///
/// The weights are hundredths of a bit: how much likelier the agreement is for two signals of one
/// person than for two of different people. They are first defaults, chosen by reasoning and not
/// estimated from data, and decide nothing yet: a grade follows from what agrees.
///
/// - Source: `domain-matching`.
struct Evidence: OptionSet, Hashable {
  let rawValue: UInt8

  static let address = Evidence(rawValue: 1 << 0)
  static let surname = Evidence(rawValue: 1 << 1)
  static let initial = Evidence(rawValue: 1 << 2)
  static let birthDate = Evidence(rawValue: 1 << 3)
  /// Birth dates that agree as far as both are known.
  static let partialBirthDate = Evidence(rawValue: 1 << 4)

  /// Each part with the name it has in files and its weight.
  static let parts: [(part: Evidence, name: StaticString, weight: Int32)] = [
    (.address, "address", 1000),
    (.surname, "surname", 800),
    (.initial, "initial", 400),
    (.birthDate, "birth-date", 1200),
    (.partialBirthDate, "partial-birth-date", 600),
  ]

  /// The sum of the weights of all parts.
  var weight: Int32 {
    Self.parts.reduce(0) { contains($1.part) ? $0 + $1.weight : $0 }
  }

  /// The grade that follows.
  ///
  /// - Source: `domain-matching`.
  var grade: MatchGrade {
    let identity: Evidence = [.initial, .birthDate, .partialBirthDate]
    if contains([.address, .surname]) {
      return isDisjoint(with: identity) ? .probable : .certain
    }
    if contains([.surname, .initial, .birthDate]) { return .probable }
    return contains(.address) ? .addressOnly : .doubtful
  }
}

extension MatchRows {
  /// What two rows have in common.
  func evidence(_ left: Int, _ right: Int) -> Evidence {
    var evidence: Evidence = []
    if sameAddress(left, right) { evidence.insert(.address) }
    if surnames.intersect(left, right) { evidence.insert(.surname) }
    if sameInitial(left, right) { evidence.insert(.initial) }
    let (one, other) = (birthDate[left], birthDate[right])
    if one.isComplete && one == other {
      evidence.insert(.birthDate)
    } else if one.agrees(with: other) {
      evidence.insert(.partialBirthDate)
    }
    return evidence
  }

  /// What is known of a row by itself.
  func evidence(_ row: Int) -> Evidence {
    var evidence: Evidence = []
    if !address[row].isAbsent { evidence.insert(.address) }
    if hasSurname(row) { evidence.insert(.surname) }
    if initial[row] != 0 { evidence.insert(.initial) }
    if birthDate[row].isComplete {
      evidence.insert(.birthDate)
    } else if !birthDate[row].isAbsent {
      evidence.insert(.partialBirthDate)
    }
    return evidence
  }
}

extension ByteArena {
  /// Stores evidence as names parted by `+`, such as `address+surname+initial`.
  func store(_ evidence: Evidence) -> TextCell {
    let from = count
    for (part, name, _) in Evidence.parts where evidence.contains(part) {
      if count > from { append(UInt8(ascii: "+")) }
      append(name)
    }
    return cell(from: from)
  }
}
