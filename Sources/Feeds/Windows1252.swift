internal import Model

/// Writes Windows-1252 text as UTF-8, by table.
///
/// - Source: `whatwg-encoding`.
enum Windows1252 {
  /// The characters of 0x80 to 0x9F; 0 where the code page has none.
  private static let upperControls: [UInt16] = [
    0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
    0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017D, 0,
    0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E, 0x0178,
  ]

  /// Whether the code page has a character for a byte.
  static func has(_ byte: UInt8) -> Bool {
    byte < 0x80 || byte > 0x9F || upperControls[Int(byte) - 0x80] != 0
  }

  /// Appends the Windows-1252 of a text in UTF-8.
  ///
  /// - Returns: Whether the code page has every letter; nothing was appended otherwise.
  static func append(_ text: String, to arena: ByteArena) -> Bool {
    let start = arena.count
    for letter in text.unicodeScalars {
      guard let byte = byte(of: letter.value) else {
        arena.truncate(to: start)
        return false
      }
      arena.append(byte)
    }
    return true
  }

  private static func byte(of letter: UInt32) -> UInt8? {
    if letter < 0x80 || (0xA0...0xFF).contains(letter) { return UInt8(letter) }
    return upperControls.firstIndex { $0 != 0 && UInt32($0) == letter }.map { UInt8(0x80 + $0) }
  }

  /// Appends the UTF-8 of a text.
  static func convert(_ text: ByteView, into arena: ByteArena) {
    arena.reserve(text.count * 3)
    for index in 0..<text.count {
      let byte = text[index]
      if byte < 0x80 {
        arena.append(byte)
        continue
      }
      let mapped = byte <= 0x9F ? upperControls[Int(byte) - 0x80] : UInt16(byte)
      let character = mapped == 0 ? 0xFFFD : mapped
      if character < 0x800 {
        arena.append(0xC0 | UInt8(character >> 6))
      } else {
        arena.append(0xE0 | UInt8(character >> 12))
        arena.append(0x80 | UInt8(character >> 6 & 0x3F))
      }
      arena.append(0x80 | UInt8(character & 0x3F))
    }
  }
}

extension ByteView {
  /// Whether a byte is not ASCII.
  var hasHighBytes: Bool {
    let raw = UnsafeRawPointer(start)
    var index = 0
    while index + 8 <= count {
      if raw.loadUnaligned(fromByteOffset: index, as: UInt64.self) & 0x8080_8080_8080_8080 != 0 {
        return true
      }
      index += 8
    }
    while index < count {
      if start[index] >= 0x80 { return true }
      index += 1
    }
    return false
  }
}
