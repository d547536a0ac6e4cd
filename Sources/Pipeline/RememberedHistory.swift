public import Model

/// The signals of earlier deliveries as a municipality remembers them, and what they are told apart by.
public struct RememberedHistory: Sendable {
  /// The signals.
  public var table = History()
  /// SHA-256 of every cell of the table, made while it was read; empty when nothing is remembered.
  public var digest = ""

  /// Creates the history of a municipality that remembers nothing.
  public init() {}
}
