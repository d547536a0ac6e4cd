internal import Definitions
public import Diagnostics
internal import Model

/// Erases a person, or one signal: the current run is made anew without it, then the older runs lose it, and
/// last the state, which alone knows under which ids a person was known.
///
/// So a second call finds, and ends, what a killed one left.
///
/// - Source: `avg/17`, `avg/21`.
public struct Erasing: Sendable {
  private let request: RightsRequest
  private let parts: RunParts
  private let memory: any PersonMemory
  private let stageOrder: [String]

  /// Prepares it.
  ///
  /// - Parameters:
  ///   - request: Why, and where.
  ///   - parts: The parts of a run.
  ///   - memory: The state.
  ///   - stageOrder: The names of all stages in order.
  public init(
    _ request: RightsRequest, parts: RunParts, memory: any PersonMemory, stageOrder: [String]
  ) {
    self.request = request
    self.parts = parts
    self.memory = memory
    self.stageOrder = stageOrder
  }

  /// Erases.
  ///
  /// - Parameter subject: Whom.
  /// - Returns: How much went, and what the operator should know.
  /// - Throws: A diagnostic if something stops it; the next call goes on.
  public func run(_ subject: RightsSubject) async throws -> (ErasedPerson, notes: [Diagnostic]) {
    let held = try request.hold(request.municipalities, memory)
    defer { withExtendedLifetime(held.lock) {} }
    let shelf = try RunShelf(output: request.output)
    for municipality in request.municipalities {
      guard let found = try PersonSearch(subject, municipality, memory, shelf.runs) else {
        continue
      }
      guard !found.traces.areTold(by: request.reason) else {
        throw Diagnostic(.reasonTellsValue)
      }
      let rows = PersonRows(
        code: found.code, signals: found.signals, traces: found.traces,
        feeds: Set(
          request.pipeline.feeds.filter { $0.serves(municipality.code) }.map(\.id.name)))
      let notes = try notes(rows, shelf)
      let unreadable = try ids(of: rows.unreadable(of: shelf.runs), municipality)
      var erased = ErasedPerson(municipality: found.code)
      erased.run = try await makeAnew(rows, shelf, &erased)
      let after = try RunShelf(output: request.output)
      guard let state = held.states[municipality.code] else { continue }
      var act = AuditedAct(.erase, reason: request.reason)
      act.run = erased.run
      erased = try state.change(act) { act in
        var erased = erased
        // Before the rows themselves go: later nobody could tell which they were.
        if !unreadable.isEmpty {
          _ = try memory.erase(unreadable, persons: [], of: municipality, on: request.date)
        }
        try take(rows, outOf: after, &erased)
        erased.rows = try memory.erase(
          found.signals, persons: found.persons, of: municipality, on: request.date)
        act.counts = erased.counts
        return erased
      }
      return (erased, notes)
    }
    throw Diagnostic(.nothingKept)
  }

  /// Makes the current run anew without the person, if it holds anything of it.
  ///
  /// - Returns: The id of the new run; empty if none was made.
  private func makeAnew(
    _ rows: PersonRows, _ shelf: RunShelf, _ erased: inout ErasedPerson
  ) async throws -> String {
    guard let name = shelf.currentName,
      let current = shelf.runs.first(where: { FileSystem.name(of: $0.folder) == name }),
      current.manifest.removed == nil || current.municipalities.contains(rows.code),
      try rows.isIn(current)
    else { return "" }
    let folder = "\(request.output)/\(RunShelf.workshop)"
    try FileSystem.remove(folder)
    erased.quarantined += try rows.copy(current, to: folder)
    var mark = Digest()
    for id in rows.signals.sorted() { mark.update("\(id) ") }
    guard let day = CalendarDate(iso: current.manifest.referenceDate) else {
      throw Diagnostic(.runUnreadable, ["run": name])
    }
    var options = RunOptions(
      inbox: request.inbox, output: request.output, referenceDate: day,
      firstStage: parts.stages.first?.name, lastStage: nil, stageOrder: stageOrder,
      updatesState: false, jobs: 2)
    options.reworked = ReworkedRun(
      folder: folder, mark: "|without|\(mark.hexadecimal())")
    // Municipalities that were forgotten out of the current run have nothing to begin with.
    var pipeline = request.pipeline
    pipeline.municipalities.removeAll { !current.municipalities.contains($0.code.description) }
    let result = try await Runner(pipeline: pipeline, parts: parts, options: options).runLocked()
    try FileSystem.remove(folder)
    return result.manifest.runID
  }

  /// Takes the person out of every run that is not the new one.
  private func take(
    _ rows: PersonRows, outOf shelf: RunShelf, _ erased: inout ErasedPerson
  ) throws {
    for run in shelf.runs {
      var run = run
      var change = RunArchive.Change()
      if try rows.isIn(run) {
        try shelf.keepFigures(of: run, rows.code)
        change.removed = [rows.code]
        erased.folders += 1
      }
      let shared = try rows.rewriteShared(of: run, ending: RunArchive.freshEnding)
      change.rewritten = shared.files
      erased.quarantined += shared.quarantined
      erased.files.add(
        try run.take(change, why: .erase, on: request.date.description))
      if !change.isEmpty, try !run.holdsRowsOfPersons() {
        erased.files.add(try shelf.remove(run))
      }
    }
  }

  /// The ids under which rows that nobody could read are kept out.
  private func ids(
    of digests: Set<RowDigest>, _ municipality: MunicipalityDefinition
  ) throws -> Set<SignalID> {
    guard !digests.isEmpty else { return [] }
    let keys = try KeyFile(of: request.pipeline).keys(
      for: municipality.code, dataAreReal: request.pipeline.dataAreReal)
    return Set(digests.map { keys.unreadable($0) })
  }

  private func notes(_ rows: PersonRows, _ shelf: RunShelf) throws -> [Diagnostic] {
    let inbox = Set(FileSystem.names(in: request.inbox) ?? [])
    let held = try rows.deliveries(of: shelf.runs).intersection(inbox)
    return held.sorted().map { Diagnostic(.deliveryHoldsErased, ["delivery": $0]) }
      + shelf.unreadable.map { Diagnostic(.runUnreadable, ["run": $0]) }
  }
}

/// How much of a person went: counts alone.
public struct ErasedPerson: Encodable, Sendable {
  public var municipality: String
  /// The run that was made anew; empty if the current one did not hold the person.
  public var run = ""
  public var rows = ForgottenRows()
  /// Folders of the municipality that went out of older runs.
  public var folders = 0
  /// Rows that nobody could read, over all runs.
  public var quarantined = 0
  public var files = RemovedFiles()

  init(municipality: String) { self.municipality = municipality }

  var counts: [String: Int] {
    var counts = rows.counts
    counts["run_folders"] = folders
    counts["quarantined_rows"] = quarantined
    counts["files"] = files.files
    return counts
  }
}
