internal import Definitions
internal import Model

/// Watches the bytes of a delivery and tells whether they are written as agreed.
///
/// Decided for the delivery as a whole: one that holds letters of two encodings is refused, since
/// nobody can tell which names are wrong.
struct EncodingCheck {
  /// What is wrong with the bytes.
  enum Finding: Equatable {
    case nul
    case looksLike(String)
  }

  private let expected: TextEncoding
  /// Continuation bytes still to come, and what the next one may be.
  private var needed = 0
  private var low: UInt8 = 0x80
  private var high: UInt8 = 0xBF
  private var isUTF8 = true
  private var sequences = 0
  private var undefined = false

  /// Whether any piece so far held bytes beyond ASCII.
  private(set) var hasHighBytes = false

  init(_ expected: TextEncoding) { self.expected = expected }

  /// What the first bytes of a delivery tell.
  static func beginning(_ bytes: ByteView) -> Finding? {
    guard bytes.count >= 2 else { return nil }
    if bytes[0] == 0xFF && bytes[1] == 0xFE { return .looksLike("utf-16") }
    if bytes[0] == 0xFE && bytes[1] == 0xFF { return .looksLike("utf-16") }
    guard bytes.count >= 8 else { return nil }
    var even = 0
    var odd = 0
    let looked = min(bytes.count, 64) / 2
    for pair in 0..<looked {
      if bytes[pair * 2] == 0 { even += 1 }
      if bytes[pair * 2 + 1] == 0 { odd += 1 }
    }
    let isUTF16 = max(even, odd) * 10 > looked * 8 && min(even, odd) == 0
    return isUTF16 ? .looksLike("utf-16") : nil
  }

  /// Looks at the next bytes.
  ///
  /// - Complexity: O(*n*), eight bytes at a time while they are ASCII.
  mutating func look(at bytes: ByteView) -> Finding? {
    let raw = UnsafeRawPointer(bytes.start)
    var index = 0
    while index < bytes.count {
      if needed == 0 {
        while index + 8 <= bytes.count {
          let word = raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)
          let zeros = (word &- 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080
          if (word & 0x8080_8080_8080_8080) | zeros != 0 { break }
          index += 8
        }
        if index == bytes.count { break }
      }
      let byte = bytes[index]
      if byte == 0 { return .nul }
      if byte >= 0x80 { hasHighBytes = true }
      if isUTF8 {
        follow(byte)
        if !isUTF8 && expected == .utf8 { return .looksLike("windows-1252") }
      }
      if expected == .windows1252 && !Windows1252.has(byte) { undefined = true }
      index += 1
    }
    return nil
  }

  /// What only the end tells.
  func end() -> Finding? {
    switch expected {
    case .utf8: return needed > 0 ? .looksLike("windows-1252") : nil
    case .windows1252:
      if isUTF8 && needed == 0 && sequences > 0 { return .looksLike("utf-8") }
      return undefined ? .looksLike("neither that nor utf-8") : nil
    }
  }

  /// One step of strict UTF-8: no overlong forms, no surrogates, nothing above U+10FFFF.
  private mutating func follow(_ byte: UInt8) {
    if needed > 0 {
      guard byte >= low && byte <= high else {
        isUTF8 = false
        needed = 0
        return
      }
      needed -= 1
      (low, high) = (0x80, 0xBF)
      if needed == 0 { sequences += 1 }
      return
    }
    switch byte {
    case 0...0x7F: break
    case 0xC2...0xDF: needed = 1
    case 0xE0: (needed, low) = (2, 0xA0)
    case 0xED: (needed, high) = (2, 0x9F)
    case 0xE1...0xEF: needed = 2
    case 0xF0: (needed, low) = (3, 0x90)
    case 0xF4: (needed, high) = (3, 0x8F)
    case 0xF1...0xF3: needed = 3
    default: isUTF8 = false
    }
  }
}
