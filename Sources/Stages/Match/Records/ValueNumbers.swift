/// Gives each distinct value a number, from 1 in the order in which they come; 0 is no value.
///
/// A value is known by its hash of 64 bits. It stands at the place that the upper bits of the hash name, or
/// at the next free one; no more than half of the places are taken.
struct ValueNumbers {
  /// A hash and its number; free where the hash is 0.
  private struct Place {
    var hash: UInt64 = 0
    var number: UInt32 = 0
  }

  private var places: [Place]
  private var shift: UInt64
  /// One more than the highest number.
  private(set) var count = 1

  /// Creates an empty table.
  init() {
    places = Array(repeating: Place(), count: 64)
    shift = 58
  }

  /// Finds the number of a value, or gives it the next one.
  ///
  /// - Complexity: O(1).
  @inline(__always)
  mutating func number(of hash: UInt64) -> UInt32 {
    let hash = max(1, hash)
    var at = Int(hash >> shift)
    while places[at].hash != 0 {
      if places[at].hash == hash { return places[at].number }
      at = at + 1 == places.count ? 0 : at + 1
    }
    return add(hash, at: at)
  }

  @inline(never)
  private mutating func add(_ hash: UInt64, at place: Int) -> UInt32 {
    let number = UInt32(count)
    count += 1
    places[place] = Place(hash: hash, number: number)
    if count * 2 > places.count { grow() }
    return number
  }

  private mutating func grow() {
    let old = places
    shift -= 1
    places = Array(repeating: Place(), count: old.count * 2)
    for known in old where known.hash != 0 {
      var at = Int(known.hash >> shift)
      while places[at].hash != 0 { at = at + 1 == places.count ? 0 : at + 1 }
      places[at] = known
    }
  }
}
