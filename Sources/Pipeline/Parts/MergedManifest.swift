internal import Diagnostics
internal import Model

/// The manifest of a merged run: what the parts say, as one run would say it; files and rows are not in it yet.
struct MergedManifest {
  private(set) var manifest: RunManifest

  /// Puts the manifests of the parts together.
  ///
  /// - Throws: A diagnostic if they do not say the same of what they share.
  init(_ partition: RunPartition) throws {
    let parts = partition.speaking
    let first = parts[0].manifest
    let fingerprint = try Self.fingerprint(partition)
    guard let date = CalendarDate(iso: first.referenceDate) else {
      throw Diagnostic(.partOfNoRun, ["path": parts[0].folder])
    }
    var names: [String: String] = [:]
    for part in parts { names.merge(part.manifest.keyNames) { name, _ in name } }
    manifest = RunManifest(
      runID: fingerprint.runID(on: date), version: first.version,
      referenceDate: first.referenceDate, definitionsSHA256: first.definitionsSHA256,
      keyNames: names)
    manifest.inputs = first.inputs
    manifest.stages = Self.stages(partition)
    manifest.peakRSSBytes = partition.all.map(\.manifest.peakRSSBytes).max() ?? 0
    manifest.seconds = partition.all.map(\.manifest.seconds).max() ?? 0
    manifest.exitCode = parts.map(\.manifest.exitCode).max() ?? 0
    manifest.warnings = try Self.warnings(partition)
    manifest.isRemembered = first.isRemembered
    manifest.fingerprints = fingerprint.byName
    manifest.mergedFrom = partition.speaking.map {
      RunManifest.MergedPart(runID: $0.manifest.runID, municipalities: $0.codes)
    }
  }

  /// The digests of what the whole run is made from, and with them its id.
  private static func fingerprint(_ partition: RunPartition) throws -> RunFingerprint {
    var whole = RunFingerprint()
    let first = partition.speaking[0].manifest.fingerprints ?? [:]
    for kind in [
      RunFingerprint.Kind.program, .stages, .referenceDate, .definitions, .deliveries,
    ] {
      whole.set(kind, to: first[kind.rawValue])
    }
    whole.set(
      municipalities: partition.municipalities.compactMap { MunicipalityCode($0) })
    whole.set(history: DeliveryHistory(try partition.history()))
    for kind in [RunFingerprint.Kind.history, .reviews, .cases, .erased, .register] {
      var own: [MunicipalityCode: String] = [:]
      for part in partition.all {
        for (code, known) in part.record.own {
          guard let code = MunicipalityCode(code) else { continue }
          own[code] = known.fingerprints[kind.rawValue]
        }
      }
      whole.set(kind, ofEach: own)
    }
    return whole
  }

  /// What each stage did: reading once, then the stages of each municipality.
  private static func stages(_ partition: RunPartition) -> [RunManifest.StageRecord] {
    let reading = partition.speaking.compactMap { part in
      part.manifest.stages.first { $0.municipality == nil }
    }
    var records: [RunManifest.StageRecord] = []
    if var all = reading.first {
      all.rowsOut = reading.reduce(0) { $0 + $1.rowsOut }
      all.seconds = reading.map(\.seconds).max() ?? 0
      records.append(all)
    }
    for code in partition.municipalities {
      records += partition.part(of: code)?.manifest.stages.filter { $0.municipality == code } ?? []
    }
    return records
  }

  /// The warnings: first those of all, which every part has, then those of each municipality.
  private static func warnings(_ partition: RunPartition) throws -> [String] {
    let shared = partition.speaking.map {
      Array($0.manifest.warnings.prefix($0.record.shared.warnings))
    }
    guard shared.allSatisfy({ $0 == shared[0] }) else {
      throw Diagnostic(.partsDisagree, ["path": "manifest.json"])
    }
    var own: [String: [String]] = [:]
    for part in partition.all {
      var rest = part.manifest.warnings.dropFirst(part.record.shared.warnings)
      for code in part.codes {
        let count = part.record.own[code]?.issues.warnings ?? 0
        own[code] = Array(rest.prefix(count))
        rest = rest.dropFirst(count)
      }
    }
    return shared[0] + partition.municipalities.flatMap { own[$0] ?? [] }
  }
}

extension RunPartition {
  /// The deliveries of earlier runs that the parts remember together.
  func history() throws -> [AcceptedDelivery] {
    let tables = try speaking.map { part in
      try StageFile.read(
        DeliveryHistory.self, file: "\(part.folder)/\(RunFolder.deliveryHistory)", stage: "merge")
    }
    return AcceptedDelivery.united(tables.map(\.deliveries))
  }
}
