// The words of the register of persons (BRP) that a run reads and says.

/// What the register of persons says of a person that matching found.
///
/// The order of the cases is their precedence: where several hold, the first stands as the outcome and
/// all of them as ``RegisterFlags``.
///
/// - Source: `brp-lo3`, `ddas-vroegsignalering`.
public enum RegisterOutcome: String, CaseIterable, Sendable {
  /// The person has died.
  case deceased = "overleden"
  /// The person lives in another municipality or abroad.
  case movedAway = "verhuisd-buiten"
  /// The address may not be given to others.
  case secret = "geheim"
  /// The municipality looks into whether the person lives at the address.
  case underInvestigation = "in-onderzoek"
  /// The person lives at another address of the municipality than the partner says.
  case movedWithin = "verhuisd-binnen"
  /// One person, at the address that the partner says.
  case unique = "uniek"
  /// More than one person fits.
  case several = "meerdere"
  /// Nobody fits.
  case none = "geen"
  /// No register was asked.
  case unchecked = "niet-gecontroleerd"

  /// Whether a signal about the person stands on no list: somebody else must act, or somebody must choose.
  ///
  /// - Source: `ddas-vroegsignalering`.
  public var leavesList: Bool { self == .deceased || self == .movedAway }

  /// The fate of a kept signal about the person.
  public var fate: Fate {
    switch self {
    case .deceased: .deceased
    case .movedAway: .movedAway
    default: .listed
    }
  }

  /// Whether somebody has to check by hand who the person is, and no letter may hold an amount.
  public var needsHandCheck: Bool {
    self == .several || self == .none || self == .unchecked
  }
}

/// Everything that holds for a person in the register, whatever the outcome is.
public struct RegisterFlags: OptionSet, Hashable, Sendable {
  public let rawValue: UInt8

  public init(rawValue: UInt8) { self.rawValue = rawValue }

  public static let deceased = RegisterFlags(rawValue: 1 << 0)
  public static let movedAway = RegisterFlags(rawValue: 1 << 1)
  public static let secret = RegisterFlags(rawValue: 1 << 2)
  public static let underInvestigation = RegisterFlags(rawValue: 1 << 3)
  public static let movedWithin = RegisterFlags(rawValue: 1 << 4)
  /// The address is one for letters only: nobody lives there.
  public static let postalAddress = RegisterFlags(rawValue: 1 << 5)

  /// Every flag with the name it has in files, in the order of precedence.
  public static let names: [(flag: RegisterFlags, name: StaticString)] = [
    (.deceased, "overleden"),
    (.movedAway, "verhuisd-buiten"),
    (.secret, "geheim"),
    (.underInvestigation, "in-onderzoek"),
    (.movedWithin, "verhuisd-binnen"),
    (.postalAddress, "briefadres"),
  ]

  /// What forbids to visit the address, or to write to it, before a person released it.
  public static let withholdsAddress: RegisterFlags = [
    .secret, .underInvestigation, .postalAddress,
  ]

  /// The outcome for a person who was found: the first that holds.
  public var outcome: RegisterOutcome {
    if contains(.deceased) { return .deceased }
    if contains(.movedAway) { return .movedAway }
    if contains(.secret) { return .secret }
    if contains(.underInvestigation) { return .underInvestigation }
    return contains(.movedWithin) ? .movedWithin : .unique
  }
}

/// Which name somebody uses: element 61.10 of the register.
///
/// - Source: `brp-lo3`.
public enum NameUse: String, CaseIterable, Sendable {
  /// The own surname.
  case own = "E"
  /// The partner's surname.
  case partner = "P"
  /// The partner's surname before the own.
  case partnerFirst = "V"
  /// The own surname before the partner's.
  case ownFirst = "N"
}

/// What an address is for: element 10.10 of the register.
///
/// - Source: `brp-lo3`.
public enum AddressFunction: String, CaseIterable, Sendable {
  /// Somebody lives there.
  case home = "W"
  /// Letters reach somebody there who lives nowhere.
  case postal = "B"
}

/// Why the register no longer keeps up somebody's data: element 67.20.
///
/// - Source: `brp-lo3`.
public enum SuspensionReason: String, CaseIterable, Sendable {
  case deceased = "O"
  case emigrated = "E"
  /// By decree of the minister.
  case ministerial = "M"
  /// Went over to the register of non-residents.
  case nonResident = "R"
  /// The list of this person was made by mistake.
  case mistake = "F"
  /// The list was replaced by another.
  case replaced = "W"

  /// Whether the row is of nobody, so that nobody may be found by it.
  public var isNobody: Bool { self == .mistake || self == .replaced }
}

extension RegisterFlags {
  /// What a cell holds, for messages.
  static let kind = "words of the register parted by |"

  /// Reads names parted by `|`.
  ///
  /// - Returns: `nil` if one of them is none.
  init?(_ text: ByteView) {
    self = []
    for part in text.split(at: UInt8(ascii: "|")) {
      guard let known = RegisterFlags.names.first(where: { part.equals($0.name) }) else {
        return nil
      }
      insert(known.flag)
    }
  }
}

extension ByteArena {
  /// Appends the names of flags parted by `|`, in the order of precedence.
  public func append(_ flags: RegisterFlags) {
    var first = true
    for (flag, name) in RegisterFlags.names where flags.contains(flag) {
      if !first { append(UInt8(ascii: "|")) }
      append(name)
      first = false
    }
  }
}
