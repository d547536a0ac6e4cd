internal import Diagnostics

/// Checks that the files of runs are those that were written.
public struct RunVerifier: Sendable {
  private let folder: String

  /// Names the folder of a run, or an output folder with all its runs.
  public init(folder: String) { self.folder = folder }

  /// Hashes every file of every run again and holds it against the run's manifest.
  ///
  /// - Returns: What was found, run by run, in the order of their names.
  /// - Throws: A diagnostic if the folder holds no run, or cannot be read.
  /// - Complexity: O(*n*) in the bytes of the runs.
  public func verify() throws -> [VerifiedRun] {
    if FileSystem.exists(folder + "/manifest.json") { return [try verify(run: folder)] }
    let runs = (FileSystem.names(in: folder + "/runs") ?? []).map { "\(folder)/runs/\($0)" }
      .filter { FileSystem.kind(of: $0) == .folder && !$0.hasSuffix(".partial") }
    guard !runs.isEmpty else {
      throw Diagnostic(
        .notFound,
        ["what": "a run in \(folder)", "hint": "give the folder of a run, or an output folder"])
    }
    return try runs.map { try verify(run: $0) }
  }

  private func verify(run: String) throws -> VerifiedRun {
    var found = VerifiedRun(name: FileSystem.name(of: run), files: 0, problems: [])
    guard let manifest = try? RunManifest(path: run + "/manifest.json") else {
      found.problems.append(.init(path: "manifest.json", kind: .damaged))
      return found
    }
    found.name = manifest.runID
    var written: [String: String] = [:]
    for output in manifest.outputs { written[output.path] = output.sha256 }
    for path in try FileSystem.paths(below: run) where path != "manifest.json" {
      found.files += 1
      guard let digest = written.removeValue(forKey: path) else {
        found.problems.append(.init(path: path, kind: .added))
        continue
      }
      if try Digest.ofFile("\(run)/\(path)") != digest {
        found.problems.append(.init(path: path, kind: .changed))
      }
    }
    found.problems += written.keys.sorted().map { .init(path: $0, kind: .missing) }
    return found
  }
}

/// What was found of one run.
public struct VerifiedRun: Encodable, Sendable {
  public var name: String
  /// How many files it has, without the manifest.
  public var files: Int
  public var problems: [Problem]

  /// A file that is not as it was written.
  public struct Problem: Encodable, Hashable, Sendable {
    /// Seen from the run's folder.
    public var path: String
    public var kind: Kind
  }

  /// What is wrong with a file.
  public enum Kind: String, Encodable, Sendable {
    case changed
    case missing
    /// It is not in the manifest.
    case added
    /// It cannot be read as what it is.
    case damaged
  }
}

extension FileSystem {
  /// The paths of all files below a folder, seen from it, in the order of their names.
  static func paths(below folder: String) throws -> [String] {
    var paths: [String] = []
    for name in names(in: folder) ?? [] {
      if kind(of: "\(folder)/\(name)") == .folder {
        paths += try self.paths(below: "\(folder)/\(name)").map { "\(name)/\($0)" }
      } else {
        paths.append(name)
      }
    }
    return paths
  }
}
