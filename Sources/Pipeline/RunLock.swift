internal import Diagnostics
internal import Model

#if canImport(Glibc)
  internal import Glibc
#endif

/// Keeps others away from a folder or a municipality's state for as long as it lives.
///
/// The kernel holds the lock and lets it go when the process ends, however it ends: a killed run never
/// blocks the next one. What the file says of its holder is for people alone.
final class RunLock: Sendable {
  private let descriptor: Int32

  /// Takes the lock of an output folder.
  ///
  /// - Parameters:
  ///   - folder: The folder; made if absent.
  ///   - seconds: How long to wait for another that holds it.
  /// - Throws: A diagnostic with the exit status ``ExitStatus/locked`` if another run holds it to the end.
  convenience init(folder: String, waiting seconds: Int = 0) throws {
    try FileSystem.makeFolder(folder)
    try self.init(file: folder + "/lock", of: folder, waiting: seconds)
  }

  /// Takes a lock.
  ///
  /// - Parameters:
  ///   - path: The file that is locked; made if absent.
  ///   - subject: What it keeps others away from, for the message.
  ///   - seconds: How long to wait for another that holds it.
  /// - Throws: A diagnostic with the exit status ``ExitStatus/locked`` if another run holds it to the end.
  init(file path: String, of subject: String, waiting seconds: Int) throws {
    descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else {
      throw Diagnostic(.cannotCreate, ["path": path, "reason": FileSystem.lastError()])
    }
    // Throwing lets go of the object, which closes the file.
    let watch = Stopwatch()
    while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
      if errno == EINTR { continue }
      guard errno == EWOULDBLOCK else {
        throw Diagnostic(.cannotCreate, ["path": path, "reason": FileSystem.lastError()])
      }
      guard watch.seconds < Double(seconds) else {
        throw Diagnostic(.locked, ["path": subject, "holder": Self.holder(descriptor)])
      }
      poll(nil, 0, 50)
    }
    tell("process \(getpid())")
  }

  deinit {
    guard descriptor >= 0 else { return }
    // A program that is being started beside this one has the file open for a moment: closing it is not enough.
    flock(descriptor, LOCK_UN)
    close(descriptor)
  }

  /// Writes who holds the lock into its file, for whoever has to wait.
  ///
  /// - Parameter holder: Such as the id of the run; no personal data.
  func tell(_ holder: String) {
    // Nothing rests on it: what cannot be written is left out.
    guard ftruncate(descriptor, 0) == 0 else { return }
    _ = Array((holder + "\n").utf8).withUnsafeBytes { bytes in
      pwrite(descriptor, bytes.baseAddress, bytes.count, 0)
    }
  }

  /// What the file says of its holder; its own words are kept if they can be read, and are printable.
  private static func holder(_ descriptor: Int32) -> String {
    var bytes = [UInt8](repeating: 0, count: 128)
    let count = bytes.withUnsafeMutableBytes { pread(descriptor, $0.baseAddress, $0.count, 0) }
    let words = bytes.prefix(max(0, count)).prefix { $0 >= 0x20 && $0 < 0x7F }
    return words.isEmpty ? "unknown" : String(decoding: words, as: UTF8.self)
  }
}
