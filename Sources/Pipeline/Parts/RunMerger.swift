internal import Diagnostics
public import Model

/// Puts the parts of one run together: the same files, under the same id, as one run over all municipalities
/// would have written.
///
/// Parts are copied, and stay as they are. No state is opened: each part was remembered when it was made.
public struct RunMerger: Sendable {
  /// The folders of the parts' runs, or of their outputs.
  public var parts: [String]
  /// Where the run is published.
  public var output: String
  /// How long to wait for another that holds the output.
  public var lockSeconds: Int
  /// Writes the page about all municipalities.
  public var overview:
    @Sendable (_ results: [MunicipalityResult], _ date: CalendarDate, _ folder: String) throws
      -> Void

  /// Creates a merger.
  public init(
    parts: [String], output: String, lockSeconds: Int = 0,
    overview:
      @escaping @Sendable ([MunicipalityResult], CalendarDate, String) throws -> Void
  ) {
    self.parts = parts
    self.output = output
    self.lockSeconds = lockSeconds
    self.overview = overview
  }

  /// Checks the parts, writes the run beside earlier ones, and points `current` at it.
  ///
  /// - Returns: The run, as if it had been made in one go.
  /// - Throws: A diagnostic, or several, when the parts do not fit or cannot be read; then nothing was published.
  /// - Complexity: O(*n*) in the bytes of the parts.
  public func merge() throws -> RunResult {
    let watch = Stopwatch()
    let partition = try RunPartition(parts.map { try RunPart(path: $0) })
    let lock = try RunLock(folder: output, waiting: lockSeconds)
    defer { withExtendedLifetime(lock) {} }
    var manifest = try MergedManifest(partition).manifest
    lock.tell("run \(manifest.runID)")
    let folder = RunFolder(output: output, runID: manifest.runID)
    let status = ExitStatus(rawValue: Int32(manifest.exitCode)) ?? .incomplete
    let isThere = folder.isComplete && folder.countDamagedFiles() == 0
    if isThere {
      manifest = try RunManifest(path: folder.path + "/manifest.json")
    } else {
      try folder.begin()
      let rows = try write(partition, on: manifest.referenceDate, to: folder.partial)
      guard manifest.inputs.reduce(0, { $0 + $1.rows }) == rows.counts.rows else {
        throw Diagnostic(.partsDisagree, ["path": RunFolder.ledger])
      }
      manifest.counts = rows.counts
      manifest.outputs = try folder.outputs()
      manifest.peakRSSBytes = max(manifest.peakRSSBytes, Stopwatch.peakResidentBytes)
      manifest.seconds = ((manifest.seconds + watch.seconds) * 1000).rounded() / 1000
      try FileSystem.write(manifest.json(), to: folder.partial + "/manifest.json")
      try folder.complete()
    }
    try folder.makeCurrent()
    try Runner.noteSuccess(manifest.runID, on: manifest.referenceDate, status, in: output)
    return RunResult(
      status: isThere ? .complete : status, nothingNew: isThere, folder: folder.path,
      manifest: manifest, issues: IssueLog())
  }

  /// Writes everything but the manifest.
  private func write(
    _ partition: RunPartition, on date: String, to folder: String
  ) throws -> MergedRows {
    let parts = partition.speaking
    let rows = try MergedRows(parts.map(\.folder), to: folder)
    try rows.mergeReceipts()
    var merged: Set = [
      RunFolder.ledger, RunFolder.deliveryHistory, IssueLog.fileName, MunicipalityResult.overview,
    ]
    let files = parts.map(\.sharedFiles)
    for path in files[0].keys.sorted() {
      if path.hasPrefix("receipts/") && !path.hasSuffix(".deliveries.csv") { merged.insert(path) }
      guard path.hasPrefix("quarantine/") && !path.hasSuffix(".headers.csv.gz") else { continue }
      guard files.allSatisfy({ $0[path] != nil }) else {
        throw Diagnostic(.partsDisagree, ["path": path])
      }
      try rows.mergeQuarantine(path)
      merged.insert(path)
    }
    try copyShared(files, without: merged, from: parts[0].folder, to: folder)
    try StageFile.write(
      DeliveryHistory(partition.history()), to: "\(folder)/\(RunFolder.deliveryHistory)")
    for code in partition.municipalities {
      guard let part = partition.part(of: code) else { continue }
      try FileSystem.copy("\(part.folder)/\(code)", to: "\(folder)/\(code)")
    }
    try mergeIssues(partition, to: folder)
    let results = MunicipalityResult.all(in: folder)
    if !results.isEmpty, let date = CalendarDate(iso: date) { try overview(results, date, folder) }
    return rows
  }

  /// Copies what every part must have, byte for byte.
  private func copyShared(
    _ files: [[String: String]], without merged: Set<String>, from part: String, to folder: String
  ) throws {
    for path in Set(files.flatMap(\.keys)).subtracting(merged).sorted() {
      guard files.allSatisfy({ $0[path] != nil && $0[path] == files[0][path] }) else {
        throw Diagnostic(.partsDisagree, ["path": path])
      }
      try FileSystem.makeFolder(FileSystem.parentFolder(of: "\(folder)/\(path)"))
      try FileSystem.copy("\(part)/\(path)", to: "\(folder)/\(path)")
    }
  }

  /// Puts together what was found: first what all parts found, then what is of each municipality.
  private func mergeIssues(_ partition: RunPartition, to folder: String) throws {
    let name = IssueLog.fileName
    let sink = try LineSink("\(folder)/\(name)")
    let files = try partition.speaking.map { try FileLines("\($0.folder)/\(name)", isTable: false) }
    let shared = partition.speaking.map(\.record.shared.lines)
    guard let count = shared.first, shared.allSatisfy({ $0 == count }) else {
      throw Diagnostic(.partsDisagree, ["path": name])
    }
    for _ in 0..<count {
      let lines = try files.map { try $0.next() }
      guard let first = lines.first ?? nil,
        lines.allSatisfy({ $0?.equals(first) == true })
      else { throw Diagnostic(.partsDisagree, ["path": name]) }
      try sink.write(first)
    }
    for code in partition.municipalities {
      guard let place = partition.speaking.firstIndex(where: { $0.record.own[code] != nil })
      else { continue }
      for _ in 0..<(partition.speaking[place].record.own[code]?.issues.lines ?? 0) {
        guard let line = try files[place].next() else {
          throw Diagnostic(.partsDisagree, ["path": name])
        }
        try sink.write(line)
      }
    }
    try sink.finish()
  }
}
