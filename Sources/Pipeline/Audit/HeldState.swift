internal import Diagnostics
public import Model
internal import Synchronization

/// Looks at a state file that a stopped program may have left in the middle of a change.
public protocol StateInspection: Sendable {
  /// Completes or undoes the change, and says what is wrong with the file then.
  ///
  /// - Parameter path: The file.
  /// - Returns: One English sentence each; none if it is whole.
  func problems(ofInterrupted path: String) -> [String]
}

/// The state of one municipality, locked and known to be whole: nobody else changes it for as long as this
/// lives.
///
/// Every act begins and ends with a record in the audit log, which holds the SHA-256 of each state file. A
/// file that is not, byte for byte, what the last act left is damaged, unless the last act was interrupted:
/// then the file is inspected, and what is found is recorded.
public final class HeldState: Sendable {
  public let municipality: MunicipalityCode
  private let folder: String
  let lock: RunLock
  private let log: Mutex<AuditLog>
  private let inspection: any StateInspection

  /// Locks and checks the state of a municipality.
  ///
  /// - Parameters:
  ///   - folder: The state folder; made if absent.
  ///   - municipality: Whose state.
  ///   - inspection: Looks at what an interrupted act left.
  ///   - seconds: How long to wait for another that holds the lock.
  /// - Throws: A diagnostic if another holds the lock to the end, or if a state file or the end of the audit
  ///   log is not as it was written.
  /// - Complexity: O(*n*) in the bytes of the state.
  public init(
    folder: String, municipality: MunicipalityCode, inspection: any StateInspection,
    waiting seconds: Int = 0
  ) throws {
    try FileSystem.makeFolder(folder)
    self.folder = folder
    self.municipality = municipality
    self.inspection = inspection
    lock = try RunLock(
      file: "\(folder)/\(municipality).lock", of: "the state of \(municipality) in \(folder)",
      waiting: seconds)
    var log = try AuditLog(folder: folder, municipality: municipality)
    let files = StateFiles(folder: folder, municipality: municipality)
    try Self.settle(&log, files, inspection)
    self.log = Mutex(log)
  }

  /// Brings the log and the files together, or says that they do not fit.
  private static func settle(
    _ log: inout AuditLog, _ files: StateFiles, _ inspection: any StateInspection
  ) throws {
    let digests = try files.digests()
    guard let last = log.last else {
      // Files of a version that kept no log are taken as they are.
      if !digests.isEmpty { try log.append(AuditedAct(.adopt), .once, files: digests) }
      return
    }
    let act = AuditedAct(last.action, run: last.run ?? "", reason: last.reason ?? "")
    if last.phase != .begin {
      if let wrong = files.difference(from: last.files, digests) { throw wrong }
    } else if files.difference(from: last.files, digests) == nil {
      try log.append(act, .stopped, files: digests)
    } else {
      for path in files.paths {
        if let problem = inspection.problems(ofInterrupted: path).first {
          throw Diagnostic(.stateDamaged, ["path": path, "reason": problem])
        }
      }
      try files.complete(inspection)
      try log.append(act, .recovered, files: try files.digests())
    }
  }

  /// Takes the state files of a municipality as they stand, because a person says that they are right.
  ///
  /// - Parameters:
  ///   - folder: The state folder.
  ///   - municipality: Whose state.
  ///   - inspection: Must find each file whole.
  ///   - reason: Why, in the words of that person.
  /// - Throws: A diagnostic if another holds the lock, the end of the log is not as it was written, or a file
  ///   is damaged.
  public static func adopt(
    folder: String, municipality: MunicipalityCode, inspection: any StateInspection, reason: String
  ) throws {
    let lock = try RunLock(
      file: "\(folder)/\(municipality).lock", of: "the state of \(municipality) in \(folder)",
      waiting: 0)
    defer { withExtendedLifetime(lock) {} }
    let files = StateFiles(folder: folder, municipality: municipality)
    for path in files.paths {
      if let problem = inspection.problems(ofInterrupted: path).first {
        throw Diagnostic(.adoptedStateDamaged, ["path": path, "reason": problem])
      }
    }
    try files.complete(inspection)
    var log = try AuditLog(folder: folder, municipality: municipality)
    try log.append(AuditedAct(.adopt, reason: reason), .once, files: files.digests())
  }

  /// Does something that may change the state files, between two records.
  ///
  /// - Parameters:
  ///   - act: What is done.
  ///   - work: Does it, and may say how much. What it opens must be closed when it returns.
  /// - Returns: What `work` returns.
  /// - Throws: What `work` throws, after a record of it; or a diagnostic if a record cannot be written.
  public func change<Output>(
    _ act: AuditedAct, _ work: (inout AuditedAct) throws -> Output
  ) throws -> Output {
    var act = act
    try begin(act)
    let output: Output
    do { output = try work(&act) } catch {
      try end(act, failed: true)
      throw error
    }
    try end(act)
    return output
  }

  /// Records that something was read or written elsewhere, and that the state did not change.
  ///
  /// - Throws: A diagnostic if the record cannot be written.
  public func note(_ act: AuditedAct) throws { try append(act, .once) }

  /// Records that an act begins.
  ///
  /// - Throws: A diagnostic if the record cannot be written; then the act must not begin.
  func begin(_ act: AuditedAct) throws {
    lock.tell(act.action.rawValue)
    try append(act, .begin)
  }

  /// Records that an act that began has ended.
  ///
  /// - Throws: A diagnostic if the record cannot be written, or if the disk does not take what the act changed: then
  ///   the act counts as interrupted.
  func end(_ act: AuditedAct, failed: Bool = false) throws {
    try append(act, failed ? .failed : .end)
  }

  private func append(_ act: AuditedAct, _ phase: AuditPhase) throws {
    let files = StateFiles(folder: folder, municipality: municipality)
    if phase == .end || phase == .failed { try files.complete(inspection) }
    try log.withLock { log in
      // Between its acts nobody touches a file: what the last record says still holds.
      let known = phase == .begin || phase == .once ? log.last?.files : nil
      try log.append(act, phase, files: try known ?? files.digests())
    }
  }
}
