internal import Definitions
internal import Model

/// Writes a delivered row as one line of CSV in UTF-8 that reads back into the same fields.
enum DeliveredLine {
  /// Appends a row, without a line end.
  ///
  /// A field stands in quotation marks when it holds a delimiter, a quotation mark or a line end, or
  /// begins or ends with a blank.
  ///
  /// - Complexity: O(*n*) in the bytes of the row.
  static func append(_ row: KeptRow, of format: FileFormat, to arena: ByteArena) {
    for position in 0..<row.count {
      if position > 0 { arena.append(format.delimiter) }
      let field = row[position]
      // An empty line would be no row.
      if needsQuotes(field, format.delimiter) || row.count == 1 && field.isEmpty {
        arena.append(UInt8(ascii: "\""))
        appendDoublingQuotes(field, format.encoding, to: arena)
        arena.append(UInt8(ascii: "\""))
      } else {
        appendText(field, format.encoding, to: arena)
      }
    }
  }

  /// Appends a text in UTF-8.
  static func appendText(_ text: ByteView, _ encoding: TextEncoding, to arena: ByteArena) {
    if encoding == .windows1252, text.hasHighBytes {
      Windows1252.convert(text, into: arena)
    } else {
      arena.append(text)
    }
  }

  private static func needsQuotes(_ field: ByteView, _ delimiter: UInt8) -> Bool {
    guard field.count > 0 else { return false }
    for index in 0..<field.count {
      switch field[index] {
      case delimiter, UInt8(ascii: "\""), 0x0A, 0x0D: return true
      default: continue
      }
    }
    return isBlank(field[0]) || isBlank(field[field.count - 1])
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

  private static func appendDoublingQuotes(
    _ field: ByteView, _ encoding: TextEncoding, to arena: ByteArena
  ) {
    var from = 0
    for index in 0..<field.count where field[index] == UInt8(ascii: "\"") {
      appendText(field[from..<index + 1], encoding, to: arena)
      from = index
    }
    appendText(field[from..<field.count], encoding, to: arena)
  }
}
