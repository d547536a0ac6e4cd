import Model
import TestSupport
import Testing

@testable import Stages

@Suite("How many letters differ")
struct EditDistanceTests {
  /// The table of optimal string alignment, as it stands in textbooks.
  static func plain(_ left: [UInt8], _ right: [UInt8]) -> Int {
    var table = Array(
      repeating: Array(repeating: 0, count: right.count + 1), count: left.count + 1)
    for row in 0...left.count { table[row][0] = row }
    for column in 0...right.count { table[0][column] = column }
    for row in 1..<max(1, left.count + 1) {
      for column in 1..<max(1, right.count + 1) {
        let differs = left[row - 1] == right[column - 1] ? 0 : 1
        var least = min(
          table[row - 1][column] + 1, table[row][column - 1] + 1,
          table[row - 1][column - 1] + differs)
        if row > 1, column > 1, left[row - 1] == right[column - 2],
          left[row - 2] == right[column - 1]
        {
          least = min(least, table[row - 2][column - 2] + 1)
        }
        table[row][column] = least
      }
    }
    return table[left.count][right.count]
  }

  static func between(_ left: [UInt8], _ right: [UInt8], limit: Int) -> Int {
    let arena = ByteArena()
    let one = arena.store(String(decoding: left, as: UTF8.self))
    let other = arena.store(String(decoding: right, as: UTF8.self))
    return EditDistance.between(arena[one], arena[other], limit: limit)
  }

  @Test(arguments: UInt64(1)...40)
  func `Agrees with the table`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let longest = [4, 12, 64][Int(seed % 3)]
    for _ in 0..<100 {
      func text() -> [UInt8] {
        (0..<Int.random(in: 0...longest, using: &random)).map { _ in
          UInt8.random(in: 0x61...0x63, using: &random)
        }
      }
      let (left, right) = (text(), text())
      let limit = Int.random(in: 0...8, using: &random)
      let found = Self.between(left, right, limit: limit)
      #expect(min(found, limit + 1) == min(Self.plain(left, right), limit + 1), "seed \(seed)")
      #expect(found == Self.between(right, left, limit: limit), "seed \(seed)")
    }
  }

  @Test(arguments: [
    ("", "", 0), ("a", "", 1), ("bakker", "bakker", 0), ("bakker", "baker", 1),
    ("bakker", "bakekr", 1), ("bakker", "bekkar", 2), ("ca", "abc", 3), ("meijer", "meyer", 2),
    ("oosterhuis", "osterhius", 2), ("ab", "ba", 1),
  ])
  func `Counts`(left: String, right: String, distance: Int) {
    #expect(Self.between(Array(left.utf8), Array(right.utf8), limit: 10) == distance)
  }

  @Test
  func `Only what differs counts towards the longest text`() {
    let long = [UInt8](repeating: 0x61, count: 200)
    var other = long
    other[100] = 0x62
    #expect(Self.between(long, other, limit: 3) == 1)
    #expect(Self.between(long, [UInt8](repeating: 0x63, count: 200), limit: 3) > 3)
  }
}
