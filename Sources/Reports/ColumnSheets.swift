internal import CXLSXWriter
internal import Diagnostics
internal import Model

/// Lines under a header, on as many sheets as they need.
final class ColumnSheets<Line> {
  private let book: Workbook
  private let formats: WorkbookFormats
  private let name: String
  private let columns: [ListColumn<Line>]
  private let page: PageText
  private let entryDates: ClosedRange<CalendarDate>
  private let rowsPerSheet: Int
  private var sheet: Sheet
  private var sheets = 1
  private var row = 1

  /// Creates the first sheet with its header.
  ///
  /// - Parameters:
  ///   - book: The workbook.
  ///   - formats: Its formats.
  ///   - name: What stands on the tab; sheets after the first also get a number.
  ///   - columns: The columns in order.
  ///   - page: What stands above and below a printed page.
  ///   - entryDates: The dates that a worker may fill in.
  ///   - rowsPerSheet: Rows of a sheet, with the header. Excel has 1,048,576.
  /// - Throws: `workbookFailed`.
  init(
    _ book: Workbook, _ formats: WorkbookFormats, name: String, columns: [ListColumn<Line>],
    page: PageText, entryDates: ClosedRange<CalendarDate>, rowsPerSheet: Int = 1_048_576
  ) throws(Diagnostic) {
    self.book = book
    self.formats = formats
    self.name = name
    self.columns = columns
    self.page = page
    self.entryDates = entryDates
    self.rowsPerSheet = rowsPerSheet
    sheet = try book.sheet(name)
    begin()
  }

  /// Writes one line.
  ///
  /// - Throws: `workbookFailed`.
  func append(_ line: Line, urgent: Bool) throws(Diagnostic) {
    if row == rowsPerSheet {
      finish()
      sheets += 1
      row = 1
      sheet = try book.sheet("\(name) \(sheets)")
      begin()
    }
    let filled = urgent ? formats.urgent : formats.plain
    let cells = columns.map { $0.cell(line) }
    let heights = zip(columns, cells).map { column, cell in
      cell.lines(width: column.width - (urgent ? 3 : 1))
    }
    // Not every program fits rows to wrapped text by itself. 409 points is the most there is.
    sheet.setRow(row, height: min(409, 15 * Double(heights.max() ?? 1)))
    for (index, cell) in cells.enumerated() {
      let isEntry = columns[index].entry != nil
      // An entry without a value is not written: its column has the format already.
      if isEntry && cell == .empty { continue }
      sheet.write(cell, row: row, column: index, isEntry ? formats.entered : filled)
    }
    row += 1
  }

  /// Puts filters, choices and print settings on the last sheet.
  func finish() {
    sheet.filter(rows: row - 1, columns: columns.count)
    // What a worker fills in is not printed: the page stays readable.
    let printed = columns.firstIndex { $0.entry != nil || !$0.isPrinted } ?? columns.count
    sheet.printAcross(rows: row, columns: printed)
    guard row > 1 else { return }
    for (index, column) in columns.enumerated() {
      switch column.entry {
      case nil, .text: break
      case .date: sheet.allowDates(entryDates, rows: 1...row - 1, column: index)
      case .choice(let list):
        sheet.offer(ChoiceSheet.range(of: list), rows: 1...row - 1, column: index)
      }
    }
  }

  private func begin() {
    sheet.freeze(rows: 1, columns: 2)
    sheet.setHeader(page.header, footer: page.footer)
    sheet.setRow(0, height: 48)
    for (index, column) in columns.enumerated() {
      let format: Sheet.Format? =
        switch column.entry {
        case nil: nil
        case .date: formats.entryDate
        case .choice, .text: formats.entryText
        }
      sheet.setColumn(index, width: column.width, format)
      sheet.write(
        column.title, row: 0, column: index,
        column.entry == nil ? formats.header : formats.entryHeader)
    }
  }
}

/// The sheet that holds the words to choose from.
///
/// A list inside a cell's rule may have 255 characters, which the results do not fit in.
enum ChoiceSheet {
  /// What stands on the tab.
  static let name = "Keuzelijsten"

  /// Writes the lists beside each other.
  ///
  /// - Throws: `workbookFailed`.
  static func write(_ book: Workbook, _ formats: WorkbookFormats) throws(Diagnostic) {
    let sheet = try book.sheet(name)
    let lists = ChoiceList.allCases
    for (column, list) in lists.enumerated() {
      sheet.setColumn(column, width: list == .result ? 64 : 20)
      sheet.write(list.rawValue, row: 0, column: column, formats.header)
    }
    for row in 0..<(lists.map(\.words.count).max() ?? 0) {
      for (column, list) in lists.enumerated() where row < list.words.count {
        sheet.write(list.words[row], row: row + 1, column: column, formats.paragraph)
      }
    }
    sheet.freeze(rows: 1, columns: 0)
    sheet.printText()
  }

  /// Where the words of a list stand.
  static func range(of list: ChoiceList) -> String {
    let column = ["A", "B", "C", "D"][ChoiceList.allCases.firstIndex(of: list) ?? 0]
    return "=\(name)!$\(column)$2:$\(column)$\(list.words.count + 1)"
  }
}
