import Model
import TestSupport
import Testing

@testable import Stages

@Suite("Rows brought together by key")
struct KeyedGroupsTests {
  /// Keys that many rows have, keys of one row, and rows with two keys or none.
  static func keys(_ rows: Int, _ random: inout SeededGenerator) -> [[UInt64]] {
    (0..<rows).map { row in
      (0..<row % 3).map { _ in
        Bool.random(using: &random)
          ? UInt64.random(in: 0...9, using: &random) &* 0x9E37_79B9_7F4A_7C15 : random.next()
      }
    }
  }

  @Test(arguments: [1, 7, 300, 5_000])
  func `Each key comes once with its rows, whatever the number of threads`(rows: Int) {
    var random = SeededGenerator(seed: UInt64(rows))
    let keys = Self.keys(rows, &random)
    var expected: [UInt64: [Int]] = [:]
    for (row, keys) in keys.enumerated() {
      for key in keys { expected[key, default: []].append(row) }
    }
    for threads in [1, 2, 3, 19] {
      var found = [[[Int]]](repeating: [], count: threads)
      KeyedGroups.forEach(rows: rows, &found) { part, buckets in
        for row in part { for key in keys[row] { buckets.add(key, row: row) } }
      } _: { group, found in
        found.append((0..<group.count).map { group.row($0) })
      }
      let all = found.flatMap { $0 }.sorted { $0.lexicographicallyPrecedes($1) }
      let wanted = expected.values.sorted { $0.lexicographicallyPrecedes($1) }
      #expect(all == wanted, "\(threads) threads")
    }
  }

  @Test(arguments: UInt64(1)...10)
  func `Sorted buckets are in order of keys, and give back who has a key`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let keys = (0..<Int.random(in: 1...4_000, using: &random)).map { _ in
      Bool.random(using: &random) ? random.next() : UInt64.random(in: 0...3, using: &random) << 62
    }
    var buckets = KeyBuckets(forRows: keys.count)
    for (row, key) in keys.enumerated() { buckets.add(key, row: row) }
    buckets.sort()
    var rows: [Int] = []
    buckets.forEach { group in
      #expect(Set((0..<group.count).map { keys[group.row($0)] }).count == 1)
      for place in 0..<group.count { rows.append(group.row(place)) }
    }
    #expect(rows == keys.indices.sorted { (keys[$0], $0) < (keys[$1], $1) })
    for (row, key) in keys.enumerated() {
      #expect(buckets.first(of: key) { keys[$0] == key } == keys.firstIndex(of: key))
      #expect(buckets.first(of: key) { $0 == row } == row)
    }
    #expect(buckets.first(of: 12_345) { keys[$0] == 12_345 } == nil)
  }

  @Test(arguments: [0, 1, 2, 24, 25, 700, 6_000])
  func `Numbers come in order of their upper halves and else as they were`(count: Int) {
    var random = SeededGenerator(seed: UInt64(count))
    for upper: UInt64 in [0, 3, 70_000, 0xFFFF_FFFF] {
      var numbers = (0..<count).map {
        UInt64.random(in: 0...upper, using: &random) << 32 | UInt64($0)
      }
      let expected = numbers.sorted()
      var sort = UpperHalfSort()
      sort.sort(&numbers)
      #expect(numbers == expected)
    }
  }

  @Test
  func `Records read by two threads are those read one by one`() throws {
    let rows = try SampleRecords.rows(500, seed: 11)
    let table = try StageFixture.normalise(rows)
    let received = Received.of(rows)
    let one = try MatchFixture.records(rows)
    var two = MatchRecords(count: rows.count)
    two.fill(
      from: table,
      MatchRecords.Origins(
        signalID: received.keys.signalID, signalledOn: received.signalledOn,
        partner: received.partner, partnerType: received.partnerType,
        reference: received.partnerReference, texts: received.arena),
      recordOfRow: rows.indices.map { UInt32($0) })
    func bytes(_ record: MatchRecord) -> [UInt8] { withUnsafeBytes(of: record) { Array($0) } }
    for index in rows.indices { #expect(bytes(two[index]) == bytes(one[index])) }
    #expect(two.signalID == one.signalID && two.addressKey == one.addressKey)
    #expect(two.signalledOn == one.signalledOn && two.homeContract == one.homeContract)
  }

  @Test(arguments: [UInt64(3), 4])
  func `The number of threads changes no household`(seed: UInt64) throws {
    let records = try MatchFixture.records(SampleRecords.rows(500, seed: seed))
    // Every record is a person, so that most houses have several.
    let persons = PersonGroups((0..<records.count).map { [$0] })
    let ids = persons.indices.map { PersonID(high: 1, low: UInt64($0)) }
    func households(_ threads: Int) -> Households {
      Households(
        persons, records, personIDs: ids, mostSurnames: 3,
        keys: HouseholdKeys(SipHash(key: (1, 2))), threads: threads)
    }
    let one = households(1)
    #expect(Set(one.ids).count < records.count)
    for threads in [2, 3, 7] {
      let other = households(threads)
      #expect(other.ids == one.ids, "\(threads) threads")
      #expect(other.isCrowded == one.isCrowded && other.isOneOfSeveral == one.isOneOfSeveral)
    }
  }
}
