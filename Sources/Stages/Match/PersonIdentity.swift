import Model
import Pipeline

/// Gives every person an id that stays from night to night.
///
/// Somebody known from earlier runs keeps the id. Where persons of earlier runs turn out to be one, the id
/// of the one known longest stays; where one turns out to be several, the id stays with the signal that
/// gave it. Both are told in ``changes``.
struct PersonIdentity {
  private(set) var ids: [PersonID] = []
  private(set) var changes = PersonChanges()

  /// Names persons.
  ///
  /// - Parameters:
  ///   - persons: The records of each person.
  ///   - records: The records.
  ///   - keys: Make the ids of the municipality's persons: a person is named under the secret that held when its
  ///     first signal was sent.
  /// - Complexity: O(*n* log *n*).
  init(_ persons: PersonGroups, _ records: MatchRecords, keys: MunicipalityKeys) {
    let naming = Naming(records, keys)
    // For each person of earlier runs: the signal that keeps its id, and where it is now.
    var founders: [PersonID: (record: Int, isFounder: Bool, place: Int)] = [:]
    let isKnown = records.earlierPerson.contains { !$0.isAbsent }
    for (place, person) in persons.enumerated() where isKnown {
      for record in person where !records.earlierPerson[record].isAbsent {
        let id = records.earlierPerson[record]
        let isFounder = naming.id(of: record) == id
        if let known = founders[id],
          known.isFounder || (!isFounder && records.precedes(known.record, record))
        {
          continue
        }
        founders[id] = (record, isFounder, place)
      }
    }
    var kept: [Int: (id: PersonID, record: Int)] = [:]
    for (id, founder) in founders {
      if let known = kept[founder.place], records.precedes(known.record, founder.record) {
        continue
      }
      kept[founder.place] = (id, founder.record)
    }
    ids = Self.derived(persons, records, keys)
    for (place, known) in kept { ids[place] = known.id }
    if isKnown { tell(persons, records, founders.mapValues { ids[$0.place] }) }
  }

  /// The ids that persons have who were never seen before: that of the first signal names each.
  private static func derived(
    _ persons: PersonGroups, _ records: MatchRecords, _ keys: MunicipalityKeys
  ) -> [PersonID] {
    var ids = [PersonID](repeating: .absent, count: persons.count)
    let threads = Threads.count(forRecords: records.count)
    var namings = (0..<threads).map { _ in Naming(records, keys) }
    SharedRows.of(&ids) { ids in
      Threads.run(&namings) { thread, naming in
        for place in Threads.part(thread, of: threads, rows: persons.count) {
          let person = persons[place]
          ids[place] = naming.id(of: person.min(by: records.precedes) ?? person[0])
        }
      }
    }
    return ids
  }

  /// Makes the id that a signal gives a person.
  private struct Naming {
    private let records: MatchRecords
    private let keys: MunicipalityKeys
    private let message = ByteArena(capacity: 64)

    init(_ records: MatchRecords, _ keys: MunicipalityKeys) {
      self.records = records
      self.keys = keys
    }

    func id(of record: Int) -> PersonID {
      message.removeAll()
      message.append(records.signalID[record])
      let key = keys.holding(on: records.signalledOn[record]).person
      let (high, low) = key.hash(message.bytes)
      return Identifier(high: high, low: low)
    }
  }

  /// Notes what became of persons of earlier runs.
  private mutating func tell(
    _ persons: PersonGroups, _ records: MatchRecords, _ now: [PersonID: PersonID]
  ) {
    struct Change: Hashable {
      var person: PersonID
      var change: PersonChange
      var other: PersonID
    }
    var found: Set<Change> = []
    for (earlier, id) in now where id != earlier {
      found.insert(Change(person: earlier, change: .merged, other: id))
    }
    for (place, person) in persons.enumerated() {
      for record in person {
        let earlier = records.earlierPerson[record]
        guard !earlier.isAbsent, let home = now[earlier], home != ids[place] else { continue }
        found.insert(Change(person: earlier, change: .split, other: ids[place]))
      }
    }
    let ordered = found.sorted { left, right in
      if left.person != right.person { return left.person < right.person }
      if left.change != right.change { return left.change.rawValue < right.change.rawValue }
      return left.other < right.other
    }
    for change in ordered {
      changes.personID.append(change.person)
      changes.change.append(change.change)
      changes.otherPersonID.append(change.other)
    }
  }
}
