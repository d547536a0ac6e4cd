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
  /// The record whose address counts as that of each person, or -1: the last known one, or what was meant
  /// by it.
  private(set) var last: [Int]
  private let traits: SharedTraits

  /// Finds households.
  ///
  /// - Parameters:
  ///   - persons: The records of each person.
  ///   - records: The records.
  ///   - personIDs: The id of each person.
  ///   - mostSurnames: How many unrelated surnames make an address one of many people.
  ///   - keys: Make the ids of the municipality's households.
  /// - Complexity: O(*n* log *n*).
  init(
    _ persons: PersonGroups, _ records: MatchRecords, personIDs: [PersonID], mostSurnames: Int,
    keys: HouseholdKeys
  ) {
    self.keys = keys
    self.records = records
    self.persons = persons
    ids = Array(repeating: .absent, count: persons.count)
    isCrowded = Array(repeating: false, count: persons.count)
    isOneOfSeveral = isCrowded
    traits = SharedTraits(persons, records)
    last = []
    let known = persons.map { lastAddress($0) }
    last = AddressSlips(persons, records, traits, homes: known).corrected()
    func ofPerson(at place: Int) -> HouseholdID {
      let first = persons[place].min(by: records.precedes) ?? persons[place][0]
      return self.keys.id(of: personIDs[place], since: records.signalledOn[first])
    }
    for place in persons.indices {
      ids[place] =
        last[place] < 0
        ? ofPerson(at: place) : self.keys.id(of: records.addressKey[last[place]])
    }
    let contracts = HomeContracts(persons, records)
    var houses = HashGroups()
    for (place, record) in last.enumerated() where record >= 0 {
      var hash = ByteHash(5)
      hash.add(UInt64(records[record].postcode.packed))
      hash.add(UInt64(UInt32(bitPattern: records[record].houseNumber)))
      houses.add(hash.value, row: place)
    }
    houses.forEachShared { house in
      let units = settle(house.map { Int($0) })
      for unit in units {
        guard let first = unit.keys.first else { continue }
        let families = traits.families(among: unit.places)
        if families.count >= mostSurnames {
          for place in unit.places {
            isCrowded[place] = true
            ids[place] = ofPerson(at: place)
          }
        } else if contracts.areOfSeveralHomes(families) {
          for family in families {
            let id = ofPerson(at: founder(of: family))
            for place in family {
              isOneOfSeveral[place] = true
              ids[place] = id
            }
          }
        } else {
          let id = self.keys.id(of: first)
          for place in unit.places { ids[place] = id }
        }
      }
    }
  }

  /// The person of a family who was reported first, so that the id of a household stays when others come.
  private func founder(of family: [Int]) -> Int {
    let first = family.lazy.map { place in
      (place: place, record: persons[place].min(by: records.precedes) ?? persons[place][0])
    }
    return first.min { records.precedes($0.record, $1.record) }?.place ?? family[0]
  }

  /// The record with the last known address; of one day, the one with a letter or addition.
  private func lastAddress(_ person: PersonGroups.Slice) -> Int {
    var found = -1
    for record in person where !records.addressKey[record].isAbsent {
      guard found >= 0 else {
        found = record
        continue
      }
      let (day, known) = (records.signalledOn[record], records.signalledOn[found])
      let isSameHouse =
        records[record].postcode == records[found].postcode
        && records[record].houseNumber == records[found].houseNumber
      let tellsMore = records[record].unit != 0 && records[found].unit == 0
      let tellsLess = records[record].unit == 0 && records[found].unit != 0
      if isSameHouse && tellsMore {
        found = record
      } else if isSameHouse && tellsLess {
        continue
      } else if day > known
        || (day == known && records.addressKey[record] < records.addressKey[found])
      {
        found = record
      }
    }
    return found
  }

  private struct Unit {
    var keys: [AddressKey]
    var places: [Int]
    var hasUnit: Bool
  }

  /// Divides the persons of one postcode and number over its units.
  private func settle(_ places: [Int]) -> [Unit] {
    let first = records.addressKey[last[places[0]]]
    if places.allSatisfy({ records.addressKey[last[$0]] == first }) {
      return [Unit(keys: [first], places: places, hasUnit: false)]
    }
    var byKey: [AddressKey: [Int]] = [:]
    for place in places { byKey[records.addressKey[last[place]], default: []].append(place) }
    var units = byKey.keys.sorted().map { key in
      let places = byKey[key] ?? []
      return Unit(
        keys: [key], places: places,
        hasUnit: places.contains { records[last[$0]].unit != 0 })
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
