internal import Diagnostics
internal import Model

#if canImport(Glibc)
  internal import Glibc
#endif

/// The folder of a run in which copies of deliveries stand while they are read, for the owner only.
///
/// It lies in the output folder and belongs to the holder of its lock. What a killed run left behind is
/// removed when the next one begins.
final class PrivateFolder: Sendable {
  private let folder: OpenFolder

  /// Makes the folder, empty.
  ///
  /// - Parameter output: The output folder of the run, which must be locked.
  /// - Throws: A diagnostic if it cannot be made.
  init(below output: String) throws {
    let path = output + "/private"
    try FileSystem.remove(path)
    // The path of a copy is absolute: a program that scans it need not know where this one works.
    guard mkdir(path, 0o700) == 0, let resolved = realpath(path, nil) else {
      throw Diagnostic(.cannotCreate, ["path": path, "reason": FileSystem.lastError()])
    }
    defer { free(resolved) }
    guard let folder = OpenFolder(path: String(cString: resolved)) else {
      throw Diagnostic(.cannotCreate, ["path": path, "reason": FileSystem.lastError()])
    }
    self.folder = folder
  }

  /// The copy of a delivery, not written yet.
  ///
  /// - Parameter number: The place of the delivery in the run, which alone names the copy.
  /// - Returns: Where it will stand.
  func copy(number: Int) -> PrivateCopy {
    let digits = String(number)
    let zeros = String(repeating: "0", count: max(0, 4 - digits.count))
    return PrivateCopy(name: zeros + digits + ".csv.gz", folder: folder)
  }

  /// Removes the folder and what is left in it.
  func remove() {
    // Each copy was removed by its owner; if this fails, the next run removes what is left.
    try? FileSystem.remove(folder.path)
  }
}

/// The copy of one delivery: written once, then read, then removed.
struct PrivateCopy: Sendable {
  fileprivate let name: String
  fileprivate let folder: OpenFolder

  var path: String { folder.path + "/" + name }

  /// What the copy is now; `nil` if it is not there.
  var facts: FileFacts? { folder.facts(of: name) }

  /// Creates the file, has it written, and closes it.
  ///
  /// - Parameter body: Is given a function that appends bytes.
  /// - Returns: What `body` returns.
  /// - Throws: A diagnostic if the file is there already or the disk refuses; or what `body` throws.
  func fill<Output>(_ body: (_ write: (ByteView) throws -> Void) throws -> Output) throws -> Output
  {
    let descriptor = folder.create(name)
    guard descriptor >= 0 else {
      throw Diagnostic(.cannotCreate, ["path": path, "reason": FileSystem.lastError()])
    }
    let output: Output
    do {
      output = try body { bytes in
        var at = 0
        while at < bytes.count {
          let count = Glibc.write(descriptor, bytes.start + at, bytes.count - at)
          if count < 0 && errno == EINTR { continue }
          guard count > 0 else { throw failure }
          at += count
        }
      }
    } catch {
      close(descriptor)
      throw error
    }
    guard close(descriptor) == 0 else { throw failure }
    return output
  }

  /// Removes the copy, if it is there.
  ///
  /// - Throws: A diagnostic if it is still there afterwards.
  func remove() throws { try folder.remove(name) }

  private var failure: Diagnostic {
    Diagnostic(.writeFailed, ["path": path, "reason": FileSystem.lastError()])
  }
}
