internal import Diagnostics

#if canImport(Glibc)
  internal import Glibc
#endif

/// A lock on a file, held for as long as it lives.
///
/// The kernel lets it go when the process ends, however it ends: a killed process never blocks the next one.
final class FileLock: Sendable {
  private let descriptor: Int32

  /// Takes the lock.
  ///
  /// - Parameters:
  ///   - folder: The folder; made if absent.
  ///   - name: The name of the file in it.
  ///   - seconds: How long to wait for whoever holds it.
  /// - Throws: A diagnostic with the exit status ``ExitStatus/locked`` if another holds it.
  init(folder: String, name: String, wait seconds: Int = 0) throws {
    try FileSystem.makeFolder(folder)
    let path = "\(folder)/\(name)"
    descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else {
      throw Diagnostic(.cannotCreate, ["path": path, "reason": FileSystem.lastError()])
    }
    // Throwing lets go of the object, which closes the file.
    var tenths = seconds * 10
    while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
      guard errno == EWOULDBLOCK else {
        throw Diagnostic(.cannotCreate, ["path": path, "reason": FileSystem.lastError()])
      }
      guard tenths > 0 else { throw Diagnostic(.locked, ["path": folder]) }
      tenths -= 1
      usleep(100_000)
    }
  }

  deinit { if descriptor >= 0 { close(descriptor) } }
}
