import Definitions
import Dispatch
import Model
import Synchronization

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
  ///   - threads: How many threads share the passes; when absent two, or one for few records.
  /// - Returns: The pairs that weigh at least ``least``, in order of their records; and the weigher, which
  ///   knows what the pairs told about the municipality.
  /// - Complexity: O(*n*) for *n* records.
  static func find(
    _ comparison: PairComparison, model: LinkageModel, threads: Int? = nil
  ) -> (links: [PersonLink], weigher: PairWeigher) {
    let records = comparison.records
    var estimates = RunEstimates(records, model: model)
    let weigher = PairWeigher(comparison, model: model, estimates: estimates)
    // Each thread has a part of the passes; the same pair may be found by several.
    let threads = threads ?? (records.count < 2000 ? 1 : 2)
    let found = Mutex([[PersonLink]](repeating: [], count: threads))
    DispatchQueue.concurrentPerform(iterations: threads) { thread in
      let passes = BlockingPass.all.indices.filter { $0 % threads == thread }.map {
        BlockingPass.all[$0]
      }
      var candidates = CandidatePairs(records, passes: passes)
      var links: [PersonLink] = []
      candidates.forEachPair { left, right in
        let weight = weigher.weight(left, right)
        guard weight >= least else { return }
        links.append(
          PersonLink(
            first: UInt32(min(left, right)), second: UInt32(max(left, right)), weight: weight))
      }
      found.withLock { $0[thread] = links }
    }
    var links = unique(found.withLock { $0 })
    var weights = WeightHistogram()
    for link in links { weights.add(link.weight) }
    let before = estimates.prior
    estimates.estimatePrior(from: weights, records: records.count, model: model)
    let shift = estimates.prior - before
    let final = PairWeigher(comparison, model: model, estimates: estimates)
    if shift != 0 {
      for index in links.indices {
        links[index].weight = final.weight(Int(links[index].first), Int(links[index].second))
      }
    }
    return (links, final)
  }

  /// Puts links in order of their records, each pair once.
  ///
  /// - Complexity: O(*n*).
  private static func unique(_ parts: [[PersonLink]]) -> [PersonLink] {
    var groups = HashGroups()
    groups.reserve(parts.reduce(0) { $0 + $1.count })
    for part in parts {
      for link in part {
        groups.add(
          UInt64(link.first) << 32 | UInt64(link.second),
          row: Int(UInt32(bitPattern: link.weight)))
      }
    }
    var links: [PersonLink] = []
    groups.forEachKey { key, entries in
      guard let weight = entries.first else { return }
      links.append(
        PersonLink(
          first: UInt32(key >> 32), second: UInt32(truncatingIfNeeded: key),
          weight: Int32(bitPattern: weight)))
    }
    return links
  }
}
