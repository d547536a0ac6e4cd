import Model

/// What the comparison of two records found, field by field.
struct PairAgreement: Equatable {
  var surname = NameAgreement.absent
  var givenName = NameAgreement.absent
  var initial = ValueAgreement.absent
  var secondInitial = ValueAgreement.absent
  var birthDate = BirthDateAgreement.absent
  var address = AddressAgreement.absent
  var phone = ValueAgreement.absent
  var email = ValueAgreement.absent
  var reference = ValueAgreement.absent
  /// Whether house numbers are known and the same, but for two digits that have changed places.
  var hasSameNumber = false
  /// Whether the first initials are other letters that one name begins with in several spellings.
  var hasAlikeInitials = false
  /// Whether the birth date is not one of those that stand for an unknown birthday.
  var isBirthdayKnown = false
  /// Given name and surname have changed places in one of the two.
  var isSwapped = false
  /// How rare it is that the values agree as they do, in hundredths of a bit; 0 where that does not count.
  var surnameRarity: Int32 = 0
  var givenNameRarity: Int32 = 0
  var birthDateRarity: Int32 = 0
  var addressRarity: Int32 = 0
  var phoneRarity: Int32 = 0
  var emailRarity: Int32 = 0
}

extension PairAgreement {
  /// Whether something agrees that tells which of the people of one name it is.
  var tellsWho: Bool {
    switch givenName {
    case .same, .close, .similar: return true
    case .absent, .sameInitial, .different: break
    }
    switch birthDate {
    case .same, .typingError, .partial: return true
    case .absent, .near, .different: break
    }
    return initial == .same || hasAlikeInitials || secondInitial == .same || phone == .same
      || email == .same
      || reference == .same
  }

  /// Whether something agrees that somebody takes along when moving house: more than an initial.
  ///
  /// A given name tells nothing where phone or e-mail address differ, and little where nothing else agrees (``isNameAlone``).
  var tellsWhoMoved: Bool {
    switch givenName {
    case .same, .close, .similar:
      if phone != .different && email != .different { return true }
    case .absent, .sameInitial, .different: break
    }
    switch birthDate {
    case .same, .typingError: if isBirthdayKnown || givenName != .absent { return true }
    case .absent, .partial, .near, .different: break
    }
    return phone == .same || email == .same || reference == .same
  }

  /// Whether over two addresses nothing is known to agree but given name and surname, and no birth dates can be
  /// compared.
  ///
  /// Others bear that name too, and more often than chance says, because people are named after each other.
  var isNameAlone: Bool {
    switch givenName {
    case .same, .close, .similar: break
    case .absent, .sameInitial, .different: return false
    }
    guard birthDate == .absent, phone != .same, email != .same, reference != .same else {
      return false
    }
    switch address {
    case .same, .otherUnit, .near, .sameStreet: return false
    case .absent, .different: return true
    }
  }

  /// Whether a name agrees, or a birth date or reference stands for it: an address and an initial are of
  /// nobody in particular.
  var agreesInName: Bool {
    switch surname {
    case .same, .close, .similar: return true
    case .absent, .sameInitial, .different: break
    }
    switch givenName {
    case .same, .close, .similar: return true
    case .absent, .sameInitial, .different: break
    }
    if birthDate == .same || reference == .same { return true }
    return initial == .same && secondInitial == .same && (phone == .same || email == .same)
  }

  /// Whether both are of one house: a typing error in the postcode does no harm, but next door is
  /// another house.
  var isOneHouse: Bool {
    switch address {
    case .same, .otherUnit: true
    case .near: hasSameNumber
    case .absent, .sameStreet, .different: false
    }
  }
}
