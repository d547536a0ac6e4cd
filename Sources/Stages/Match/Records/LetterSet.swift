import Model

/// Which letters a text holds, and which of them twice or more: enough to tell most texts apart at a glance.
struct LetterSet {
  /// Twenty-six bits for letters that occur, twenty-six for those that occur again, and the others for
  /// whatever else occurs.
  private var bits: UInt64 = 0

  /// The set of an empty text.
  init() {}

  /// Looks at all letters of a text.
  ///
  /// - Complexity: O(*n*) in the length of the text.
  init(_ text: ByteView) {
    for index in 0..<text.count {
      let byte = text[index]
      guard byte >= UInt8(ascii: "a"), byte <= UInt8(ascii: "z") else {
        bits |= 1 << UInt64(52 + byte % 12)
        continue
      }
      let bit: UInt64 = 1 << UInt64(byte - UInt8(ascii: "a"))
      bits |= bits & bit == 0 ? bit : bit << 26
    }
  }

  /// A bound: no fewer letters differ between the two texts.
  ///
  /// One letter that is another changes two bits at most, one that is missing a single bit, two that have
  /// changed places none.
  @inline(__always)
  func leastDistance(to other: LetterSet) -> Int { ((bits ^ other.bits).nonzeroBitCount + 1) / 2 }

  /// Whether another set holds every letter of this one, as often as both can tell.
  @inline(__always)
  func isWithin(_ other: LetterSet) -> Bool { bits & ~other.bits == 0 }
}
