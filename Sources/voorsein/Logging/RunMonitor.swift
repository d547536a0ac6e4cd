import Diagnostics
import Glibc
import Pipeline
import Reports
import Synchronization

/// Collects what a run tells, and leaves it as metrics for a program that watches over the machine.
///
/// No small number of people is in it: those of the reports, which are hidden or rounded, and no others.
final class RunMonitor: Sendable {
  private struct Facts {
    var path: String?
    var output: String?
    var deliveries: [RunManifest.Input] = []
    var stages: [RunManifest.StageRecord] = []
    var isNew: Bool?
  }

  private let facts: Mutex<Facts>
  private let watch = Stopwatch()

  /// Creates a monitor.
  ///
  /// - Parameter path: Where the metrics go; `nil` leaves it to the pipeline.
  init(path: String?) { facts = Mutex(Facts(path: path)) }

  /// Takes over what the pipeline says, where the command line said nothing.
  func expect(path: String?, output: String) {
    facts.withLock {
      $0.path = $0.path ?? path
      $0.output = output
    }
  }

  /// Hears what a run has come to.
  func hear(_ event: RunEvent) {
    facts.withLock {
      switch event {
      case .began, .keys: break
      case .delivery(let input): $0.deliveries.append(input)
      case .stage(let record): $0.stages.append(record)
      case .ended(_, let isNew, _, _, _): $0.isNew = isNew
      }
    }
  }

  /// Writes the metrics, if somebody wants them.
  ///
  /// - Parameters:
  ///   - status: How the command ends.
  ///   - run: The folder of the run, if there is one.
  /// - Throws: A diagnostic that says why not.
  func write(_ status: ExitStatus, run: String?) throws {
    let facts = facts.withLock { $0 }
    guard let path = facts.path else { return }
    var metrics = OpenMetricsText()
    func one(_ value: some CustomStringConvertible) -> [Sample] { [([], "\(value)")] }
    metrics.add(
      "voorsein_build", .info, help: "The version of Voorsein.",
      [([("version", Version.current)], "1")])
    metrics.add(
      "voorsein_run_timestamp_seconds", unit: "seconds",
      help: "When the last run ended, however it ended.",
      one(Today.secondsSinceEpoch()))
    metrics.add(
      "voorsein_run_exit_code", help: "What the last run ended with.", one(status.rawValue))
    metrics.add(
      "voorsein_run_duration_seconds", unit: "seconds", help: "How long the last run took.",
      one(watch.seconds))
    metrics.add(
      "voorsein_run_peak_memory_bytes", unit: "bytes", help: "The most memory the last run held.",
      one(Stopwatch.peakResidentBytes))
    if let isNew = facts.isNew {
      metrics.add(
        "voorsein_run_new", help: "1 when the last run was not published before.",
        one(isNew ? 1 : 0))
    }
    if let output = facts.output, let seconds = Self.modified(output + "/last-success") {
      metrics.add(
        "voorsein_last_success_timestamp_seconds", unit: "seconds",
        help: "When lists were last found or made complete.", one(seconds))
    }
    add(facts.deliveries, facts.stages, to: &metrics)
    if status.isPublished, let run { add(MunicipalityResult.all(in: run), to: &metrics) }
    try FileSystem.replace(metrics.text, at: path, isForAll: true)
  }

  private typealias Sample = (labels: [(name: String, value: String)], value: String)

  private func add(
    _ deliveries: [RunManifest.Input], _ stages: [RunManifest.StageRecord],
    to metrics: inout OpenMetricsText
  ) {
    let kinds = Dictionary(grouping: deliveries) { [$0.feed, $0.status] }.mapValues(\.count)
    metrics.add(
      "voorsein_deliveries", help: "Deliveries by feed and what became of them.",
      kinds.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map { key, count in
        ([("feed", key[0]), ("status", key[1])], "\(count)")
      })
    let ordered = stages.sorted {
      ($0.municipality ?? "", $0.name) < ($1.municipality ?? "", $1.name)
    }
    metrics.add(
      "voorsein_stage_duration_seconds", unit: "seconds", help: "How long each stage took.",
      ordered.map {
        ([("stage", $0.name), ("municipality", $0.municipality ?? "")], "\($0.seconds)")
      })
  }

  /// The numbers of the municipalities; what is hidden is absent.
  private func add(_ results: [MunicipalityResult], to metrics: inout OpenMetricsText) {
    func each(_ value: (MunicipalityResult) -> Int?) -> [Sample] {
      results.compactMap { result in
        value(result).map { ([("municipality", result.municipality)], "\($0)") }
      }
    }
    func byFate(_ counts: (MunicipalityResult) -> [String: Int]) -> [Sample] {
      results.flatMap { result in
        counts(result).sorted { $0.key < $1.key }.map { fate, count in
          ([("municipality", result.municipality), ("fate", fate)], "\(count)")
        }
      }
    }
    let hidden = "Small numbers are absent, others are rounded."
    metrics.add(
      "voorsein_municipality_exit_code",
      help: "What a run of the municipality alone would have ended with.", each { $0.exitCode })
    metrics.add(
      "voorsein_deliveries_late", help: "Deliveries that came late or not at all.",
      each { $0.deliveries.count { $0.status == "missing" || $0.words.contains("late") } })
    metrics.add(
      "voorsein_deliveries_refused", help: "Deliveries that could not be used.",
      each { $0.deliveries.count { $0.status == "refused" } })
    metrics.add(
      "voorsein_signals", help: "Signals by what became of them. \(hidden)",
      byFate { $0.published.signalsByFate })
    metrics.add(
      "voorsein_unused_rows", help: "Rows that are no signal, by the reason. \(hidden)",
      byFate { $0.published.unusedByFate })
    metrics.add(
      "voorsein_households", help: "Lines of the worklist. \(hidden)",
      each { $0.published.households })
    metrics.add(
      "voorsein_deadlines_passed",
      help: "Lines whose last day for the first talk has passed. \(hidden)",
      each { $0.published.deadlinesPassed })
    metrics.add(
      "voorsein_shortfall", help: "Attempts that the plan has no room for. \(hidden)",
      each { $0.published.shortfall })
  }

  private static func modified(_ path: String) -> Int? {
    var status = stat()
    return stat(path, &status) == 0 ? Int(status.st_mtim.tv_sec) : nil
  }
}
