public import Diagnostics

/// Loads one `feed.yml`.
public struct FeedLoader: Sendable {
  /// Creates a loader.
  public init() {}

  /// Reads and checks a feed.
  ///
  /// Its id is the name of its folder.
  ///
  /// Keys of sources are checked when a folder above holds `docs/sources.yml`.
  ///
  /// - Parameter path: The file as the user gave it.
  /// - Returns: The feed as used.
  /// - Throws: Every problem at once, by line and character.
  public func load(path: String) throws(DiagnosticList) -> FeedDefinition {
    let problems = ProblemCollector()
    let folder = DefinitionFolder(DefinitionPath.folder(of: path), problems)
    let id = DefinitionPath.name(of: folder.absolute)
    let sources = SourceRegister.find(from: folder, named: nil, isRequired: false)
    let feed = FeedLoader.read(
      DefinitionPath.name(of: path), id: id, from: nil, in: folder, sources)
    guard problems.isEmpty, let feed else { throw problems.sorted() }
    return feed
  }

  /// Reads a feed with problems of its own, so that those of another file do not hide it.
  static func read(
    _ name: String, id: String, from place: Place?, in folder: DefinitionFolder,
    _ sources: SourceRegister?
  ) -> FeedDefinition? {
    guard let bytes = folder.read(name, from: place) else { return nil }
    let own = ProblemCollector()
    defer { folder.problems.add(all: own) }
    guard let node = YAMLReader.read(bytes, file: folder.path(name), own) else { return nil }
    return FeedChecks(node: node, problems: own).definition(id: id, sources: sources)
  }
}
