/// Rows under keys, in buckets by the first bits of the keys: each fits into a cache, where its rows are brought
/// in order of the rest.
///
/// An entry is 32 further bits of its key, and its row. So two keys that differ only in what follows are taken
/// for one: who looks at the rows of a key must look whether they share what was asked for.
struct KeyBuckets {
  private var entries: [UInt64] = []
  private var bucketOfEntry: [UInt16] = []
  /// The entries in order of their buckets.
  private var ordered: [UInt64] = []
  /// Where each bucket begins, and at the end of all where the last ends.
  private var starts: [UInt32] = []
  private let bits: UInt64

  /// About so many entries are in a bucket.
  private static let rowsOfBucket = 1024

  /// - Parameter rows: How many rows there are in all, of which these may be a part.
  init(forRows rows: Int) {
    var bits: UInt64 = 0
    while bits < 16, rows >> Int(bits) > Self.rowsOfBucket { bits += 1 }
    self.bits = bits
  }

  /// The number of buckets.
  var count: Int { 1 << Int(bits) }

  mutating func reserve(_ count: Int) {
    entries.reserveCapacity(count)
    bucketOfEntry.reserveCapacity(count)
  }

  mutating func removeAll() {
    entries.removeAll(keepingCapacity: true)
    bucketOfEntry.removeAll(keepingCapacity: true)
  }

  /// Adds a row under a key.
  @inline(__always)
  mutating func add(_ key: UInt64, row: Int) {
    entries.append(part(key) << 32 | UInt64(UInt32(truncatingIfNeeded: row)))
    bucketOfEntry.append(UInt16(truncatingIfNeeded: bucket(key)))
  }

  @inline(__always)
  private func bucket(_ key: UInt64) -> UInt64 { (key >> (63 - bits)) >> 1 }

  /// The 32 bits of a key that stand in its entry.
  @inline(__always)
  private func part(_ key: UInt64) -> UInt64 { (key << bits) >> 32 }

  /// Brings the entries of each bucket together, in the order in which they came.
  ///
  /// - Complexity: O(*n*).
  mutating func arrange() {
    starts = Array(repeating: 0, count: count + 1)
    for bucket in bucketOfEntry { starts[Int(bucket) + 1] += 1 }
    for bucket in 0..<count { starts[bucket + 1] += starts[bucket] }
    if ordered.count < entries.count { ordered = Array(repeating: 0, count: entries.count) }
    var next = starts
    for (entry, bucket) in zip(entries, bucketOfEntry) {
      let place = Int(next[Int(bucket)])
      ordered[place] = entry
      next[Int(bucket)] += 1
    }
  }

  /// Brings the entries in order of their keys, and those of one key in the order in which they came.
  ///
  /// - Complexity: O(*n*).
  mutating func sort() {
    arrange()
    (entries, bucketOfEntry) = ([], [])
    var sort = UpperHalfSort()
    for bucket in 0..<count {
      sort.sort(&ordered, from: Int(starts[bucket]), to: Int(starts[bucket + 1]))
    }
  }

  /// Appends the entries of a bucket to others, after ``arrange()``.
  @inline(__always)
  func append(_ bucket: Int, to others: inout [UInt64]) {
    others += ordered[Int(starts[bucket])..<Int(starts[bucket + 1])]
  }

  /// Calls a function for the entries of each key, after ``sort()``.
  ///
  /// - Complexity: O(*n*).
  func forEach(_ body: (ArraySlice<UInt64>) -> Void) {
    for bucket in 0..<count {
      let end = Int(starts[bucket + 1])
      Self.forEachKey(of: ordered[Int(starts[bucket])..<end], body)
    }
  }

  /// Calls a function for the entries of each key among some in order.
  @inline(__always)
  static func forEachKey(of entries: ArraySlice<UInt64>, _ body: (ArraySlice<UInt64>) -> Void) {
    var from = entries.startIndex
    while from < entries.endIndex {
      let key = entries[from] >> 32
      var to = from + 1
      while to < entries.endIndex, entries[to] >> 32 == key { to += 1 }
      body(entries[from..<to])
      from = to
    }
  }

  /// The first entry of a key, or of another one that is taken for it, for which something holds; after ``sort()``.
  ///
  /// - Complexity: O(log *n*) while few share the key.
  func first(of key: UInt64, where condition: (Int) -> Bool) -> Int? {
    let part = part(key)
    let bucket = Int(bucket(key))
    var low = Int(starts[bucket])
    let end = Int(starts[bucket + 1])
    var high = end
    while low < high {
      let middle = (low + high) / 2
      if ordered[middle] >> 32 < part { low = middle + 1 } else { high = middle }
    }
    while low < end, ordered[low] >> 32 == part {
      let row = Int(ordered[low] & 0xFFFF_FFFF)
      if condition(row) { return row }
      low += 1
    }
    return nil
  }
}

extension ArraySlice<UInt64> {
  /// The rows of entries of ``KeyBuckets``.
  @inline(__always)
  func row(_ place: Int) -> Int { Int(self[startIndex + place] & 0xFFFF_FFFF) }
}
