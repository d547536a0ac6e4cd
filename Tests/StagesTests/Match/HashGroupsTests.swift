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
