/// A set of hashes that is filled once and then asked: eight bytes for each.
struct SortedHashes {
  private var hashes: [UInt64]

  /// Creates a set.
  ///
  /// - Complexity: O(*n* log *n*).
  init(_ hashes: [UInt64]) { self.hashes = hashes.sorted() }

  /// Whether a hash is in the set.
  ///
  /// - Complexity: O(log *n*).
  func contains(_ hash: UInt64) -> Bool {
    var low = 0
    var high = hashes.count
    while low < high {
      let middle = (low + high) / 2
      if hashes[middle] < hash { low = middle + 1 } else { high = middle }
    }
    return low < hashes.count && hashes[low] == hash
  }
}
