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

  /// Reads a row into a record, but for the values that get their numbers later.
  ///
  /// - Returns: The hashes of those values.
  /// - Complexity: O(*n*) in the length of the texts.
  @inline(__always)
  mutating func begin(
    _ row: Int, of table: some PersonColumns, partner: ByteView, reference: ByteView,
    into record: inout MatchRecord
  ) -> PlaceHashes {
    let texts = table.arena
    record.postcode = table.postcode[row]
    record.houseNumber = table.houseNumber[row]
    record.unit = unit(texts[table.houseLetter[row]], texts[table.houseAddition[row]])
    record.street = streets.number(of: texts[table.street[row]])
    let key = table.addressKey[row]
    var hashes = PlaceHashes()
    if !key.isAbsent || record.hasAddress {
      var hash = ByteHash()
      hash.add(key)
      hashes.addressKey = max(1, hash.value)
    }
    hashes.phone = Self.hash(texts[table.phone[row]])
    hashes.email = email(texts[table.email[row]])
    record.partner = Self.number(partner, &partners)
    if !reference.isEmpty {
      var hash = ByteHash(7)
      hash.add(UInt64(record.partner))
      hash.add(reference)
      hashes.reference = max(1, hash.value)
    }
    return hashes
  }

  /// Reads a row into a record, and whose signal it is.
  ///
  /// - Complexity: O(*n*) in the length of the texts.
  mutating func read(
    _ row: Int, of table: some PersonColumns, partner: ByteView, reference: ByteView,
    into record: inout MatchRecord
  ) {
    let hashes = begin(row, of: table, partner: partner, reference: reference, into: &record)
    record.addressKey = Self.number(hashes.addressKey, &addressKeys)
    record.phone = Self.number(hashes.phone, &phones)
    record.email = Self.number(hashes.email, &emails)
    record.reference = Self.number(hashes.reference, &references)
  }

  /// Numbers the values of some rows, table by table: so the processor waits for many places at once.
  ///
  /// - Parameters:
  ///   - hashes: What was hashed of each row.
  ///   - records: The record of each.
  ///   - rows: Where the records stand.
  mutating func number(
    _ hashes: [PlaceHashes], of records: [UInt32], in rows: SharedRows<MatchRecord>
  ) {
    for (hash, record) in zip(hashes, records) {
      rows[Int(record)].addressKey = Self.number(hash.addressKey, &addressKeys)
    }
    for (hash, record) in zip(hashes, records) {
      rows[Int(record)].phone = Self.number(hash.phone, &phones)
    }
    for (hash, record) in zip(hashes, records) {
      rows[Int(record)].email = Self.number(hash.email, &emails)
    }
    for (hash, record) in zip(hashes, records) {
      rows[Int(record)].reference = Self.number(hash.reference, &references)
    }
  }

  /// Forgets which number each value but a street has.
  mutating func forgetNumbering() {
    (units, addressKeys, phones) = (ValueNumbers(), ValueNumbers(), ValueNumbers())
    (emails, partners, references) = (ValueNumbers(), ValueNumbers(), ValueNumbers())
  }

  /// The hash of a text; 0 of none.
  @inline(__always)
  private static func hash(_ text: ByteView) -> UInt64 {
    guard !text.isEmpty else { return 0 }
    var hash = ByteHash()
    hash.add(text)
    return max(1, hash.value)
  }

  @inline(__always)
  private static func number(_ hash: UInt64, _ numbers: inout ValueNumbers) -> UInt32 {
    hash == 0 ? 0 : numbers.number(of: hash)
  }

  @inline(__always)
  private static func number(_ text: ByteView, _ numbers: inout ValueNumbers) -> UInt32 {
    number(hash(text), &numbers)
  }

  /// Capitals in an e-mail address lead to the same mailbox.
  private mutating func email(_ text: ByteView) -> UInt64 {
    guard (0..<text.count).contains(where: { text[$0] >= 0x41 && text[$0] <= 0x5A }) else {
      return Self.hash(text)
    }
    scratch.removeAll()
    for index in 0..<text.count {
      let byte = text[index]
      scratch.append(byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte)
    }
    return Self.hash(scratch.bytes)
  }

  private mutating func unit(_ letter: ByteView, _ addition: ByteView) -> UInt32 {
    if letter.isEmpty && addition.isEmpty { return 0 }
    scratch.removeAll()
    scratch.append(folded: letter)
    scratch.append(folded: addition)
    return Self.number(scratch.bytes, &units)
  }
}

/// The hashes of the values of a row of which there are very many; 0 of an absent one.
struct PlaceHashes {
  var addressKey: UInt64 = 0
  var phone: UInt64 = 0
  var email: UInt64 = 0
  var reference: UInt64 = 0
}
