/// A fixed shuffle of the numbers 0..<count that is computed, not stored.
struct Permutation {
  /// How many numbers.
  let count: Int
  private let mask: UInt64
  private let shift: UInt64
  private let keys: (UInt64, UInt64)

  /// Creates the shuffle of a draw.
  init(count: Int, draw: Draw) {
    var draw = draw
    self.count = count
    var bits: UInt64 = 2
    while count > 1 << bits { bits += 1 }
    mask = 1 << bits - 1
    shift = (bits + 1) / 2
    keys = (draw.next(), draw.next())
  }

  /// Where a number goes.
  ///
  /// Steps out of the range are walked on until they come back into it.
  subscript(number: Int) -> Int {
    var value = UInt64(truncatingIfNeeded: number)
    repeat {
      value = (value &* 0x9E37_79B9_7F4A_7C15 &+ keys.0) & mask
      value ^= value >> shift
      value = (value &* 0xD1B5_4A32_D192_ED03 &+ keys.1) & mask
      value ^= value >> shift
      value = (value &* 0x2545_F491_4F6C_DD1D &+ keys.0) & mask
    } while value >= UInt64(truncatingIfNeeded: count)
    return Int(truncatingIfNeeded: value)
  }
}
