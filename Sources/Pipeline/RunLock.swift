/// Keeps a second run out of an output folder for as long as it lives.
final class RunLock: Sendable {
  private let lock: FileLock

  /// Takes the lock.
  ///
  /// - Parameters:
  ///   - folder: The output folder; made if absent.
  ///   - seconds: How long to wait for whoever holds it.
  /// - Throws: A diagnostic with the exit status ``ExitStatus/locked`` if another run holds it.
  init(folder: String, wait seconds: Int = 0) throws {
    lock = try FileLock(folder: folder, name: "lock", wait: seconds)
  }
}
