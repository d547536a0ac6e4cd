internal import Diagnostics
internal import Model

/// All runs of an output folder, from the earliest day to the latest.
///
/// Only the holder of the folder's lock may change them.
struct RunShelf {
  /// Where a run that is to be made without a person stands while it is made.
  static let workshop = "erasing"

  let output: String
  private(set) var runs: [RunArchive] = []
  /// The names of runs whose manifest cannot be read: nobody knows how old they are.
  private(set) var unreadable: [String] = []

  /// Opens every run.
  ///
  /// - Parameters:
  ///   - output: The output folder.
  ///   - isTrial: Whether leftovers stay where they are.
  /// - Throws: A diagnostic if the disk refuses.
  init(output: String, isTrial: Bool = false) throws {
    self.output = output
    if !isTrial { try Self.removeLeftovers(in: output) }
    for name in FileSystem.names(in: output + "/runs") ?? [] {
      let folder = "\(output)/runs/\(name)"
      guard FileSystem.kind(of: folder) == .folder, !name.hasSuffix(".partial") else { continue }
      do { runs.append(try RunArchive(folder: folder, isTrial: isTrial)) } catch let problem
        as Diagnostic
        where problem.code == .runUnreadable
      {
        unreadable.append(name)
      }
    }
    let current = currentName
    // Of one day, the current run is the last.
    runs.sort { first, second in
      let keys = [first, second].map { run in
        (
          run.manifest.referenceDate, FileSystem.name(of: run.folder) == current ? 1 : 0,
          FileSystem.name(of: run.folder)
        )
      }
      return keys[0] < keys[1]
    }
  }

  /// The name of the run that `current` points to.
  var currentName: String? {
    FileSystem.target(ofLink: output + "/current").map { FileSystem.name(of: $0) }
  }

  /// Removes what killed runs left behind: partial runs and copies of deliveries.
  static func removeLeftovers(in output: String) throws {
    try FileSystem.remove(output + "/private")
    try FileSystem.remove("\(output)/\(workshop)")
    try RunFolder.removePartial(in: output)
  }

  /// Removes a run as a whole; the link to it goes, too.
  ///
  /// - Returns: What was removed.
  func remove(_ run: RunArchive) throws -> RemovedFiles {
    let gone = try RemovedFiles(below: run.folder)
    if FileSystem.name(of: run.folder) == currentName {
      try FileSystem.remove(output + "/current")
    }
    // Out of the way in one step: a run is there whole, or not at all.
    let leaving = run.folder + ".partial"
    try FileSystem.remove(leaving)
    try FileSystem.rename(run.folder, to: leaving)
    try FileSystem.remove(leaving)
    return gone
  }

  /// Keeps the figures of a run if it is the last of its month: they are of no person.
  ///
  /// - Parameters:
  ///   - run: The run.
  ///   - code: The municipality.
  /// - Throws: A diagnostic if the disk refuses.
  func keepFigures(of run: RunArchive, _ code: String) throws {
    let source = "\(run.folder)/\(code)/\(RunShelf.figures)"
    let day = run.manifest.referenceDate
    guard FileSystem.exists(source), !run.folder.hasSuffix(".refused") else { return }
    let month = String(day.prefix(7))
    let isLast = !runs.contains { other in
      other.manifest.referenceDate > day && other.manifest.referenceDate.hasPrefix(month)
        && FileSystem.exists("\(other.folder)/\(code)/\(RunShelf.figures)")
    }
    let target = "\(output)/cijfers/\(code)/\(month).csv"
    let kept = (try? FileSystem.read(target + ".date")).map {
      String(decoding: $0, as: UTF8.self)
    }
    guard isLast, kept.map({ $0 <= day + "\n" }) ?? true else { return }
    try FileSystem.makeFolder("\(output)/cijfers/\(code)")
    try FileSystem.replace(String(decoding: FileSystem.read(source), as: UTF8.self), at: target)
    try FileSystem.replace(day + "\n", at: target + ".date")
  }

  /// The name of the file of figures in a municipality's folder.
  static let figures = "indicatoren.csv"
}

extension RunArchive {
  /// The codes of the municipalities whose folder is still there.
  var municipalities: [String] {
    (FileSystem.names(in: folder) ?? []).filter {
      MunicipalityCode($0) != nil && FileSystem.kind(of: "\(folder)/\($0)") == .folder
    }
  }

  /// The shared files that are still there.
  var sharedFiles: [String] {
    RunFolder.shared.filter { FileSystem.kind(of: "\(folder)/\($0)") != nil }
  }

  /// The files in one of the shared folders, seen from the run's folder.
  func files(in name: String) -> [String] {
    (FileSystem.names(in: "\(folder)/\(name)") ?? []).filter {
      !$0.hasSuffix(RunArchive.freshEnding)
    }.map { "\(name)/\($0)" }
  }

  /// Whether a row about a person may be left: in a municipality's folder, the ledger, the quarantine or the
  /// receipts.
  func holdsRowsOfPersons() throws -> Bool {
    guard municipalities.isEmpty else { return true }
    if let ledger = try WrittenRows.ifPresent(folder + "/ledger.csv.gz") {
      for row in 0..<ledger.count where !ledger[row, "municipality"].isEmpty { return true }
    }
    let others = files(in: "quarantine") + files(in: "receipts")
    for path in others where !path.contains(".headers.") && !path.contains(".deliveries.") {
      if try WrittenRows(path: "\(folder)/\(path)").count > 0 { return true }
    }
    return false
  }
}
