internal import Model

/// JSON while it is written: names in the order in which they are given, no blanks, so that the same values are
/// the same bytes.
///
/// A message has more signals than should stand in memory as values for an encoder.
struct JSONText {
  /// What is written so far.
  let text = ByteArena(capacity: 80 * 1024)
  private var needsComma = false

  /// Begins an object or a list.
  mutating func begin(_ sign: Unicode.Scalar) {
    separate()
    text.append(UInt8(ascii: sign))
    needsComma = false
  }

  /// Ends an object or a list.
  mutating func end(_ sign: Unicode.Scalar) {
    text.append(UInt8(ascii: sign))
    needsComma = true
  }

  /// Writes the name of the next value.
  mutating func name(_ name: StaticString) {
    separate()
    text.append(UInt8(ascii: "\""))
    text.append(name)
    text.append("\":")
    needsComma = false
  }

  /// Begins a new line, where blanks do not matter.
  mutating func breakLine() {
    separate()
    text.append(UInt8(ascii: "\n"))
    needsComma = false
  }

  /// Writes a name and a text; nothing for an empty text.
  mutating func member(_ name: StaticString, _ value: String) {
    guard !value.isEmpty else { return }
    self.name(name)
    self.value(value)
  }

  /// Writes a name and a day; nothing for none.
  mutating func member(_ name: StaticString, _ value: CalendarDate?) {
    guard let value else { return }
    self.name(name)
    text.append(UInt8(ascii: "\""))
    text.append(value)
    text.append(UInt8(ascii: "\""))
    needsComma = true
  }

  /// Writes a name and a truth value; nothing for none.
  mutating func member(_ name: StaticString, _ value: Bool?) {
    guard let value else { return }
    self.name(name)
    text.append(value ? "true" : "false")
    needsComma = true
  }

  /// Writes a name and a whole number.
  mutating func member(_ name: StaticString, _ value: Int) {
    self.name(name)
    text.append(decimal: value)
    needsComma = true
  }

  /// Writes a name and an id.
  mutating func member<Subject>(_ name: StaticString, _ value: Identifier<Subject>) {
    self.name(name)
    text.append(UInt8(ascii: "\""))
    text.append(value)
    text.append(UInt8(ascii: "\""))
    needsComma = true
  }

  /// Writes a text in quotation marks.
  ///
  /// - Source: `rfc-8259`.
  private mutating func value(_ value: String) {
    text.append(UInt8(ascii: "\""))
    for byte in value.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"):
        text.append(UInt8(ascii: "\\"))
        text.append(byte)
      case 0..<0x20:
        text.append(byte < 0x10 ? "\\u000" : "\\u001")
        text.append(Self.hexadecimal[Int(byte & 0x0F)])
      default: text.append(byte)
      }
    }
    text.append(UInt8(ascii: "\""))
    needsComma = true
  }

  private static let hexadecimal = Array("0123456789abcdef".utf8)

  private mutating func separate() {
    if needsComma { text.append(UInt8(ascii: ",")) }
  }
}
