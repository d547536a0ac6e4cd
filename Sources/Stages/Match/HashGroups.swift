/// Rows under hashes, brought together where the hashes are equal.
struct HashGroups {
  private var hashes: [UInt64] = []
  private var rows: [UInt32] = []

  mutating func reserve(_ count: Int) {
    hashes.reserveCapacity(count)
    rows.reserveCapacity(count)
  }

  /// Adds a row under a hash.
  @inline(__always)
  mutating func add(_ hash: UInt64, row: Int) {
    hashes.append(hash)
    rows.append(UInt32(truncatingIfNeeded: row))
  }

  /// Calls a function for the rows of each hash that at least two entries share, in rising order.
  ///
  /// - Complexity: O(*n*) for many entries.
  mutating func forEachShared(_ body: (ArraySlice<UInt32>) -> Void) {
    forEach { if $0.count > 1 { body($0) } }
  }

  /// Calls a function for the rows of each hash, in rising order of the hashes.
  ///
  /// - Complexity: O(*n*) for many entries.
  mutating func forEach(_ body: (ArraySlice<UInt32>) -> Void) { forEachKey { body($1) } }

  /// Calls a function with each hash and its rows, in rising order of the hashes.
  ///
  /// - Complexity: O(*n*) for many entries.
  mutating func forEachKey(_ body: (UInt64, ArraySlice<UInt32>) -> Void) {
    sort()
    var from = 0
    while from < hashes.count {
      var to = from + 1
      while to < hashes.count, hashes[to] == hashes[from] { to += 1 }
      body(hashes[from], rows[from..<to])
      from = to
    }
  }

  /// Sorts by hash; entries of one hash keep their order.
  ///
  /// - Complexity: O(*n*) for many entries: eight passes, one for each byte of the hash.
  mutating func sort() {
    var otherHashes = [UInt64](repeating: 0, count: hashes.count)
    var otherRows = [UInt32](repeating: 0, count: rows.count)
    for shift in stride(from: UInt64(0), to: 64, by: 8) {
      var starts = [Int](repeating: 0, count: 257)
      for hash in hashes { starts[Int(hash >> shift & 255) + 1] += 1 }
      if starts.contains(hashes.count) { continue }
      for digit in 1...256 { starts[digit] += starts[digit - 1] }
      for index in 0..<hashes.count {
        let digit = Int(hashes[index] >> shift & 255)
        otherHashes[starts[digit]] = hashes[index]
        otherRows[starts[digit]] = rows[index]
        starts[digit] += 1
      }
      swap(&hashes, &otherHashes)
      swap(&rows, &otherRows)
    }
  }

  /// The entries of a hash, after ``sort()``.
  ///
  /// - Complexity: O(log *n*).
  func rows(of hash: UInt64) -> ArraySlice<UInt32> {
    var low = 0
    var high = hashes.count
    while low < high {
      let middle = (low + high) / 2
      if hashes[middle] < hash { low = middle + 1 } else { high = middle }
    }
    var end = low
    while end < hashes.count, hashes[end] == hash { end += 1 }
    return rows[low..<end]
  }
}
