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
  private let traits: SharedTraits
  private let homes: [Int]

  /// More people of one name in one street, or of one phone number, are not compared with each other.
  private static let mostCompared = 32

  init(_ records: MatchRecords, _ traits: SharedTraits, homes: [Int]) {
    self.records = records
    self.traits = traits
    self.homes = homes
  }

  /// For each person the record whose address is meant; of those that differ by a slip, the address that
  /// most persons have.
  ///
  /// - Complexity: O(*n*).
  func corrected() -> [Int] {
    var doors: [AddressKey: Int] = [:]
    /// A record of each door, and how many persons live there.
    var standing: [(record: Int, persons: Int)] = []
    var doorOf = [Int](repeating: -1, count: homes.count)
    for (place, record) in homes.enumerated() where record >= 0 {
      let key = records.addressKey[record]
      let door = doors[key] ?? standing.count
      if door == standing.count {
        doors[key] = door
        standing.append((record, 0))
      }
      standing[door].persons += 1
      doorOf[place] = door
    }
    var sets = DisjointSets(count: standing.count)
    forEachSlip { sets.join(doorOf[$0], doorOf[$1]) }
    var best: [Int: Int] = [:]
    for door in standing.indices {
      let root = sets.root(door)
      guard let known = best[root] else {
        best[root] = door
        continue
      }
      let (one, other) = (standing[door], standing[known])
      let isBetter =
        one.persons != other.persons
        ? one.persons > other.persons
        : records.addressKey[one.record] < records.addressKey[other.record]
      if isBetter { best[root] = door }
    }
    return homes.indices.map { place in
      guard doorOf[place] >= 0, let door = best[sets.root(doorOf[place])],
        door != doorOf[place]
      else { return homes[place] }
      return standing[door].record
    }
  }

  /// Calls a function for two persons whose addresses differ by a slip.
  private func forEachSlip(_ body: (Int, Int) -> Void) {
    var groups = HashGroups()
    for (place, record) in homes.enumerated() where record >= 0 {
      for surname in traits.surnames(of: place) where records.streetHash[record] != 0 {
        var hash = ByteHash(17)
        hash.add(surname)
        hash.add(records.streetHash[record])
        groups.add(hash.value, row: place)
      }
      for contact in traits.contacts(of: place) { groups.add(contact, row: place) }
    }
    groups.forEachShared { group in
      guard group.count <= Self.mostCompared else { return }
      for (index, left) in group.enumerated() {
        for right in group[group.startIndex..<group.startIndex + index]
        where isSlip(Int(left), Int(right)) { body(Int(left), Int(right)) }
      }
    }
  }

  private func isSlip(_ left: Int, _ right: Int) -> Bool {
    let (one, other) = (homes[left], homes[right])
    guard records.addressKey[one] != records.addressKey[other],
      records.arena[records.unit[one]].equals(records.arena[records.unit[other]]),
      records.streetHash[one] == records.streetHash[other], records.streetHash[one] != 0
    else { return false }
    let (number, otherNumber) = (records.houseNumber[one], records.houseNumber[other])
    let (postcode, otherPostcode) = (records.postcode[one], records.postcode[other])
    if number == otherNumber {
      return PairComparison.isTypingError(postcode, otherPostcode)
    }
    guard postcode == otherPostcode else { return false }
    if PairComparison.isTransposed(number, otherNumber) { return true }
    return PairComparison.isTypingError(number, otherNumber)
      && !traits.contacts(of: left).isDisjoint(with: traits.contacts(of: right))
  }
}
