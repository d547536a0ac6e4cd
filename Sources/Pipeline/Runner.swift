public import Definitions
public import Diagnostics
public import Model

/// The whole path of a run, top to bottom: read this file first.
///
/// Deliveries are read and admitted; then every municipality goes its own way through the stages; then
/// the ledger is closed, everything is written beside the earlier runs, and `current` is moved.
public struct Runner: Sendable {
  let pipeline: PipelineDefinition
  let parts: RunParts
  let options: RunOptions
  /// SHA-256 of the definitions.
  let definitionsDigest: String

  /// Creates a runner.
  public init(pipeline: PipelineDefinition, parts: RunParts, options: RunOptions) {
    self.pipeline = pipeline
    self.parts = parts
    self.options = options
    definitionsDigest = pipeline.digest()
  }

  /// Runs the pipeline.
  ///
  /// - Returns: How it ended, with every diagnostic on the way.
  /// - Throws: A diagnostic, or several, when the run had to stop; then nothing was published.
  public func run() async throws -> RunResult {
    let watch = Stopwatch()
    let lock = try RunLock(folder: options.output, waiting: options.lockSeconds)
    defer { withExtendedLifetime(lock) {} }
    let (runner, notes) = try whereWhole()
    let states = try HeldStates(
      pipeline.municipalities, parts.memory, waiting: options.lockSeconds,
      isChanged: runner.isRemembered)
    do {
      var result = try await runner.runLocked(watch, telling: [lock] + states.locks)
      for note in notes { result.issues.add(note) }
      try states.end(run: result.manifest.runID)
      return result
    } catch {
      try states.fail()
      throw error
    }
  }

  /// Runs the pipeline for whoever holds the locks of its output and state.
  func runLocked(
    _ watch: Stopwatch = Stopwatch(), telling locks: [RunLock] = []
  ) async throws -> RunResult {
    let keys = try keysOfMunicipalities()
    try rememberEarlierRuns(keys: keys)
    let copies = try PrivateFolder(below: options.output)
    defer { copies.remove() }
    tellBeginning()
    var beginning = try await begin(keys: keys, copies: copies)
    var deliveries = beginning.deliveries
    var manifest = newManifest(keys: keys, inputs: deliveries.inputs)
    manifest.runID = beginning.fingerprint.runID(on: options.referenceDate)
    manifest.fingerprints = beginning.fingerprint.byName
    manifest.isRemembered = isRemembered
    for lock in locks { lock.tell("run \(manifest.runID)") }
    tell(deliveries.inputs, beginning.records)
    let folder = RunFolder(output: options.output, runID: manifest.runID)
    var notes: [Diagnostic] = []
    if deliveries.publicationRefused == nil, folder.isComplete {
      let damaged = folder.countDamagedFiles()
      if damaged == 0 {
        // An earlier run may have stopped between its last steps.
        try remember(beginning, in: folder, keys: keys)
        if options.isWhole { try folder.makeCurrent() }
        try succeed(manifest.runID, .complete, isNew: false, rows: deliveries.rows, watch)
        return RunResult(
          status: .complete, nothingNew: true, folder: folder.path, manifest: manifest,
          issues: deliveries.issues)
      }
      notes = [Diagnostic(.runMadeAnew, ["run": manifest.runID, "count": "\(damaged)"])]
    }

    try folder.begin()
    let finished = try await runMunicipalities(
      beginning, isPublished: deliveries.publicationRefused == nil, keys: keys, in: folder)
    for municipality in finished {
      for note in municipality.notes {
        deliveries.issues.add(MunicipalityNote(note, of: municipality.code))
      }
    }
    try beginning.add(
      finished.flatMap(\.notes), within: deliveries.issues, to: folder.partial)
    close(&beginning.intake.ledger, with: finished)
    try StageFile.write(beginning.intake.ledger, to: folder.partial + "/ledger.csv.gz")

    try writeResults(finished, beginning, deliveries, to: folder.partial)

    manifest.stages = beginning.records + finished.flatMap(\.records)
    name(&manifest.keyNames, finished)
    manifest.counts = counts(of: beginning.intake.ledger)
    manifest.warnings = deliveries.issues.warnings
    manifest.exitCode = Int(deliveries.status.rawValue)
    manifest.part = part(beginning.fingerprint, deliveries.issues)
    manifest.outputs = try folder.outputs()
    manifest.peakRSSBytes = Stopwatch.peakResidentBytes
    manifest.seconds = watch.seconds
    try FileSystem.write(manifest.json(), to: folder.partial + "/manifest.json")
    for note in notes { deliveries.issues.add(note) }

    if let refusal = deliveries.publicationRefused {
      try folder.keepRefused()
      tellEnd(manifest.runID, refusal.code.effect.exitStatus, rows: manifest.counts.rows, watch)
      return RunResult(
        status: refusal.code.effect.exitStatus, nothingNew: false, folder: folder.refused,
        manifest: manifest, issues: deliveries.issues)
    }
    try folder.complete()
    try remember(beginning, in: folder, keys: keys)
    if options.isWhole { try folder.makeCurrent() }
    try succeed(manifest.runID, deliveries.status, isNew: true, rows: manifest.counts.rows, watch)
    return RunResult(
      status: deliveries.status, nothingNew: false, folder: folder.path, manifest: manifest,
      issues: deliveries.issues)
  }

