import Diagnostics
import FoundationEssentials

/// Reads the files of a definition and remembers what was read.
final class DefinitionFolder {
  /// The folder as the user gave it.
  let folder: String
  let problems: ProblemCollector
  private(set) var files: [DefinitionFile] = []

  /// The most bytes of one file.
  private static let mostBytes = 16 << 20

  init(_ folder: String, _ problems: ProblemCollector) {
    self.folder = folder
    self.problems = problems
  }

  /// The path of a file in this folder, as the user would write it.
  func path(_ name: String) -> String { DefinitionPath.join(folder, name) }

  /// The folder from the root of the disk.
  var absolute: String { DefinitionPath.absolute(folder.isEmpty ? "." : folder) }

  /// Whether there is a file or folder of this name.
  func exists(_ name: String) -> Bool { FileManager.default.fileExists(atPath: path(name)) }

  /// The names of what is in a folder below, in order; none if it cannot be read.
  func names(in name: String) -> [String] {
    do {
      return try FileManager.default.contentsOfDirectory(atPath: path(name)).sorted()
    } catch {
      return []
    }
  }

  /// The bytes of a file.
  ///
  /// - Parameters:
  ///   - name: Its path from this folder.
  ///   - place: Where it was named; `nil` if the user named it.
  ///   - isCounted: Whether it is part of the definition.
  /// - Returns: `nil` after noting that it cannot be read.
  func read(_ name: String, from place: Place?, isCounted: Bool = true) -> [UInt8]? {
    let path = path(name)
    var reason: String?
    var bytes: [UInt8] = []
    var isFolder = false
    if !FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) {
      reason = "\(path) is not there"
    } else if isFolder {
      reason = "\(path) is a folder, not a file"
    } else if let data = FileManager.default.contents(atPath: path) {
      bytes = Array(data)
      if bytes.count > Self.mostBytes { reason = "\(path) is larger than 16 MB" }
    } else {
      reason = "\(path) cannot be read"
    }
    if let reason {
      problems.add(.definitionAbsent, at: place ?? Place(file: path), ["reason": reason])
      return nil
    }
    if isCounted && !files.contains(where: { $0.name == name }) {
      files.append(DefinitionFile(name: name, bytes: bytes))
    }
    return bytes
  }
}
