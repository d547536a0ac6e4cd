internal import Definitions
internal import Diagnostics
internal import Model

// What municipalities remember of a published run.
extension Runner {
  /// Whether municipalities must remember the run.
  ///
  /// A run on the files of an earlier one decides again on what was remembered then.
  var isRemembered: Bool {
    parts.memory != nil && options.updatesState && options.isWhole && options.firstStage == nil
  }

  /// Remembers the run that was just published.
  func remember(
    _ beginning: RunBeginning, in folder: RunFolder, keys: [MunicipalityCode: MunicipalityKeys]
  ) throws {
    guard let memory = parts.memory, isRemembered else { return }
    let manifest = try RunManifest(path: folder.path + "/manifest.json")
    var unaware: [MunicipalityDefinition] = []
    var joining: Set<MunicipalityCode> = []
    for municipality in pipeline.municipalities {
      let known = try memory.recordedRuns(of: municipality)
      if known.contains(manifest.remembered(by: municipality.code)) { continue }
      unaware.append(municipality)
      if known.isEmpty { joining.insert(municipality.code) }
    }
    try remember(folder, manifest, in: unaware, on: options.referenceDate) { municipality in
      // Who joins takes over what the others remember of deliveries.
      (joining.contains(municipality.code) ? beginning.deliveries.history : [])
        + beginning.deliveries.accepted
    } _: { tables, municipality in
      try keepIdentities(
        tables, of: municipality, keys: keys[municipality.code], register: beginning.register)
    }
  }

  /// Remembers runs that were published and then stopped before every municipality remembered them.
  ///
  /// What the register says of their persons is asked again by this run.
  func rememberEarlierRuns(keys: [MunicipalityCode: MunicipalityKeys]) throws {
    guard let memory = parts.memory, isRemembered else { return }
    let known = try pipeline.municipalities.map { ($0, try memory.recordedRuns(of: $0)) }
    for name in FileSystem.names(in: "\(options.output)/runs") ?? [] where !name.contains(".") {
      let folder = RunFolder(output: options.output, runID: name)
      // A run of some of the municipalities has no folder of the others.
      let perhaps = known.filter { municipality, runs in
        !runs.contains(name) && FileSystem.exists("\(folder.path)/\(municipality.code)")
      }
      guard !perhaps.isEmpty,
        let manifest = try? RunManifest(path: folder.path + "/manifest.json"),
        manifest.isRemembered == true, let date = CalendarDate(iso: manifest.referenceDate),
        date <= options.referenceDate
      else { continue }
      // Each part of a merged run was remembered when it was made.
      let unaware = perhaps.filter { municipality, runs in
        !runs.contains(manifest.remembered(by: municipality.code))
      }.map(\.0)
      guard !unaware.isEmpty else { continue }
      let accepted = try StageFile.read(
        DeliveryHistory.self, file: "\(folder.path)/\(RunFolder.acceptedDeliveries)",
        stage: "remember")
      try remember(folder, manifest, in: unaware, on: date) { _ in
        accepted.deliveries
      } _: { _, _ in
      }
    }
  }

  /// What is remembered of a run; who was known before is asked for identities of a register alone.
  private var datasetsToRemember: [Dataset] {
    let all: [Dataset] = [
      .reviews, .received, .normalised, .distinct, .matched, .personChanges, .reviewPairs, .linked,
    ]
    return pipeline.register == nil ? all : all + [.history]
  }

  /// Remembers a run in municipalities: its signals, read back from its files, and every delivery that it took
  /// in, so that what one municipality remembers of deliveries the others do too.
  private func remember(
    _ folder: RunFolder, _ manifest: RunManifest, in municipalities: [MunicipalityDefinition],
    on date: CalendarDate, deliveries: (MunicipalityDefinition) -> [AcceptedDelivery],
    _ keepIdentities: (MunicipalityTables, MunicipalityDefinition) throws -> Void
  ) throws {
    guard let memory = parts.memory else { return }
    for municipality in municipalities {
      let files = MunicipalityFiles(folder: "\(folder.path)/\(municipality.code)")
      var tables = MunicipalityTables()
      for dataset in datasetsToRemember {
        try files.read(dataset, into: &tables, stage: "remember")
      }
      try keepIdentities(tables, municipality)
      try memory.record(
        tables, of: municipality, run: manifest.remembered(by: municipality.code),
        referenceDate: date, deliveries: deliveries(municipality))
    }
  }
}
