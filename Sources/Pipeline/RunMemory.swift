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
    let unaware = try pipeline.municipalities.filter {
      try !memory.recordedRuns(of: $0).contains(folder.runID)
    }
    try remember(
      folder, in: unaware, on: options.referenceDate, deliveries: beginning.deliveries.accepted
    ) { tables, municipality in
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
      let unaware = known.filter { municipality, runs in
        !runs.contains(name) && FileSystem.exists("\(folder.path)/\(municipality.code)")
      }.map(\.0)
      guard !unaware.isEmpty,
        let manifest = try? RunManifest(path: folder.path + "/manifest.json"),
        manifest.isRemembered == true, let date = CalendarDate(iso: manifest.referenceDate),
        date <= options.referenceDate
      else { continue }
      let accepted = try StageFile.read(
        DeliveryHistory.self, file: "\(folder.path)/\(RunFolder.acceptedDeliveries)",
        stage: "remember")
      try remember(folder, in: unaware, on: date, deliveries: accepted.deliveries) { _, _ in }
    }
  }

  /// What is remembered of a run; who was known before is asked for identities of a register alone.
  private var datasetsToRemember: [Dataset] {
    let all: [Dataset] = [
      .reviews, .received, .normalised, .distinct, .matched, .personChanges, .reviewPairs, .linked,
    ]
    return pipeline.register == nil ? all : all + [.history]
  }

  /// Remembers a run in municipalities: its signals, read back from its files.
  private func remember(
    _ folder: RunFolder, in municipalities: [MunicipalityDefinition], on date: CalendarDate,
    deliveries: [AcceptedDelivery],
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
        tables, of: municipality, run: folder.runID, referenceDate: date,
        deliveries: deliveries.filter { delivery in
          pipeline.feeds.contains {
            $0.id == delivery.name.feed && $0.serves(municipality.code)
          }
        })
    }
  }
}
