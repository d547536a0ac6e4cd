internal import Diagnostics

#if canImport(Glibc)
  internal import Glibc
#endif

/// Keeps a second run out of an output folder for as long as it lives.
///
/// The kernel holds the lock and lets it go when the process ends, however it ends: a killed run never
/// blocks the next one.
final class RunLock {
  private let descriptor: Int32

  /// Takes the lock.
  ///
  /// - Parameter folder: The output folder; made if absent.
  /// - Throws: A diagnostic with the exit status ``ExitStatus/locked`` if another run holds it.
  init(folder: String) throws {
    try FileSystem.makeFolder(folder)
    let path = folder + "/lock"
    descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else {
      throw Diagnostic(.cannotCreate, ["path": path, "reason": FileSystem.lastError()])
    }
    // Throwing lets go of the object, which closes the file.
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      if errno == EWOULDBLOCK { throw Diagnostic(.locked, ["path": folder]) }
      throw Diagnostic(.cannotCreate, ["path": path, "reason": FileSystem.lastError()])
    }
  }

  deinit { if descriptor >= 0 { close(descriptor) } }
}
