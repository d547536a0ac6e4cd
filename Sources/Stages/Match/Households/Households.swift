import Model
import Pipeline

/// Says which persons are contacted as one: those whose last known address is the same.
///
/// An address that differs by a slip of one partner is the same (``AddressSlips``). Letter and addition are
/// left out where the evidence says so: somebody without one belongs to the only
/// unit of the house, or to the only one where the same surname lives. Two units that both exist never
/// become one. Where many people of different names share an address (student houses, care homes,
/// shelters), each is a household of their own; where two have contracts that a home has one of, each
/// family is (``HomeContracts``).
///
/// - Source: `domain-matching`.
struct Households {
  private(set) var ids: [HouseholdID]
  /// For each person whether the address is one of many unrelated people.
  private(set) var isCrowded: [Bool]
  /// For each person whether others have another home behind the same address.
  private(set) var isOneOfSeveral: [Bool]

  /// What made the ids.
  private(set) var keys: HouseholdKeys
  private let records: MatchRecords
  private let persons: PersonGroups
  private let personIDs: [PersonID]
  private let mostSurnames: Int
  /// The record whose address counts as that of each person, or -1: the last known one, or what was meant
  /// by it.
  private let last: [Int32]
  private let traits: SharedTraits
  private let contracts: HomeContracts

  /// Finds households.
  ///
  /// - Parameters:
  ///   - persons: The records of each person.
  ///   - records: The records.
  ///   - personIDs: The id of each person.
  ///   - mostSurnames: How many unrelated surnames make an address one of many people.
  ///   - keys: Make the ids of the municipality's households.
  ///   - threads: How many threads share the work; when absent two, or one for few records.
  /// - Complexity: O(*n* log *n*).
  init(
    _ persons: PersonGroups, _ records: MatchRecords, personIDs: [PersonID], mostSurnames: Int,
    keys: HouseholdKeys, threads: Int? = nil
  ) {
    let threads = threads ?? Threads.count(forRecords: records.count)
    self.keys = keys
    self.records = records
    self.persons = persons
    self.personIDs = personIDs
    self.mostSurnames = mostSurnames
    ids = Array(repeating: .absent, count: persons.count)
    isCrowded = Array(repeating: false, count: persons.count)
    isOneOfSeveral = isCrowded
    traits = SharedTraits(persons, records)
    contracts = HomeContracts(persons, records)
    last = AddressSlips(
      persons, records, traits, homes: PersonHome.all(of: persons, records, threads: threads),
      threads: threads
    ).corrected()
    let (last, finder) = (last, self)
    var places = (0..<threads).map { _ in
      Places(keys: keys.separate())
    }
    SharedRows.of(&ids) { ids in
      KeyedGroups.forEach(rows: last.count, &places) { part, keys in
        for place in part where last[place] >= 0 {
          keys.add(records[Int(last[place])].house, row: place)
        }
      } _: { group, places in
        finder.settle(group, &places, ids)
      }
      Threads.run(&places) { thread, places in
        for place in Threads.part(thread, of: threads, rows: last.count) where last[place] < 0 {
          ids[place] = finder.ofPerson(at: place, &places.keys)
        }
      }
    }
    for found in places {
      self.keys.learn(from: found.keys)
      for place in found.crowded { isCrowded[Int(place)] = true }
      for place in found.oneOfSeveral { isOneOfSeveral[Int(place)] = true }
    }
  }

  /// What one thread finds of places.
  private struct Places {
    var keys: HouseholdKeys
    var crowded: [UInt32] = []
    var oneOfSeveral: [UInt32] = []
  }

  /// The record whose address counts as that of a person; `nil` when there is none.
  func home(of place: Int) -> Int? { last[place] < 0 ? nil : Int(last[place]) }

  private func ofPerson(at place: Int, _ keys: inout HouseholdKeys) -> HouseholdID {
    let first = persons[place].min(by: records.precedes) ?? persons[place][0]
    return keys.id(of: personIDs[place], since: records.signalledOn[first])
  }

