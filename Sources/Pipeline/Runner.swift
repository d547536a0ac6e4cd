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

  /// Creates a runner.
  public init(pipeline: PipelineDefinition, parts: RunParts, options: RunOptions) {
    self.pipeline = pipeline
    self.parts = parts
    self.options = options
  }

  /// Runs the pipeline.
  ///
  /// - Returns: How it ended, with every diagnostic on the way.
  /// - Throws: A diagnostic, or several, when the run had to stop; then nothing was published.
  public func run() async throws -> RunResult {
    let watch = Stopwatch()
    let lock = try RunLock(folder: options.output)
    defer { withExtendedLifetime(lock) {} }
    let keys = try keysOfMunicipalities()
    let deliveries = try await readDeliveries()
    var manifest = newManifest(keys: keys, inputs: deliveries.inputs)

    var records: [RunManifest.StageRecord] = []
    let admitting = Stopwatch()
    var intake = admit(deliveries, keys: keys)
    records.append(
      .init(
        name: parts.receive.name, rowsIn: intake.ledger.count,
        rowsOut: intake.received.values.reduce(0) { $0 + $1.count }, seconds: admitting.seconds))
    try checkConservation(intake, rows: deliveries.rows)

    let histories = try histories(without: deliveries.digests)
    manifest.runID = runID(deliveries: deliveries, histories: histories)
    let folder = RunFolder(output: options.output, runID: manifest.runID)
    if deliveries.publicationRefused == nil, folder.isComplete {
      try folder.makeCurrent()
      return RunResult(
        status: .complete, nothingNew: true, folder: folder.path, manifest: manifest,
        issues: deliveries.issues)
    }

    try folder.begin()
    try RunFolder.write(intake, issues: deliveries.issues, to: folder.partial)
    var finished: [FinishedMunicipality] = []
    if deliveries.publicationRefused == nil {
      let received = intake.received
      let logs = intake.deliveryLogs
      finished = try await inParallel(pipeline.municipalities, jobs: options.jobs) {
        municipality in
        var tables = MunicipalityTables()
        tables.history = histories[municipality.code] ?? History()
        tables.received = received[municipality.code] ?? Received()
        tables.deliveryLog = logs[municipality.code] ?? DeliveryLog()
        return try runStages(tables, context: context(of: municipality, keys: keys), in: folder)
      }
    }
    intake.received = [:]
    for municipality in finished { records += municipality.records }
    close(&intake.ledger, with: finished)
    try StageFile.write(intake.ledger, to: folder.partial + "/ledger.csv.gz")

    manifest.stages = records
    manifest.counts = counts(of: intake.ledger)
    manifest.warnings = deliveries.issues.warnings
    manifest.exitCode = Int(deliveries.status.rawValue)
    manifest.outputs = try folder.outputs()
    manifest.peakRSSBytes = Stopwatch.peakResidentBytes
    manifest.seconds = watch.seconds
    try FileSystem.write(manifest.json(), to: folder.partial + "/manifest.json")

    if let refusal = deliveries.publicationRefused {
      try folder.keepRefused()
      return RunResult(
        status: refusal.code.effect.exitStatus, nothingNew: false, folder: folder.refused,
        manifest: manifest, issues: deliveries.issues)
    }
    try folder.complete()
    if options.updatesState && options.isWhole {
      for municipality in finished {
        try parts.memory?.record(
          municipality.tables, of: municipality.definition, run: manifest.runID,
          referenceDate: options.referenceDate, deliveries: deliveries.digestByName)
      }
    }
    if options.isWhole { try folder.makeCurrent() }
    return RunResult(
      status: deliveries.status, nothingNew: false, folder: folder.path, manifest: manifest,
      issues: deliveries.issues)
  }

  /// Takes one municipality through the stages and writes what each makes.
  private func runStages(
    _ start: MunicipalityTables, context: StageContext, in folder: RunFolder
  ) throws -> FinishedMunicipality {
    let code = context.municipality.code
    let files = MunicipalityFiles(folder: "\(folder.partial)/\(code)")
    try files.create(for: code, referenceDate: context.referenceDate)
    var tables = start
    var records: [RunManifest.StageRecord] = []
    for dataset in [Dataset.history, .deliveries, .received] {
      try files.write(dataset, of: tables)
    }
    for type in parts.stages where options.includes(type.name) {
      let watch = Stopwatch()
      let rowsIn = type.reads.last.map { tables.count(of: $0) } ?? 0
      try type.init(settings: settings(of: type)).run(&tables, context)
      for dataset in type.writes { try files.write(dataset, of: tables) }
      records.append(
        .init(
          name: type.name, municipality: code.description, rowsIn: rowsIn,
          rowsOut: type.writes.last.map { tables.count(of: $0) } ?? 0, seconds: watch.seconds))
    }
    if options.includes(parts.publish.stage.name) {
      let watch = Stopwatch()
      try parts.publish.publish(tables, context, to: files.folder)
      records.append(
        .init(
          name: parts.publish.stage.name, municipality: code.description,
          rowsIn: tables.prioritised.count, rowsOut: tables.prioritised.count,
          seconds: watch.seconds))
    }
    return FinishedMunicipality(
      definition: context.municipality, tables: tables, records: records)
  }
}

/// One municipality at the end of its stages.
struct FinishedMunicipality: Sendable {
  var definition: MunicipalityDefinition
  var tables: MunicipalityTables
  var records: [RunManifest.StageRecord]
}

/// How a run is asked to go.
public struct RunOptions: Sendable {
  public var inbox: String
  public var output: String
  public var referenceDate: CalendarDate
  /// The last stage to run; `nil` runs all.
  public var lastStage: String?
  /// The names of all stages in order.
  public var stageOrder: [String]
  public var updatesState: Bool
  /// How many pieces of work may go on at once.
  public var jobs: Int

  /// Creates options.
  public init(
    inbox: String, output: String, referenceDate: CalendarDate, lastStage: String?,
    stageOrder: [String], updatesState: Bool, jobs: Int
  ) {
    self.inbox = inbox
    self.output = output
    self.referenceDate = referenceDate
    self.lastStage = lastStage
    self.stageOrder = stageOrder
    self.updatesState = updatesState
    self.jobs = jobs
  }

  /// Whether every stage runs: only then `current` moves and the state is updated.
  var isWhole: Bool { lastStage == nil || lastStage == stageOrder.last }

  /// Whether a stage runs.
  func includes(_ stage: String) -> Bool {
    guard let lastStage, let last = stageOrder.firstIndex(of: lastStage),
      let index = stageOrder.firstIndex(of: stage)
    else { return true }
    return index <= last
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
