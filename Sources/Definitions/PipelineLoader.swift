public import Diagnostics
import Model

/// Loads a pipeline with everything it names: feeds, municipalities, rule sets, models of matching,
/// reference tables.
public struct PipelineLoader: Sendable {
  private let knownStages: [StageKnowledge]

  /// Creates a loader.
  ///
  /// - Parameter knownStages: The stages that the program has, in the order in which they must run.
  public init(knownStages: [StageKnowledge]) { self.knownStages = knownStages }

  /// Reads and checks a pipeline.
  ///
  /// - Parameter path: The file as the user gave it.
  /// - Returns: The pipeline as used, with absolute paths.
  /// - Throws: Every problem of every file at once, by file, line and character.
  public func load(path: String) throws(DiagnosticList) -> PipelineDefinition {
    let problems = ProblemCollector()
    let folder = DefinitionFolder(DefinitionPath.folder(of: path), problems)
    let name = DefinitionPath.name(of: path)
    guard let bytes = folder.read(name, from: nil),
      let node = YAMLReader.read(bytes, file: folder.path(name), problems)
    else { throw problems.sorted() }
    ShapeCheck(problems: problems).check(node, PipelineFile.shape(knownStages))

    let sources = SourceRegister.find(from: folder, named: node["sources"], isRequired: true)
    let reference = ReferenceFiles(
      folder: folder, name: node["reference"]?.text ?? "reference",
      place: node["reference"]?.place, sources: sources
    ).read()
    let checks = PipelineChecks(
      node: node, folder: folder, sources: sources, reference: reference, stages: knownStages)
    let feeds = checks.feeds()
    let (municipalities, ruleSets, models) = checks.municipalities()
    checks.checkAdmissions(feeds, municipalities)
    let stages = checks.stageDefinitions()
    checks.checkFolders()
    let scan = checks.scan()
    let keys = checks.keys()
    let seal = checks.seal(municipalities)
    let register = checks.register()

    func absolute(_ key: YAMLNode?) -> String? {
      key?.text.map { DefinitionPath.absolute(folder.path($0)) }
    }
    guard problems.isEmpty, let title = node["title"]?.text,
      let keys, let inbox = absolute(node["inbox"]),
      let output = absolute(node["output"]), let state = absolute(node["state"])
    else { throw problems.sorted() }
    var pipeline = PipelineDefinition(
      title: title, dataAreReal: node["data"]?.text == "real",
      feeds: feeds.sorted { $0.id < $1.id },
      municipalities: municipalities.sorted { $0.code < $1.code }, ruleSets: ruleSets,
      models: models, stages: stages, reference: reference, keyFile: keys.file, inbox: inbox,
      output: output, state: state, scan: scan, register: register,
      reviews: absolute(node["reviews"]),
      files: folder.files.sorted { $0.name < $1.name })
    pipeline.sources = sources?.cited ?? [:]
    pipeline.seal = seal
    pipeline.metrics = absolute(node["metrics"])
    pipeline.keyCredential = keys.credential
    return pipeline
  }
}