  /// Gives the persons of one house their households.
  private func settle(
    _ house: ArraySlice<UInt64>, _ found: inout Places, _ ids: SharedRows<HouseholdID>
  ) {
    if house.count == 1 {
      ids[house.row(0)] = found.keys.id(of: address(house.row(0)))
      return
    }
    if isOneFamily(house, &found, ids) { return }
    // Two houses may be taken for one key.
    var rest = (0..<house.count).map { house.row($0) }
    while let first = rest.first {
      let key = records[Int(last[first])].house
      let together = rest.filter { records[Int(last[$0])].house == key }
      rest = together.count == rest.count ? [] : rest.filter { !together.contains($0) }
      settle(together, &found, ids)
    }
  }

  /// Settles a house where all live at one door, and each has something in common with the first: most houses.
  private func isOneFamily(
    _ house: ArraySlice<UInt64>, _ found: inout Places, _ ids: SharedRows<HouseholdID>
  ) -> Bool {
    let first = house.row(0)
    let door = address(first)
    for place in 1..<house.count {
      let other = house.row(place)
      guard address(other) == door, traits.haveOne(first, other) else { return false }
    }
    let id = found.keys.id(of: door)
    for place in 0..<house.count { ids[house.row(place)] = id }
    return true
  }

  private func settle(
    _ places: [Int], _ found: inout Places, _ ids: SharedRows<HouseholdID>
  ) {
    for place in places { found.keys.note(address(place)) }
    for unit in units(places) {
      guard let first = unit.keys.first else { continue }
      let families = traits.families(among: unit.places)
      if families.count >= mostSurnames {
        for place in unit.places {
          found.crowded.append(UInt32(place))
          ids[place] = ofPerson(at: place, &found.keys)
        }
      } else if contracts.areOfSeveralHomes(families) {
        for family in families {
          let id = ofPerson(at: founder(of: family), &found.keys)
          for place in family {
            found.oneOfSeveral.append(UInt32(place))
            ids[place] = id
          }
        }
      } else {
        let id = found.keys.id(of: first)
        for place in unit.places { ids[place] = id }
      }
    }
  }

  /// The key of the address that counts as that of a person who has one.
  private func address(_ place: Int) -> AddressKey { records.addressKey[Int(last[place])] }

  /// The person of a family who was reported first, so that the id of a household stays when others come.
  private func founder(of family: [Int]) -> Int {
    let first = family.lazy.map { place in
      (place: place, record: persons[place].min(by: records.precedes) ?? persons[place][0])
    }
    return first.min { records.precedes($0.record, $1.record) }?.place ?? family[0]
  }

  private struct Unit {
    var keys: [AddressKey]
    var places: [Int]
    var hasUnit: Bool
  }

  /// Divides the persons of one postcode and number over its units.
  private func units(_ places: [Int]) -> [Unit] {
    let first = address(places[0])
    if places.allSatisfy({ address($0) == first }) {
      return [Unit(keys: [first], places: places, hasUnit: false)]
    }
    var byKey: [AddressKey: [Int]] = [:]
    for place in places { byKey[address(place), default: []].append(place) }
    var units = byKey.keys.sorted().map { key in
      let places = byKey[key] ?? []
      return Unit(
        keys: [key], places: places,
        hasUnit: places.contains { records[Int(last[$0])].unit != 0 })
    }
    guard units.count > 1, let bare = units.firstIndex(where: { !$0.hasUnit }) else { return units }
    let named = units.indices.filter { $0 != bare }
    // Who is related is asked of those who live in a unit for certain, so that the order says nothing.
    let certain = units
    var left: [Int] = []
    for place in certain[bare].places {
      let related = named.filter { unit in
        certain[unit].places.contains { traits.haveOneSurname($0, place) }
      }
      if related.count == 1 {
        units[related[0]].places.append(place)
      } else {
        left.append(place)
      }
    }
    units[bare].places = left
    if left.isEmpty { units.remove(at: bare) }
    return units
  }
}

extension MatchRecord {
  /// A number that postcode and house number give; two houses hardly ever have one.
  fileprivate var house: UInt64 {
    var hash = ByteHash(5)
    hash.add(UInt64(postcode.packed))
    hash.add(UInt64(UInt32(bitPattern: houseNumber)))
    return hash.value
  }
}
