internal import Model
internal import Tabular

/// The cells that a workbook should hold, as a count and a sum that does not depend on their order.
///
/// The library that writes workbooks puts its temporary files on the disk and does not ask whether the disk
/// took them. So a workbook counts as written when it was read back, and holds what was put in it.
final class WorkbookTally {
  private(set) var cells = 0
  private var sum: UInt64 = 0

  /// Adds a cell with a text; an empty one is no cell.
  func add(_ text: String, sheet: Int, row: Int, column: Int) {
    guard !text.isEmpty else { return }
    var text = text
    add(
      text.withUTF8 { bytes in
        bytes.reduce(Self.seed(sheet, row, column)) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
      })
  }

  /// Adds a cell with a number.
  func add(_ number: Double, sheet: Int, row: Int, column: Int) {
    add((Self.seed(sheet, row, column) ^ number.bitPattern) &* 0x100_0000_01b3)
  }

  private func add(_ hash: UInt64) {
    cells += 1
    sum &+= hash ^ (hash >> 29)
  }

  private static func seed(_ sheet: Int, _ row: Int, _ column: Int) -> UInt64 {
    let place = UInt64(row) << 20 ^ UInt64(column) << 8 ^ UInt64(sheet)
    return (place ^ 0xcbf2_9ce4_8422_2325) &* 0x9e37_79b9_7f4a_7c15
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
        try reader.forEachRow(of: sheet) { row in
          for cell in row.cells {
            switch cell.value {
            case .text(let text):
              found.add(text, sheet: sheet, row: row.number - 1, column: cell.column)
            case .number(let number):
              found.add(number, sheet: sheet, row: row.number - 1, column: cell.column)
            case .truth, .fault: found.cells += 1
            }
          }
        }
      }
    } catch {
      return false
    }
    return found.cells == cells && found.sum == sum
  }
}
