internal import Model

/// Takes the rows of one person out of the files of a run, in the run itself or on the way to another one.
struct PersonRows {
  let code: String
  /// The ids of the person's signals.
  let signals: Set<SignalID>
  let traces: PersonTraces
  /// The feeds that may report to the municipality: rows that nobody could read have no municipality.
  let feeds: Set<String>

  /// What is taken over into a run made anew, besides the shared files.
  private static let tables = [
    History.fileName, Reviews.fileName, Cases.fileName, ContactAttempts.fileName,
    DeliveryLog.fileName, Received.fileName, SetAside.fileName, IntakeCounts.fileName,
  ]

  /// Whether a municipality's folder holds one of the signals.
  func isIn(_ run: RunArchive) throws -> Bool {
    for name in ["received", "history", "set-aside", "cases"] {
      guard let rows = try WrittenRows.ifPresent(name, in: "\(run.folder)/\(code)") else {
        continue
      }
      for row in 0..<rows.count where holds(rows, row) { return true }
    }
    return false
  }

  /// The names of the deliveries that hold rows of the person, as far as runs tell.
  func deliveries(of runs: [RunArchive]) throws -> Set<String> {
    var names: Set<String> = []
    for run in runs {
      guard let rows = try WrittenRows.ifPresent("received", in: "\(run.folder)/\(code)") else {
        continue
      }
      for row in 0..<rows.count where holds(rows, row) { names.insert(rows[row, "delivery"]) }
    }
    for run in runs {
      for path in run.files(in: "quarantine") where !path.contains(".headers.") {
        let rows = try WrittenRows(path: "\(run.folder)/\(path)")
        for row in 0..<rows.count where isUnreadable(rows, row) {
          names.insert(rows[row, "delivery"])
        }
      }
    }
    return names
  }

  /// The digests of the person's rows in quarantines, as the receipts have them.
  func unreadable(of runs: [RunArchive]) throws -> Set<RowDigest> {
    var digests: Set<RowDigest> = []
    for run in runs {
      var places: Set<RowPlace> = []
      for path in run.files(in: "quarantine") where !path.contains(".headers.") {
        let rows = try WrittenRows(path: "\(run.folder)/\(path)")
        for row in 0..<rows.count where isUnreadable(rows, row) { places.insert(rows.place(row)) }
      }
      guard !places.isEmpty else { continue }
      for path in run.files(in: "receipts") where !path.hasSuffix(".deliveries.csv") {
        let rows = try WrittenRows(path: "\(run.folder)/\(path)")
        for row in 0..<rows.count where places.contains(rows.place(row)) {
          if let digest = rows.bytes(row, "row_digest").flatMap({ RowDigest(hexadecimal: $0) }) {
            digests.insert(digest)
          }
        }
      }
    }
    return digests
  }

  /// Writes what a run begins with into a folder, without the person.
  ///
  /// - Returns: How many quarantined rows are left out.
  func copy(_ run: RunArchive, to folder: String) throws -> Int {
    try FileSystem.makeFolder(folder)
    try FileSystem.copy(run.folder + "/manifest.json", to: folder + "/manifest.json")
    for path in run.sharedFiles {
      try FileSystem.copy("\(run.folder)/\(path)", to: "\(folder)/\(path)")
    }
    let shared = try rewriteShared(of: run, ending: RunArchive.freshEnding, in: folder)
    for (path, _) in shared.files {
      try FileSystem.rename(
        "\(folder)/\(path)\(RunArchive.freshEnding)", to: "\(folder)/\(path)")
    }
    for other in run.municipalities {
      try FileSystem.makeFolder("\(folder)/\(other)")
      let tables = Self.tables.map {
        FileSystem.name(of: StageFile.path(of: $0, in: "\(run.folder)/\(other)"))
      }
      for name in tables + ["run.json", MunicipalityResult.fileName] {
        let (from, to) = ("\(run.folder)/\(other)/\(name)", "\(folder)/\(other)/\(name)")
        if other == code && !name.hasSuffix(".json") {
          try copyTable(from, to: to, in: "\(run.folder)/\(code)")
        } else {
          try FileSystem.copy(from, to: to)
        }
      }
    }
    return shared.quarantined
  }

