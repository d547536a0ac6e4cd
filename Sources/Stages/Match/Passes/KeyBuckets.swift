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

  mutating func removeAll() {
    entries.removeAll(keepingCapacity: true)
    bucketOfEntry.removeAll(keepingCapacity: true)
  }

  /// Adds a row under a key.
  @inline(__always)
  mutating func add(_ key: UInt64, row: Int) {
    entries.append(key << bits & 0xFFFF_FFFF_0000_0000 | UInt64(UInt32(truncatingIfNeeded: row)))
    bucketOfEntry.append(UInt16(truncatingIfNeeded: (key >> (63 - bits)) >> 1))
  }

  /// Brings the entries of each bucket together, in the order in which they came.
  ///
  /// - Complexity: O(*n*).
  mutating func arrange() {
    starts = Array(repeating: 0, count: count + 1)
    for bucket in bucketOfEntry { starts[Int(bucket) + 1] += 1 }
    for bucket in 0..<count { starts[bucket + 1] += starts[bucket] }
    if ordered.count < entries.count {
      ordered = Array(repeating: 0, count: entries.count + entries.count / 8)
    }
    var next = starts
    for (entry, bucket) in zip(entries, bucketOfEntry) {
      let place = Int(next[Int(bucket)])
      ordered[place] = entry
      next[Int(bucket)] += 1
    }
  }

  /// Appends the entries of a bucket to others.
  @inline(__always)
  func append(_ bucket: Int, to others: inout [UInt64]) {
    others += ordered[Int(starts[bucket])..<Int(starts[bucket + 1])]
  }
}

/// Sorts a few thousand numbers by their upper halves; those of one upper half keep their order.
struct UpperHalfSort {
  private var spare: [UInt64] = []

  /// - Complexity: O(*n*).
  mutating func sort(_ numbers: inout [UInt64]) {
    let count = numbers.count
    guard count > 1 else { return }
    if spare.count < count { spare = Array(repeating: 0, count: count + count / 2) }
    numbers.withUnsafeMutableBufferPointer { numbers in
      spare.withUnsafeMutableBufferPointer { spare in
        guard let numbers = numbers.baseAddress, let spare = spare.baseAddress else { return }
        Self.sort(numbers, spare, count)
      }
    }
  }

  private static func sort(
    _ numbers: UnsafeMutablePointer<UInt64>, _ spare: UnsafeMutablePointer<UInt64>, _ count: Int
  ) {
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 4 * 256) { sizes in
      sizes.initialize(repeating: 0)
      for index in 0..<count {
        let number = numbers[index]
        for digit in 0..<4 { sizes[digit << 8 | Int(number >> UInt64(32 + 8 * digit) & 0xFF)] += 1 }
      }
      var (from, to) = (numbers, spare)
      for digit in 0..<4 {
        let shift = UInt64(32 + 8 * digit)
        let base = digit << 8
        if sizes[base | Int(from[0] >> shift & 0xFF)] == UInt32(count) { continue }
        var sum: UInt32 = 0
        for value in base..<base + 256 { (sizes[value], sum) = (sum, sum + sizes[value]) }
        for index in 0..<count {
          let number = from[index]
          let value = base | Int(number >> shift & 0xFF)
          to[Int(sizes[value])] = number
          sizes[value] += 1
        }
        swap(&from, &to)
      }
      if from != numbers { numbers.update(from: spare, count: count) }
    }
  }
}
