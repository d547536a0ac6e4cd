internal import Diagnostics
internal import Model

#if canImport(Glibc)
  internal import Glibc
#endif

/// The audit log of a municipality: a file to which lines are only ever added, and beside it the digest of its
/// last line.
///
/// A line is on the disk before the head beside it says so. A program that is stopped between the two leaves
/// a head that is one line behind, or a line without an end: both are completed by the next. Whatever else
/// does not fit is damage.
struct AuditLog: Sendable {
  let municipality: MunicipalityCode
  /// The last record; `nil` in an empty log.
  private(set) var last: AuditRecord?
  /// SHA-256 of the last line.
  private(set) var head = AuditRecord.beginning
  private let path: String
  private let headPath: String

  /// Where the log of a municipality stands.
  static func path(in folder: String, of municipality: MunicipalityCode) -> String {
    "\(folder)/\(municipality).audit.jsonl"
  }

  /// Where the digest of its last line stands.
  static func headPath(in folder: String, of municipality: MunicipalityCode) -> String {
    "\(folder)/\(municipality).audit.head"
  }

  /// Opens a log at its end.
  ///
  /// - Parameters:
  ///   - folder: The state folder, whose lock for the municipality must be held.
  ///   - municipality: Whose log.
  /// - Throws: A diagnostic if its end is not as it was written. Whether the rest is, ``AuditVerifier`` tells.
  init(folder: String, municipality: MunicipalityCode) throws {
    self.municipality = municipality
    path = Self.path(in: folder, of: municipality)
    headPath = Self.headPath(in: folder, of: municipality)
    let end = try AuditEnd(log: path, head: headPath)
    if let torn = end.torn { try Self.cut(path, to: torn) }
    last = end.last
    head = end.digest
    if last != nil, end.isBehind { try writeHead() }
  }

  /// Adds a record, and waits until it is on the disk.
  ///
  /// - Throws: A diagnostic if the disk refuses.
  mutating func append(_ act: AuditedAct, _ phase: AuditPhase, files: [String: String]) throws {
    let record = AuditRecord(
      act, phase, number: (last?.number ?? 0) + 1, previous: head, at: Today.instant(),
      by: Actor.name,
      municipality: municipality, files: files)
    let line = try record.line()
    let descriptor = open(
      path, O_WRONLY | O_CREAT | O_APPEND | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else {
      throw Diagnostic(.cannotCreate, ["path": path, "reason": FileSystem.lastError()])
    }
    defer { close(descriptor) }
    let length = lseek(descriptor, 0, SEEK_END)
    do {
      try Self.write(line + "\n", to: descriptor, at: nil, path)
    } catch {
      // A line that is half there must not be followed by another.
      ftruncate(descriptor, length)
      throw error
    }
    var digest = Digest()
    digest.update(line)
    last = record
    head = digest.hexadecimal()
    try writeHead()
  }

  /// Writes the head over the earlier one: always as long, and within one block of the disk.
  private func writeHead() throws {
    let descriptor = open(headPath, O_WRONLY | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else {
      throw Diagnostic(.cannotCreate, ["path": headPath, "reason": FileSystem.lastError()])
    }
    defer { close(descriptor) }
    let digits = String(last?.number ?? 0)
    let zeros = String(repeating: "0", count: max(0, 10 - digits.count))
    try Self.write("\(zeros)\(digits) \(head)\n", to: descriptor, at: 0, headPath)
  }

  private static func write(
    _ text: String, to descriptor: Int32, at place: Int?, _ path: String
  ) throws {
    let bytes = Array(text.utf8)
    let count = bytes.withUnsafeBytes { buffer in
      if let place { return pwrite(descriptor, buffer.baseAddress, buffer.count, place) }
      return Glibc.write(descriptor, buffer.baseAddress, buffer.count)
    }
    guard count == bytes.count, fdatasync(descriptor) == 0 else {
      throw Diagnostic(.writeFailed, ["path": path, "reason": FileSystem.lastError()])
    }
  }

  private static func cut(_ path: String, to length: Int) throws {
    guard truncate(path, length) == 0 else {
      throw Diagnostic(.writeFailed, ["path": path, "reason": FileSystem.lastError()])
    }
  }
}
