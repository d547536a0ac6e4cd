import Model

/// Spellings that sound alike in Dutch get one code: `Meijer`, `Meyer` and `Meier`; `Janssen` and
/// `Jansen`; `Schmidt` and `Smit`.
///
/// Vowels behind the first letter fall away, so that most slips in vowels and doubled letters do too.
///
/// - Source: `domain-name-spelling`.
enum SpellingSound {
  /// A hash of the code, an odd number, or that of a ``RomanisedSurname``; 0 of an empty text.
  static func hash(_ text: ByteView) -> UInt32 {
    let romanised = RomanisedSurname.code(text)
    guard romanised == 0 else { return romanised }
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    var last: UInt8 = 0
    var length = 0
    var at = 0
    while at < text.count {
      let (code, used) = code(text, at)
      if code != 0, code != last || length == 0 {
        let isVowel = code == UInt8(ascii: "a")
        if !isVowel || length == 0 {
          hash = (hash ^ UInt64(code)) &* 0x0000_0100_0000_01B3
          length += 1
        }
      }
      last = code
      at += used
    }
    guard length > 0 else { return 0 }
    return UInt32(truncatingIfNeeded: hash >> 32 ^ hash) | 1
  }

  /// The code of the letters at a position and how many they are.
  @inline(__always)
  private static func code(_ text: ByteView, _ at: Int) -> (UInt8, Int) {
    let byte = text[at]
    let next = at + 1 < text.count ? text[at + 1] : 0
    let third = at + 2 < text.count ? text[at + 2] : 0
    switch byte {
    case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"),
      UInt8(ascii: "u"), UInt8(ascii: "y"):
      return (UInt8(ascii: "a"), 1)
    case UInt8(ascii: "j"):
      // Behind a vowel it belongs to it.
      if at > 0, text[at - 1] == UInt8(ascii: "i") { return (UInt8(ascii: "a"), 1) }
      return (UInt8(ascii: "j"), 1)
    case UInt8(ascii: "s"):
      if next == UInt8(ascii: "c"), third == UInt8(ascii: "h") { return (UInt8(ascii: "s"), 3) }
      return (UInt8(ascii: "s"), next == UInt8(ascii: "h") ? 2 : 1)
    case UInt8(ascii: "c"):
      if next == UInt8(ascii: "h") { return (UInt8(ascii: "g"), 2) }
      if next == UInt8(ascii: "k") { return (UInt8(ascii: "k"), 2) }
      let isSoft =
        next == UInt8(ascii: "e") || next == UInt8(ascii: "i") || next == UInt8(ascii: "y")
      return (isSoft ? UInt8(ascii: "s") : UInt8(ascii: "k"), 1)
    case UInt8(ascii: "k"):
      return (UInt8(ascii: "k"), next == UInt8(ascii: "h") ? 2 : 1)
    case UInt8(ascii: "q"): return (UInt8(ascii: "k"), 1)
    case UInt8(ascii: "x"): return (UInt8(ascii: "k"), 1)
    case UInt8(ascii: "z"): return (UInt8(ascii: "s"), 1)
    case UInt8(ascii: "d"), UInt8(ascii: "t"):
      if next == UInt8(ascii: "t") || next == UInt8(ascii: "h") { return (UInt8(ascii: "t"), 2) }
      return (UInt8(ascii: "t"), 1)
    case UInt8(ascii: "p"):
      return next == UInt8(ascii: "h") ? (UInt8(ascii: "f"), 2) : (UInt8(ascii: "p"), 1)
    case UInt8(ascii: "v"), UInt8(ascii: "w"): return (UInt8(ascii: "f"), 1)
    case UInt8(ascii: "h"): return (at == 0 ? UInt8(ascii: "h") : 0, 1)
    case UInt8(ascii: "b"): return (UInt8(ascii: "p"), 1)
    default: return (byte, 1)
    }
  }
}
