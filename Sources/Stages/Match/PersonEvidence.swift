import Definitions
import Model

/// What a signal's place with its person rests on.
struct PersonEvidence {
  /// The weight of the heaviest pair with another signal of the person, in hundredths of a bit; 0 without
  /// another.
  var weight: Int32 = 0
  var grade = MatchGrade.doubtful
  /// What agrees, as a list of fields.
  var fields: FieldList = []
}

/// Fields that agree, exactly or but for typing errors.
struct FieldList: OptionSet, Hashable {
  let rawValue: UInt32

  /// The order in which they are written, the address first.
  static let order: [MatchField] = [
    .address, .surname, .givenName, .initial, .secondInitial, .birthDate, .phone, .email,
    .reference,
  ]

  static func exact(_ field: MatchField) -> FieldList { bit(field, 0) }
  static func like(_ field: MatchField) -> FieldList { bit(field, 16) }

  private static func bit(_ field: MatchField, _ shift: UInt32) -> FieldList {
    FieldList(rawValue: 1 << (place(field) + shift))
  }

  /// The place of a field in ``order``.
  private static func place(_ field: MatchField) -> UInt32 {
    switch field {
    case .address: 0
    case .surname: 1
    case .givenName: 2
    case .initial: 3
    case .secondInitial: 4
    case .birthDate: 5
    case .phone: 6
    case .email: 7
    case .reference: 8
    }
  }

  /// Whether a field agrees, exactly or nearly.
  func holds(_ field: MatchField) -> Bool {
    contains(.exact(field)) || contains(.like(field))
  }
}

extension FieldList {
  /// What agrees in a pair.
  init(_ found: PairAgreement) {
    self = []
    if found.address == .same {
      insert(.exact(.address))
    } else if found.isOneHouse {
      insert(.like(.address))
    }
    switch found.surname {
    case .same: insert(.exact(.surname))
    case .close, .similar: insert(.like(.surname))
    case .absent, .sameInitial, .different: break
    }
    switch found.givenName {
    case .same: insert(.exact(.givenName))
    case .close, .similar: insert(.like(.givenName))
    case .absent, .sameInitial, .different: break
    }
    switch found.birthDate {
    case .same: insert(.exact(.birthDate))
    case .typingError, .partial: insert(.like(.birthDate))
    case .absent, .near, .different: break
    }
    if found.initial == .same { insert(.exact(.initial)) }
    if found.secondInitial == .same { insert(.exact(.secondInitial)) }
    if found.phone == .same { insert(.exact(.phone)) }
    if found.email == .same { insert(.exact(.email)) }
    if found.reference == .same { insert(.exact(.reference)) }
  }

  /// What a record knows by itself.
  init(_ record: MatchRecord) {
    self = []
    if record.hasAddress { insert(.exact(.address)) }
    if record.hasSurname { insert(.exact(.surname)) }
    if record.givenName != 0 {
      insert(.exact(.givenName))
    } else if record.initial != 0 {
      insert(.exact(.initial))
    }
    if record.birthDate.isComplete {
      insert(.exact(.birthDate))
    } else if !record.birthDate.isAbsent {
      insert(.like(.birthDate))
    }
  }

  /// The hardest conditions that hold, whatever the weight.
  ///
  /// At one address an initial tells who of a family a signal is about, but not that another one is about
  /// the same: for that something else must agree too.
  ///
  /// - Parameter isPair: Whether these are fields that agree between two signals, and not what one knows.
  /// - Returns: The highest grade that these fields allow.
  /// - Source: `domain-matching`.
  func grade(isPair: Bool) -> MatchGrade {
    let hasInitial = contains(.exact(.initial))
    let isReachable = contains(.exact(.phone)) || contains(.exact(.email))
    // A phone is often a family's; a customer reference is one customer's.
    let tellsWho =
      holds(.givenName) || holds(.birthDate)
      || hasInitial && (contains(.exact(.reference)) || !isPair)
    if holds(.surname) {
      if holds(.address) { return tellsWho ? .certain : .probable }
      // Over two addresses: somebody who moved.
      return holds(.givenName) || contains(.exact(.birthDate)) || hasInitial && isReachable
        ? .probable : .doubtful
    }
    if holds(.givenName) && contains(.exact(.birthDate)) { return .probable }
    return holds(.address) ? .addressOnly : .doubtful
  }
}

extension ByteArena {
  /// Stores fields as names parted by `+`, such as `address+surname~+initial`: `~` says that they agree but
  /// for typing errors, or as far as both are known.
  func store(_ fields: FieldList) -> TextCell {
    let from = count
    for field in FieldList.order where fields.holds(field) {
      if count > from { append(UInt8(ascii: "+")) }
      append(string: field.rawValue)
      if !fields.contains(.exact(field)) { append(UInt8(ascii: "~")) }
    }
    return cell(from: from)
  }
}
