import Glibc

/// A growing block of bytes that the texts of a table point into.
///
/// The one place where the product holds raw memory of its own. An arena is filled by one owner and
/// only read afterwards; nothing in it is ever moved or freed before the arena itself.
/// A ``ByteView`` of an arena is valid until the next append and while the arena lives.
public final class ByteArena: @unchecked Sendable {
  // An arena has one owner at a time; checking every access for another would cost more than the bytes.
  @exclusivity(unchecked) @usableFromInline var base: UnsafeMutablePointer<UInt8>
  @exclusivity(unchecked) @usableFromInline var capacity: Int

  /// The number of bytes stored.
  public private(set) var count: Int {
    @inlinable get { _count }
    set { _count = newValue }
  }
  @exclusivity(unchecked) @usableFromInline var _count: Int

  /// Creates an empty arena.
  ///
  /// - Parameter capacity: Bytes to reserve. Grows by itself.
  public init(capacity: Int = 4096) {
    self.capacity = Swift.max(capacity, 64)
    base = ByteArena.memory(self.capacity, instead: nil)
    _count = 0
  }

  deinit { free(base) }

  /// Memory of a size, with what stood in the memory that it replaces.
  ///
  /// Large memory is mapped anew and not copied when it grows.
  private static func memory(
    _ capacity: Int, instead old: UnsafeMutablePointer<UInt8>?
  ) -> UnsafeMutablePointer<UInt8> {
    // Where there is none left, the usual way to allocate says so.
    realloc(old, capacity)?.assumingMemoryBound(to: UInt8.self) ?? .allocate(capacity: capacity)
  }

  @usableFromInline @inline(never)
  func grow(to needed: Int) {
    var larger = capacity
    while larger < needed { larger *= 2 }
    base = ByteArena.memory(larger, instead: base)
    capacity = larger
  }

  /// Makes room for more bytes without another allocation.
  @inlinable
  public func reserve(_ more: Int) {
    if _count + more > capacity { grow(to: _count + more) }
  }

  /// Forgets the content and keeps the memory.
  @inlinable
  public func removeAll() { _count = 0 }

  /// Drops the last bytes.
  @inlinable
  public func removeLast(_ bytes: Int) { _count -= Swift.min(bytes, _count) }

  /// Shortens the arena to a count it had before.
  @inlinable
  public func truncate(to count: Int) { _count = Swift.min(count, _count) }

  /// Appends one byte.
  @inlinable
  public func append(_ byte: UInt8) {
    if _count == capacity { grow(to: _count + 1) }
    base[_count] = byte
    _count += 1
  }

  /// Appends the bytes of a view, which must not be of this arena.
  @inlinable
  public func append(_ view: ByteView) {
    guard view.count > 0 else { return }
    reserve(view.count)
    (base + _count).copy(view)
    _count += view.count
  }

