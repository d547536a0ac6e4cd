internal import Diagnostics

#if canImport(Glibc)
  internal import Glibc
#endif

/// A folder held open, so that whoever swaps a part of its path leads nobody elsewhere.
///
/// Names are looked up in the folder itself; links in it are never followed.
final class OpenFolder: Sendable {
  let path: String
  private let descriptor: Int32

  /// Opens a folder; `nil` if it is none that can be read.
  init?(path: String) {
    self.path = path
    descriptor = Glibc.open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// The names in the folder as bytes, in their order, without `.` and `..`.
  ///
  /// - Returns: `nil` if the folder cannot be read.
  func names() -> [[UInt8]]? {
    let second = openat(descriptor, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard second >= 0 else { return nil }
    guard let stream = fdopendir(second) else {
      close(second)
      return nil
    }
    defer { closedir(stream) }
    var names: [[UInt8]] = []
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
      if name != [0x2E] && name != [0x2E, 0x2E] { names.append(name) }
    }
    return names.sorted { $0.lexicographicallyPrecedes($1) }
  }

  /// The facts of what has a name now; `nil` if nothing has.
  func facts(of name: String) -> FileFacts? {
    var status = stat()
    guard fstatat(descriptor, name, &status, AT_SYMLINK_NOFOLLOW) == 0 else { return nil }
    return FileFacts(status)
  }

  /// Opens what has a name for reading, without waiting for a pipe.
  ///
  /// - Returns: A descriptor, or -1 with `errno`.
  func open(_ name: String) -> Int32 {
    openat(descriptor, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
  }

  /// Creates a file that was not there, for the owner only.
  ///
  /// - Returns: A descriptor for writing, or -1 with `errno`.
  func create(_ name: String) -> Int32 {
    openat(descriptor, name, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
  }

  /// Removes a file of the folder.
  ///
  /// - Throws: A diagnostic if it is still there afterwards.
  func remove(_ name: String) throws {
    guard unlinkat(descriptor, name, 0) == 0 || errno == ENOENT else {
      throw Diagnostic(
        .writeFailed, ["path": path + "/" + name, "reason": FileSystem.lastError()])
    }
  }
}
