/// A look at some bytes that somebody else owns.
///
/// Valid only as long as the owner lives and is not appended to. Never stored in a table.
public struct ByteView {
  /// The first byte.
  public let start: UnsafePointer<UInt8>

  /// How many bytes.
  public let count: Int

  /// Creates a view of memory that outlives it.
  @inlinable
  public init(start: UnsafePointer<UInt8>, count: Int) {
    self.start = start
    self.count = count
  }

  /// Whether there are no bytes.
  @inlinable
  public var isEmpty: Bool { count == 0 }

  /// The byte at a position from 0.
  @inlinable
  public subscript(index: Int) -> UInt8 { start[index] }

  /// The bytes of a range of positions.
  @inlinable
  public subscript(range: Range<Int>) -> ByteView {
    ByteView(start: start + range.lowerBound, count: range.count)
  }

  /// The bytes as a buffer, for code that takes any sequence.
  @inlinable
  public var buffer: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: start, count: count) }

  /// The view without spaces, tabs and no-break spaces (UTF-8) at its ends.
  @inlinable
  public var trimmed: ByteView {
    // Most texts begin and end with a letter, a digit or a point.
    if count > 0, isPlain(start[0]), isPlain(start[count - 1]) { return self }
    return trimmedByLooking
  }

  /// Whether a byte is ASCII and no blank.
  @inlinable
  func isPlain(_ byte: UInt8) -> Bool { byte &- 0x21 < 0x5F }

  @inlinable
  var trimmedByLooking: ByteView {
    var low = 0
    var high = count
    while low < high {
      if isBlank(start[low]) {
        low += 1
      } else if high - low >= 2 && start[low] == 0xC2 && start[low + 1] == 0xA0 {
        low += 2
      } else {
        break
      }
    }
    while low < high {
      if isBlank(start[high - 1]) {
        high -= 1
      } else if high - low >= 2 && start[high - 1] == 0xA0 && start[high - 2] == 0xC2 {
        high -= 2
      } else {
        break
      }
    }
    return self[low..<high]
  }

  @inlinable
  func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (byte >= 0x09 && byte <= 0x0D) }

  /// Whether the bytes are those of a text in the program.
  @inlinable
  public func equals(_ text: StaticString) -> Bool {
    guard text.utf8CodeUnitCount == count else { return false }
    return equals(ByteView(start: text.utf8Start, count: count))
  }

  /// Whether both views hold the same bytes.
  @inlinable
  public func equals(_ other: ByteView) -> Bool {
    guard count == other.count else { return false }
    let (left, right) = (UnsafeRawPointer(start), UnsafeRawPointer(other.start))
    var at = 0
    while at + 8 <= count {
      guard
        left.loadUnaligned(fromByteOffset: at, as: UInt64.self)
          == right.loadUnaligned(fromByteOffset: at, as: UInt64.self)
      else { return false }
      at += 8
    }
    while at < count {
      guard start[at] == other.start[at] else { return false }
      at += 1
    }
    return true
  }

  /// Whether these bytes come before others, byte by byte.
  @inlinable
  public func precedes(_ other: ByteView) -> Bool {
    let shared = Swift.min(count, other.count)
    for index in 0..<shared where start[index] != other.start[index] {
      return start[index] < other.start[index]
    }
    return count < other.count
  }

  /// The bytes as a string.
  ///
  /// Not for hot paths, and never for a log.
  public var string: String {
    String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
  }
}
