/// SipHash-2-4 with a 128-bit key and a 128-bit result: the keyed function behind every pseudonym.
///
/// - Complexity: O(*n*) in the length of the message.
/// - Source: `siphash`.
public struct SipHash: Sendable {
  @usableFromInline let key0: UInt64
  @usableFromInline let key1: UInt64

  /// Creates the function of one key.
  @inlinable
  public init(key: (UInt64, UInt64)) {
    key0 = key.0
    key1 = key.1
  }

  /// Returns the 128-bit result for a message, as its first and last eight bytes (little endian).
  @inlinable
  public func hash(_ message: ByteView) -> (UInt64, UInt64) {
    var v0 = 0x736f_6d65_7073_6575 ^ key0
    var v1 = 0x646f_7261_6e64_6f6d ^ key1 ^ 0xee
    var v2 = 0x6c79_6765_6e65_7261 ^ key0
    var v3 = 0x7465_6462_7974_6573 ^ key1

    @inline(__always)
    func round() {
      v0 = v0 &+ v1
      v1 = (v1 << 13 | v1 >> 51) ^ v0
      v0 = v0 << 32 | v0 >> 32
      v2 = v2 &+ v3
      v3 = (v3 << 16 | v3 >> 48) ^ v2
      v0 = v0 &+ v3
      v3 = (v3 << 21 | v3 >> 43) ^ v0
      v2 = v2 &+ v1
      v1 = (v1 << 17 | v1 >> 47) ^ v2
      v2 = v2 << 32 | v2 >> 32
    }

    let whole = message.count & ~7
    var at = 0
    while at < whole {
      let word = UInt64(
        littleEndian: UnsafeRawPointer(message.start).loadUnaligned(
          fromByteOffset: at, as: UInt64.self))
      v3 ^= word
      round()
      round()
      v0 ^= word
      at += 8
    }
    var last = UInt64(truncatingIfNeeded: message.count) << 56
    for byte in 0..<(message.count - whole) {
      last |= UInt64(message.start[whole + byte]) << UInt64(byte * 8)
    }
    v3 ^= last
    round()
    round()
    v0 ^= last
    v2 ^= 0xee
    for _ in 0..<4 { round() }
    let first = v0 ^ v1 ^ v2 ^ v3
    v1 ^= 0xdd
    for _ in 0..<4 { round() }
    return (first, v0 ^ v1 ^ v2 ^ v3)
  }
}
