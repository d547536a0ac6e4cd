internal import Model

/// Goes through XML as workbooks hold it, from tag to tag.
///
/// It knows elements, attributes, text, comments and the five entities that XML itself has; names lose
/// their prefix. A document type declaration is refused, so there are no other entities and no other
/// files. Only UTF-8 is read. docs/decisions/0029 says why this is no library.
///
/// - Source: `xml-1.0`.
struct MarkupScanner {
  /// What comes next.
  enum Event: Equatable {
    /// An element begins; ``name`` is its name.
    case start
    /// The element ``name`` ends; also one that is written as empty.
    case end
    /// Some of the text of an element; ``text`` adds it up.
    case text
    /// The document ends.
    case finished
  }

  private static let deepest = 64
  private static let mostAttributes = 256

  private let bytes: ByteView
  private var at = 0
  private var open: [Range<Int>] = []
  private var isEmptyElement = false
  private var hasRoot = false
  private var attributes: [(name: Range<Int>, value: Range<Int>)] = []
  private var nameRange = 0..<0

  /// The text since ``forgetText()``.
  private(set) var text = ""
  /// Bytes of ``text``.
  private(set) var textCount = 0

  /// Begins at the first byte.
  ///
  /// - Parameter bytes: A whole document, which must outlive the scanner.
  init(_ bytes: ByteView) {
    self.bytes = bytes
    if bytes.count >= 3, bytes[0] == 0xEF, bytes[1] == 0xBB, bytes[2] == 0xBF { at = 3 }
  }

  /// The name of the element that began or ended, without a prefix.
  var name: ByteView { local(nameRange) }

  /// Whether the element is called so.
  func isNamed(_ word: StaticString) -> Bool { name.equals(word) }

  /// The value of an attribute of the element that began; `nil` if it has none.
  ///
  /// - Throws: `malformedPart` for an entity that is not known.
  func attribute(_ word: StaticString) throws(WorkbookError) -> String? {
    for attribute in attributes where bytes[attribute.name].equals(word) {
      return try Self.decode(bytes[attribute.value])
    }
    return nil
  }

  /// The same for an attribute with a prefix, whatever it is.
  func prefixedAttribute(_ word: StaticString) throws(WorkbookError) -> String? {
    for attribute in attributes
    where local(attribute.name).equals(word) && !bytes[attribute.name].equals(word) {
      return try Self.decode(bytes[attribute.value])
    }
    return nil
  }

  /// Begins a new text.
  mutating func forgetText() {
    text = ""
    textCount = 0
  }

  /// Goes on to what comes next.
  ///
  /// - Throws: `declaration` or `malformedPart`.
  mutating func next() throws(WorkbookError) -> Event {
    if isEmptyElement {
      isEmptyElement = false
      open.removeLast()
      return .end
    }
    while at < bytes.count {
      guard bytes[at] == UInt8(ascii: "<") else { return try scanText() }
      if begins("<?") {
        try scanInstruction()
      } else if begins("<!--") {
        _ = try range(after: 4, upTo: "-->")
      } else if begins("<![CDATA[") {
        guard !open.isEmpty else { throw .malformedPart }
        append(try range(after: 9, upTo: "]]>"))
        return .text
      } else if begins("<!") {
        throw .declaration
      } else if begins("</") {
        return try scanEnd()
      } else {
        return try scanStart()
      }
    }
    guard hasRoot, open.isEmpty else { throw .malformedPart }
    return .finished
  }

  private mutating func scanText() throws(WorkbookError) -> Event {
    let start = at
    while at < bytes.count && bytes[at] != UInt8(ascii: "<") { at += 1 }
    let found = bytes[start..<at]
    if open.isEmpty {
      guard found.trimmed.isEmpty else { throw .malformedPart }
      return at < bytes.count ? try next() : try finish()
    }
    text += try Self.decode(found)
    textCount += found.count
    return .text
  }

  private func finish() throws(WorkbookError) -> Event {
    guard hasRoot else { throw .malformedPart }
    return .finished
  }

  /// Passes over an instruction; the declaration at the top may name no encoding but UTF-8.
  private mutating func scanInstruction() throws(WorkbookError) {
    let isFirst = !hasRoot && begins("<?xml ")
    let content = try range(after: 2, upTo: "?>")
    guard isFirst else { return }
    let declared = content.string.lowercased()
    guard !declared.contains("encoding") || declared.contains("utf-8") || declared.contains("ascii")
    else { throw .malformedPart }
  }

