internal import Definitions
internal import Model
internal import Tabular

/// Watches the bytes of a delivery and tells whether they are written as agreed.
///
/// Decided for the delivery as a whole: one that holds letters of two encodings is refused, since
/// nobody can tell which names are wrong.
struct EncodingCheck {
  /// What is wrong with the bytes.
  enum Finding: Equatable {
    case nul(line: Int)
    /// The text is a file that packs others.
    case packed(FileKind)
    /// The line is the first whose bytes do not fit, if one line tells it.
    case looksLike(String, line: Int?)
  }

  private let expected: TextEncoding
  /// Continuation bytes still to come, and what the next one may be.
  private var needed = 0
  private var low: UInt8 = 0x80
  private var high: UInt8 = 0xBF
  private var isUTF8 = true
  /// The lines before the piece that is looked at.
  private var lines = 0
  /// The lines of the first whole sequence of UTF-8, of the first byte that is none, and of the first
  /// byte that Windows-1252 does not have.
  private var sequenceLine: Int?
  private var brokenLine: Int?
  private var undefinedLine: Int?

  /// Whether any piece so far held bytes beyond ASCII.
  private(set) var hasHighBytes = false

  init(_ expected: TextEncoding) { self.expected = expected }

  /// What the first bytes of a delivery tell.
  static func beginning(_ bytes: ByteView) -> Finding? {
    guard bytes.count >= 2 else { return nil }
    if bytes[0] == 0xFF && bytes[1] == 0xFE { return .looksLike("utf-16", line: nil) }
    if bytes[0] == 0xFE && bytes[1] == 0xFF { return .looksLike("utf-16", line: nil) }
    let kind = FileKind(beginning: bytes[0..<min(bytes.count, 512)])
    if kind.isPacked { return .packed(kind) }
    guard bytes.count >= 8 else { return nil }
    var even = 0
    var odd = 0
    let looked = min(bytes.count, 64) / 2
    for pair in 0..<looked {
      if bytes[pair * 2] == 0 { even += 1 }
      if bytes[pair * 2 + 1] == 0 { odd += 1 }
    }
    let isUTF16 = max(even, odd) * 10 > looked * 8 && min(even, odd) == 0
    return isUTF16 ? .looksLike("utf-16", line: nil) : nil
  }

  /// Whether 32 bytes are ASCII without a zero.
  @inline(__always)
  private static func isPlain(_ bytes: UnsafeRawPointer) -> Bool {
    var doubtful: UInt64 = 0
    for place in 0..<4 {
      let word = bytes.loadUnaligned(fromByteOffset: 8 * place, as: UInt64.self)
      // The highest bit of a byte that is not ASCII, or that is zero and borrows.
      doubtful |= word | (word &- 0x0101_0101_0101_0101)
    }
    return doubtful & 0x8080_8080_8080_8080 == 0
  }

  /// Looks at the next bytes.
  ///
  /// - Complexity: O(*n*), eight bytes at a time while they are ASCII.
  mutating func look(at bytes: ByteView) -> Finding? {
    let raw = UnsafeRawPointer(bytes.start)
    var index = 0
    while index < bytes.count {
      if needed == 0 {
        while index + 32 <= bytes.count, EncodingCheck.isPlain(raw + index) { index += 32 }
        while index + 8 <= bytes.count {
          let word = raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)
          let zeros = (word &- 0x0101_0101_0101_0101) & ~word & 0x8080_8080_8080_8080
          if (word & 0x8080_8080_8080_8080) | zeros != 0 { break }
          index += 8
        }
        if index == bytes.count { break }
      }
      let byte = bytes[index]
      if byte == 0 { return .nul(line: line(of: index, in: bytes)) }
      if byte >= 0x80 { hasHighBytes = true }
      if isUTF8 {
        let isWhole = follow(byte)
        if isWhole && sequenceLine == nil { sequenceLine = line(of: index, in: bytes) }
        if !isUTF8 {
          brokenLine = line(of: index, in: bytes)
          if expected == .utf8 { return broken }
        }
      }
      if undefinedLine == nil && !Windows1252.has(byte) {
        undefinedLine = line(of: index, in: bytes)
      }
      index += 1
    }
    lines += EncodingCheck.lineFeeds(in: bytes)
    return nil
  }

  /// The line of a byte, from 1.
  private func line(of index: Int, in bytes: ByteView) -> Int {
    lines + EncodingCheck.lineFeeds(in: bytes[0..<index]) + 1
  }

  /// Counts line feeds.
  private static func lineFeeds(in bytes: ByteView) -> Int {
    var count = 0
    var rest = bytes
    while let place = rest.place(of: 0x0A) {
      count += 1
      rest = rest[place + 1..<rest.count]
    }
    return count
  }

  /// What bytes that are no UTF-8 look like.
  private var broken: Finding { .looksLike("windows-1252", line: brokenLine ?? lines + 1) }

  /// What the bytes so far are written in, if they are written in one that is known.
  ///
  /// Nearly no text of Windows-1252 with letters beyond ASCII is UTF-8 by chance.
  var encoding: TextEncoding? {
    if isUTF8 && needed == 0 { return .utf8 }
    return undefinedLine == nil ? .windows1252 : nil
  }

  /// What only the end tells.
  func end() -> Finding? {
    switch expected {
    case .detect:
      guard encoding == nil else { return nil }
      return .looksLike("neither of them", line: undefinedLine)
    case .utf8: return needed > 0 ? broken : nil
    case .windows1252:
      if isUTF8 && needed == 0, let line = sequenceLine { return .looksLike("utf-8", line: line) }
      return undefinedLine.map { .looksLike("neither that nor utf-8", line: $0) }
    }
  }

  /// One step of strict UTF-8: no overlong forms, no surrogates, nothing above U+10FFFF.
  ///
  /// - Returns: Whether the byte ends a sequence of several.
  private mutating func follow(_ byte: UInt8) -> Bool {
    if needed > 0 {
      guard byte >= low && byte <= high else {
        isUTF8 = false
        needed = 0
        return false
      }
      needed -= 1
      (low, high) = (0x80, 0xBF)
      return needed == 0
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
    return false
  }
}
