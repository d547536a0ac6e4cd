import Model

/// Brings people together whose addresses differ by a slip of one partner: a letter of the postcode, or two
/// digits of the number that changed places.
///
/// Neighbours have addresses that look so too, and relatives may live next door. So there must be a
/// surname, a phone number or an e-mail address in common; where a digit is another one, which is how
/// neighbours differ, a phone number or e-mail address.
///
/// - Source: `domain-matching`.
struct AddressSlips {
  private let records: MatchRecords
  private let persons: PersonGroups
  private let traits: SharedTraits
  /// The record with the last known address of each person, or -1.
  private let homes: [Int]

  /// More people of one name in one street, or of one phone number, are not compared with each other.
  private static let mostCompared = 32

  init(
    _ persons: PersonGroups, _ records: MatchRecords, _ traits: SharedTraits, homes: [Int]
  ) {
    self.persons = persons
    self.records = records
    self.traits = traits
    self.homes = homes
  }

  /// For each person the record whose address is meant; of those that differ by a slip, the address that
  /// most persons have.
  ///
  /// - Complexity: O(*n*).
  func corrected() -> [Int] {
    let keys = homes.lazy.map { $0 < 0 ? 0 : Int(records[$0].addressKey) }
    var doorOfKey = [Int](repeating: -1, count: (keys.max() ?? 0) + 1)
    /// A record of each door, and how many persons live there.
    var standing: [(record: Int, persons: Int)] = []
    var doorOf = [Int](repeating: -1, count: homes.count)
    for (place, record) in homes.enumerated() where record >= 0 {
      let key = keys[place]
      if doorOfKey[key] < 0 {
        doorOfKey[key] = standing.count
        standing.append((record, 0))
      }
      doorOf[place] = doorOfKey[key]
      standing[doorOf[place]].persons += 1
    }
    var sets = DisjointSets(count: standing.count)
    forEachSlip { sets.join(doorOf[$0], doorOf[$1]) }
    // One partner has the address of somebody wrong, and another one right.
    for (place, home) in homes.enumerated() where home >= 0 {
      for record in persons[place] {
        let key = Int(records[record].addressKey)
        guard key < doorOfKey.count, doorOfKey[key] >= 0, isAlike(record, home) else { continue }
        sets.join(doorOf[place], doorOfKey[key])
      }
    }
    var best = [Int](repeating: -1, count: standing.count)
    for door in standing.indices {
      let root = sets.root(door)
      if best[root] < 0 || isBetter(standing[door], standing[best[root]]) { best[root] = door }
    }
    return homes.indices.map { place in
      guard doorOf[place] >= 0 else { return -1 }
      let door = best[sets.root(doorOf[place])]
      return door == doorOf[place] ? homes[place] : standing[door].record
    }
  }

  /// The door of more people is the one that is meant; of as many, either, but always the same.
  private func isBetter(
    _ one: (record: Int, persons: Int), _ other: (record: Int, persons: Int)
  ) -> Bool {
    one.persons != other.persons
      ? one.persons > other.persons
      : records.addressKey[one.record] < records.addressKey[other.record]
  }

  /// Calls a function for two persons whose addresses differ by a slip.
  private func forEachSlip(_ body: (Int, Int) -> Void) {
    var groups = HashGroups()
    for (place, record) in homes.enumerated() where record >= 0 {
      let street = records[record].street
      guard street != 0 else { continue }
      traits.forEach(of: place) { trait in
        var hash = ByteHash(trait.number)
        hash.add(UInt64(street))
        groups.add(hash.value, row: place)
      }
    }
    groups.forEachShared { group in
      guard group.count <= Self.mostCompared else { return }
      for (index, left) in group.enumerated() {
        for right in group[..<(group.startIndex + index)] where isSlip(Int(left), Int(right)) {
          body(Int(left), Int(right))
        }
      }
    }
  }

  private func isSlip(_ left: Int, _ right: Int) -> Bool {
    isAlike(homes[left], homes[right])
      || isNextDoor(homes[left], homes[right]) && traits.haveOneContact(left, right)
  }

  /// Whether two addresses differ by a letter of the postcode, or by two digits that changed places.
  private func isAlike(_ left: Int, _ right: Int) -> Bool {
    let (one, other) = (records[left], records[right])
    guard one.addressKey != other.addressKey, one.unit == other.unit, one.street == other.street
    else { return false }
    return one.houseNumber == other.houseNumber
      ? PairComparison.isTypingError(one.postcode, other.postcode)
      : one.postcode == other.postcode
        && PairComparison.isTransposed(one.houseNumber, other.houseNumber)
  }

  /// Whether two addresses differ by a digit, as those of neighbours do.
  private func isNextDoor(_ left: Int, _ right: Int) -> Bool {
    let (one, other) = (records[left], records[right])
    return one.addressKey != other.addressKey && one.unit == other.unit
      && one.postcode == other.postcode
      && PairComparison.isTypingError(one.houseNumber, other.houseNumber)
  }
}
