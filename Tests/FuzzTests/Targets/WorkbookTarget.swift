import Model
import Tabular

/// A workbook is read or refused; what is read stands where a cell can, and reads the same again.
///
/// The bytes are taken for a workbook, and for the inside of a sheet.
enum WorkbookTarget {
  static func hold(_ input: ByteView) throws(BrokenPromise) {
    try hold(input.copy)
    try hold(book(around: input.copy))
  }

  private static func hold(_ bytes: [UInt8]) throws(BrokenPromise) {
    let file = try ScratchFile(bytes)
    let first = read(file.path)
    try expect(first == read(file.path), "the same file is read in two ways")
    guard case .success(let cells) = first else { return }
    for cell in cells {
      try expect((1...1_048_576).contains(cell.row), "a cell in row \(cell.row)")
      try expect((0..<16_384).contains(cell.column), "a cell in column \(cell.column)")
      if case .text(let text) = cell.value {
        try expect(text.utf8.count <= 1 << 19, "a text of \(text.utf8.count) bytes")
      }
      if case .number(let number) = cell.value {
        try expect(number.isFinite, "a number that is none")
      }
    }
  }

  private struct Cell: Equatable {
    var row: Int
    var column: Int
    var value: WorkbookValue
  }

  private static func read(_ path: String) -> Result<[Cell], WorkbookError> {
    do {
      let book = try WorkbookReader(path: path)
      var cells: [Cell] = []
      for sheet in book.sheets.indices {
        try book.forEachRow(of: sheet) { row in
          cells += row.cells.map {
            Cell(row: row.number, column: $0.column, value: $0.value)
          }
        }
      }
      return .success(cells)
    } catch let error as WorkbookError { return .failure(error) } catch {
      return .failure(.notWorkbook)
    }
  }

  /// A workbook of one sheet with these rows.
  private static func book(around rows: [UInt8]) -> [UInt8] {
    let types = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    let parts: [(String, [UInt8])] = [
      (
        "_rels/.rels",
        Array(
          "<Relationships><Relationship Id=\"a\" Type=\"\(types)/officeDocument\" Target=\"b\"/></Relationships>"
            .utf8)
      ),
      (
        "_rels/b.rels",
        Array(
          "<Relationships><Relationship Id=\"c\" Type=\"\(types)/worksheet\" Target=\"s\"/></Relationships>"
            .utf8)
      ),
      ("b", Array("<workbook><sheets><sheet name=\"n\" r:id=\"c\"/></sheets></workbook>".utf8)),
      ("s", Array("<worksheet><sheetData>".utf8) + rows + Array("</sheetData></worksheet>".utf8)),
    ]
    var file: [UInt8] = []
    var directory: [UInt8] = []
    for (name, content) in parts {
      let common =
        [20, 0, 0, 0, 0, 0, 0, 0, 0, 0] + number(Int(checksum(content)), 4)
        + number(content.count, 4) + number(content.count, 4) + number(name.utf8.count, 2) + [0, 0]
      directory += [0x50, 0x4B, 1, 2, 20, 0] + common + [UInt8](repeating: 0, count: 10)
      directory += number(file.count, 4) + Array(name.utf8)
      file += [0x50, 0x4B, 3, 4] + common + Array(name.utf8) + content
    }
    let count = number(parts.count, 2)
    return file + directory + [0x50, 0x4B, 5, 6, 0, 0, 0, 0] + count + count
      + number(directory.count, 4) + number(file.count, 4) + [0, 0]
  }

  private static func number(_ value: Int, _ width: Int) -> [UInt8] {
    (0..<width).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
  }

  /// CRC-32, bit by bit.
  private static func checksum(_ bytes: [UInt8]) -> UInt32 {
    var value = UInt32.max
    for byte in bytes {
      value ^= UInt32(byte)
      for _ in 0..<8 { value = value & 1 == 1 ? value >> 1 ^ 0xEDB8_8320 : value >> 1 }
    }
    return ~value
  }
}
