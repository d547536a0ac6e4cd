import Definitions
import Model

/// Two records that may be of one person, and what that weighs.
struct PersonLink: Equatable {
  /// The record that comes first.
  var first: UInt32
  var second: UInt32
  /// In hundredths of a bit.
  var weight: Int32
}

/// Finds and weighs the pairs of records that may be of one person.
enum PersonLinks {
  /// Pairs below, in hundredths of a bit, are of no use: neither to estimate nor to link.
  private static let least: Int32 = -600

  /// Compares all pairs that the passes bring together.
  ///
  /// - Parameters:
  ///   - comparison: Compares two records.
  ///   - model: What agreement weighs.
  ///   - threads: How many threads share each pass; when absent two, or one for few records.
  /// - Returns: The pairs that weigh at least ``least``, in order of their records; and the weigher, which
  ///   knows what the pairs told about the municipality.
  /// - Complexity: O(*n*) for *n* records.
  static func find(
    _ comparison: PairComparison, model: LinkageModel, threads: Int? = nil
  ) -> (links: [PersonLink], weigher: PairWeigher) {
    let threads = threads ?? Threads.count(forRecords: comparison.records.count)
    return find(
      comparison, PassRows(comparison.records, threads: threads), model: model, threads: threads)
  }

  /// Does the same with the records in the order in which the passes read them.
  static func find(
    _ comparison: PairComparison, _ rows: PassRows, model: LinkageModel, threads: Int
  ) -> (links: [PersonLink], weigher: PairWeigher) {
    let records = comparison.records
    var estimates = RunEstimates(records, model: model)
    let weigher = PairWeigher(comparison, model: model, estimates: estimates)
    var found = [[PairWeight]](repeating: [], count: threads)
    var candidates = CandidatePairs(rows, names: records.names, passes: BlockingPass.all)
    let screen = PairScreen(
      comparison, model: model, prior: estimates.prior, least: least)
    candidates.forEachPair(&found) { pair, links in
      guard screen.lets(pair.first, pair.second) else { return }
      let weight = weigher.limited(pair.one, pair.other)
      guard weight.total >= least else { return }
      links.append(PairWeight(pair, weight))
    }
    let pairs = PairWeight.inOrder(found, candidates.rows)
    found = []
    var weights = WeightHistogram()
    for pair in pairs { weights.add(pair.weight.total) }
    let before = estimates.prior
    estimates.estimatePrior(from: weights, records: records.count, model: model)
    let shift = estimates.prior - before
    let links = pairs.map {
      PersonLink(first: $0.first, second: $0.second, weight: $0.weight.total(shiftedBy: shift))
    }
    return (links, PairWeigher(comparison, model: model, estimates: estimates))
  }
}

/// A pair of rows or records and its weight before the municipality's data are known.
private struct PairWeight {
  var first: UInt32
  var second: UInt32
  var weight: LimitedWeight

  init(_ pair: RecordPair, _ weight: LimitedWeight) {
    first = pair.left
    second = pair.right
    self.weight = weight
  }

  /// The same of the records that two rows are of.
  private func ofRecords(_ rows: PassRows) -> PairWeight {
    var pair = self
    let (one, other) = (rows.record[Int(first)], rows.record[Int(second)])
    (pair.first, pair.second) = (min(one, other), max(one, other))
    return pair
  }

  /// Puts pairs of rows in order of their records, each pair once.
  ///
  /// - Complexity: O(*n*) for *n* pairs, while few of them have one record in common.
  static func inOrder(_ parts: [[PairWeight]], _ rows: PassRows) -> [PairWeight] {
    let records = rows.count
    let parts = parts.map { $0.map { $0.ofRecords(rows) } }
    var next = [UInt32](repeating: 0, count: records + 1)
    for part in parts { for pair in part { next[Int(pair.first) + 1] += 1 } }
    for record in 0..<records { next[record + 1] += next[record] }
    guard let any = parts.lazy.compactMap(\.first).first else { return [] }
    var pairs = [PairWeight](repeating: any, count: Int(next[records]))
    for part in parts {
      for pair in part {
        pairs[Int(next[Int(pair.first)])] = pair
        next[Int(pair.first)] += 1
      }
    }
    // Now each number is where the pairs of the record end.
    var kept = 0
    var from = 0
    for record in 0..<records {
      let end = Int(next[record])
      if end - from > 1 { pairs[from..<end].sort { $0.second < $1.second } }
      for index in from..<end
      where kept == 0 || pairs[kept - 1].first != pairs[index].first
        || pairs[kept - 1].second != pairs[index].second
      {
        pairs[kept] = pairs[index]
        kept += 1
      }
      from = end
    }
    pairs.removeLast(pairs.count - kept)
    return pairs
  }
}
