import Model

/// What makes people at one address, or at two that look like one, belong together: a surname that sounds
/// alike, a phone number or an e-mail address.
///
/// A number or an address that people of many homes give is that of somebody who handles their affairs, and
/// tells nothing.
///
/// - Source: `domain-matching`.
struct SharedTraits {
  /// A surname's sound, a phone number or an e-mail address.
  struct Trait: Hashable, Comparable {
    private let value: UInt64

    fileprivate init(surname sound: UInt32) { value = UInt64(sound) }
    fileprivate init(phone: UInt32) { value = 1 << 32 | UInt64(phone) }
    fileprivate init(email: UInt32) { value = 2 << 32 | UInt64(email) }

    var isContact: Bool { value >> 32 != 0 }

    /// A number for grouping; no two traits have one.
    var number: UInt64 { value }

    static func < (left: Trait, right: Trait) -> Bool { left.value < right.value }
  }

  private let records: MatchRecords
  private let persons: PersonGroups
  private let phones: ContactHomes
  private let emails: ContactHomes

  /// Looks which contacts are shared too widely to tell anything.
  ///
  /// - Complexity: O(*n*).
  init(_ persons: PersonGroups, _ records: MatchRecords) {
    self.persons = persons
    self.records = records
    var homes = [ContactHomes(), ContactHomes()]
    Threads.run(&homes) { contact, homes in
      for index in 0..<records.count {
        let record = records[index]
        guard record.hasAddress else { continue }
        homes.add(contact == 0 ? record.phone : record.email, at: record.addressKey)
      }
    }
    (phones, emails) = (homes[0], homes[1])
  }

  /// Calls a function for everything that a person has, maybe more than once.
  @inline(__always)
  func forEach(of place: Int, _ body: (Trait) -> Void) {
    for index in persons[place] {
      let record = records[index]
      if record.surnameSound != 0 { body(Trait(surname: record.surnameSound)) }
      let other = records.otherSurnameSound(index)
      if other != 0 { body(Trait(surname: other)) }
      if !phones.isOfMany(record.phone) { body(Trait(phone: record.phone)) }
      if !emails.isOfMany(record.email) { body(Trait(email: record.email)) }
    }
  }

  /// Whether two persons have anything in common.
  func haveOne(_ left: Int, _ right: Int) -> Bool { haveOne(left, right) { _ in true } }

  /// Whether two persons have a surname in common that sounds alike.
  func haveOneSurname(_ left: Int, _ right: Int) -> Bool {
    haveOne(left, right) { !$0.isContact }
  }

  /// Whether two persons have a phone number or an e-mail address in common.
  func haveOneContact(_ left: Int, _ right: Int) -> Bool { haveOne(left, right, \.isContact) }

  @inline(__always)
  private func haveOne(_ left: Int, _ right: Int, _ isMeant: (Trait) -> Bool) -> Bool {
    var found = false
    forEach(of: left) { one in
      guard !found, isMeant(one) else { return }
      forEach(of: right) { if $0 == one { found = true } }
    }
    return found
  }

  /// Divides persons into those who belong together, step by step.
  ///
  /// - Returns: The groups in the order of their first persons.
  /// - Complexity: O(*n* log *n*) in the signals of the persons.
  func families(among places: [Int]) -> [[Int]] {
    guard places.count > 1 else { return [places] }
    var bearers: [(trait: Trait, index: Int)] = []
    for (index, place) in places.enumerated() {
      forEach(of: place) { bearers.append(($0, index)) }
    }
    bearers.sort { $0 < $1 }
    var sets = DisjointSets(count: places.count)
    for (one, next) in zip(bearers, bearers.dropFirst()) where one.trait == next.trait {
      sets.join(one.index, next.index)
    }
    var families: [[Int]] = []
    var familyOfRoot = [Int](repeating: -1, count: places.count)
    for (index, place) in places.enumerated() {
      let root = sets.root(index)
      if familyOfRoot[root] < 0 {
        familyOfRoot[root] = families.count
        families.append([])
      }
      families[familyOfRoot[root]].append(place)
    }
    return families
  }
}

/// In how many homes each phone number, or each e-mail address, is given.
private struct ContactHomes {
  /// In more homes than this it is an intermediary's.
  ///
  /// - Source: `domain-phone-spelling`.
  private static let most = 3
  /// The first homes of each contact, by the numbers of both; one more than make an intermediary.
  private var homes: [InlineArray<4, UInt32>] = []

  mutating func add(_ contact: UInt32, at home: UInt32) {
    guard contact != 0 else { return }
    while homes.count <= Int(contact) { homes.append(InlineArray(repeating: 0)) }
    for place in 0...Self.most {
      if homes[Int(contact)][place] == home { return }
      if homes[Int(contact)][place] == 0 {
        homes[Int(contact)][place] = home
        return
      }
    }
  }

  /// Whether a contact is an intermediary's, or none.
  func isOfMany(_ contact: UInt32) -> Bool {
    guard contact != 0 else { return true }
    return Int(contact) < homes.count && homes[Int(contact)][Self.most] != 0
  }
}
