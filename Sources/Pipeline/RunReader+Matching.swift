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
  /// - Returns: The first municipality that holds it.
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

  /// Whether the run was made with these definitions, every file of them.
  public func wasMade(with pipeline: PipelineDefinition) -> Bool {
    manifest?.definitionsSHA256 == pipeline.digest()
  }
}

extension MatchedMunicipality {
  /// The model of matching that a pipeline gives the municipality.
  ///
  /// - Throws: A diagnostic if the municipality is not of the pipeline.
  public func model(in pipeline: PipelineDefinition) throws -> LinkageModel {
    guard let own = pipeline.municipalities.first(where: { $0.code.description == name }),
      let model = pipeline.models[own.matching]
    else { throw Diagnostic(.definitionsOfOtherRun) }
    return model
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
