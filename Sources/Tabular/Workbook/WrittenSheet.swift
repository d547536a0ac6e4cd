internal import Glibc
public import Model

/// What a cell that was written holds.
public enum WrittenValue {
  /// The bytes of a text; valid until the next cell.
  case text(ByteView)
  case number(Double)
}

/// Goes through the cells of a sheet in the one form in which `libxlsxwriter` writes them row by row: several
/// times as fast as ``SheetScanner``, which reads what any program may write, and a few rows at a time.
///
/// Whatever else it meets counts as damage: a piece that is missing anywhere leaves something that is not of
/// this form, or fewer cells. What stands around the rows is read as XML.
struct WrittenSheet {
  private enum Place {
    case beforeRows
    case rows
    case behindRows
  }

  private var place = Place.beforeRows
  /// The sheet without its rows.
  private let around = ByteArena(capacity: 1 << 12)
  /// What came and is not read yet.
  private var waiting = ByteArena(capacity: 1 << 12)

  /// Reads the next piece of the sheet.
  ///
  /// - Parameters:
  ///   - piece: The bytes behind those of the piece before.
  ///   - body: Is given the row and the column, both from 0, and the value of each cell that holds something.
  /// - Throws: `malformedPart` where the sheet is not as it was written.
  /// - Complexity: O(*n*) in the bytes of the piece and of a row.
  mutating func read(
    _ piece: ByteView, _ body: (_ row: Int, _ column: Int, WrittenValue) -> Void
  ) throws(WorkbookError) {
    if place == .behindRows { return around.append(piece) }
    waiting.append(piece)
    if place == .beforeRows {
      guard let rows = waiting.bytes.end(ofFirst: "<sheetData>") else { return }
      around.append(waiting.bytes[0..<rows])
      keep(from: rows)
      place = .rows
    }
    var rows = WrittenRow(waiting.bytes[0..<(waiting.bytes.end(ofLast: "</row>") ?? 0)])
    while !rows.isAtEnd { try rows.read(body) }
    keep(from: rows.end)
    if waiting.bytes.begins(with: "</sheetData>") {
      around.append(waiting.bytes)
      waiting.removeAll()
      place = .behindRows
    }
  }

  /// Ends the sheet.
  ///
  /// - Throws: `malformedPart` where it is not as it was written.
  func finish() throws(WorkbookError) {
    // A sheet without rows has no place for them.
    if place == .beforeRows { around.append(waiting.bytes) }
    guard place != .rows else { throw .malformedPart }
    var scanner = MarkupScanner(around.bytes)
    while try scanner.next() != .finished { scanner.forgetText() }
  }

  private mutating func keep(from position: Int) {
    let rest = ByteArena(capacity: max(1 << 12, waiting.count - position))
    rest.append(waiting.bytes[position..<waiting.count])
    waiting = rest
  }
}

/// Reads rows that are whole.
private struct WrittenRow {
  private let bytes: ByteView
  private var at = 0

  init(_ bytes: ByteView) { self.bytes = bytes }

  var isAtEnd: Bool { at == bytes.count }
  var end: Int { bytes.count }

  /// Reads the next cell, or the beginning or end of a row.
  mutating func read(
    _ body: (_ row: Int, _ column: Int, WrittenValue) -> Void
  ) throws(WorkbookError) {
    if take("</row>") { return }
    if take("<row ") { return try pass(">") }
    try readCell(body)
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
}

extension ByteView {
  /// Whether these bytes begin with others.
  fileprivate func begins(with word: StaticString) -> Bool {
    let width = word.utf8CodeUnitCount
    return count >= width && memcmp(start, word.utf8Start, width) == 0
  }

  /// Behind the first of some bytes that begin with `<`.
  fileprivate func end(ofFirst word: StaticString) -> Int? {
    var at = 0
    while at < count, let found = memchr(start + at, Int32(UInt8(ascii: "<")), count - at) {
      at = UnsafeRawPointer(found) - UnsafeRawPointer(start)
      if self[at..<count].begins(with: word) { return at + word.utf8CodeUnitCount }
      at += 1
    }
    return nil
  }

  /// Behind the last of some bytes.
  fileprivate func end(ofLast word: StaticString) -> Int? {
    var at = count - word.utf8CodeUnitCount
    while at >= 0 {
      if self[at..<count].begins(with: word) { return at + word.utf8CodeUnitCount }
      at -= 1
    }
    return nil
  }
}
