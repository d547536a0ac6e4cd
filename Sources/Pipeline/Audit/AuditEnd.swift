internal import Diagnostics
internal import Model

/// The end of an audit log, held against the head that stands beside it.
struct AuditEnd {
  /// The last record; `nil` in an empty log.
  var last: AuditRecord?
  /// SHA-256 of the last line.
  var digest = AuditRecord.beginning
  /// The length of the log without a line that has no end; `nil` if every line has one.
  var torn: Int?
  /// Whether the head is of the line before, since a program was stopped between the two.
  var isBehind = false

  /// Looks at the end of a log.
  ///
  /// - Parameters:
  ///   - log: The file of the log.
  ///   - head: The file of the head.
  /// - Throws: A diagnostic if they do not belong together, or cannot be read.
  init(log: String, head: String) throws {
    let bytes = FileSystem.exists(log) ? try FileSystem.read(log) : []
    let written = FileSystem.exists(head) ? try FileSystem.read(head) : []
    try bytes.withUnsafeBufferPointer { buffer in
      guard let start = buffer.baseAddress, !buffer.isEmpty else { return }
      let whole = buffer.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
      if whole < buffer.count { torn = whole }
      guard whole > 0 else { return }
      let begin = buffer[..<(whole - 1)].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
      let line = ByteView(start: start + begin, count: whole - 1 - begin)
      guard let record = AuditRecord(line: line) else {
        throw Self.damaged(log, "its last line is no record")
      }
      last = record
      var hash = Digest()
      hash.update(line)
      digest = hash.hexadecimal()
    }
    try compare(AuditHead(written), written, log: log, head: head)
  }

  private mutating func compare(
    _ found: AuditHead?, _ written: [UInt8], log: String, head: String
  ) throws {
    guard let found else {
      guard written.isEmpty else { throw Self.damaged(head, "it is no head of a log") }
      // Stopped before the very first head was written.
      isBehind = (last?.number ?? 0) == 1
      guard last == nil || isBehind else { throw Self.damaged(head, "it is gone") }
      return
    }
    guard let last else {
      throw Self.damaged(log, "\(found.number) lines that were there are gone")
    }
    if found.number == last.number, found.digest == digest { return }
    isBehind = found.number == last.number - 1 && found.digest == last.previous && torn == nil
    guard isBehind else {
      throw Self.damaged(
        log, "its end is not line \(found.number) as it was written; lines were changed or are gone"
      )
    }
  }

  private static func damaged(_ path: String, _ reason: String) -> Diagnostic {
    Diagnostic(.auditDamaged, ["path": path, "reason": reason])
  }
}

/// What stands beside a log: the number of its last line, and its SHA-256.
struct AuditHead {
  var number: Int
  var digest: String

  /// Reads a head; `nil` if it is none.
  init?(_ bytes: [UInt8]) {
    guard bytes.count == 76, bytes.last == 0x0A, bytes[10] == 0x20 else { return nil }
    let isDigit = { (byte: UInt8) in (0x30...0x39).contains(byte) }
    let isHexadecimal = { (byte: UInt8) in isDigit(byte) || (0x61...0x66).contains(byte) }
    guard bytes[..<10].allSatisfy(isDigit), bytes[11..<75].allSatisfy(isHexadecimal),
      let number = Int(String(decoding: bytes[..<10], as: UTF8.self))
    else { return nil }
    self.number = number
    digest = String(decoding: bytes[11..<75], as: UTF8.self)
  }
}
