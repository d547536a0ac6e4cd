import Model

/// Reads what a row says of an address, of contact data and of the partner's reference.
struct PlaceValues {
  private(set) var streets = NameTable()
  private var units = ValueNumbers()
  private var addressKeys = ValueNumbers()
  private var phones = ValueNumbers()
  private var emails = ValueNumbers()
  private var partners = ValueNumbers()
  private var references = ValueNumbers()
  /// Where house letter and addition are put together.
  private let scratch = ByteArena(capacity: 64)

  /// Reads a row into a record.
  ///
  /// - Complexity: O(*n*) in the length of the texts.
  @inline(__always)
  mutating func read<Table: PersonColumns>(
    _ row: Int, of table: Table, into record: inout MatchRecord
  ) {
    let texts = table.arena
    record.postcode = table.postcode[row]
    record.houseNumber = table.houseNumber[row]
    record.unit = unit(texts[table.houseLetter[row]], texts[table.houseAddition[row]])
    record.street = streets.number(of: texts[table.street[row]])
    let key = table.addressKey[row]
    if key.isAbsent && !record.hasAddress {
      record.addressKey = 0
    } else {
      var hash = ByteHash()
      hash.add(key)
      record.addressKey = addressKeys.number(of: hash.value)
    }
    record.phone = Self.number(texts[table.phone[row]], &phones)
    record.email = email(texts[table.email[row]])
  }

  /// Reads whose signal it is.
  @inline(__always)
  mutating func read(partner: ByteView, reference: ByteView, into record: inout MatchRecord) {
    record.partner = Self.number(partner, &partners)
    record.reference = 0
    guard !reference.isEmpty else { return }
    var hash = ByteHash(7)
    hash.add(UInt64(record.partner))
    hash.add(reference)
    record.reference = references.number(of: hash.value)
  }

  /// Forgets which number each value but a street has.
  mutating func forgetNumbering() {
    (units, addressKeys, phones) = (ValueNumbers(), ValueNumbers(), ValueNumbers())
    (emails, partners, references) = (ValueNumbers(), ValueNumbers(), ValueNumbers())
  }

  @inline(__always)
  private static func number(_ text: ByteView, _ numbers: inout ValueNumbers) -> UInt32 {
    guard !text.isEmpty else { return 0 }
    var hash = ByteHash()
    hash.add(text)
    return numbers.number(of: hash.value)
  }

  /// Capitals in an e-mail address lead to the same mailbox.
  private mutating func email(_ text: ByteView) -> UInt32 {
    guard (0..<text.count).contains(where: { text[$0] >= 0x41 && text[$0] <= 0x5A }) else {
      return Self.number(text, &emails)
    }
    scratch.removeAll()
    for index in 0..<text.count {
      let byte = text[index]
      scratch.append(byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte)
    }
    return Self.number(scratch.bytes, &emails)
  }

  private mutating func unit(_ letter: ByteView, _ addition: ByteView) -> UInt32 {
    if letter.isEmpty && addition.isEmpty { return 0 }
    scratch.removeAll()
    scratch.append(folded: letter)
    scratch.append(folded: addition)
    return Self.number(scratch.bytes, &units)
  }
}
