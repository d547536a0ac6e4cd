/// A personal value that does not print itself.
///
/// Whatever a person could be recognised by travels in this wrapper once it leaves a table, so that
/// a careless log line, an error or a crash shows `‹withheld›`.
public struct Sensitive<Value>: CustomStringConvertible, CustomDebugStringConvertible,
  CustomReflectable
{
  /// The value itself, for the code that writes a list or compares.
  public let value: Value

  /// Wraps a value.
  public init(_ value: Value) { self.value = value }

  /// What every print, log and interpolation shows.
  public static var mask: String { "‹withheld›" }

  public var description: String { Self.mask }
  public var debugDescription: String { Self.mask }
  public var customMirror: Mirror { Mirror(self, children: []) }
}

extension Sensitive: Sendable where Value: Sendable {}
extension Sensitive: Equatable where Value: Equatable {}
extension Sensitive: Hashable where Value: Hashable {}
