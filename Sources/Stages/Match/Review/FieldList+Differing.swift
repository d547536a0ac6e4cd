import Model

extension FieldList {
  /// What both records of a pair know and does not agree; references of two partners always differ.
  init(differing found: PairAgreement) {
    self = []
    switch found.surname {
    case .different, .sameInitial: insert(.exact(.surname))
    case .absent, .same, .close, .similar: break
    }
    switch found.givenName {
    case .different, .sameInitial: insert(.exact(.givenName))
    case .absent, .same, .close, .similar: break
    }
    switch found.birthDate {
    case .different, .near: insert(.exact(.birthDate))
    case .absent, .same, .typingError, .partial: break
    }
    switch found.address {
    case .different, .sameStreet: insert(.exact(.address))
    case .near: if !found.isOneHouse { insert(.exact(.address)) }
    case .absent, .same, .otherUnit: break
    }
    if found.initial == .different { insert(.exact(.initial)) }
    if found.secondInitial == .different { insert(.exact(.secondInitial)) }
    if found.phone == .different { insert(.exact(.phone)) }
    if found.email == .different { insert(.exact(.email)) }
  }
}
