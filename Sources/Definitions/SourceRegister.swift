import Diagnostics

/// The register of sources, docs/sources.yml: every rule from outside names a key in it.
struct SourceRegister {
  /// The file, as the user would write it.
  var path: String
  var keys: Set<String>
  /// What the keys stand for.
  var cited: [String: CitedSource] = [:]

  static let shape = Shape.table(
    keys: .text("a key such as wgs/4.1"),
    values: .record([
      .required("title", .text("a title"), "what it is called"),
      .required("url", .text("an address"), "where it can be read"),
      .optional("valid", .text("a date or a period"), "what time the text read holds for"),
      .required("retrieved", .text("a day or a year"), "when it was read"),
      .optional("note", .text("a remark"), "what to know about it"),
    ]))

  /// Notes a `source:` key that the register does not have.
  func check(_ node: YAMLNode?, _ problems: ProblemCollector) {
    guard let node, let key = node.text, !keys.contains(key) else { return }
    let nearest = suggestion(for: key, among: keys)
    problems.add(
      .unresolved, at: node.place,
      ["what": "the source", "name": key + nearest, "hint": "add it to \(path), or name another"])
  }

  /// Reads the register.
  ///
  /// - Parameters:
  ///   - folder: Where to begin.
  ///   - node: The path that the pipeline gives, if it does.
  ///   - isRequired: Whether it is a problem that there is none.
  /// - Returns: `nil` if there is none, or none that can be read.
  static func find(from folder: DefinitionFolder, named node: YAMLNode?, isRequired: Bool)
    -> SourceRegister?
  {
    if let node, let name = node.text { return read(name, from: node.place, folder) }
    var up = ""
    for _ in 0..<32 {
      let name = up + "docs/sources.yml"
      if folder.exists(name) { return read(name, from: nil, folder) }
      if DefinitionPath.join(folder.absolute, up.isEmpty ? "." : up) == "/" { break }
      up += "../"
    }
    if isRequired {
      folder.problems.add(
        .unresolved, at: Place(file: folder.path(".")),
        [
          "what": "the register of sources", "name": "docs/sources.yml",
          "hint": "put it in a folder above, or name it with the key sources",
        ])
    }
    return nil
  }

  private static func read(_ name: String, from place: Place?, _ folder: DefinitionFolder)
    -> SourceRegister?
  {
    let path = folder.path(name)
    guard let bytes = folder.read(name, from: place, isCounted: false),
      let node = YAMLReader.read(bytes, file: path, folder.problems)
    else { return nil }
    ShapeCheck(problems: folder.problems).check(node, shape)
    return SourceRegister(
      path: path, keys: Set(node.entries.compactMap { $0.key.text }), cited: CitedSource.all(node))
  }
}
