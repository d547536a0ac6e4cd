import TestSupport
import Testing

@testable import Stages

@Suite("Grouping by hash")
struct HashGroupsTests {
  @Test(arguments: UInt64(1)...20)
  func `Agrees with a dictionary`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let hashes = (0..<500).map { _ in
      UInt64.random(in: 0...200, using: &random) &* 0x0101_0101_0101_0101
    }
    var expected: [UInt64: [UInt32]] = [:]
    var groups = HashGroups()
    for (row, hash) in hashes.enumerated() {
      expected[hash, default: []].append(UInt32(row))
      groups.add(hash, row: row)
    }
    var found: [[UInt32]] = []
    groups.forEachShared { found.append(Array($0)) }
    let shared = expected.filter { $0.value.count > 1 }.sorted { $0.key < $1.key }.map(\.value)
    #expect(found == shared)
    for (hash, rows) in expected { #expect(Array(groups.rows(of: hash)) == rows) }
    #expect(groups.rows(of: 7).isEmpty)
  }

  @Test(arguments: UInt64(1)...20)
  func `Each key comes once with its rows, in rising order`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var groups = HashGroups()
    var expected: [UInt64: [UInt32]] = [:]
    for row in 0..<300 {
      // Keys that differ in one byte only, in all, and rows that come in any order.
      let key =
        row % 3 == 0
        ? random.next() : UInt64.random(in: 0...40, using: &random) << (seed % 8 * 8)
      let entry = Int.random(in: 0...1000, using: &random)
      groups.add(key, row: entry)
      expected[key, default: []].append(UInt32(entry))
    }
    var keys: [UInt64] = []
    groups.forEachKey { key, rows in
      keys.append(key)
      #expect(Array(rows) == expected[key], "seed \(seed)")
    }
    #expect(keys == expected.keys.sorted(), "seed \(seed)")
  }

  @Test(arguments: UInt64(0)...11)
  func `Many keys of any form come in order, and entries of one key in the order they came`(
    form: UInt64
  ) {
    var random = SeededGenerator(seed: form)
    var keys = (0..<4000).map { _ in
      // Few and many keys, in the upper bits, the lower ones or spread over all.
      form < 6
        ? UInt64.random(in: 0...(1 << (form * 3)), using: &random) << (form * 9)
        : random.next() & (random.next() | form % 2 &* UInt64.max) >> (form % 5 * 11)
    }
    var numbers = (0..<UInt32(keys.count)).map { $0 }
    let expected = zip(keys, numbers).sorted { $0.0 != $1.0 ? $0.0 < $1.0 : $0.1 < $1.1 }
    RadixSort.sort(&keys, with: &numbers)
    #expect(keys == expected.map(\.0))
    #expect(numbers == expected.map(\.1))
  }

  @Test(arguments: UInt64(1)...20)
  func `Groups that were joined hold their records in the order of joining`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var sets = DisjointSets(count: 50)
    var groups = RecordGroups(count: 50)
    var expected = (0..<50).map { [UInt32($0)] }
    for _ in 0..<40 {
      let left = sets.root(Int.random(in: 0..<50, using: &random))
      let right = sets.root(Int.random(in: 0..<50, using: &random))
      guard left != right else { continue }
      sets.join(left, right)
      let root = sets.root(left)
      groups.join(left, right, as: root)
      expected[root] = expected[left] + expected[right]
    }
    for row in 0..<50 {
      let root = sets.root(row)
      for most in [3, Int.max] {
        var records = groups.records(of: root, atMost: most)
        var found: [UInt32] = []
        while let record = records.next() { found.append(record) }
        #expect(found == Array(expected[root].prefix(most)), "seed \(seed)")
      }
      #expect(groups.isAlone(root) == (expected[root].count == 1))
    }
    let persons = PersonGroups(sets, count: 50)
    #expect(persons.flatMap { $0 }.sorted() == Array(0..<50))
    #expect(persons.allSatisfy { $0.map { $0 } == $0.sorted() })
    #expect(persons.map { $0[0] } == persons.map { $0[0] }.sorted())
    for (place, person) in persons.enumerated() {
      for record in person {
        #expect(sets.root(record) == person[0] && persons.placeOfRecord[record] == UInt32(place))
      }
    }
  }

  @Test(arguments: UInt64(1)...20)
  func `Sets joined step by step are the connected ones`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var sets = DisjointSets(count: 60)
    var labels = Array(0..<60)
    for _ in 0..<40 {
      let left = Int.random(in: 0..<60, using: &random)
      let right = Int.random(in: 0..<60, using: &random)
      sets.join(left, right)
      let (low, high) = (min(labels[left], labels[right]), max(labels[left], labels[right]))
      labels = labels.map { $0 == high ? low : $0 }
    }
    for row in 0..<60 { #expect(sets.root(row) == labels[row]) }
  }
}
