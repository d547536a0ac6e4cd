internal import Diagnostics
internal import Model

/// Where a run is written: `runs/<run-id>.partial` until it is complete, then `runs/<run-id>`.
struct RunFolder: Sendable {
  let output: String
  let runID: String

  var path: String { "\(output)/runs/\(runID)" }
  var partial: String { path + ".partial" }
  /// A run that a quality gate stopped: its ledger, quarantine and manifest, no lists.
  var refused: String { path + ".refused" }

  /// Whether this very run was completed before, and nothing was taken out of it since.
  var isComplete: Bool {
    guard let manifest = try? RunManifest(path: path + "/manifest.json") else { return false }
    return manifest.removed == nil
  }

  /// How many files of the completed run are gone or not as they were written.
  func countDamagedFiles() -> Int {
    guard let found = try? RunVerifier(folder: path).verify().first else { return 1 }
    return found.problems.count { $0.kind != .added }
  }

  /// Makes an empty folder beside the earlier runs, and removes what a run that was killed left behind.
  ///
  /// Only the holder of the lock may call this.
  func begin() throws {
    try FileSystem.makeFolder("\(output)/runs")
    try Self.removePartial(in: output)
    try FileSystem.makeFolder(partial)
  }

  /// Removes what runs that were killed left behind.
  static func removePartial(in output: String) throws {
    for name in FileSystem.names(in: output + "/runs") ?? [] where name.hasSuffix(".partial") {
      try FileSystem.remove("\(output)/runs/\(name)")
    }
  }

  /// The files and folders of a run that are of several municipalities, and hold rows or tell of them.
  static let shared = [
    acceptedDeliveries, deliveryHistory, IssueLog.fileName, ledger, "quarantine",
    "receipts", "rejections",
  ]

  /// What became of every row, which each run writes anew.
  static let ledger = "ledger.csv.gz"

  /// The deliveries that earlier runs took in.
  static let deliveryHistory = "delivery-history.csv.gz"

  /// The deliveries that the run itself took in.
  static let acceptedDeliveries = "accepted-deliveries.csv.gz"

  /// Writes what `receive` made besides the municipalities' tables.
  static func write(_ intake: Intake, _ deliveries: ReadDeliveries, to folder: String) throws {
    try deliveries.answers.write(to: folder)
    try StageFile.write(
      DeliveryHistory(deliveries.history), to: "\(folder)/\(deliveryHistory)")
    try StageFile.write(
      DeliveryHistory(deliveries.accepted), to: "\(folder)/\(acceptedDeliveries)")
    for (feed, rows) in intake.quarantine.sorted(by: { $0.key < $1.key }) {
      try StageFile.write(rows, to: "\(folder)/quarantine/\(feed).csv.gz")
    }
    for (feed, rows) in intake.receipts.sorted(by: { $0.key < $1.key }) {
      try StageFile.write(rows, to: "\(folder)/receipts/\(feed).csv", compressed: false)
    }
    try deliveries.issues.write(to: folder)
  }

  /// Every file written so far with its digest, by path.
  func outputs() throws -> [RunManifest.Output] {
    try FileSystem.paths(below: partial).map {
      RunManifest.Output(path: $0, sha256: try Digest.ofFile("\(partial)/\($0)"))
    }
  }

  /// Gives the complete run its name; an earlier run that bears it was damaged, and makes way.
  func complete() throws {
    try FileSystem.synchronise(foldersFrom: partial)
    let damaged = path + ".damaged.partial"
    if FileSystem.exists(path) { try FileSystem.rename(path, to: damaged) }
    try FileSystem.rename(partial, to: path)
    try FileSystem.synchronise(folder: output + "/runs")
    try FileSystem.remove(damaged)
  }

  /// Keeps a stopped run where an operator can look at it; nothing of it is published.
  func keepRefused() throws {
    try FileSystem.remove(refused)
    try FileSystem.rename(partial, to: refused)
    try FileSystem.synchronise(folder: output + "/runs")
  }

  /// Points `current` at this run.
  func makeCurrent() throws {
    try FileSystem.pointLink(output + "/current", to: "runs/\(runID)")
  }
}
