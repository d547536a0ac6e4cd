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

  /// How many combinations of these there are.
  static let combinations = 1 << 13
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

  /// Strangers share these too: more records than this with the same values tell little of each other.
  static let fewRecords = 24

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
    BlockingPass([.sound, .street], upTo: fewRecords),
    BlockingPass([.birthDate, .postcodeArea]),
    BlockingPass([.birthDate, .houseNumber]),
    BlockingPass([.initial, .street, .houseNumber]),
    BlockingPass([.givenName, .postcode]),
    BlockingPass([.givenName, .birthMonth]),
    BlockingPass([.phone]),
    BlockingPass([.email]),
    BlockingPass([.reference]),
    BlockingPass([.street, .houseNumber], upTo: fewRecords),
    BlockingPass([.sound, .initial], upTo: fewRecords),
    BlockingPass([.sound], upTo: fewRecords),
    BlockingPass([.birthDate], upTo: fewRecords),
  ]
}

extension MatchRecords {
  /// Calls a function for each key that a record has in a pass: none if it does not know all fields, two
  /// if it has two surnames.
  ///
  /// - Complexity: O(1).
  @inline(__always)
  func forEachKey(of record: Int, for fields: BlockingField, _ body: (UInt64) -> Void) {
    names.forEachKey(of: self[record], for: fields, body)
  }
}

extension NameTable {
  /// Calls a function for each key that a record has in a pass.
  ///
  /// - Complexity: O(1).
  @inline(__always)
  func forEachKey(of record: MatchRecord, for fields: BlockingField, _ body: (UInt64) -> Void) {
    var hash = ByteHash(UInt64(fields.rawValue))
    @inline(__always)
    func add(_ field: BlockingField, _ value: @autoclosure () -> UInt64) -> Bool {
      guard fields.contains(field) else { return true }
      let value = value()
      hash.add(value)
      return value != 0
    }
    guard add(.givenName, UInt64(record.givenName)), add(.initial, UInt64(record.initial)),
      add(.birthDate, record.birthDate.isComplete ? UInt64(record.birthDate.packed) : 0),
      add(.birthMonth, UInt64(record.birthMonth)),
      add(.postcode, UInt64(record.postcode.packed)),
      add(.postcodeArea, UInt64(record.postcode.digits)),
      add(.houseNumber, UInt64(UInt32(bitPattern: record.houseNumber))),
      add(.street, UInt64(record.street)), add(.names, bothNames(record)),
      add(.phone, UInt64(record.phone)), add(.email, UInt64(record.email)),
      add(.reference, UInt64(record.reference))
    else { return }
    guard fields.contains(.sound) else {
      body(hash.value)
      return
    }
    let own = record.surnameSound
    if own != 0 {
      var hash = hash
      hash.add(UInt64(own))
      body(hash.value)
    }
    guard record.otherSurname != 0 else { return }
    let other = sound(record.otherSurname)
    if other != 0 && other != own {
      hash.add(UInt64(other))
      body(hash.value)
    }
  }

  /// How given name and surname sound, in any order; 0 where one of them is not known.
  private func bothNames(_ record: MatchRecord) -> UInt64 {
    guard record.givenName != 0, record.surname != 0 else { return 0 }
    let (given, own) = (sound(record.givenName), record.surnameSound)
    return UInt64(min(given, own)) << 32 | UInt64(max(given, own))
  }
}