  private mutating func scanStart() throws(WorkbookError) -> Event {
    guard !hasRoot || !open.isEmpty else { throw .malformedPart }
    at += 1
    nameRange = try scanName()
    attributes.removeAll(keepingCapacity: true)
    while true {
      let hadBlank = skipBlanks()
      guard at < bytes.count else { throw .malformedPart }
      if bytes[at] == UInt8(ascii: ">") {
        at += 1
        break
      }
      if begins("/>") {
        at += 2
        isEmptyElement = true
        break
      }
      guard hadBlank, attributes.count < Self.mostAttributes else { throw .malformedPart }
      try scanAttribute()
    }
    guard open.count < Self.deepest else { throw .malformedPart }
    open.append(nameRange)
    hasRoot = true
    return .start
  }

  private mutating func scanAttribute() throws(WorkbookError) {
    let name = try scanName()
    _ = skipBlanks()
    guard at < bytes.count, bytes[at] == UInt8(ascii: "=") else { throw .malformedPart }
    at += 1
    _ = skipBlanks()
    guard at < bytes.count, bytes[at] == UInt8(ascii: "\"") || bytes[at] == UInt8(ascii: "'") else {
      throw .malformedPart
    }
    let quote = bytes[at]
    at += 1
    let start = at
    while at < bytes.count && bytes[at] != quote && bytes[at] != UInt8(ascii: "<") { at += 1 }
    guard at < bytes.count, bytes[at] == quote else { throw .malformedPart }
    attributes.append((name, start..<at))
    at += 1
  }

  private mutating func scanEnd() throws(WorkbookError) -> Event {
    at += 2
    nameRange = try scanName()
    _ = skipBlanks()
    guard at < bytes.count, bytes[at] == UInt8(ascii: ">"), let begun = open.popLast(),
      bytes[begun].equals(bytes[nameRange])
    else { throw .malformedPart }
    at += 1
    return .end
  }

  private mutating func scanName() throws(WorkbookError) -> Range<Int> {
    let start = at
    while at < bytes.count {
      switch bytes[at] {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: ":"), UInt8(ascii: "_"),
        UInt8(ascii: "-"), UInt8(ascii: "."), 0x80...:
        at += 1
      default:
        guard at > start else { throw .malformedPart }
        return start..<at
      }
    }
    throw .malformedPart
  }

  private mutating func skipBlanks() -> Bool {
    let start = at
    while at < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[at]) { at += 1 }
    return at > start
  }

  /// What stands between here, so many bytes on, and a mark; goes on behind the mark.
  private mutating func range(
    after start: Int, upTo mark: StaticString
  ) throws(WorkbookError) -> ByteView {
    let from = at + start
    let width = mark.utf8CodeUnitCount
    var end = from
    while end + width <= bytes.count {
      if bytes[end..<end + width].equals(mark) {
        at = end + width
        return bytes[from..<end]
      }
      end += 1
    }
    throw .malformedPart
  }

  private mutating func append(_ found: ByteView) {
    text += found.string
    textCount += found.count
  }

  private func begins(_ mark: StaticString) -> Bool {
    let width = mark.utf8CodeUnitCount
    return at + width <= bytes.count && bytes[at..<at + width].equals(mark)
  }

  private func local(_ range: Range<Int>) -> ByteView {
    let whole = bytes[range]
    for index in 0..<whole.count where whole[index] == UInt8(ascii: ":") {
      return whole[index + 1..<whole.count]
    }
    return whole
  }

  /// Puts the signs in the place of entities.
  static func decode(_ found: ByteView) throws(WorkbookError) -> String {
    guard found.buffer.contains(UInt8(ascii: "&")) else { return found.string }
    var decoded = ""
    var rest = found.string[...]
    while let mark = rest.firstIndex(of: "&") {
      guard let end = rest[mark...].firstIndex(of: ";") else { throw .malformedPart }
      decoded += rest[..<mark]
      decoded.unicodeScalars.append(try scalar(of: rest[rest.index(after: mark)..<end]))
      rest = rest[rest.index(after: end)...]
    }
    return decoded + rest
  }

  private static func scalar(of entity: Substring) throws(WorkbookError) -> Unicode.Scalar {
    switch entity {
    case "lt": return "<"
    case "gt": return ">"
    case "amp": return "&"
    case "quot": return "\""
    case "apos": return "'"
    default:
      let isHexadecimal = entity.hasPrefix("#x")
      guard entity.hasPrefix("#"),
        let number = UInt32(
          entity.dropFirst(isHexadecimal ? 2 : 1), radix: isHexadecimal ? 16 : 10),
        let scalar = Unicode.Scalar(number), number > 0
      else { throw .malformedPart }
      return scalar
    }
  }
}
