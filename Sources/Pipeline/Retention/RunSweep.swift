internal import Definitions
internal import Diagnostics
internal import Model

/// Takes out of the runs on disk what is past its term.
///
/// A municipality's folder goes as soon as it holds one signal or closed case that is past its term. What is of
/// several municipalities goes when the shortest of their terms has passed since the run's day; until then it
/// loses the rows of a municipality whose folder went.
struct RunSweep {
  /// What one municipality asks.
  struct Own {
    var terms: RetentionTerms
    var known: RetainedSignals
    /// Where the term of a signal starts, of those whose term starts before their day of receipt.
    var earlierStarts: [SignalID: CalendarDate]
  }

  let shelf: RunShelf
  /// The municipalities to sweep.
  let own: [String: Own]
  /// The shortest term, in months, of every municipality of the pipeline.
  let shortestMonths: [String: Int]
  let date: CalendarDate
  let isTrial: Bool

  /// Sweeps every run, the earliest first.
  ///
  /// - Returns: What went.
  /// - Throws: A diagnostic if the disk refuses.
  func sweep() throws -> SweptRuns {
    var swept = SweptRuns()
    let current = shelf.currentName
    for run in shelf.runs {
      let past = try run.municipalities.filter { code in
        try own[code].map { try isPast(run, code, $0) } ?? false
      }
      let sharedPast = isSharedPast(run)
      if isTrial {
        for code in past {
          swept.folders += 1
          swept.files.add(try RemovedFiles(below: "\(run.folder)/\(code)"))
        }
        continue
      }
      for code in past { try shelf.keepFigures(of: run, code) }
      var run = run
      var change = RunArchive.Change(removed: past + (sharedPast ? run.sharedFiles : []))
      if !sharedPast { change.rewritten = try withoutRows(of: past, in: run) }
      if !past.isEmpty && FileSystem.name(of: run.folder) == current {
        swept.lostByCurrent += past
      }
      swept.folders += past.count
      swept.rewritten += change.rewritten.count
      swept.files.add(try run.take(change, why: .forget, on: date.description))
      if try !run.holdsRowsOfPersons() {
        swept.runs += 1
        swept.files.add(try shelf.remove(run))
      }
    }
    return swept
  }

  /// Whether a municipality's folder holds a signal or a closed case that is past its term.
  private func isPast(_ run: RunArchive, _ code: String, _ own: Own) throws -> Bool {
    let folder = "\(run.folder)/\(code)"
    guard let runDay = CalendarDate(iso: run.manifest.referenceDate) else { return true }
    var isEmpty = true
    for name in ["history", "received", "set-aside"] {
      guard let rows = try WrittenRows.ifPresent(name, in: folder) else { continue }
      isEmpty = false
      for row in 0..<rows.count {
        guard let id = rows.signal(row), let received = rows.day(row, "received_at") else {
          continue
        }
        let start = min(received, runDay, own.earlierStarts[id] ?? received)
        let isPickedUp = name != "set-aside" && own.known.pickedUp.contains(id)
        if !own.terms.keeps(from: start, isPickedUp: isPickedUp) { return true }
      }
    }
    if let cases = try WrittenRows.ifPresent("cases", in: folder) {
      for row in 0..<cases.count {
        if let closed = cases.day(row, "closed_on"), !own.terms.keepsCase(closedOn: closed) {
          return true
        }
      }
    }
    // A folder without tables, of a trial, tells no days: its run's own counts.
    return isEmpty && !own.terms.keeps(from: runDay, isPickedUp: false)
  }

  /// Whether the shortest term of the municipalities of a run has passed since its day.
  private func isSharedPast(_ run: RunArchive) -> Bool {
    guard let day = CalendarDate(iso: run.manifest.referenceDate) else { return true }
    let months = run.manifest.keyNames.keys.compactMap { shortestMonths[$0] }.min()
    guard let months = months ?? shortestMonths.values.min() else { return false }
    return day < date.adding(months: -months)
  }

  /// Writes the ledger and the receipts anew without the rows of municipalities.
  private func withoutRows(
    of codes: [String], in run: RunArchive
  ) throws -> [(path: String, rows: Int)] {
    guard !codes.isEmpty, let ledger = try WrittenRows.ifPresent(run.folder + "/ledger.csv.gz")
    else { return [] }
    var places: Set<RowPlace> = []
    var rows = Set<Int>()
    for row in 0..<ledger.count where codes.contains(ledger[row, "municipality"]) {
      places.insert(ledger.place(row))
      rows.insert(row)
    }
    guard !rows.isEmpty else { return [] }
    var rewritten = [(path: "ledger.csv.gz", rows: rows.count)]
    try ledger.write(to: "\(run.folder)/ledger.csv.gz\(RunArchive.freshEnding)") {
      !rows.contains($0)
    }
    for path in run.files(in: "receipts") where !path.hasSuffix(".deliveries.csv") {
      let receipts = try WrittenRows(path: "\(run.folder)/\(path)")
      let gone = Set((0..<receipts.count).filter { places.contains(receipts.place($0)) })
      guard !gone.isEmpty else { continue }
      try receipts.write(to: "\(run.folder)/\(path)\(RunArchive.freshEnding)") {
        !gone.contains($0)
      }
      rewritten.append((path, gone.count))
    }
    return rewritten
  }
}

/// What a sweep took out of the runs.
struct SweptRuns {
  /// Folders of municipalities.
  var folders = 0
  /// Runs that went as a whole.
  var runs = 0
  /// Files that lost rows.
  var rewritten = 0
  var files = RemovedFiles()
  /// The municipalities that the current run lost.
  var lostByCurrent: [String] = []
}
