/// The groups that a run made of some rows, held against those of the truth: how many rows each of the
/// two has in common.
///
/// Pairs are counted from these numbers and never one by one.
struct Contingency {
  /// For each row a number of the found group that it shares with the rows of its real group.
  let cells: [Int32]
  let found: [Int32]
  let real: [Int32]
  private let foundSizes: [Int]
  private let realSizes: [Int]
  private let cellSizes: [Int]
  private let cellFound: [Int32]
  private let cellReal: [Int32]

  /// Compares two groupings of the same rows.
  ///
  /// - Parameters:
  ///   - found: The group of each row in the run; any numbers from 0.
  ///   - real: Its group in the truth; any numbers from 0.
  /// - Complexity: O(*n*) in the rows and the largest number.
  init(found: [Int32], real: [Int32]) {
    self.found = found
    self.real = real
    var foundSizes = [Int](repeating: 0, count: Int(found.max() ?? -1) + 1)
    var realSizes = [Int](repeating: 0, count: Int(real.max() ?? -1) + 1)
    var numbers: [UInt64: Int32] = [:]
    var cells: [Int32] = []
    var cellSizes: [Int] = []
    var cellFound: [Int32] = []
    var cellReal: [Int32] = []
    cells.reserveCapacity(found.count)
    for row in found.indices {
      foundSizes[Int(found[row])] += 1
      realSizes[Int(real[row])] += 1
      let key = UInt64(UInt32(bitPattern: found[row])) << 32 | UInt64(UInt32(bitPattern: real[row]))
      let cell = numbers[key] ?? Int32(cellSizes.count)
      if Int(cell) == cellSizes.count {
        numbers[key] = cell
        cellSizes.append(0)
        cellFound.append(found[row])
        cellReal.append(real[row])
      }
      cellSizes[Int(cell)] += 1
      cells.append(cell)
    }
    self.cells = cells
    self.foundSizes = foundSizes
    self.realSizes = realSizes
    self.cellSizes = cellSizes
    self.cellFound = cellFound
    self.cellReal = cellReal
  }

  /// The pairs within a group of the run, of the truth, and of both.
  var pairs: PairCounts {
    func pairs(_ sizes: [Int]) -> Int { sizes.reduce(0) { $0 + $1 * ($1 - 1) / 2 } }
    return PairCounts(
      found: pairs(foundSizes), real: pairs(realSizes), right: pairs(cellSizes))
  }

  /// The groups that are exactly right, and B-cubed.
  var clusters: ClusterCounts {
    var counts = ClusterCounts()
    counts.found = foundSizes.count { $0 > 0 }
    counts.real = realSizes.count { $0 > 0 }
    counts.rows = cells.count
    for (cell, size) in cellSizes.enumerated() {
      let (made, meant) = (foundSizes[Int(cellFound[cell])], realSizes[Int(cellReal[cell])])
      if size == made && size == meant { counts.exact += 1 }
      counts.precisionSum += Double(size * size) / Double(made)
      counts.recallSum += Double(size * size) / Double(meant)
    }
    return counts
  }
}
