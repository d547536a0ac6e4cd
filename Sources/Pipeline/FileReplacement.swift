internal import Diagnostics
internal import Model

#if canImport(Glibc)
  internal import Glibc
#endif

extension FileSystem {
  /// Writes a small file in the place of another in one step: a reader sees the old one or the new one, whole.
  ///
  /// - Parameters:
  ///   - text: The content.
  ///   - path: The file.
  ///   - isForAll: Whether everybody on the machine may read it; otherwise its owner alone.
  /// - Throws: A diagnostic that says why not; then the old file stands.
  public static func replace(_ text: String, at path: String, isForAll: Bool = false) throws {
    // Beside it, since only within one file system a file takes another's place in one step.
    let name = name(of: path)
    let fresh = parentFolder(of: path) + "/." + name + ".new"
    try remove(fresh)
    do {
      try write(text, to: fresh)
      guard !isForAll || chmod(fresh, 0o644) == 0 else {
        throw Diagnostic(.writeFailed, ["path": path, "reason": lastError()])
      }
      try rename(fresh, to: path)
    } catch {
      try? remove(fresh)
      throw error
    }
    try synchronise(folder: parentFolder(of: path))
  }
}
