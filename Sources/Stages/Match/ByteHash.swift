import Model

/// A fast 64-bit hash of values of a row, for grouping inside a stage.
///
/// Not keyed and never written: equal hashes are always followed by a comparison of what was hashed.
struct ByteHash {
  private(set) var value: UInt64

  /// Creates the hash of nothing yet.
  ///
  /// - Parameter kind: Parts hashes of different things.
  init(_ kind: UInt64 = 0) { value = kind &* 0x9E37_79B9_7F4A_7C15 ^ 0xA076_1D64_78BD_642F }

  /// Adds a number.
  @inline(__always)
  mutating func add(_ word: UInt64) {
    let product = (value ^ word ^ 0xE703_7ED1_A0B4_28DB).multipliedFullWidth(
      by: word ^ value >> 32 ^ 0x8EBC_6AF0_9C88_C6E3)
    value = product.high ^ product.low &+ 0x5896_36D6_0C32_7A05
  }

  /// Adds bytes and their number.
  @inline(__always)
  mutating func add(_ bytes: ByteView) {
    let start = UnsafeRawPointer(bytes.start)
    var at = 0
    while at + 8 <= bytes.count {
      add(UInt64(littleEndian: start.loadUnaligned(fromByteOffset: at, as: UInt64.self)))
      at += 8
    }
    var last = UInt64(truncatingIfNeeded: bytes.count) << 56
    var shift: UInt64 = 0
    if at + 4 <= bytes.count {
      last |= UInt64(
        UInt32(littleEndian: start.loadUnaligned(fromByteOffset: at, as: UInt32.self)))
      shift = 32
      at += 4
    }
    while at < bytes.count {
      last |= UInt64(bytes[at]) << shift
      shift += 8
      at += 1
    }
    add(last)
  }

  /// Adds an id.
  @inline(__always)
  mutating func add<Subject>(_ id: Identifier<Subject>) {
    add(id.high)
    add(id.low)
  }
}
