/// Gives each distinct value a number, from 1 in the order in which they come; 0 is no value.
///
/// A value is known by its hash of 64 bits. It stands at the place that the upper bits of the hash name, or
/// at the next free one; no more than half of the places are taken.
struct ValueNumbers {
  /// The hash at each place, 0 where it is free.
  private var hashes: [UInt64]
  private var numbers: [UInt32]
  private var shift: UInt64
  /// One more than the highest number.
  private(set) var count = 1

  /// Creates an empty table.
  init() {
    hashes = Array(repeating: 0, count: 64)
    numbers = Array(repeating: 0, count: 64)
    shift = 58
  }

  /// Finds the number of a value, or gives it the next one.
  ///
  /// - Complexity: O(1).
  @inline(__always)
  mutating func number(of hash: UInt64) -> UInt32 {
    let hash = max(1, hash)
    var place = Int(hash >> shift)
    while hashes[place] != 0 {
      if hashes[place] == hash { return numbers[place] }
      place = place + 1 == hashes.count ? 0 : place + 1
    }
    return add(hash, at: place)
  }

  @inline(never)
  private mutating func add(_ hash: UInt64, at place: Int) -> UInt32 {
    let number = UInt32(count)
    count += 1
    hashes[place] = hash
    numbers[place] = number
    if count * 2 > hashes.count { grow() }
    return number
  }

  private mutating func grow() {
    let (oldHashes, oldNumbers) = (hashes, numbers)
    shift -= 1
    hashes = Array(repeating: 0, count: oldHashes.count * 2)
    numbers = Array(repeating: 0, count: hashes.count)
    for (hash, number) in zip(oldHashes, oldNumbers) where hash != 0 {
      var place = Int(hash >> shift)
      while hashes[place] != 0 { place = place + 1 == hashes.count ? 0 : place + 1 }
      hashes[place] = hash
      numbers[place] = number
    }
  }
}