  /// Takes all municipalities through the stages, and writes what stands beside their folders meanwhile.
  private func runMunicipalities(
    _ beginning: RunBeginning, isPublished: Bool, keys: [MunicipalityCode: MunicipalityKeys],
    in folder: RunFolder
  ) async throws -> [FinishedMunicipality] {
    guard isPublished, options.jobs > 1 else {
      try beginning.write(to: folder.partial)
      return isPublished ? try await runStages(beginning, keys: keys, in: folder) : []
    }
    var shared = beginning
    // Whoever closes the ledger must be the only one who holds it.
    shared.intake.ledger = Ledger()
    async let written: Void = { [shared] in try shared.write(to: folder.partial) }()
    let finished = try await runStages(beginning, keys: keys, in: folder)
    try await written
    return finished
  }

  /// Takes all municipalities through the stages.
  private func runStages(
    _ beginning: RunBeginning, keys: [MunicipalityCode: MunicipalityKeys], in folder: RunFolder
  ) async throws -> [FinishedMunicipality] {
    let tables = beginning.tables
    let register = beginning.register
    return try await inParallel(pipeline.municipalities, jobs: options.jobs) { municipality in
      try await runStages(
        tables.take(municipality.code), context: context(of: municipality, keys: keys),
        register: register.extracts[municipality.code], in: folder)
    }
  }

  /// Takes one municipality through the stages and writes what each makes, beside the next ones where several
  /// pieces of work may go on at once.
  private func runStages(
    _ start: MunicipalityTables, context: StageContext, register: RegisterExtract?,
    in folder: RunFolder
  ) async throws -> FinishedMunicipality {
    try await withThrowingTaskGroup(of: Void.self) { group in
      let finished = try await runStages(
        start, context: context, register: register, in: folder
      ) { writing in
        if options.jobs > 1 { group.addTask(operation: writing) } else { try writing() }
      }
      try await group.waitForAll()
      return finished
    }
  }

  /// Takes one municipality through the stages, and hands over the writing of what each makes.
  private func runStages(
    _ start: MunicipalityTables, context: StageContext, register: RegisterExtract?,
    in folder: RunFolder, writing: (@escaping @Sendable () throws -> Void) throws -> Void
  ) async throws -> FinishedMunicipality {
    let code = context.municipality.code
    let files = MunicipalityFiles(
      folder: "\(folder.partial)/\(code)", isCompressed: options.stageFiles == .compressed)
    try files.create(for: code, referenceDate: context.referenceDate)
    func write(_ datasets: [Dataset], of tables: MunicipalityTables) throws {
      for dataset in datasets where options.stageFiles != .none {
        try writing(files.writing(dataset, of: tables))
      }
    }
    var tables = start
    var records: [RunManifest.StageRecord] = []
    var notes: [Diagnostic] = []
    var figures: RunFigures?
    try write(Self.datasetsOfBeginning + datasetsBeforeFirstStage, of: tables)
    for type in parts.stages where options.includes(type.name) {
      let watch = Stopwatch()
      let rowsIn = type.reads.last.map { tables.count(of: $0) } ?? 0
      if type.reads.contains(.register) {
        (tables.register, notes) = try parts.readRegister(
          register, pipeline.register, keys: context.keys)
      }
      try type.init(settings: settings(of: type)).run(&tables, context)
      tables.register = RegisterTable()
      try write(type.writes, of: tables)
      records.append(
        .init(
          name: type.name, municipality: code.description, rowsIn: rowsIn,
          rowsOut: type.writes.last.map { tables.count(of: $0) } ?? 0, seconds: watch.seconds))
    }
    if tables.workload.shortfall > 0 {
      notes.append(
        Diagnostic(
          .workShort, at: Location(file: "\(code)/\(Workload.fileName).csv.gz"),
          ["count": "\(tables.workload.shortfall)", "municipality": code.description]))
    }
    if options.includes(parts.publish.stage.name) {
      let watch = Stopwatch()
      figures = try await parts.publish.publish(
        tables, context, to: files.folder, jobs: options.jobs)
      try seal(files.folder, of: context.municipality)
      records.append(
        .init(
          name: parts.publish.stage.name, municipality: code.description,
          rowsIn: tables.prioritised.count, rowsOut: tables.prioritised.count,
          seconds: watch.seconds))
    }
    tell([], records)
    return FinishedMunicipality(
      code: code, distinct: tables.distinct, outcomes: tables.matched.registerOutcome,
      records: records, notes: notes, keyNames: tables.keyNames,
      figures: figures, deliveries: MunicipalityResult.Delivery.notable(in: tables.deliveryLog))
  }
}

