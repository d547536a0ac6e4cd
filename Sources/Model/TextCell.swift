/// Where a text stands in a ``ByteArena``: eight bytes in place of a `String`.
///
/// An empty cell means that the value is absent, as in the stage files.
public struct TextCell: Hashable, Sendable {
  @usableFromInline let packed: UInt64

  @inlinable
  init(packed: UInt64) { self.packed = packed }

  /// Creates a cell.
  ///
  /// - Parameters:
  ///   - offset: Position of the first byte, below 2^40.
  ///   - length: Number of bytes, below 2^24.
  @inlinable
  public init(offset: Int, length: Int) {
    packed = UInt64(truncatingIfNeeded: offset) << 24 | UInt64(truncatingIfNeeded: length)
  }

  /// The absent value.
  @inlinable public static var empty: TextCell { TextCell(packed: 0) }

  /// Position of the first byte.
  @inlinable
  public var offset: Int { Int(packed >> 24) }

  /// Number of bytes.
  @inlinable
  public var length: Int { Int(packed & 0xFF_FFFF) }

  /// The cell of the same text so many bytes further on; an absent one stays absent.
  @inlinable
  public func moved(by bytes: Int) -> TextCell {
    isEmpty ? .empty : TextCell(packed: packed &+ UInt64(bitPattern: Int64(bytes)) << 24)
  }

  /// Whether the value is absent.
  @inlinable
  public var isEmpty: Bool { length == 0 }
}
