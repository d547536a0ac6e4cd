/// SipHash-2-4-128 as its paper writes it, to check the product's own against.
public enum PlainSipHash {
  /// The digest under a key of zeros: 32 hexadecimal digits.
  public static func hexadecimal(_ message: [UInt8]) -> String {
    var v: [UInt64] = [
      0x736f_6d65_7073_6575, 0x646f_7261_6e64_6f6d ^ 0xee, 0x6c79_6765_6e65_7261,
      0x7465_6462_7974_6573,
    ]
    var padded = message
    while padded.count % 8 != 7 { padded.append(0) }
    padded.append(UInt8(message.count & 0xFF))
    for start in stride(from: 0, to: padded.count, by: 8) {
      let word = padded[start..<start + 8].reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
      v[3] ^= word
      for _ in 0..<2 { round(&v) }
      v[0] ^= word
    }
    var bytes: [UInt8] = []
    v[2] ^= 0xee
    for addend: UInt64 in [0, 0xdd] {
      v[1] ^= addend
      for _ in 0..<4 { round(&v) }
      let half = v[0] ^ v[1] ^ v[2] ^ v[3]
      for place in 0..<8 { bytes.append(UInt8(half >> UInt64(8 * place) & 0xFF)) }
    }
    return bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }

  private static func round(_ v: inout [UInt64]) {
    func turned(_ word: UInt64, _ bits: UInt64) -> UInt64 { word << bits | word >> (64 - bits) }
    v[0] &+= v[1]
    v[1] = turned(v[1], 13) ^ v[0]
    v[0] = turned(v[0], 32)
    v[2] &+= v[3]
    v[3] = turned(v[3], 16) ^ v[2]
    v[0] &+= v[3]
    v[3] = turned(v[3], 21) ^ v[0]
    v[2] &+= v[1]
    v[1] = turned(v[1], 17) ^ v[2]
    v[2] = turned(v[2], 32)
  }
}
