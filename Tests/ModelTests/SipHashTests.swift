import Model
import Testing

@Suite struct SipHashTests {
  /// The published vectors: key 00 01 … 0f, message 00 01 … n-1.
  ///
  /// - Source: `siphash`.
  @Test(arguments: [
    (0, "a3817f04ba25a8e66df67214c7550293"),
    (1, "da87c1d86b99af44347659119b22fc45"),
    (8, "3b62a9ba6258f5610f83e264f31497b4"),
    (15, "5493e99933b0a8117e08ec0f97cfc3d9"),
    (63, "5150d1772f50834a503e069a973fbd7c"),
  ])
  func publishedVector(length: Int, expected: String) {
    let function = SipHash(key: (0x0706_0504_0302_0100, 0x0f0e_0d0c_0b0a_0908))
    let message = ByteArena()
    for byte in 0..<UInt8(length) { message.append(byte) }
    let (first, second) = function.hash(message.bytes)
    let out = ByteArena()
    out.append(hexadecimal: first.byteSwapped)
    out.append(hexadecimal: second.byteSwapped)
    #expect(out.bytes.string == expected)
  }
}
