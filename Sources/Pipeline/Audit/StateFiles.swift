internal import Diagnostics
internal import Model

/// The files in which the state of one municipality stands.
struct StateFiles {
  let folder: String
  let municipality: MunicipalityCode

  /// Every file that is there, in the order of their names.
  var paths: [String] { names.map { "\(folder)/\($0)" } }

  private var names: [String] {
    (FileSystem.names(in: folder) ?? []).filter { name in
      name.hasPrefix("\(municipality).") && name.hasSuffix(".sqlite")
    }
  }

  /// SHA-256 of each, by name.
  ///
  /// - Throws: A diagnostic if one cannot be read.
  /// - Complexity: O(*n*) in their bytes.
  func digests() throws -> [String: String] {
    var digests: [String: String] = [:]
    for name in names { digests[name] = try Digest.ofFile("\(folder)/\(name)") }
    return digests
  }

  /// What is not as a record says; `nil` if nothing.
  ///
  /// - Parameters:
  ///   - recorded: The digests of the record.
  ///   - found: Those of the files.
  /// - Returns: A diagnostic that names the first file that differs.
  func difference(from recorded: [String: String], _ found: [String: String]) -> Diagnostic? {
    for name in Set(recorded.keys).union(found.keys).sorted() {
      let path = "\(folder)/\(name)"
      if found[name] == nil { return Self.damaged(path, "it is gone") }
      if recorded[name] == nil {
        return Self.damaged(path, "no act that the audit log knows made it")
      }
      if found[name] != recorded[name] {
        return Self.damaged(path, "its bytes are not those that were written last")
      }
      if hasChange(beside: path) {
        return Self.damaged(path, "a change stands beside it that no act of the audit log made")
      }
    }
    return nil
  }

  /// Brings changes into their files that stand beside them: SQLite does that when it closes a file, and says nothing
  /// when the disk refuses.
  ///
  /// - Parameter inspection: Completes a change.
  /// - Throws: A diagnostic if a file is damaged, or if the disk still refuses.
  func complete(_ inspection: any StateInspection) throws {
    for path in paths where hasChange(beside: path) {
      if let problem = inspection.problems(ofInterrupted: path).first {
        throw Self.damaged(path, problem)
      }
      guard !hasChange(beside: path) else {
        throw Diagnostic(
          .writeFailed,
          [
            "path": path,
            "reason": "a change stands beside it still, which the next command completes",
          ])
      }
    }
  }

  private func hasChange(beside path: String) -> Bool {
    FileSystem.size(of: path + "-wal") ?? 0 > 0
  }

  private static func damaged(_ path: String, _ reason: String) -> Diagnostic {
    Diagnostic(.stateDamaged, ["path": path, "reason": reason])
  }
}
