import Model

/// What makes people at one address, or at two that look like one, belong together: a surname that sounds
/// alike, a phone number or an e-mail address.
///
/// A number or an address that people of many homes give is that of somebody who handles their affairs, and
/// tells nothing.
///
/// - Source: `domain-matching`.
struct SharedTraits {
  private let records: MatchRecords
  private let persons: [[Int]]
  /// Phone numbers and e-mail addresses of intermediaries.
  private let intermediaries: Set<UInt64>

  /// In more homes than this a phone number or e-mail address is an intermediary's.
  ///
  /// - Source: `domain-phone-spelling`.
  private static let mostHomes = 3

  /// Looks which contacts are shared too widely to tell anything.
  ///
  /// - Complexity: O(*n*).
  init(_ persons: [[Int]], _ records: MatchRecords) {
    self.persons = persons
    self.records = records
    var contacts = HashGroups()
    for record in 0..<records.count {
      for contact in [records.phoneHash[record], records.emailHash[record]] where contact != 0 {
        contacts.add(contact, row: record)
      }
    }
    var intermediaries: Set<UInt64> = []
    contacts.forEachKey { contact, bearers in
      guard bearers.count > Self.mostHomes else { return }
      let homes = Set(bearers.map { records.addressKey[Int($0)] }.filter { !$0.isAbsent })
      if homes.count > Self.mostHomes { intermediaries.insert(contact) }
    }
    self.intermediaries = intermediaries
  }

  /// The surnames of a person as they sound, own and partner's.
  func surnames(of place: Int) -> Set<UInt64> {
    var sounds: Set<UInt64> = []
    for record in persons[place] {
      for sound in [records.surnameSound[record], records.otherSurnameSound[record]]
      where sound != 0 { sounds.insert(UInt64(sound)) }
    }
    return sounds
  }

  /// The phone numbers and e-mail addresses of a person, without an intermediary's.
  func contacts(of place: Int) -> Set<UInt64> {
    var contacts: Set<UInt64> = []
    for record in persons[place] {
      for contact in [records.phoneHash[record], records.emailHash[record]]
      where contact != 0 && !intermediaries.contains(contact) { contacts.insert(contact) }
    }
    return contacts
  }

  /// Divides persons into those who belong together, step by step.
  ///
  /// - Returns: The groups in the order of their first persons.
  /// - Complexity: O(*n*) in the signals of the persons.
  func families(among places: [Int]) -> [[Int]] {
    guard places.count > 1 else { return [places] }
    var sets = DisjointSets(count: places.count)
    var bearers: [UInt64: Int] = [:]
    for (index, place) in places.enumerated() {
      // A sound has 32 bits, so the two kinds hardly ever meet.
      for trait in surnames(of: place).union(contacts(of: place)) {
        if let known = bearers[trait] {
          sets.join(known, index)
        } else {
          bearers[trait] = index
        }
      }
    }
    var families: [Int: [Int]] = [:]
    for (index, place) in places.enumerated() {
      families[sets.root(index), default: []].append(place)
    }
    return families.keys.sorted().compactMap { families[$0] }
  }
}
