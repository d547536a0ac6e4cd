public import Definitions
import Diagnostics
import Model
public import Pipeline

/// Estimates a model of matching from what one municipality received and remembers, without anybody
/// having said who is who.
///
/// - Invariant: neither the order of rows nor the number of threads changes the estimate.
/// - Source: `fellegi-sunter`, `dempster-laird-rubin`.
public struct ModelTraining: Sendable {
  /// What the signals are read with.
  public static let reads: [Dataset] = [.history, .received, .normalised, .distinct]

  private let start: LinkageModel
  private let threads: Int

  /// With fewer pairs of one person there is nothing to learn from.
  private static let leastPersons = 100

  /// Creates a training.
  ///
  /// - Parameters:
  ///   - start: The model to begin with, which weighs as much as 100 pairs.
  ///   - threads: How many threads look for pairs.
  public init(from start: LinkageModel, threads: Int = 2) {
    self.start = start
    self.threads = max(1, threads)
  }

  /// Estimates.
  ///
  /// - Parameter tables: Those of ``reads``.
  /// - Returns: The model, and what it rests on.
  /// - Throws: A diagnostic if the signals hold too few pairs of one person.
  /// - Complexity: O(*n*) for *n* signals, and O(rounds × patterns of agreement).
  public func estimate(from tables: MunicipalityTables) throws -> LinkageEstimate {
    let records = MatchSignals(tables).records
    let comparison = PairComparison(records: records, rarity: ValueRarity(records))
    let estimates = RunEstimates(records, model: start)
    let weigher = PairWeigher(comparison, model: start, estimates: estimates)
    let count = Double(records.count)
    let estimate = ChanceEstimation(
      start: start,
      candidates: TrainingPairs.candidates(comparison, weigher: weigher, threads: threads),
      drawn: TrainingPairs.drawn(comparison), allPairs: count * max(0, count - 1) / 2,
      personOverStrangers: BitWeight.power(estimates.prior),
      personOverRelatives: BitWeight.power(estimates.personOverRelatives)
    ).run()
    guard estimate.persons >= Self.leastPersons else {
      throw Diagnostic(
        .tooFewPairs, ["count": "\(estimate.persons)", "least": "\(Self.leastPersons)"])
    }
    return estimate
  }
}
