internal import Glibc
public import Model

/// What a cell that was written holds.
public enum WrittenValue {
  /// The bytes of a text; valid until the next cell.
  case text(ByteView)
  case number(Double)
}

/// Goes through the cells of a sheet in the one form in which `libxlsxwriter` writes them row by row: several
/// times as fast as ``SheetScanner``, which reads what any program may write.
///
/// Whatever else it meets counts as damage: a piece that is missing anywhere leaves something that is not of
/// this form, or fewer cells. What stands around the rows is read as XML.
struct WrittenSheet {
  private let bytes: ByteView
  private var at = 0

  /// Begins at the top of a sheet.
  init(_ bytes: ByteView) { self.bytes = bytes }

  /// Shows every cell that holds something, row by row.
  ///
  /// - Parameter body: Is given the row and the column, both from 0, and the value.
  /// - Throws: `malformedPart` where the sheet is not as it was written.
  /// - Complexity: O(*n*) in the bytes of the sheet.
  mutating func forEachCell(
    _ body: (_ row: Int, _ column: Int, WrittenValue) -> Void
  ) throws(WorkbookError) {
    guard let rows = startOfRows() else {
      // A sheet without rows.
      return try readAround(bytes[0..<bytes.count], bytes[0..<0])
    }
    at = rows + 11
    while !take("</sheetData>") {
      if take("</row>") { continue }
      if take("<row ") {
        try pass(">")
      } else {
        try readCell(body)
      }
    }
    try readAround(bytes[0..<rows + 11], bytes[at - 12..<bytes.count])
  }

  /// Reads the sheet without its rows.
  private func readAround(_ head: ByteView, _ tail: ByteView) throws(WorkbookError) {
    let around = ByteArena(capacity: head.count + tail.count)
    around.append(head)
    around.append(tail)
    var scanner = MarkupScanner(around.bytes)
    while try scanner.next() != .finished { scanner.forgetText() }
  }

  private mutating func readCell(
    _ body: (_ row: Int, _ column: Int, WrittenValue) -> Void
  ) throws(WorkbookError) {
    guard take("<c r=\"") else { throw .malformedPart }
    var (row, column) = (0, 0)
    while at < bytes.count, bytes[at] &- UInt8(ascii: "A") < 26 {
      column = column * 26 + Int(bytes[at] - UInt8(ascii: "A")) + 1
      at += 1
    }
    while at < bytes.count, bytes[at] &- UInt8(ascii: "0") < 10 {
      row = row * 10 + Int(bytes[at] - UInt8(ascii: "0"))
      at += 1
    }
    let attributes = at
    try pass(">")
    guard row > 0, column > 0, row < 1 << 24, column < 1 << 16 else { throw .malformedPart }
    if bytes[at - 2] == UInt8(ascii: "/") { return }
    if at - attributes >= 14, bytes[at - 14..<at].equals("t=\"inlineStr\">") {
      guard take("<is><t>") || take("<is><t xml:space=\"preserve\">") else { throw .malformedPart }
      try readText { body(row - 1, column - 1, .text($0)) }
      guard take("</t></is></c>") else { throw .malformedPart }
    } else {
      guard take("<v>") else { throw .malformedPart }
      let start = at
      try pass("<")
      guard let number = Double(bytes[start..<at - 1].string) else { throw .malformedPart }
      at -= 1
      guard take("</v></c>") else { throw .malformedPart }
      body(row - 1, column - 1, .number(number))
    }
  }

  /// Shows the text up to the next tag, with the signs in the place of entities.
  private mutating func readText(_ body: (ByteView) -> Void) throws(WorkbookError) {
    let start = at
    try pass("<")
    at -= 1
    let written = bytes[start..<at]
    guard written.buffer.contains(UInt8(ascii: "&")) else { return body(written) }
    let text = ByteArena(capacity: written.count)
    text.append(string: try MarkupScanner.decode(written))
    body(text.bytes)
  }

  /// Goes on behind the next such sign.
  private mutating func pass(_ sign: Unicode.Scalar) throws(WorkbookError) {
    guard
      let found = memchr(bytes.start + at, Int32(sign.value), bytes.count - at)
    else { throw .malformedPart }
    at = UnsafeRawPointer(found) - UnsafeRawPointer(bytes.start) + 1
  }

  /// Goes on behind some bytes, if they come next.
  private mutating func take(_ word: StaticString) -> Bool {
    let width = word.utf8CodeUnitCount
    guard bytes.count - at >= width, memcmp(bytes.start + at, word.utf8Start, width) == 0 else {
      return false
    }
    at += width
    return true
  }

  /// Where the rows begin.
  private func startOfRows() -> Int? {
    var tag = self
    while (try? tag.pass("<")) != nil {
      tag.at -= 1
      if tag.take("<sheetData>") { return tag.at - 11 }
      tag.at += 1
    }
    return nil
  }
}
