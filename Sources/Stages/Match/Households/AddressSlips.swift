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
  private let homes: [PersonHome]
  private let threads: Int

  /// More people of one name in one street, or of one phone number, are not compared with each other.
  private static let mostCompared = 32

  init(
    _ persons: PersonGroups, _ records: MatchRecords, _ traits: SharedTraits, homes: [PersonHome],
    threads: Int
  ) {
    self.persons = persons
    self.records = records
    self.traits = traits
    self.homes = homes
    self.threads = threads
  }

  /// For each person the record whose address is meant, or -1; of those that differ by a slip, the address that
  /// most persons have.
  ///
  /// - Complexity: O(*n*).
  func corrected() -> [Int32] {
    var doorOfKey = [Int32](repeating: -1, count: Int(homes.lazy.map(\.addressKey).max() ?? 0) + 1)
    /// A record of each door, and how many persons live there.
    var standing: [(record: Int32, persons: Int32)] = []
    for home in homes where home.record >= 0 {
      let key = Int(home.addressKey)
      if doorOfKey[key] < 0 {
        doorOfKey[key] = Int32(standing.count)
        standing.append((home.record, 0))
      }
      standing[Int(doorOfKey[key])].persons += 1
    }
    var sets = DisjointSets(count: standing.count)
    for part in slips(doorOfKey) {
      for slip in part { sets.join(Int(doorOfKey[Int(slip.one)]), Int(doorOfKey[Int(slip.other)])) }
    }
    var best = [Int32](repeating: -1, count: standing.count)
    for door in standing.indices {
      let root = sets.root(door)
      if best[root] < 0 || isBetter(standing[door], standing[Int(best[root])]) {
        best[root] = Int32(door)
      }
    }
    return homes.map { home in
      guard home.record >= 0 else { return -1 }
      let own = doorOfKey[Int(home.addressKey)]
      let door = best[sets.root(Int(own))]
      return door == own ? home.record : standing[Int(door)].record
    }
  }

  /// The door of more people is the one that is meant; of as many, either, but always the same.
  private func isBetter(
    _ one: (record: Int32, persons: Int32), _ other: (record: Int32, persons: Int32)
  ) -> Bool {
    one.persons != other.persons
      ? one.persons > other.persons
      : records.addressKey[Int(one.record)] < records.addressKey[Int(other.record)]
  }

  /// Two addresses that are one, by their keys.
  private typealias Slip = (one: UInt32, other: UInt32)

  /// Finds the addresses that differ by a slip.
  ///
  /// - Parameter doors: The door of each key, or -1.
  /// - Returns: What each thread found.
  private func slips(_ doors: [Int32]) -> [[Slip]] {
    var found = [[Slip]](repeating: [], count: threads)
    // One partner has the address of somebody wrong, and another one right.
    Threads.run(&found) { thread, found in
      for place in Threads.part(thread, of: threads, rows: persons.count) {
        let home = homes[place]
        guard home.record >= 0 else { continue }
        for record in persons[place] where record != Int(home.record) {
          let other = PersonHome(record, records)
          let key = Int(other.addressKey)
          guard other.isAlike(home), key < doors.count, doors[key] >= 0 else { continue }
          found.append((home.addressKey, other.addressKey))
        }
      }
    }
    KeyedGroups.forEach(rows: homes.count, &found) { part, keys in
      for place in part where homes[place].record >= 0 && homes[place].street != 0 {
        let street = UInt64(homes[place].street)
        traits.forEach(of: place) { trait in
          var hash = ByteHash(trait.number)
          hash.add(street)
          keys.add(hash.value, row: place)
        }
      }
    } _: { group, found in
      guard group.count > 1, group.count <= Self.mostCompared else { return }
      for left in 1..<group.count {
        for right in 0..<left where isSlip(group.row(left), group.row(right)) {
          found.append(
            (homes[group.row(left)].addressKey, homes[group.row(right)].addressKey))
        }
      }
    }
    return found
  }

  private func isSlip(_ left: Int, _ right: Int) -> Bool {
    let (one, other) = (homes[left], homes[right])
    return one.isAlike(other) && traits.haveOne(left, right)
      || one.isNextDoor(to: other) && traits.haveOneContact(left, right)
  }
}