  /// Writes the shared files of a run that hold rows of the person anew beside the old ones.
  ///
  /// - Parameters:
  ///   - run: The run.
  ///   - ending: What is put behind the names.
  ///   - folder: Where; the run's own folder otherwise.
  /// - Returns: The files and how many rows of each are of the person; how many of them were quarantined.
  /// - Throws: A diagnostic if a file is damaged or the disk refuses.
  func rewriteShared(
    of run: RunArchive, ending: String, in folder: String? = nil
  ) throws -> (files: [(path: String, rows: Int)], quarantined: Int) {
    let target = folder ?? run.folder
    var files: [(path: String, rows: Int)] = []
    var places: Set<RowPlace> = []
    if let ledger = try WrittenRows.ifPresent(run.folder + "/ledger.csv.gz") {
      let own = Set(
        (0..<ledger.count).filter { ledger[$0, "municipality"] == code && holds(ledger, $0) })
      for row in own { places.insert(ledger.place(row)) }
      if !own.isEmpty {
        try ledger.write(to: "\(target)/ledger.csv.gz\(ending)") { _ in
          true
        } change: { row, column in
          guard own.contains(row) else { return nil }
          switch column {
          case "signal_id": return ""
          case "fate": return Fate.refused.rawValue
          case "reason": return Verdict.erased
          default: return nil
          }
        }
        files.append(("ledger.csv.gz", own.count))
      }
    }
    var quarantined: Set<RowPlace> = []
    for path in run.files(in: "quarantine") where !path.contains(".headers.") {
      let rows = try WrittenRows(path: "\(run.folder)/\(path)")
      let own = Set(
        (0..<rows.count).filter { isUnreadable(rows, $0) })
      guard !own.isEmpty else { continue }
      for row in own { quarantined.insert(rows.place(row)) }
      try rows.write(to: "\(target)/\(path)\(ending)") { !own.contains($0) }
      files.append((path, own.count))
    }
    places.formUnion(quarantined)
    for path in run.files(in: "receipts") where !path.hasSuffix(".deliveries.csv") {
      files += try leaveOut(path, of: run, target, ending) { places.contains($0.place($1)) }
    }
    for path in run.files(in: "rejections") {
      let feed = FileSystem.name(of: path).replacing(".csv", with: "")
      files += try leaveOut(path, of: run, target, ending) { rows, row in
        places.contains(
          RowPlace(feed: feed, delivery: rows[row, "delivery"], row: rows[row, "row"]))
      }
    }
    return (files, quarantined.count)
  }

  private func leaveOut(
    _ path: String, of run: RunArchive, _ target: String, _ ending: String,
    _ isOwn: (WrittenRows, Int) -> Bool
  ) throws -> [(path: String, rows: Int)] {
    let rows = try WrittenRows(path: "\(run.folder)/\(path)")
    let own = Set((0..<rows.count).filter { isOwn(rows, $0) })
    guard !own.isEmpty else { return [] }
    try rows.write(to: "\(target)/\(path)\(ending)") { !own.contains($0) }
    return [(path, own.count)]
  }

  /// Writes a table without the person's rows; attempts go with the last signal of their case.
  private func copyTable(_ from: String, to: String, in folder: String) throws {
    guard let rows = try WrittenRows.ifPresent(from) else { return }
    var cases: Set<String>?
    if FileSystem.name(of: from).hasPrefix(ContactAttempts.fileName + ".csv") {
      let all = try WrittenRows.ifPresent(Cases.fileName, in: folder)
      cases = Set(
        (0..<(all?.count ?? 0)).compactMap { row in
          all.flatMap { holds($0, row) ? nil : $0[row, "case_id"] }
        })
    }
    try rows.write(to: to) { row in
      !holds(rows, row) && cases.map { $0.contains(rows[row, "case_id"]) } ?? true
    }
  }

  /// Whether a row of a quarantine is of the person.
  private func isUnreadable(_ rows: WrittenRows, _ row: Int) -> Bool {
    feeds.contains(rows[row, "feed"])
      && (rows.bytes(row, "content").map { traces.finds($0).isOf } ?? false)
  }

  private func holds(_ rows: WrittenRows, _ row: Int) -> Bool {
    [rows.signal(row), rows.signal(row, "other_signal_id")].contains { id in
      id.map { signals.contains($0) } ?? false
    }
  }
}
