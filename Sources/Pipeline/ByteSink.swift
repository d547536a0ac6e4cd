internal import Diagnostics
internal import Model
internal import Tabular

#if canImport(Glibc)
  internal import Glibc
#endif

/// Writes a new file, plain or gzip, for the owner only; complete and synchronised after `finish`.
final class ByteSink {
  private let path: String
  private var gzip: GzipWriter?
  private var descriptor: Int32 = -1

  /// Creates the file.
  ///
  /// - Parameters:
  ///   - path: The file; must not exist.
  ///   - compressed: Whether to write gzip.
  /// - Throws: A diagnostic if it cannot be created.
  init(path: String, compressed: Bool) throws {
    self.path = path
    if compressed {
      do { gzip = try GzipWriter(path: path) } catch { throw Self.failure(path, "\(error)") }
      return
    }
    descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else {
      throw Diagnostic(.cannotCreate, ["path": path, "reason": FileSystem.lastError()])
    }
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// Writes bytes.
  ///
  /// - Parameter bytes: Any number.
  /// - Throws: A diagnostic if the disk refuses.
  func write(_ bytes: ByteView) throws {
    if let gzip {
      do { return try gzip.write(bytes) } catch { throw Self.failure(path, "\(error)") }
    }
    var at = 0
    while at < bytes.count {
      let count = Glibc.write(descriptor, bytes.start + at, bytes.count - at)
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { throw Self.failure(path, FileSystem.lastError()) }
      at += count
    }
  }

  /// Completes the file and waits until it is on the disk.
  ///
  /// - Throws: A diagnostic if the disk refuses.
  func finish() throws {
    if let gzip {
      do { return try gzip.finish() } catch { throw Self.failure(path, "\(error)") }
    }
    guard fsync(descriptor) == 0 else { throw Self.failure(path, FileSystem.lastError()) }
    let closing = descriptor
    descriptor = -1
    guard close(closing) == 0 else { throw Self.failure(path, FileSystem.lastError()) }
  }

  private static func failure(_ path: String, _ reason: String) -> Diagnostic {
    Diagnostic(.writeFailed, ["path": path, "reason": reason])
  }
}
