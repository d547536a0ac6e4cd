/// Sorts a few thousand numbers by their upper halves; those of one upper half keep their order.
struct UpperHalfSort {
  private var spare: [UInt64] = []
  /// How many numbers have each value of each of the four digits of their upper halves.
  ///
  /// Memory that is kept: a temporary allocation, made anew for each bucket, overwrote the stack in builds that Swift
  /// 6.3.1 had optimised.
  private var sizes: [UInt32] = []

  /// Sorts all.
  ///
  /// - Complexity: O(*n*).
  mutating func sort(_ numbers: inout [UInt64]) { sort(&numbers, from: 0, to: numbers.count) }

  /// Sorts those of a range of places.
  ///
  /// - Complexity: O(*n*) in the length of the range.
  mutating func sort(_ numbers: inout [UInt64], from: Int, to: Int) {
    let count = to - from
    guard count > 1 else { return }
    if spare.count < count { spare = Array(repeating: 0, count: count + count / 2) }
    if sizes.isEmpty { sizes = Array(repeating: 0, count: 4 * 256) }
    numbers.withUnsafeMutableBufferPointer { numbers in
      spare.withUnsafeMutableBufferPointer { spare in
        sizes.withUnsafeMutableBufferPointer { sizes in
          guard let numbers = numbers.baseAddress, let spare = spare.baseAddress else { return }
          if count <= Self.few {
            Self.sortFew(numbers + from, count)
          } else {
            Self.sort(numbers + from, spare, count, sizes)
          }
        }
      }
    }
  }

  /// Fewer are put in order one by one.
  private static let few = 24

  private static func sortFew(_ numbers: UnsafeMutablePointer<UInt64>, _ count: Int) {
    for index in 1..<count {
      let number = numbers[index]
      var place = index
      while place > 0, numbers[place - 1] >> 32 > number >> 32 {
        numbers[place] = numbers[place - 1]
        place -= 1
      }
      numbers[place] = number
    }
  }

  private static func sort(
    _ numbers: UnsafeMutablePointer<UInt64>, _ spare: UnsafeMutablePointer<UInt64>, _ count: Int,
    _ sizes: UnsafeMutableBufferPointer<UInt32>
  ) {
    sizes.update(repeating: 0)
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
