/// Sets of rows that are joined step by step; each is known by its first row.
struct DisjointSets {
  private var parents: [UInt32]

  /// Creates a set of its own for each row.
  init(count: Int) { parents = (0..<UInt32(count)).map { $0 } }

  /// The first row of the set that a row is in.
  @inline(__always)
  mutating func root(_ row: Int) -> Int {
    var row = row
    while parents[row] != UInt32(row) {
      parents[row] = parents[Int(parents[row])]
      row = Int(parents[row])
    }
    return row
  }

  /// Makes one set of two.
  mutating func join(_ left: Int, _ right: Int) {
    let first = root(left)
    let second = root(right)
    if first < second {
      parents[second] = UInt32(first)
    } else if second < first {
      parents[first] = UInt32(second)
    }
  }
}
