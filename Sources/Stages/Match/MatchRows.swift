import Model

/// What matching compares of each row.
struct MatchRows {
  let surnames: SurnameSets
  let address: [AddressKey]
  let signalID: [SignalID]
  let signalledOn: [CalendarDate]
  /// The first initial as a plain letter, 0 when there is none.
  private(set) var initial: [UInt32] = []
  /// The second initial as a plain letter, 0 when there is none.
  private(set) var secondInitial: [UInt32] = []
  /// Absent too where the date is one that systems fill in when they know none.
  private(set) var birthDate: [PartialDate] = []

  /// Prepares the rows of a municipality.
  ///
  /// - Complexity: O(*n*).
  init(_ received: Received, _ normalised: Normalised) {
    surnames = SurnameSets(normalised)
    address = normalised.addressKey
    signalID = normalised.keys.signalID
    signalledOn = received.signalledOn
    initial.reserveCapacity(normalised.count)
    secondInitial.reserveCapacity(normalised.count)
    birthDate.reserveCapacity(normalised.count)
    for row in 0..<normalised.count {
      let initials = normalised.arena[normalised.initials[row]]
      initial.append(Self.initial(initials))
      secondInitial.append(Self.initial(initials.behindFirstPoint))
      let placeholder = normalised.quality[row].contains(.datePlaceholder)
      birthDate.append(placeholder ? .absent : normalised.birthDate[row])
    }
  }

  var count: Int { signalID.count }

  /// The first initial; `IJ` and `Y` are one.
  private static func initial(_ initials: ByteView) -> UInt32 {
    guard initials.count > 0 else { return 0 }
    if initials.count > 1, initials[0] == UInt8(ascii: "I"), initials[1] == UInt8(ascii: "J") {
      return UInt32(UInt8(ascii: "y"))
    }
    let (scalar, _) = initials.scalar(at: 0)
    let plain = Folding.plain(scalar).0
    return plain == 0 ? Folding.small(scalar) : UInt32(plain)
  }

  func hasSurname(_ row: Int) -> Bool { surnames.firstHash[row] != 0 }

  func sameAddress(_ left: Int, _ right: Int) -> Bool {
    !address[left].isAbsent && address[left] == address[right]
  }

  func sameInitial(_ left: Int, _ right: Int) -> Bool {
    initial[left] != 0 && initial[left] == initial[right]
  }

  /// Whether two rows cannot be of one person: birth dates that differ in what both know, or other
  /// first or second initials without one complete birth date.
  func contradict(_ left: Int, _ right: Int) -> Bool {
    let (one, other) = (birthDate[left], birthDate[right])
    if !one.isAbsent, !other.isAbsent, !one.agrees(with: other) { return true }
    guard differ(initial[left], initial[right]) || differ(secondInitial[left], secondInitial[right])
    else { return false }
    return !(one.isComplete && one == other)
  }

  private func differ(_ left: UInt32, _ right: UInt32) -> Bool {
    left != 0 && right != 0 && left != right
  }
}

extension ByteView {
  /// What follows the first point: `B.` of `A.B.`; nothing when there is none.
  fileprivate var behindFirstPoint: ByteView {
    for index in 0..<count where self[index] == UInt8(ascii: ".") { return self[index + 1..<count] }
    return self[count..<count]
  }
}

/// What tells a person from others of the same surname.
struct Profile: Hashable {
  var initial: UInt32
  var secondInitial: UInt32
  var birthDate: PartialDate
}

extension MatchRows {
  func profile(_ row: Int) -> Profile {
    Profile(initial: initial[row], secondInitial: secondInitial[row], birthDate: birthDate[row])
  }
}
