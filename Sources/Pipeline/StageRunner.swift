public import Definitions
internal import Diagnostics
public import Model

/// Runs one stage alone on a folder: a fixture, or the folder of an earlier run.
///
/// The files it writes are the same bytes that a whole run writes.
public struct StageRunner: Sendable {
  let pipeline: PipelineDefinition
  let parts: RunParts

  /// Creates a runner.
  public init(pipeline: PipelineDefinition, parts: RunParts) {
    self.pipeline = pipeline
    self.parts = parts
  }

  /// Runs one stage.
  ///
  /// - Parameters:
  ///   - name: The stage.
  ///   - input: For `receive` an inbox, else the folder of one municipality in a run.
  ///   - output: Where the files go; made if absent.
  ///   - referenceDate: The day the run is about; `nil` takes the one in the folder's `run.json`.
  ///   - municipality: Whose folder; `nil` takes the one in `run.json`, or the folder's own name.
  /// - Returns: The issues found, which only `receive` and a stage that asks the register have.
  /// - Throws: A diagnostic if a file is absent or damaged, or the output cannot be written.
  public func run(
    _ name: String, input: String, output: String, referenceDate: CalendarDate?,
    municipality: MunicipalityCode?
  ) async throws -> IssueLog {
    if name == parts.receive.name {
      guard let referenceDate else { throw Diagnostic(.referenceDateUnknown) }
      return try await receive(inbox: input, output: output, referenceDate: referenceDate)
    }
    let files = MunicipalityFiles(folder: input)
    let subject = files.subject
    guard let date = referenceDate ?? subject.flatMap({ CalendarDate(iso: $0.referenceDate) })
    else { throw Diagnostic(.referenceDateUnknown) }
    let context = try context(
      of: municipality ?? subject.flatMap { MunicipalityCode($0.municipality) }
        ?? MunicipalityCode(FileSystem.name(of: input)),
      on: date)

    var tables = MunicipalityTables()
    var issues = IssueLog()
    let stage = try stageType(name)
    for dataset in stage.reads { try files.read(dataset, into: &tables, stage: name) }
    try tables.checkAgreement(of: stage.reads)

    if let stage = stage as? any MunicipalityStage.Type {
      if stage.reads.contains(.register), let use = pipeline.register {
        let extract = try RegisterExtract(use, of: context.municipality.code)
        let (table, notes) = try parts.readRegister(extract, use, keys: context.keys)
        tables.register = table
        for note in extract.notes(use.definition, on: date) + notes { issues.add(note) }
      }
      try stage.init(settings: pipeline.settings(of: stage)).run(&tables, context)
      try FileSystem.makeFolder(output)
      for dataset in stage.writes {
        try MunicipalityFiles(folder: output).write(dataset, of: tables)
      }
    } else {
      try FileSystem.makeFolder(output)
      try await parts.publish.publish(tables, context, to: output, jobs: 2)
    }
    return issues
  }

  private func stageType(_ name: String) throws -> any Stage.Type {
    let all: [any Stage.Type] = parts.stages + [parts.publish.stage]
    guard let stage = all.first(where: { $0.name == name }) else {
      let names = [parts.receive.name] + all.map { $0.name }
      throw Diagnostic(
        .unknownStage,
        [
          "name": name, "suggestion": suggestion(for: name, among: names),
          "allowed": names.joined(separator: ", "),
        ])
    }
    return stage
  }

  private func context(of code: MunicipalityCode?, on date: CalendarDate) throws -> StageContext {
    guard let code, let municipality = pipeline.municipalities.first(where: { $0.code == code })
    else {
      throw Diagnostic(
        .usage,
        [
          "what": "the folder is of no municipality of this pipeline",
          "hint": "give --municipality, one of "
            + pipeline.municipalities.map(\.code.description).joined(separator: ", "),
        ])
    }
    let keys = try KeyFile(of: pipeline).keys(
      for: code, dataAreReal: pipeline.dataAreReal, on: date)
    return try StageContext(
      municipality: municipality, pipeline: pipeline, keys: [code: keys], referenceDate: date)
  }

  private func receive(
    inbox: String, output: String, referenceDate: CalendarDate
  ) async throws -> IssueLog {
    let runner = Runner(
      pipeline: pipeline, parts: parts,
      options: RunOptions(
        inbox: inbox, output: output, referenceDate: referenceDate,
        lastStage: parts.receive.name, stageOrder: [parts.receive.name], updatesState: false,
        jobs: 1))
    let keys = try runner.keysOfMunicipalities()
    let lock = try RunLock(folder: output)
    defer { withExtendedLifetime(lock) {} }
    let copies = try PrivateFolder(below: output)
    defer { copies.remove() }
    let (deliveries, intake) = try await runner.receive(keys: keys, copies: copies)
    try RunFolder.write(intake, deliveries, to: output)
    try StageFile.write(intake.ledger, to: output + "/ledger.csv.gz")
    for municipality in pipeline.municipalities {
      let files = MunicipalityFiles(folder: "\(output)/\(municipality.code)")
      try files.create(for: municipality.code, referenceDate: referenceDate)
      var tables = MunicipalityTables()
      tables.received = intake.received[municipality.code] ?? Received()
      tables.setAside = intake.setAside[municipality.code] ?? SetAside()
      tables.intakeCounts = intake.counts[municipality.code] ?? IntakeCounts()
      tables.deliveryLog = intake.deliveryLogs[municipality.code] ?? DeliveryLog()
      for dataset in parts.receive.writes { try files.write(dataset, of: tables) }
    }
    return deliveries.issues
  }
}
