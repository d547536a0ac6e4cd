/// Gives each distinct value a number, from 1 in the order in which they come; 0 is no value.
///
/// A value is known by its hash of 64 bits. One table of places is looked through from the place that the
/// upper bits name; it is never more than half full.
struct ValueNumbers {
  /// The number at each place, 0 where it is free.
  private var places: [UInt32]
  /// The hash of each number.
  private var hashes: [UInt64] = [0]
  private var shift: UInt64

  /// Creates an empty table.
  init() {
    places = Array(repeating: 0, count: 64)
    shift = 58
  }

  /// One more than the highest number.
  var count: Int { hashes.count }

  /// Finds the number of a value, or gives it the next one.
  ///
  /// - Complexity: O(1).
  @inline(__always)
  mutating func number(of hash: UInt64) -> UInt32 {
    var place = Int(hash >> shift)
    while true {
      let found = places[place]
      if found == 0 { break }
      if hashes[Int(found)] == hash { return found }
      place = place + 1 == places.count ? 0 : place + 1
    }
    return add(hash, at: place)
  }

  @inline(never)
  private mutating func add(_ hash: UInt64, at place: Int) -> UInt32 {
    let number = UInt32(hashes.count)
    hashes.append(hash)
    places[place] = number
    if hashes.count * 2 > places.count { grow() }
    return number
  }

  private mutating func grow() {
    shift -= 2
    places = Array(repeating: 0, count: places.count * 4)
    for number in 1..<hashes.count {
      var place = Int(hashes[number] >> shift)
      while places[place] != 0 { place = place + 1 == places.count ? 0 : place + 1 }
      places[place] = UInt32(number)
    }
  }
}
