public import Diagnostics

/// Loads one model of matching, `matching/<name>.yml`.
public struct LinkageLoader: Sendable {
  /// Creates a loader.
  public init() {}

  /// Reads and checks a model.
  ///
  /// Keys of sources are checked when a folder above holds `docs/sources.yml`.
  ///
  /// - Parameter path: The file as the user gave it.
  /// - Returns: The model as used.
  /// - Throws: Every problem at once, by line and character.
  public func load(path: String) throws(DiagnosticList) -> LinkageModel {
    let problems = ProblemCollector()
    let folder = DefinitionFolder(DefinitionPath.folder(of: path), problems)
    let sources = SourceRegister.find(from: folder, named: nil, isRequired: false)
    let model = Self.read(DefinitionPath.name(of: path), from: nil, in: folder, sources)
    guard problems.isEmpty, let model else { throw problems.sorted() }
    return model
  }

  /// Reads a model with problems of its own, so that those of another file do not hide it.
  static func read(
    _ name: String, from place: Place?, in folder: DefinitionFolder, _ sources: SourceRegister?
  ) -> LinkageModel? {
    guard let bytes = folder.read(name, from: place) else { return nil }
    let own = ProblemCollector()
    defer { folder.problems.add(all: own) }
    guard let node = YAMLReader.read(bytes, file: folder.path(name), own) else { return nil }
    LinkageChecks(node: node, problems: own).check(sources)
    return own.isEmpty ? LinkageFile.definition(node) : nil
  }
}
