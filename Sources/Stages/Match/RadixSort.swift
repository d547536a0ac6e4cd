/// Sorts keys of 64 bits, each with a number, by their digits.
///
/// Three digits of eleven bits are sorted at once, from the highest; only entries that are alike in these are
/// looked at further. Keys that are hashes are in order after one such round.
enum RadixSort {
  private static let digitBits: UInt64 = 11
  private static let roundBits: UInt64 = 33
  /// Fewer entries are put in order one by one.
  private static let few = 24

  /// Sorts by key; entries of one key keep their order.
  ///
  /// - Complexity: O(*n*) for many entries.
  static func sort(_ keys: inout [UInt64], with numbers: inout [UInt32]) {
    let count = min(keys.count, numbers.count)
    guard count > 1 else { return }
    let spareCount = count <= few ? 0 : count
    withUnsafeTemporaryAllocation(of: UInt64.self, capacity: spareCount) { otherKeys in
      withUnsafeTemporaryAllocation(of: UInt32.self, capacity: spareCount) { otherNumbers in
        keys.withUnsafeMutableBufferPointer { keys in
          numbers.withUnsafeMutableBufferPointer { numbers in
            guard let key = keys.baseAddress, let number = numbers.baseAddress else { return }
            var entries = Entries(key: key, number: number, count: count)
            if let key = otherKeys.baseAddress, let number = otherNumbers.baseAddress {
              sort(&entries, Entries(key: key, number: number, count: count), below: 64)
            } else {
              sortFew(entries)
            }
          }
        }
      }
    }
  }

  /// Entries side by side in memory that somebody else owns.
  private struct Entries {
    var key: UnsafeMutablePointer<UInt64>
    var number: UnsafeMutablePointer<UInt32>
    var count: Int

    func part(_ range: Range<Int>) -> Entries {
      Entries(
        key: key + range.lowerBound, number: number + range.lowerBound, count: range.count)
    }

    func fill(from other: Entries) {
      key.update(from: other.key, count: count)
      number.update(from: other.number, count: count)
    }
  }

  /// Sorts entries that are alike in all bits from `top` on.
  private static func sort(_ entries: inout Entries, _ spare: Entries, below top: UInt64) {
    if entries.count <= few { return sortFew(entries) }
    let bottom = top > roundBits ? top - roundBits : 0
    var (from, to) = (entries, spare)
    for shift in stride(from: bottom, to: top, by: UInt64.Stride(digitBits)) {
      if pass(from, to, shift: shift, width: min(digitBits, top - shift)) { swap(&from, &to) }
    }
    if from.key != entries.key { entries.fill(from: from) }
    guard bottom > 0 else { return }
    var start = 0
    while start < entries.count {
      let digits = entries.key[start] >> bottom
      var end = start + 1
      var isMixed = false
      while end < entries.count, entries.key[end] >> bottom == digits {
        if entries.key[end] != entries.key[start] { isMixed = true }
        end += 1
      }
      if isMixed {
        var part = entries.part(start..<end)
        sort(&part, spare.part(start..<end), below: bottom)
      }
      start = end
    }
  }

  /// Sorts by one digit; says whether there was anything to do.
  private static func pass(
    _ from: Entries, _ to: Entries, shift: UInt64, width: UInt64
  ) -> Bool {
    let mask: UInt64 = 1 << width - 1
    return withUnsafeTemporaryAllocation(of: Int.self, capacity: 1 << Int(width)) { next in
      next.initialize(repeating: 0)
      for index in 0..<from.count { next[Int(from.key[index] >> shift & mask)] += 1 }
      if next[Int(from.key[0] >> shift & mask)] == from.count { return false }
      var sum = 0
      for digit in next.indices {
        let size = next[digit]
        next[digit] = sum
        sum += size
      }
      for index in 0..<from.count {
        let key = from.key[index]
        let digit = Int(key >> shift & mask)
        let place = next[digit]
        next[digit] = place + 1
        to.key[place] = key
        to.number[place] = from.number[index]
      }
      return true
    }
  }

  private static func sortFew(_ entries: Entries) {
    for index in 1..<max(1, entries.count) {
      let (key, number) = (entries.key[index], entries.number[index])
      var place = index
      while place > 0, entries.key[place - 1] > key {
        entries.key[place] = entries.key[place - 1]
        entries.number[place] = entries.number[place - 1]
        place -= 1
      }
      entries.key[place] = key
      entries.number[place] = number
    }
  }
}
