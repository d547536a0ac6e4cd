internal import Model
internal import Tabular

/// The cells that a workbook should hold, as a count and a sum that does not depend on their order.
///
/// The library that writes workbooks puts its temporary files on the disk and does not ask whether the disk
/// took them. So a workbook counts as written when it was read back, and holds what was put in it.
final class WorkbookTally {
  private(set) var cells = 0
  private var sum = 0

  /// Adds a cell with a text; an empty one is no cell.
  func add(_ text: String, sheet: Int, row: Int, column: Int) {
    var text = text
    text.withUTF8 { bytes in
      guard let start = bytes.baseAddress else { return }
      add(ByteView(start: start, count: bytes.count), sheet: sheet, row: row, column: column)
    }
  }

  /// Adds a cell with a number.
  func add(_ number: Double, sheet: Int, row: Int, column: Int) {
    add(sheet, row, column) { $0.combine(number) }
  }

  private func add(_ text: ByteView, sheet: Int, row: Int, column: Int) {
    guard !text.isEmpty else { return }
    add(sheet, row, column) { $0.combine(bytes: UnsafeRawBufferPointer(text.buffer)) }
  }

  /// The hashes are of this process alone, and stand nowhere.
  private func add(_ sheet: Int, _ row: Int, _ column: Int, _ value: (inout Hasher) -> Void) {
    var hasher = Hasher()
    hasher.combine(row << 24 | column << 8 | sheet)
    value(&hasher)
    cells += 1
    sum &+= hasher.finalize()
  }

  /// Whether a workbook is whole and holds these cells and no others.
  ///
  /// - Parameter path: The workbook.
  /// - Returns: Whether it does.
  /// - Complexity: O(*n*) in its size.
  func isOf(_ path: String) -> Bool {
    let found = WorkbookTally()
    do {
      let reader = try WorkbookReader(ofOwn: path)
      try reader.checkParts()
      for sheet in reader.sheets.indices {
        try reader.forEachWrittenCell(of: sheet) { row, column, value in
          switch value {
          case .text(let text): found.add(text, sheet: sheet, row: row, column: column)
          case .number(let number): found.add(number, sheet: sheet, row: row, column: column)
          }
        }
      }
    } catch {
      return false
    }
    return found.cells == cells && found.sum == sum
  }
}
