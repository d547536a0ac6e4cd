internal import Diagnostics
internal import Model

/// Holds the persons and households of a finished run against a truth.
public struct RunEvaluator: Sendable {
  private let run: RunReader

  /// Names a run's folder, such as `output/current`, or the folder of one municipality in it.
  public init(run folder: String) { run = RunReader(folder: folder) }

  /// Evaluates the run; two rows are a pair only within one municipality.
  ///
  /// - Parameter path: The truth file.
  /// - Throws: A diagnostic if either cannot be read, or the truth is of another run.
  /// - Returns: Counts and figures, for each municipality and together.
  /// - Complexity: O(*n* log *n*) in the rows of the run and of the truth; the rows of one municipality are
  ///   in memory at a time.
  public func evaluate(truth path: String) throws -> Evaluation {
    let folders = run.municipalityFolders()
    guard !folders.isEmpty else {
      throw Diagnostic(
        .notFound,
        ["what": "a municipality in the run", "hint": "give the folder of a run that has ended"])
    }
    let truth = try Truth(path: path)
    var deliveries: [FeedID: Set<String>] = [:]
    var total = EvaluationTally()
    var municipalities: [Evaluation.Municipality] = []
    for folder in folders {
      let rows = try EvaluatedRows(folder: folder)
      for name in rows.deliveries.names { deliveries[name.feed, default: []].insert(name.file) }
      try check(deliveries, truth, path)
      let tally = EvaluationTally(rows, truth: truth)
      total = total + tally
      let code = MunicipalityFiles(folder: folder).subject?.municipality
      municipalities.append(
        Evaluation.Municipality(
          municipality: code ?? FileSystem.name(of: folder),
          figures: Evaluation.Figures(tally)))
    }
    guard total.rows.inTruth > 0 else {
      throw Diagnostic(
        .truthOfOtherRun, at: Location(file: path),
        ["count": "\(truth.count)", "rows": "\(total.rows.inRun)"])
    }
    return Evaluation(
      truth: Evaluation.TruthRows(
        rows: truth.count, notInRun: truth.count - total.rows.inTruth),
      municipalities: municipalities, overall: Evaluation.Figures(total))
  }

  private func check(
    _ deliveries: [FeedID: Set<String>], _ truth: Truth, _ path: String
  ) throws {
    guard !truth.namesDeliveries else { return }
    for (feed, files) in deliveries.sorted(by: { $0.key < $1.key }) where files.count > 1 {
      throw Diagnostic(
        .truthDeliveryUnclear, at: Location(file: path),
        ["count": "\(files.count)", "feed": feed.name])
    }
  }
}
