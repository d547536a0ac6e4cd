internal import Diagnostics
internal import Model

// What a run tells while it goes on, and what it leaves for whoever watches over it.
extension Runner {
  /// The name of the file that says when a run last succeeded.
  static let lastSuccess = "last-success"

  func tellBeginning() {
    parts.listen(.began(referenceDate: options.referenceDate, version: parts.version))
  }

  func tell(_ inputs: [RunManifest.Input], _ records: [RunManifest.StageRecord]) {
    for input in inputs { parts.listen(.delivery(input)) }
    for record in records { parts.listen(.stage(record)) }
  }

  func tellEnd(
    _ runID: String, _ status: ExitStatus, isNew: Bool = true, rows: Int, _ watch: Stopwatch
  ) {
    parts.listen(
      .ended(runID: runID, isNew: isNew, status: status, rows: rows, seconds: watch.seconds))
  }

  /// Ends a run whose lists stand; when `current` was moved, says since when they do.
  ///
  /// - Throws: A diagnostic if the file cannot be written.
  func succeed(
    _ runID: String, _ status: ExitStatus, isNew: Bool, rows: Int, _ watch: Stopwatch
  ) throws {
    tellEnd(runID, status, isNew: isNew, rows: rows, watch)
    guard options.isWhole else { return }
    try Self.noteSuccess(
      runID, on: options.referenceDate.description, status, in: options.output)
  }

  /// Says in an output folder since when its lists stand.
  ///
  /// - Throws: A diagnostic if the file cannot be written.
  static func noteSuccess(
    _ runID: String, on referenceDate: String, _ status: ExitStatus, in output: String
  ) throws {
    try FileSystem.replace(
      LogLine.logfmt([
        (LogField.finishedAt.rawValue, Today.instant()),
        (LogField.referenceDate.rawValue, referenceDate), (LogField.runID.rawValue, runID),
        (LogField.exitCode.rawValue, "\(status.rawValue)"),
      ]) + "\n", at: "\(output)/\(lastSuccess)")
  }
}
