internal import Diagnostics
internal import Glibc
internal import Model

/// A file that is written from the beginning, readable by this user alone.
final class OutputFile {
  private let path: String
  private var descriptor: Int32

  /// Creates the file or empties it; a link is not followed.
  ///
  /// - Throws: `workbookFailed`.
  init(path: String) throws(Diagnostic) {
    self.path = path
    descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw Self.failure(path, errno) }
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// Adds bytes.
  ///
  /// - Throws: `workbookFailed`.
  func write(_ bytes: ByteView) throws(Diagnostic) {
    var from = 0
    while from < bytes.count {
      let written = Glibc.write(descriptor, bytes.start + from, bytes.count - from)
      if written >= 0 {
        from += written
      } else if errno != EINTR {
        throw Self.failure(path, errno)
      }
    }
  }

  /// Brings the file to the disk and closes it.
  ///
  /// - Throws: `workbookFailed`.
  func finish() throws(Diagnostic) {
    guard fsync(descriptor) == 0 else { throw Self.failure(path, errno) }
    let closing = descriptor
    descriptor = -1
    guard close(closing) == 0 else { throw Self.failure(path, errno) }
  }

  /// Writes a text as a whole.
  ///
  /// - Throws: `workbookFailed`.
  static func write(_ text: String, to path: String) throws(Diagnostic) {
    let arena = ByteArena(capacity: text.utf8.count)
    arena.append(string: text)
    let file = try OutputFile(path: path)
    try file.write(arena.bytes)
    try file.finish()
  }

  /// Makes sure that the file is there, empty and for this user alone, for others to write.
  ///
  /// - Throws: `workbookFailed`.
  static func make(_ path: String) throws(Diagnostic) { _ = try OutputFile(path: path) }

  /// Brings a file that others wrote to the disk.
  ///
  /// - Throws: `workbookFailed`.
  static func synchronise(_ path: String) throws(Diagnostic) {
    let descriptor = open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC)
    guard descriptor >= 0 else { throw failure(path, errno) }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 else { throw failure(path, errno) }
  }

  /// What is said when a file cannot be written.
  static func failure(_ path: String, _ number: Int32) -> Diagnostic {
    Diagnostic(.workbookFailed, ["path": path, "reason": String(cString: strerror(number))])
  }
}
