@testable import Pipeline

/// A second, simple evaluation that looks at every two rows: the oracle.
struct PlainEvaluation {
  var pairs = PairCounts()
  /// By the higher of the two kinds.
  var upTo: [Int: PairCounts] = [:]
  /// By the two kinds, the lower first.
  var between: [[Int]: PairCounts] = [:]
  /// With at least one row of the kind.
  var with: [Int: PairCounts] = [:]
  var exact = 0
  var bCubedPrecision = 0.0
  var bCubedRecall = 0.0

  init(found: [Int32], real: [Int32], kinds: [UInt8]) {
    for row in found.indices {
      for other in found.indices where other > row {
        let (isFound, isReal) = (found[row] == found[other], real[row] == real[other])
        let one = PairCounts(
          found: isFound ? 1 : 0, real: isReal ? 1 : 0, right: isFound && isReal ? 1 : 0)
        let (first, second) = (Int(kinds[row]), Int(kinds[other]))
        pairs = pairs + one
        upTo[max(first, second), default: PairCounts()] =
          upTo[max(first, second), default: PairCounts()] + one
        let key = [min(first, second), max(first, second)]
        between[key, default: PairCounts()] = between[key, default: PairCounts()] + one
        for kind in Set([first, second]) {
          with[kind, default: PairCounts()] = with[kind, default: PairCounts()] + one
        }
      }
      let mine = Set(found.indices.filter { found[$0] == found[row] })
      let meant = Set(real.indices.filter { real[$0] == real[row] })
      if mine == meant, mine.min() == row { exact += 1 }
      let shared = Double(mine.intersection(meant).count)
      bCubedPrecision += shared / Double(mine.count)
      bCubedRecall += shared / Double(meant.count)
    }
  }
}
