public import Model

/// The state of one municipality, held so that nobody else changes it for as long as this lives.
public final class HeldState: Sendable {
  private let lock: FileLock

  /// Takes the state.
  ///
  /// - Parameters:
  ///   - folder: The state folder; made if absent.
  ///   - municipality: Whose state.
  ///   - seconds: How long to wait for whoever holds it.
  /// - Throws: A diagnostic if another holds it.
  public init(folder: String, municipality: MunicipalityCode, wait seconds: Int = 0) throws {
    lock = try FileLock(folder: folder, name: "\(municipality).lock", wait: seconds)
  }

  /// Changes the state.
  ///
  /// - Parameters:
  ///   - act: What is done.
  ///   - work: Does it, with every database closed when it returns; may fill in what was counted.
  /// - Returns: What `work` returns.
  /// - Throws: What `work` throws.
  public func change<Output>(
    _ act: AuditedAct, _ work: (inout AuditedAct) throws -> Output
  ) throws -> Output {
    var act = act
    return try work(&act)
  }

  /// Notes that something was read or left the house; the state did not change.
  ///
  /// - Parameter act: What was done.
  /// - Throws: A diagnostic if it cannot be noted.
  public func note(_ act: AuditedAct) throws {}
}