  /// Appends text that stands in the program.
  @inlinable
  public func append(_ text: StaticString) {
    append(ByteView(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  /// Appends the UTF-8 bytes of a string.
  ///
  /// Not for hot paths.
  @inlinable
  public func append(string: String) {
    var string = string
    string.withUTF8 { utf8 in
      if let start = utf8.baseAddress { append(ByteView(start: start, count: utf8.count)) }
    }
  }

  /// Appends a whole number in decimal digits.
  @inlinable
  public func append(decimal value: Int) {
    if value < 0 { append(UInt8(ascii: "-")) }
    var rest = value.magnitude
    var length = 1
    var limit: UInt = 10
    while length < 19 && rest >= limit {
      limit &*= 10
      length += 1
    }
    if length == 19 && rest >= 10_000_000_000_000_000_000 { length = 20 }
    reserve(length)
    var at = _count + length
    repeat {
      at -= 1
      base[at] = UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
    } while rest > 0
    _count += length
  }

  /// Appends a whole number with leading zeros.
  @inlinable
  public func append(decimal value: Int, width: Int) {
    var limit = 10
    var digits = 1
    while digits < width && value >= limit {
      limit *= 10
      digits += 1
    }
    for _ in digits..<Swift.max(digits, width) { append(UInt8(ascii: "0")) }
    append(decimal: value)
  }

  /// Stores a text and returns where it stands.
  @inlinable
  public func store(_ view: ByteView) -> TextCell {
    guard view.count > 0 else { return .empty }
    let offset = _count
    append(view)
    return TextCell(offset: offset, length: view.count)
  }

  /// Stores the UTF-8 bytes of a string.
  ///
  /// Not for hot paths.
  @inlinable
  public func store(_ text: String) -> TextCell {
    let offset = _count
    append(string: text)
    return _count == offset ? .empty : TextCell(offset: offset, length: _count - offset)
  }

  /// Returns the cell of the bytes appended since the arena had a certain count.
  @inlinable
  public func cell(from offset: Int) -> TextCell {
    _count == offset ? .empty : TextCell(offset: offset, length: _count - offset)
  }

  /// Returns the bytes of a cell.
  @inlinable
  public subscript(cell: TextCell) -> ByteView {
    ByteView(start: UnsafePointer(base + cell.offset), count: cell.length)
  }

  /// Returns all bytes.
  @inlinable
  public var bytes: ByteView { ByteView(start: UnsafePointer(base), count: _count) }

  /// Brings bytes at the end to small letters (ASCII) and drops the spaces among them.
  ///
  /// - Parameter start: Where they begin.
  /// - Complexity: O(*n*), eight bytes at a time where there is no space.
  public func fold(from start: Int) {
    let raw = UnsafeMutableRawPointer(base)
    var from = start
    var to = start
    while from < _count {
      if from + 8 <= _count {
        let word = raw.loadUnaligned(fromByteOffset: from, as: UInt64.self)
        if !ByteArena.holdsSpace(word) {
          raw.storeBytes(of: ByteArena.small(word), toByteOffset: to, as: UInt64.self)
          from += 8
          to += 8
          continue
        }
      }
      // Up to the next space, so that what follows goes by words again.
      repeat {
        let byte = base[from]
        base[to] = byte &- UInt8(ascii: "A") < 26 ? byte | 0x20 : byte
        to += byte == UInt8(ascii: " ") ? 0 : 1
        from += 1
      } while from < _count && base[from - 1] != UInt8(ascii: " ")
    }
    _count = to
  }

  /// Whether one of eight bytes is a space; it may say so of one behind a space that is none.
  private static func holdsSpace(_ word: UInt64) -> Bool {
    let other = word ^ 0x2020_2020_2020_2020
    return (other &- 0x0101_0101_0101_0101) & ~other & 0x8080_8080_8080_8080 != 0
  }

  /// Eight bytes with the capitals of ASCII among them as small letters.
  private static func small(_ word: UInt64) -> UInt64 {
    let low = word & 0x7F7F_7F7F_7F7F_7F7F
    let fromA = low &+ 0x3F3F_3F3F_3F3F_3F3F
    let beyondZ = low &+ 0x2525_2525_2525_2525
    let capitals = fromA & ~beyondZ & ~word & 0x8080_8080_8080_8080
    return word | capitals >> 2
  }

  /// Fills free room at the end through a C interface.
  ///
  /// - Parameters:
  ///   - room: Bytes that the closure may write.
  ///   - fill: Writes at most `room` bytes and returns how many.
  /// - Throws: What the closure throws; nothing was added then.
  @inlinable
  public func fill<E: Error>(
    room: Int, _ fill: (UnsafeMutablePointer<UInt8>) throws(E) -> Int
  ) throws(E) {
    reserve(room)
    _count += try fill(base + _count)
  }
}

extension UnsafeMutablePointer<UInt8> {
  /// Copies bytes from elsewhere, of which there must be some.
  ///
  /// Most texts are shorter than it takes to call the usual way to copy: they go as two words that may overlap.
  @inlinable
  @inline(__always)
  public func copy(_ view: ByteView) {
    let count = view.count
    if count > 32 { return update(from: view.start, count: count) }
    let (from, to) = (UnsafeRawPointer(view.start), UnsafeMutableRawPointer(self))
    if count >= 16 {
      let first = from.loadUnaligned(as: SIMD16<UInt8>.self)
      let last = from.loadUnaligned(fromByteOffset: count - 16, as: SIMD16<UInt8>.self)
      to.storeBytes(of: first, as: SIMD16<UInt8>.self)
      to.storeBytes(of: last, toByteOffset: count - 16, as: SIMD16<UInt8>.self)
    } else if count >= 8 {
      let first = from.loadUnaligned(as: UInt64.self)
      let last = from.loadUnaligned(fromByteOffset: count - 8, as: UInt64.self)
      to.storeBytes(of: first, as: UInt64.self)
      to.storeBytes(of: last, toByteOffset: count - 8, as: UInt64.self)
    } else if count >= 4 {
      let first = from.loadUnaligned(as: UInt32.self)
      let last = from.loadUnaligned(fromByteOffset: count - 4, as: UInt32.self)
      to.storeBytes(of: first, as: UInt32.self)
      to.storeBytes(of: last, toByteOffset: count - 4, as: UInt32.self)
    } else {
      self[0] = view[0]
      self[count / 2] = view[count / 2]
      self[count - 1] = view[count - 1]
    }
  }
}
