internal import Diagnostics
public import Model

/// Checks audit logs from their first line to their last, and the state files against them.
public struct AuditVerifier: Sendable {
  private let folder: String

  /// Names the state folder.
  public init(folder: String) { self.folder = folder }

  /// The municipalities of which the folder holds a log, in the order of their codes.
  public var municipalities: [MunicipalityCode] {
    (FileSystem.names(in: folder) ?? []).compactMap { name in
      for end in [".audit.jsonl", ".audit.head"] where name.hasSuffix(end) {
        return MunicipalityCode(String(name.dropLast(end.count)))
      }
      return nil
    }.reduce(into: []) { codes, code in if codes.last != code { codes.append(code) } }
  }

  /// Checks the log of a municipality.
  ///
  /// - Parameter municipality: Whose.
  /// - Returns: What was found.
  /// - Throws: A diagnostic if a file cannot be read, or another program holds the state.
  /// - Complexity: O(*n*) in the bytes of the log and of the state.
  public func verify(_ municipality: MunicipalityCode) throws -> VerifiedAudit {
    let lock = try RunLock(
      file: "\(folder)/\(municipality).lock", of: "the state of \(municipality) in \(folder)",
      waiting: 0)
    defer { withExtendedLifetime(lock) {} }
    let path = AuditLog.path(in: folder, of: municipality)
    var found = VerifiedAudit(municipality: municipality.description)
    var last: AuditRecord?
    var previous = AuditRecord.beginning
    let bytes = FileSystem.exists(path) ? try FileSystem.read(path) : []
    bytes.withUnsafeBufferPointer { buffer in
      guard let start = buffer.baseAddress else { return }
      // What stands after the last end of a line is nothing, or a line that was not completed.
      for line in ByteView(start: start, count: buffer.count).split(at: 0x0A).dropLast() {
        guard let record = AuditRecord(line: line) else {
          found.problems.append("line \(found.records + 1) is no record")
          return
        }
        found.records += 1
        if record.number != found.records || record.previous != previous {
          found.problems.append("line \(found.records) does not follow the line before it")
        }
        if record.municipality != municipality.description {
          found.problems.append("line \(found.records) is of another municipality")
        }
        var digest = Digest()
        digest.update(line)
        previous = digest.hexadecimal()
        found.digests.append(previous)
        last = record
      }
    }
    do {
      let end = try AuditEnd(log: path, head: AuditLog.headPath(in: folder, of: municipality))
      found.isInterrupted = end.torn != nil || end.isBehind
    } catch let diagnostic as Diagnostic {
      found.problems.append(diagnostic.facts["reason"] ?? "its end cannot be read")
    }
    found.head = previous
    let files = StateFiles(folder: folder, municipality: municipality)
    if let last {
      let isOpen = last.phase == .begin
      found.isInterrupted = found.isInterrupted || isOpen
      if !isOpen, let wrong = files.difference(from: last.files, try files.digests()) {
        let name = FileSystem.name(of: wrong.facts["path"] ?? "")
        found.problems.append("\(name): \(wrong.facts["reason"] ?? "")")
      }
    }
    return found
  }

  /// The records of a municipality in their order; lines that are none are left out.
  ///
  /// - Parameter municipality: Whose.
  /// - Returns: The records.
  /// - Throws: A diagnostic if the log cannot be read.
  public func records(of municipality: MunicipalityCode) throws -> [AuditRecord] {
    let path = AuditLog.path(in: folder, of: municipality)
    guard FileSystem.exists(path) else { return [] }
    return try FileSystem.read(path).withUnsafeBufferPointer { buffer in
      guard let start = buffer.baseAddress else { return [] }
      return ByteView(start: start, count: buffer.count).split(at: 0x0A)
        .compactMap { AuditRecord(line: $0) }
    }
  }
}

/// What was found of one audit log.
public struct VerifiedAudit: Encodable, Sendable {
  public var municipality: String
  public var records = 0
  /// SHA-256 of the last line.
  public var head = AuditRecord.beginning
  /// Whether an act was interrupted, which the next one completes.
  public var isInterrupted = false
  /// One English sentence each; no values.
  public var problems: [String] = []
  /// SHA-256 of each line.
  public var digests: [String] = []

  enum CodingKeys: String, CodingKey {
    case municipality, records, head, problems
    case isInterrupted = "is_interrupted"
  }

  init(municipality: String) { self.municipality = municipality }
}
