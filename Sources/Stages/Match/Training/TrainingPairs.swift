import Definitions
import Model

/// The pairs of a municipality that a model is estimated from, as counts of patterns.
///
/// - Invariant: neither the order of rows nor the number of threads changes a count.
enum TrainingPairs {
  /// Pairs that are almost certainly of strangers, in hundredths of a bit, tell nothing of the others.
  private static let least: Int32 = -600
  /// So many pairs are drawn to see what strangers have in common.
  private static let mostDrawn = 200_000

  /// Every pair that the passes of matching bring together and that may be of one person or of relatives,
  /// once.
  ///
  /// - Complexity: O(*n*) for *n* records.
  static func candidates(
    _ comparison: PairComparison, weigher: PairWeigher, threads: Int
  ) -> PatternCounts {
    var found = [HashGroups](repeating: HashGroups(), count: threads)
    var candidates = CandidatePairs(
      comparison.records, passes: BlockingPass.all, threads: threads)
    candidates.forEachPair(&found) { pair, patterns in
      let agreement = comparison.agreement(pair.one, pair.other)
      guard weigher.sums(agreement).stranger >= least else { return }
      patterns.add(
        UInt64(min(pair.left, pair.right)) << 32 | UInt64(max(pair.left, pair.right)),
        row: Int(LevelPattern(agreement).code))
    }
    var all = HashGroups()
    for part in found { all.add(part) }
    var counts: [LevelPattern: Int] = [:]
    all.forEachKey { _, patterns in
      if let code = patterns.first { counts[LevelPattern(code: code), default: 0] += 1 }
    }
    return PatternCounts(counts)
  }

  /// Pairs drawn evenly from all, by a rule over the order of signal ids.
  ///
  /// - Complexity: O(1).
  static func drawn(_ comparison: PairComparison) -> PatternCounts {
    let count = comparison.records.count
    guard count > 1 else { return PatternCounts([:]) }
    var counts: [LevelPattern: Int] = [:]
    func add(_ left: Int, _ right: Int) {
      counts[LevelPattern(comparison.agreement(left, right)), default: 0] += 1
    }
    if count * (count - 1) / 2 <= mostDrawn {
      for right in 0..<count {
        for left in 0..<right { add(left, right) }
      }
      return PatternCounts(counts)
    }
    // The counter of a well-mixed hash is as good as chance, and the same every time.
    for draw in 0..<UInt64(mostDrawn) {
      var hash = ByteHash(17)
      hash.add(draw)
      let left = Int(hash.value.multipliedFullWidth(by: UInt64(count)).high)
      hash.add(draw)
      let right = Int(hash.value.multipliedFullWidth(by: UInt64(count)).high)
      if left != right { add(left, right) }
    }
    return PatternCounts(counts)
  }
}
