internal import Diagnostics

/// A finished run from which something must go: its files and its manifest change together.
///
/// The manifest is written first. It names what is removed and has the digests of files that are
/// written anew beside the old ones; so whoever finds a change half done can end it, and what a stranger took
/// away is still found by `verify`.
struct RunArchive {
  /// The ending of a file that stands beside the one it will replace.
  static let freshEnding = ".new"

  /// What is to go from a run.
  struct Change {
    /// Files and folders, seen from the run's folder.
    var removed: [String] = []
    /// Files whose new content stands beside them, and how many rows it lacks.
    var rewritten: [(path: String, rows: Int)] = []

    var isEmpty: Bool { removed.isEmpty && rewritten.isEmpty }
  }

  /// The run's folder.
  let folder: String
  private(set) var manifest: RunManifest

  /// Opens a run and ends what an earlier change left half done.
  ///
  /// - Parameters:
  ///   - folder: The run's folder.
  ///   - isTrial: Whether everything stays as it is.
  /// - Throws: A diagnostic if the disk refuses, or the run has no manifest that can be read.
  init(folder: String, isTrial: Bool = false) throws {
    self.folder = folder
    do { manifest = try RunManifest(path: folder + "/manifest.json") } catch {
      throw Diagnostic(.runUnreadable, ["run": FileSystem.name(of: folder)])
    }
    if !isTrial { try endEarlierChange() }
  }

  /// Takes files out of the run.
  ///
  /// - Parameters:
  ///   - change: What.
  ///   - why: `forget` or `erase`.
  ///   - day: The day on which it was asked.
  /// - Returns: How many files and bytes went.
  /// - Throws: A diagnostic if the disk refuses; the next call ends what was begun.
  mutating func take(_ change: Change, why: AuditAction, on day: String) throws -> RemovedFiles {
    guard !change.isEmpty else { return RemovedFiles() }
    var gone = RemovedFiles()
    var removed = manifest.removed ?? []
    for path in change.removed {
      gone.add(try RemovedFiles(below: "\(folder)/\(path)"))
      manifest.outputs.removeAll { $0.path == path || $0.path.hasPrefix(path + "/") }
      removed.append(.init(path: path, why: why.rawValue, on: day))
    }
    for (path, rows) in change.rewritten {
      let digest = try Digest.ofFile("\(folder)/\(path)\(RunArchive.freshEnding)")
      for place in manifest.outputs.indices where manifest.outputs[place].path == path {
        manifest.outputs[place].sha256 = digest
      }
      removed.append(.init(path: path, why: why.rawValue, on: day, rows: rows))
    }
    manifest.removed = removed
    try FileSystem.replace(manifest.json(), at: folder + "/manifest.json")
    try endEarlierChange()
    return gone
  }

  /// Removes what the manifest says is removed, and puts new files in the place of old ones.
  private func endEarlierChange() throws {
    let digests = Dictionary(
      manifest.outputs.map { ($0.path, $0.sha256) }, uniquingKeysWith: { first, _ in first })
    for path in try FileSystem.paths(below: folder) where path.hasSuffix(RunArchive.freshEnding) {
      let old = String(path.dropLast(RunArchive.freshEnding.count))
      if try digests[old] == Digest.ofFile("\(folder)/\(path)") {
        try FileSystem.rename("\(folder)/\(path)", to: "\(folder)/\(old)")
      } else {
        try FileSystem.remove("\(folder)/\(path)")
      }
    }
    for entry in manifest.removed ?? [] where entry.rows == nil {
      try FileSystem.remove("\(folder)/\(entry.path)")
    }
  }
}

/// How much was removed.
public struct RemovedFiles: Codable, Hashable, Sendable {
  public var files = 0
  public var bytes = 0

  /// Nothing.
  public init() {}

  /// Everything at a path.
  init(below path: String) throws {
    guard FileSystem.kind(of: path) == .folder else {
      guard let size = FileSystem.size(of: path) else { return }
      (files, bytes) = (1, size)
      return
    }
    for name in try FileSystem.paths(below: path) {
      files += 1
      bytes += FileSystem.size(of: "\(path)/\(name)") ?? 0
    }
  }

  /// Adds others.
  mutating func add(_ others: RemovedFiles) {
    files += others.files
    bytes += others.bytes
  }
}
