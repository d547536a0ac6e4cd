internal import Crypto
internal import FoundationEssentials
public import Model

/// SHA-256 over bytes that come in pieces.
public struct Digest {
  private var hash = SHA256()

  /// Creates the digest of nothing yet.
  public init() {}

  /// Adds bytes.
  public mutating func update(_ bytes: ByteView) {
    hash.update(bufferPointer: UnsafeRawBufferPointer(start: bytes.start, count: bytes.count))
  }

  /// Adds the UTF-8 bytes of a text.
  public mutating func update(_ text: String) {
    hash.update(data: Data(text.utf8))
  }

  /// 64 hexadecimal digits.
  public func hexadecimal() -> String {
    let arena = ByteArena(capacity: 128)
    for byte in hash.finalize() {
      let digits: StaticString = "0123456789abcdef"
      arena.append(digits.utf8Start[Int(byte >> 4)])
      arena.append(digits.utf8Start[Int(byte & 15)])
    }
    return arena.bytes.string
  }
}
