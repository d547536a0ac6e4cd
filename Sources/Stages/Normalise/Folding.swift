import Model

/// The fixed table that brings letters of European names to plain ones, for keys and comparison.
///
/// Covers ASCII, Latin-1 and Latin Extended-A (up to U+017F): `ß` is `ss`, `ø` is `o`, `ĳ` is `ij`; and beyond
/// them the letters of Romanian, of Vietnamese and of Chinese with its tones.
/// Independent of locale and platform; a change of the table changes keys.
///
/// - Source: `haal-centraal-brp`.
enum Folding {
  /// Two characters for each of U+00C0...U+017F, a blank for none.
  private static var plainLetters: StaticString {
    """
    a a a a a a aec e e e e i i i i d n o o o o o   o u u u u y thss\
    a a a a a a aec e e e e i i i i d n o o o o o   o u u u u y thy \
    a a a a a a c c c c c c c c d d d d e e e e e e e e e e g g g g \
    g g g g h h h h i i i i i i i i i i ijijj j k k k l l l l l l l \
    l l l n n n n n n n n n o o o o o o oeoer r r r r r s s s s s s \
    s s t t t t t t u u u u u u u u u u u u w w y y y z z z z z z s\u{20}
    """
  }

  /// Returns the one or two plain letters of a letter; zeros for one outside the table.
  static func plain(_ scalar: UInt32) -> (UInt8, UInt8) {
    guard scalar >= 0xC0 else { return (0, 0) }
    guard scalar <= 0x17F else { return plainBeyond(scalar) }
    let letters = plainLetters.utf8Start + Int(scalar - 0xC0) * 2
    guard letters[0] != 0x20 else { return (0, 0) }
    return (letters[0], letters[1] == 0x20 ? 0 : letters[1])
  }

  private static func plainBeyond(_ scalar: UInt32) -> (UInt8, UInt8) {
    switch scalar {
    case 0x1CD, 0x1CE, 0x1EA0...0x1EB7: (UInt8(ascii: "a"), 0)
    case 0x1EB8...0x1EC7: (UInt8(ascii: "e"), 0)
    case 0x1E6, 0x1E7: (UInt8(ascii: "g"), 0)
    case 0x1CF, 0x1D0, 0x1EC8...0x1ECB: (UInt8(ascii: "i"), 0)
    case 0x1A0, 0x1A1, 0x1D1, 0x1D2, 0x1ECC...0x1EE3: (UInt8(ascii: "o"), 0)
    case 0x218, 0x219: (UInt8(ascii: "s"), 0)
    case 0x1E9E: (UInt8(ascii: "s"), UInt8(ascii: "s"))
    case 0x21A, 0x21B: (UInt8(ascii: "t"), 0)
    case 0x1AF, 0x1B0, 0x1D3...0x1DC, 0x1EE4...0x1EF1: (UInt8(ascii: "u"), 0)
    case 0x1EF2...0x1EF9: (UInt8(ascii: "y"), 0)
    default: (0, 0)
    }
  }

  /// Returns the capital of a letter, or the letter itself where there is none.
  static func capital(_ scalar: UInt32) -> UInt32 {
    switch scalar {
    case 0x61...0x7A: scalar - 32
    case 0xF7, 0xDF, 0x138, 0x149: scalar
    case 0xE0...0xFE: scalar - 32
    case 0xFF: 0x178
    case 0x131: 0x49
    case 0x17F: 0x53
    case 0x100...0x137, 0x14A...0x177, 0x1A0, 0x1A1, 0x1E6, 0x1E7, 0x218...0x21B, 0x1EA0...0x1EF9:
      scalar & ~1
    case 0x139...0x148, 0x179...0x17E, 0x1AF, 0x1B0, 0x1CD...0x1DC:
      scalar & 1 == 0 ? scalar - 1 : scalar
    default: scalar
    }
  }

