internal import Model

/// Notices letters that were written in UTF-8, read as Windows-1252, and written again: `MÃ¼ller`.
///
/// Two signs of that kind never stand side by side in a name: a capital `Ã`, `Ä` or `Å`, and a sign
/// that Windows-1252 has at 80 to BF.
///
/// - Source: `domain-name-spelling`, `whatwg-encoding`.
enum GarbledLetters {
  /// Whether a text holds such a pair.
  ///
  /// - Parameter text: UTF-8.
  /// - Returns: Whether letters were read as those of another code page on the way.
  /// - Complexity: O(*n*).
  static func stand(in text: ByteView) -> Bool {
    var at = 0
    while at + 3 < text.count {
      if text[at] == 0xC3, (0x83...0x85).contains(text[at + 1]), isUpperHalf(text, at + 2) {
        return true
      }
      at += 1
    }
    return false
  }

  /// Whether a character of Windows-1252 at 80 to BF begins at a place.
  private static func isUpperHalf(_ text: ByteView, _ at: Int) -> Bool {
    switch text[at] {
    // U+0080 to U+00BF: what has no other character, and the signs from A0.
    case 0xC2: return true
    // Ž, ž, Š, š, Œ, œ, Ÿ
    case 0xC5:
      switch text[at + 1] {
      case 0xBD, 0xBE, 0xA0, 0xA1, 0x92, 0x93, 0xB8: return true
      default: return false
      }
    // ƒ, ˆ, ˜
    case 0xC6: return text[at + 1] == 0x92
    case 0xCB: return text[at + 1] == 0x86 || text[at + 1] == 0x9C
    // Quotation marks, dashes, daggers, the euro sign, the trade mark.
    case 0xE2: return text[at + 1] == 0x80 || text[at + 1] == 0x82 || text[at + 1] == 0x84
    default: return false
    }
  }
}