/// What a run keeps of a municipality at the end of its stages; the rest stands in its files.
struct FinishedMunicipality: Sendable {
  var code: MunicipalityCode
  var distinct: Distinct
  /// What the register says of the person of each row; empty when none was asked.
  var outcomes: [RegisterOutcome]
  var records: [RunManifest.StageRecord]
  /// What is doubtful about the register.
  var notes: [Diagnostic]
  /// The names of the secrets that its ids need.
  var keyNames: [String] = []
  /// What others than the municipality may know; `nil` when nothing was published.
  var figures: RunFigures?
  var deliveries: [MunicipalityResult.Delivery] = []
}

/// How a run writes the tables that its stages hand over.
public enum StageFiles: String, CaseIterable, Sendable {
  case compressed = "csv.gz"
  /// For somebody who looks into them; a trial.
  case plain = "csv"
  /// A trial that cannot be explained or resumed.
  case none
}

/// How a run is asked to go.
public struct RunOptions: Sendable {
  public var inbox: String
  public var output: String
  public var referenceDate: CalendarDate
  /// The first stage to run, on the files of the run that `current` points to; `nil` begins with the
  /// deliveries.
  public var firstStage: String?
  /// The last stage to run; `nil` runs all.
  public var lastStage: String?
  /// The names of all stages in order.
  public var stageOrder: [String]
  public var updatesState: Bool
  /// How the tables that the stages hand over are written; with another form than the usual one a run is a
  /// trial, which is not remembered and never becomes current.
  public var stageFiles: StageFiles
  /// How many pieces of work may go on at once.
  public var jobs: Int
  /// How long to wait for another run that holds the output or the state.
  public var lockSeconds: Int
  /// Whether a run that will not fit into memory is stopped before it begins.
  public var checksMemory = true
  /// What a run without somebody begins with, in place of the run that `current` points to.
  var reworked: ReworkedRun?

  /// Creates options.
  public init(
    inbox: String, output: String, referenceDate: CalendarDate, firstStage: String? = nil,
    lastStage: String?, stageOrder: [String], updatesState: Bool,
    stageFiles: StageFiles = .compressed,
    jobs: Int, lockSeconds: Int = 0
  ) {
    self.inbox = inbox
    self.output = output
    self.referenceDate = referenceDate
    self.firstStage = firstStage == stageOrder.first ? nil : firstStage
    self.lastStage = lastStage
    self.stageOrder = stageOrder
    self.updatesState = updatesState
    self.stageFiles = stageFiles
    self.jobs = jobs
    self.lockSeconds = lockSeconds
  }

  /// Whether every stage runs and is written: only then `current` moves and the state is updated.
  var isWhole: Bool {
    stageFiles == .compressed && (lastStage == nil || lastStage == stageOrder.last)
  }

  /// Whether a stage runs.
  func includes(_ stage: String) -> Bool {
    guard let index = stageOrder.firstIndex(of: stage) else { return true }
    let first = firstStage.flatMap { stageOrder.firstIndex(of: $0) } ?? 0
    let last = lastStage.flatMap { stageOrder.firstIndex(of: $0) } ?? index
    return first <= index && index <= last
  }
}

/// How a run ended.
public struct RunResult: Sendable {
  public var status: ExitStatus
  /// Whether the same run had been published before.
  public var nothingNew: Bool
  /// The run's folder.
  public var folder: String
  public var manifest: RunManifest
  public var issues: IssueLog
}
