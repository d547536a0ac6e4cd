/// Rows under hashes, brought together where the hashes are equal.
struct HashGroups {
  private var hashes: [UInt64] = []
  private var rows: [UInt32] = []

  /// The number of entries.
  var count: Int { hashes.count }

  mutating func reserve(_ count: Int) {
    hashes.reserveCapacity(count)
    rows.reserveCapacity(count)
  }

  /// Forgets all entries and keeps their memory.
  mutating func removeAll() {
    hashes.removeAll(keepingCapacity: true)
    rows.removeAll(keepingCapacity: true)
  }

  /// Adds a row under a hash.
  @inline(__always)
  mutating func add(_ hash: UInt64, row: Int) {
    hashes.append(hash)
    rows.append(UInt32(truncatingIfNeeded: row))
  }

  /// Adds the entries of others behind the own ones.
  mutating func add(_ others: HashGroups) {
    hashes += others.hashes
    rows += others.rows
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

  /// The rows in rising order of their hashes; of one hash, in the order in which they came.
  ///
  /// - Complexity: O(*n*) for many entries.
  var sortedRows: [UInt32] {
    mutating get {
      sort()
      return rows
    }
  }

  /// Gives every row another hash, and puts those of one former hash behind those of a lower one.
  ///
  /// - Complexity: O(*n*) for many entries.
  mutating func arrange(by hash: (UInt32) -> UInt64) {
    sort()
    for index in hashes.indices { hashes[index] = hash(rows[index]) }
  }

  /// Sorts by hash; entries of one hash keep their order.
  ///
  /// - Complexity: O(*n*) for many entries.
  mutating func sort() { RadixSort.sort(&hashes, with: &rows) }

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
