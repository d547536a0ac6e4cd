// How well a field of two records agrees: the levels of every comparison, from the best to the worst.
//
// `absent` always says that one of the two does not know the field: that is no evidence either way.

/// How well two surnames, or two given names in full, agree.
public enum NameAgreement: UInt8, CaseIterable, Sendable {
  case absent
  case same
  /// One letter differs, or both sound alike.
  case close
  /// A few letters of a long name differ, or both begin alike.
  case similar
  /// Only the first letter is the same.
  case sameInitial
  case different
}

/// How well two birth dates agree.
public enum BirthDateAgreement: UInt8, CaseIterable, Sendable {
  case absent
  case same
  /// One digit differs, or day and month have changed places.
  case typingError
  /// They agree as far as both are known, which is not the whole date.
  case partial
  /// Two of day, month and year are the same.
  case near
  case different
}

/// How well two addresses agree.
public enum AddressAgreement: UInt8, CaseIterable, Sendable {
  case absent
  case same
  /// Postcode and number are the same, letter or addition is not.
  case otherUnit
  /// A typing error away: street and number with another postcode, or a digit of the number.
  case near
  /// The postcode or the street is the same.
  case sameStreet
  case different
}

/// Whether two values that are either the same or not agree: initials, phones, e-mail addresses, references.
public enum ValueAgreement: UInt8, CaseIterable, Sendable {
  case absent
  case same
  case different
}

/// What is compared of two records.
public enum MatchField: String, CaseIterable, Sendable {
  case surname = "surname"
  case givenName = "given-name"
  case initial = "initial"
  case secondInitial = "second-initial"
  case birthDate = "birth-date"
  case address = "address"
  case phone = "phone"
  case email = "email"
  case reference = "reference"

  /// The names of the field's levels in a model, from the best to the worst; `absent` has none.
  public var levels: [String] {
    switch self {
    case .surname: ["same", "close", "similar", "different"]
    case .givenName: ["same", "close", "similar", "same-initial", "different"]
    case .birthDate: ["same", "typing-error", "partial", "near", "different"]
    case .address: ["same", "other-unit", "near", "same-street", "different"]
    case .initial, .secondInitial, .phone, .email, .reference: ["same", "different"]
    }
  }

  /// The levels whose chance among strangers follows from how rare the value is in the municipality.
  public var levelsByRarity: Set<String> {
    switch self {
    case .surname, .givenName: ["same", "close"]
    case .birthDate, .phone, .email: ["same"]
    case .address: ["same", "same-street"]
    case .initial, .secondInitial, .reference: []
    }
  }
}
