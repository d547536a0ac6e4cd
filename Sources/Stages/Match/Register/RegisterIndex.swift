internal import Model

/// Finds the rows of the register that a person is compared with: those at a postcode and number, those
/// that moved from there, and those of a surname with a birth date.
///
/// Only keys that some person asks for are kept, so that it costs one pass over the register and little
/// memory, however many people live there.
struct RegisterIndex {
  private let hash: SipHash
  private let message = ByteArena(capacity: 256)
  private var hits: [(key: UInt64, row: UInt32)] = []

  init(hash: SipHash) { self.hash = hash }

  /// Collects the rows that have a key that is asked for.
  ///
  /// - Complexity: O(*n*) in the rows of the register, and O(*k* log *k*) in the hits.
  mutating func collect(_ table: RegisterTable, wanted: Set<UInt64>) {
    let persons = table.persons
    for row in 0..<table.count {
      if let key = address(persons.postcode[row], persons.houseNumber[row]), wanted.contains(key) {
        hits.append((key, UInt32(row)))
      }
      if let key = address(table.previousPostcode[row], table.previousHouseNumber[row]),
        wanted.contains(key)
      {
        hits.append((key, UInt32(row)))
      }
      for key in names(persons, row) where wanted.contains(key) {
        hits.append((key, UInt32(row)))
      }
    }
    hits.sort { $0.key != $1.key ? $0.key < $1.key : $0.row < $1.row }
  }

  /// The rows of a key.
  ///
  /// - Complexity: O(log *k*).
  func rows(of key: UInt64) -> some Sequence<Int> {
    var low = 0
    var high = hits.count
    while low < high {
      let middle = (low + high) / 2
      if hits[middle].key < key { low = middle + 1 } else { high = middle }
    }
    return hits[low...].prefix { $0.key == key }.lazy.map { Int($0.row) }
  }

  /// The key of a postcode and number.
  func address(_ postcode: Postcode, _ number: Int32) -> UInt64? {
    guard !postcode.isAbsent, number > 0 else { return nil }
    return UInt64(postcode.packed) << 32 | UInt64(UInt32(bitPattern: number))
  }

  /// The keys of each surname with the birth date; none when that is not wholly known.
  func names(_ table: Normalised, _ row: Int) -> [UInt64] {
    guard table.birthDate[row].isComplete else { return [] }
    return [table.surname[row], table.partnerSurname[row]].compactMap { cell in
      guard !cell.isEmpty else { return nil }
      message.removeAll()
      message.append(decimal: Int(table.birthDate[row].packed))
      message.append(folded: table.arena[cell])
      return hash.hash(message.bytes).0 | 1 << 63
    }
  }
}
