public import Definitions
internal import Diagnostics
internal import Model

// What a run needs before its first row: keys, settings, history, and the id that all this gives it.
extension Runner {
  func keysOfMunicipalities() throws -> [MunicipalityCode: MunicipalityKeys] {
    let file = try KeyFile(of: pipeline)
    var keys: [MunicipalityCode: MunicipalityKeys] = [:]
    for municipality in pipeline.municipalities {
      keys[municipality.code] = try file.keys(
        for: municipality.code, dataAreReal: pipeline.dataAreReal, on: options.referenceDate)
    }
    return keys
  }

  func context(
    of municipality: MunicipalityDefinition, keys: [MunicipalityCode: MunicipalityKeys]
  ) throws -> StageContext {
    try StageContext(
      municipality: municipality, pipeline: pipeline, keys: keys,
      referenceDate: options.referenceDate)
  }

  func settings(of stage: any Stage.Type) -> [String: Int] { pipeline.settings(of: stage) }

  func histories(of read: ReadDeliveries) throws -> [MunicipalityCode: RememberedHistory] {
    var histories: [MunicipalityCode: RememberedHistory] = [:]
    guard let memory = parts.memory else { return histories }
    for municipality in pipeline.municipalities {
      histories[municipality.code] = try memory.history(
        of: municipality, without: read.digests, replaced: read.replaced,
        before: options.referenceDate)
    }
    return histories
  }

  /// What may not be taken in again.
  func limits(_ history: [AcceptedDelivery]) throws -> IntakeLimits {
    var limits = IntakeLimits(referenceDate: options.referenceDate)
    for delivery in history {
      limits.acceptedOn[delivery.sha256] = min(
        delivery.acceptedOn, limits.acceptedOn[delivery.sha256] ?? delivery.acceptedOn)
    }
    guard let memory = parts.memory else { return limits }
    for municipality in pipeline.municipalities {
      let known = try memory.retained(of: municipality)
      limits.erased[municipality.code] = known.erased
      limits.pickedUp[municipality.code] = known.pickedUp
    }
    return limits
  }

  func cases() throws -> [MunicipalityCode: RememberedCases] {
    var cases: [MunicipalityCode: RememberedCases] = [:]
    guard let memory = parts.memory else { return cases }
    for municipality in pipeline.municipalities {
      cases[municipality.code] = try memory.cases(
        of: municipality, before: options.referenceDate)
    }
    return cases
  }

  func newManifest(
    keys: [MunicipalityCode: MunicipalityKeys], inputs: [RunManifest.Input]
  ) -> RunManifest {
    var names: [String: String] = [:]
    for (code, keys) in keys { names[code.description] = keys.name }
    var manifest = RunManifest(
      runID: "", version: parts.version, referenceDate: options.referenceDate.description,
      definitionsSHA256: definitionsDigest, keyNames: names)
    manifest.inputs = inputs
    return manifest
  }
}

extension StageContext {
  /// The context of a municipality of a pipeline.
  ///
  /// - Parameters:
  ///   - municipality: Which.
  ///   - pipeline: Its rules, feeds and reference tables.
  ///   - keys: The keys of each municipality.
  ///   - referenceDate: The day the run is about.
  /// - Throws: A diagnostic if a key, rule set or model is missing, which loading should have found.
  init(
    municipality: MunicipalityDefinition, pipeline: PipelineDefinition,
    keys: [MunicipalityCode: MunicipalityKeys], referenceDate: CalendarDate
  ) throws {
    guard let own = keys[municipality.code] else {
      throw Diagnostic(.keyMissing, ["municipality": municipality.code.description])
    }
    guard let rules = pipeline.ruleSets[municipality.rules] else {
      throw Diagnostic(.defect, ["what": "the rule set \(municipality.rules) was not loaded"])
    }
    guard let model = pipeline.models[municipality.matching] else {
      throw Diagnostic(.defect, ["what": "the model \(municipality.matching) was not loaded"])
    }
    self.init(
      referenceDate: referenceDate, municipality: municipality, rules: rules, matching: model,
      reference: pipeline.reference, keys: own, feeds: pipeline.feeds)
  }
}

extension PipelineDefinition {
  /// A value for each setting of a stage: the pipeline's own, or the default.
  public func settings(of stage: any Stage.Type) -> [String: Int] {
    let written = stages.first { $0.name == stage.name }?.settings ?? [:]
    var settings: [String: Int] = [:]
    for setting in stage.settings {
      settings[setting.name] = written[setting.name] ?? setting.defaultValue
    }
    return settings
  }

  /// SHA-256 of all definition files; their order and place do not matter.
  public func digest() -> String {
    var digest = Digest()
    for file in files.sorted(by: { $0.name < $1.name }) {
      digest.update("\(file.name)|\(file.bytes.count)|")
      digest.update(file.bytes)
    }
    return digest.hexadecimal()
  }
}
