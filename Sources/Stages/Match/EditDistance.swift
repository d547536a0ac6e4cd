import Model

/// How many letters differ between two texts.
enum EditDistance {
  /// Counts the letters to insert, delete, replace or swap with their neighbour (optimal string alignment).
  ///
  /// - Parameters:
  ///   - left: At most 64 bytes are looked at.
  ///   - right: At most 64 bytes are looked at.
  ///   - limit: Above it, any larger number is returned.
  /// - Returns: The number of letters.
  /// - Complexity: O(*n*) in the length of the longer text.
  static func between(_ left: ByteView, _ right: ByteView, limit: Int) -> Int {
    var (short, long) = left.count <= right.count ? (left, right) : (right, left)
    if long.count - short.count > limit { return limit + 1 }
    // What both begin and end with costs nothing.
    var from = 0
    while from < short.count, short[from] == long[from] { from += 1 }
    var end = 0
    while end < short.count - from,
      short[short.count - 1 - end] == long[long.count - 1 - end]
    { end += 1 }
    short = short[from..<short.count - end]
    long = long[from..<long.count - end]
    if short.isEmpty { return long.count }
    if short.count > 64 { return limit + 1 }
    return bitParallel(short, long)
  }

  /// Hyyrö's bit-parallel form: one word of bits stands for a column of the table.
  private static func bitParallel(_ pattern: ByteView, _ text: ByteView) -> Int {
    let length = pattern.count
    var positive: UInt64 = ~0
    var negative: UInt64 = 0
    var distance = length
    let last: UInt64 = 1 << UInt64(length - 1)
    var before: UInt64 = 0
    var diagonal: UInt64 = 0
    for index in 0..<text.count {
      let letter = text[index]
      var matches: UInt64 = 0
      for place in 0..<length where pattern[place] == letter { matches |= 1 << UInt64(place) }
      diagonal =
        (((~diagonal) & matches) << 1) & before
        | (((matches & positive) &+ positive) ^ positive) | matches | negative
      var horizontal = negative | ~(diagonal | positive)
      let down = diagonal & positive
      if horizontal & last != 0 { distance += 1 }
      if down & last != 0 { distance -= 1 }
      horizontal = horizontal << 1 | 1
      let shifted = down << 1
      positive = shifted | ~(diagonal | horizontal)
      negative = horizontal & diagonal
      before = matches
    }
    return distance
  }
}