  /// Returns the small letter of a letter, or the letter itself where there is none.
  static func small(_ scalar: UInt32) -> UInt32 {
    switch scalar {
    case 0x41...0x5A: scalar + 32
    case 0xD7, 0x138, 0x149: scalar
    case 0xC0...0xDE: scalar + 32
    case 0x130: 0x69
    case 0x131: scalar
    case 0x178: 0xFF
    case 0x1E9E: 0xDF
    case 0x100...0x137, 0x14A...0x177, 0x1A0, 0x1A1, 0x1E6, 0x1E7, 0x218...0x21B, 0x1EA0...0x1EF9:
      scalar | 1
    case 0x139...0x148, 0x179...0x17E, 0x1AF, 0x1B0, 0x1CD...0x1DC:
      scalar & 1 == 1 ? scalar + 1 : scalar
    default: scalar
    }
  }
}

extension ByteView {
  /// Reads the letter at a position.
  ///
  /// - Returns: The Unicode scalar and how many bytes it takes. Bytes that are not UTF-8 read as
  ///   U+FFFD, one at a time.
  @inline(__always)
  func scalar(at index: Int) -> (value: UInt32, length: Int) {
    let first = start[index]
    if first < 0x80 { return (UInt32(first), 1) }
    let left = count - index
    if first >= 0xC2, first < 0xE0, left >= 2, start[index + 1] & 0xC0 == 0x80 {
      return (UInt32(first & 0x1F) << 6 | UInt32(start[index + 1] & 0x3F), 2)
    }
    if first >= 0xE0, first < 0xF0, left >= 3, start[index + 1] & 0xC0 == 0x80,
      start[index + 2] & 0xC0 == 0x80
    {
      return (
        UInt32(first & 0x0F) << 12 | UInt32(start[index + 1] & 0x3F) << 6
          | UInt32(start[index + 2] & 0x3F), 3
      )
    }
    if first >= 0xF0, first < 0xF5, left >= 4, start[index + 1] & 0xC0 == 0x80,
      start[index + 2] & 0xC0 == 0x80, start[index + 3] & 0xC0 == 0x80
    {
      return (
        UInt32(first & 0x07) << 18 | UInt32(start[index + 1] & 0x3F) << 12
          | UInt32(start[index + 2] & 0x3F) << 6 | UInt32(start[index + 3] & 0x3F), 4
      )
    }
    return (0xFFFD, 1)
  }
}

extension ByteArena {
  /// Appends a Unicode scalar in UTF-8.
  func append(scalar: UInt32) {
    if scalar < 0x80 {
      append(UInt8(scalar))
    } else if scalar < 0x800 {
      append(UInt8(0xC0 | scalar >> 6))
      append(UInt8(0x80 | scalar & 0x3F))
    } else if scalar < 0x10000 {
      append(UInt8(0xE0 | scalar >> 12))
      append(UInt8(0x80 | scalar >> 6 & 0x3F))
      append(UInt8(0x80 | scalar & 0x3F))
    } else {
      append(UInt8(0xF0 | scalar >> 18 & 0x07))
      append(UInt8(0x80 | scalar >> 12 & 0x3F))
      append(UInt8(0x80 | scalar >> 6 & 0x3F))
      append(UInt8(0x80 | scalar & 0x3F))
    }
  }

  /// Appends a text for comparison: plain small letters and digits, without anything between them.
  ///
  /// Letters outside the table stay as they are; combining marks and punctuation fall away.
  ///
  /// - Complexity: O(*n*) in the length of the text.
  func append(folded text: ByteView) {
    var index = 0
    while index < text.count {
      let byte = text[index]
      if byte < 0x80 {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"):
          append(byte)
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): append(byte | 0x20)
        default: break
        }
        index += 1
        continue
      }
      let (scalar, length) = text.scalar(at: index)
      let (first, second) = Folding.plain(scalar)
      if first != 0 {
        append(first)
        if second != 0 { append(second) }
      } else if scalar >= 0x180, !(0x300...0x36F).contains(scalar),
        !(0x2000...0x206F).contains(scalar), scalar != 0xFFFD
      {
        append(scalar: scalar)
      }
      index += length
    }
  }

  /// Stores a text for comparison and returns where it stands.
  func store(folded text: ByteView) -> TextCell {
    let from = count
    append(folded: text)
    return cell(from: from)
  }
}
