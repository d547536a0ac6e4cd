import Model

/// What two records can have in common that brings them together to be compared.
struct BlockingField: OptionSet, Hashable {
  let rawValue: UInt16

  /// A surname, own or partner's, that sounds alike.
  static let sound = BlockingField(rawValue: 1 << 0)
  static let givenName = BlockingField(rawValue: 1 << 1)
  static let initial = BlockingField(rawValue: 1 << 2)
  static let birthDate = BlockingField(rawValue: 1 << 3)
  /// Year and month.
  static let birthMonth = BlockingField(rawValue: 1 << 4)
  static let postcode = BlockingField(rawValue: 1 << 5)
  /// The four digits.
  static let postcodeArea = BlockingField(rawValue: 1 << 6)
  static let houseNumber = BlockingField(rawValue: 1 << 7)
  static let street = BlockingField(rawValue: 1 << 8)
  /// Given name and surname, in any order.
  static let names = BlockingField(rawValue: 1 << 9)
  static let phone = BlockingField(rawValue: 1 << 10)
  static let email = BlockingField(rawValue: 1 << 11)
  static let reference = BlockingField(rawValue: 1 << 12)
}

/// A pass over all records that brings those together which have some fields in common.
///
/// Each pass leaves out what another relies on, so that a typing error in any one field cannot hide a pair.
///
/// - Source: `fellegi-sunter`, `voorsein-keuze`.
struct BlockingPass {
  let fields: BlockingField
  /// Above how many records with the same values they are not all compared with each other.
  let mostRecords: Int

  private init(_ fields: BlockingField, upTo mostRecords: Int = 150) {
    self.fields = fields
    self.mostRecords = mostRecords
  }

  /// Every pass, the most telling first.
  static let all: [BlockingPass] = [
    BlockingPass([.postcode, .houseNumber]),
    BlockingPass([.sound, .birthDate]),
    BlockingPass([.sound, .postcode]),
    BlockingPass([.initial, .birthDate]),
    BlockingPass([.sound, .givenName]),
    BlockingPass([.names]),
    BlockingPass([.sound, .street]),
    BlockingPass([.birthDate, .postcodeArea]),
    BlockingPass([.birthDate, .houseNumber]),
    BlockingPass([.initial, .street, .houseNumber]),
    BlockingPass([.givenName, .postcode]),
    BlockingPass([.givenName, .birthMonth]),
    BlockingPass([.phone]),
    BlockingPass([.email]),
    BlockingPass([.reference]),
    BlockingPass([.street, .houseNumber]),
    BlockingPass([.sound, .initial], upTo: 100),
    BlockingPass([.sound], upTo: 40),
    BlockingPass([.birthDate], upTo: 40),
  ]
}

extension MatchRecords {
  /// Calls a function for each key that a record has in a pass: none if it does not know all fields, two
  /// if it has two surnames.
  ///
  /// - Complexity: O(1).
  @inline(__always)
  func forEachKey(of record: Int, for fields: BlockingField, _ body: (UInt64) -> Void) {
    var hash = ByteHash(UInt64(fields.rawValue))
    @inline(__always)
    func add(_ field: BlockingField, _ value: UInt64) -> Bool {
      guard fields.contains(field) else { return true }
      hash.add(value)
      return value != 0
    }
    let birth = birthDate[record]
    let (given, own) = (givenNameSound[record], surnameSound[record])
    guard add(.givenName, givenNameHash[record]), add(.initial, UInt64(initial[record])),
      add(.birthDate, birth.isComplete ? UInt64(birth.packed) : 0),
      add(.birthMonth, birth.month == 0 ? 0 : UInt64(birth.packed / 100)),
      add(.postcode, UInt64(postcode[record].packed)),
      add(.postcodeArea, UInt64(postcode[record].digits)),
      add(.houseNumber, UInt64(houseNumber[record])), add(.street, streetHash[record]),
      add(
        .names,
        given == 0 || own == 0 ? 0 : UInt64(min(given, own)) << 32 | UInt64(max(given, own))),
      add(.phone, phoneHash[record]), add(.email, emailHash[record]),
      add(.reference, referenceHash[record])
    else { return }
    guard fields.contains(.sound) else {
      body(hash.value)
      return
    }
    let other = otherSurnameSound[record]
    if own != 0 {
      var hash = hash
      hash.add(UInt64(own))
      body(hash.value)
    }
    if other != 0 && other != own {
      hash.add(UInt64(other))
      body(hash.value)
    }
  }

  /// What two records have in common.
  @inline(__always)
  func common(_ left: Int, _ right: Int) -> BlockingField {
    var common: BlockingField = []
    @inline(__always)
    func compare<Value: Equatable>(_ field: BlockingField, _ column: [Value], _ none: Value) {
      if column[left] == column[right] && column[left] != none { common.insert(field) }
    }
    let (own, other) = (surnameSound[left], otherSurnameSound[left])
    let (theirs, theirOther) = (surnameSound[right], otherSurnameSound[right])
    if own != 0 && (own == theirs || own == theirOther)
      || other != 0 && (other == theirs || other == theirOther)
    {
      common.insert(.sound)
    }
    compare(.givenName, givenNameHash, 0)
    compare(.initial, initial, 0)
    let (one, two) = (birthDate[left], birthDate[right])
    if one == two && one.isComplete { common.insert(.birthDate) }
    if one.month != 0 && one.packed / 100 == two.packed / 100 { common.insert(.birthMonth) }
    compare(.postcode, postcode, .absent)
    if !postcode[left].isAbsent, postcode[left].digits == postcode[right].digits {
      common.insert(.postcodeArea)
    }
    compare(.houseNumber, houseNumber, 0)
    compare(.street, streetHash, 0)
    let (given, theirGiven) = (givenNameSound[left], givenNameSound[right])
    if given != 0 && theirGiven != 0
      && (given == theirGiven && own == theirs || given == theirs && own == theirGiven)
      && own != 0
    {
      common.insert(.names)
    }
    compare(.phone, phoneHash, 0)
    compare(.email, emailHash, 0)
    compare(.reference, referenceHash, 0)
    return common
  }
}
