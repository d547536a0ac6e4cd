public import Definitions
internal import Diagnostics
internal import Model

/// A municipality of a run, with the tables that `match` read and wrote.
public struct MatchedMunicipality: Sendable {
  /// The name of its folder: its code.
  public let name: String
  public let tables: MunicipalityTables
}

extension RunReader {
  /// Finds the municipality that holds an id, and reads what `match` read and wrote.
  ///
  /// - Parameter id: Of a signal, a person or a household.
  /// - Throws: A diagnostic if the run does not hold the id, or its files are damaged.
  /// - Complexity: O(*n*) in the signals of the municipalities that are searched.
  public func matched(holding id: String) throws -> MatchedMunicipality {
    try requireIdentifier(id)
    for folder in municipalityFolders() {
      var tables = MunicipalityTables()
      let files = MunicipalityFiles(folder: folder)
      try files.read(.matched, into: &tables, stage: "explain")
      try files.read(.history, into: &tables, stage: "explain")
      guard tables.holds(id) else { continue }
      for dataset in [Dataset.received, .normalised, .distinct] {
        try files.read(dataset, into: &tables, stage: "explain")
      }
      try tables.checkAgreement(of: [.received, .normalised, .distinct, .matched])
      return MatchedMunicipality(name: FileSystem.name(of: folder), tables: tables)
    }
    throw Diagnostic(
      .notFound, ["what": "the id", "hint": "ids of another run or municipality differ"])
  }

  /// The settings that a stage had in the run.
  ///
  /// - Parameters:
  ///   - stage: The stage.
  ///   - pipeline: The definitions of the run.
  /// - Throws: A diagnostic if the run was made with other definitions.
  public func settings(
    of stage: any Stage.Type, in pipeline: PipelineDefinition
  ) throws -> [String: Int] {
    if let digest = manifest?.definitionsSHA256, digest != pipeline.digest() {
      throw Diagnostic(.definitionsOfOtherRun)
    }
    return pipeline.settings(of: stage)
  }
}

extension MunicipalityTables {
  /// Whether a signal, person or household of an id is among those matched.
  fileprivate func holds(_ id: String) -> Bool {
    (0..<matched.count).contains {
      matched.keys.signalID[$0].description == id || matched.personID[$0].description == id
        || matched.householdID[$0].description == id
    } || history.signalID.contains { $0.description == id }
  }
}
