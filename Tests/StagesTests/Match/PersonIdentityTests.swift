import Model
import Pipeline
import TestSupport
import Testing

@testable import Stages

@Suite("Persons keep their ids")
struct PersonIdentityTests {
  /// Records of nobody in particular: what counts is their day and their earlier person.
  static func identity(
    _ persons: [[Int]], days: [String], earlier: [Int: PersonID] = [:]
  ) throws -> PersonIdentity {
    let rows = days.map { MatchTests.row("J.", "Bakker", on: $0) }
    let records = try MatchFixture.records(rows, earlier: earlier)
    return PersonIdentity(
      PersonGroups(persons), records, keys: try StageFixture.context().keys)
  }

  /// The id that a signal gives a person it founds.
  static func founded(by record: Int) throws -> PersonID {
    let key = try StageFixture.context().keys.person
    let message = ByteArena(capacity: 16)
    message.append(SignalID(high: 0, low: UInt64(record + 1)))
    let (high, low) = key.hash(message.bytes)
    return PersonID(high: high, low: low)
  }

  static func changes(_ identity: PersonIdentity) -> [String] {
    let table = identity.changes
    return (0..<table.count).map {
      "\(table.personID[$0]) \(table.change[$0].rawValue) \(table.otherPersonID[$0])"
    }
  }

  @Test func `A new person is named after the oldest signal`() throws {
    let days = ["2026-10-05", "2026-09-05", "2026-09-05"]
    let found = try Self.identity([[0, 1, 2]], days: days)
    #expect(found.ids == [try Self.founded(by: 1)])
    #expect(found.changes.count == 0)
  }

  @Test func `Somebody known keeps the id, even when an older signal comes in`() throws {
    let days = ["2026-10-05", "2026-08-05", "2026-09-05"]
    let known = try Self.founded(by: 0)
    let found = try Self.identity([[0, 1], [2]], days: days, earlier: [0: known])
    #expect(found.ids == [known, try Self.founded(by: 2)])
    #expect(found.changes.count == 0)
    // And when the signal that gave it is long gone.
    let gone = PersonID(high: 7, low: 7)
    #expect(try Self.identity([[0, 1, 2]], days: days, earlier: [2: gone]).ids == [gone])
  }

  @Test func `Of two that turn out to be one, the one known longest stays`() throws {
    let days = ["2026-09-05", "2026-08-05", "2026-10-05"]
    let (one, other) = (try Self.founded(by: 0), try Self.founded(by: 1))
    let found = try Self.identity([[0, 1, 2]], days: days, earlier: [0: one, 1: other])
    #expect(found.ids == [other])
    #expect(Self.changes(found) == ["\(one) merged \(other)"])
  }

  @Test func `Of one that turns out to be two, the founder's stays`() throws {
    let days = ["2026-09-05", "2026-08-05", "2026-10-05"]
    let known = try Self.founded(by: 0)
    let earlier = [0: known, 1: known, 2: known]
    let found = try Self.identity([[0], [1, 2]], days: days, earlier: earlier)
    #expect(found.ids == [known, try Self.founded(by: 1)])
    #expect(Self.changes(found) == ["\(known) split \(try Self.founded(by: 1))"])
    // Where the founder is no longer remembered, with the oldest.
    let gone = PersonID(high: 7, low: 7)
    let later = try Self.identity(
      [[0], [1, 2]], days: days, earlier: [0: gone, 1: gone, 2: gone])
    #expect(later.ids == [try Self.founded(by: 0), gone])
  }

  @Test func `A part of one that goes to another is a split, not a merger`() throws {
    let days = ["2026-08-05", "2026-08-06", "2026-08-07"]
    let (one, other) = (try Self.founded(by: 0), try Self.founded(by: 2))
    let found = try Self.identity(
      [[0], [1, 2]], days: days, earlier: [0: one, 1: one, 2: other])
    #expect(found.ids == [one, other])
    #expect(Self.changes(found) == ["\(one) split \(other)"])
  }

  @Test(arguments: UInt64(1)...20)
  func `No two persons share an id, and a second night changes nothing`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let count = 40
    let days = (0..<count).map { _ in "2026-0\(Int.random(in: 1...9, using: &random))-05" }
    func partition() -> [[Int]] {
      Dictionary(grouping: 0..<count) { _ in Int.random(in: 0..<15, using: &random) }
        .values.sorted { $0[0] < $1[0] }
    }
    func remembered(_ persons: [[Int]], _ ids: [PersonID]) -> [Int: PersonID] {
      var earlier: [Int: PersonID] = [:]
      for (person, id) in zip(persons, ids) { for record in person { earlier[record] = id } }
      return earlier
    }
    let monday = partition()
    let first = try Self.identity(monday, days: days)
    #expect(Set(first.ids).count == monday.count)
    let known = remembered(monday, first.ids)
    let again = try Self.identity(monday, days: days, earlier: known)
    #expect(again.ids == first.ids && again.changes.count == 0)
    // Another night, another view of who is who.
    let tuesday = partition()
    let second = try Self.identity(tuesday, days: days, earlier: known)
    #expect(Set(second.ids).count == tuesday.count, "seed \(seed)")
    // The order of persons and of their records says nothing.
    let order = Array(tuesday.indices).shuffled(using: &random)
    let third = try Self.identity(
      order.map { tuesday[$0].shuffled(using: &random) }, days: days, earlier: known)
    #expect(third.ids == order.map { second.ids[$0] }, "seed \(seed)")
    #expect(Self.changes(third) == Self.changes(second), "seed \(seed)")
    // Every id that is no more was merged; every signal that left its person was told.
    let now = remembered(tuesday, second.ids)
    let changes = Set(Self.changes(second))
    for (place, id) in first.ids.enumerated() where !second.ids.contains(id) {
      #expect(changes.contains { $0.hasPrefix("\(id) merged") }, "seed \(seed), person \(place)")
    }
    for record in 0..<count {
      let (before, after) = (try #require(known[record]), try #require(now[record]))
      #expect(
        before == after || changes.contains("\(before) merged \(after)")
          || changes.contains("\(before) split \(after)"), "seed \(seed)")
    }
  }
}
