public import Model

/// What is fuzzed: each case is a property that must hold for any bytes.
///
/// libFuzzer calls it millions of times (`Fuzz/run.sh`); `CorpusTests` calls it for each kept input.
public enum FuzzTarget: String, CaseIterable, Sendable {
  case gzip, delivery, workbook, yaml, amount, date, name, address

  /// Holds the property against some bytes.
  ///
  /// - Parameter input: Anything.
  /// - Throws: ``BrokenPromise`` with what does not hold.
  public func hold(_ input: ByteView) throws(BrokenPromise) {
    switch self {
    case .gzip: try GzipTarget.hold(input)
    case .delivery: try DeliveryTarget.hold(input)
    case .workbook: try WorkbookTarget.hold(input)
    case .yaml: try YAMLTarget.hold(input)
    case .amount: try AmountTarget.hold(input)
    case .date: try DateTarget.hold(input)
    case .name: try NameTarget.hold(input)
    case .address: try AddressTarget.hold(input)
    }
  }

  /// Holds the property against the bytes of a file.
  public func hold(_ input: [UInt8]) throws(BrokenPromise) {
    let arena = ByteArena(capacity: input.count)
    for byte in input { arena.append(byte) }
    defer { withExtendedLifetime(arena) {} }
    try hold(arena.bytes)
  }
}

/// A property that does not hold for some input.
public struct BrokenPromise: Error, CustomStringConvertible {
  /// What was promised and what was found; the input is invented, so it may be shown.
  public var description: String

  /// Creates a broken promise.
  init(_ description: String) { self.description = description }
}

/// Throws unless a promise is kept.
func expect(_ isKept: Bool, _ promise: @autoclosure () -> String) throws(BrokenPromise) {
  guard isKept else { throw BrokenPromise(promise()) }
}
