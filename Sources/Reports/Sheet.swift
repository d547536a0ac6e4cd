internal import CXLSXWriter
internal import Model

/// One sheet of a workbook.
///
/// Rows are written from top to bottom.
struct Sheet {
  typealias Format = UnsafeMutablePointer<lxw_format>

  private let sheet: UnsafeMutablePointer<lxw_worksheet>
  /// From 0.
  private let number: Int
  private let tally: WorkbookTally
  private let keep: (lxw_error) -> Void

  /// Wraps a sheet; problems are handed to `keep`.
  init(
    _ sheet: UnsafeMutablePointer<lxw_worksheet>, number: Int, _ tally: WorkbookTally,
    keep: @escaping (lxw_error) -> Void
  ) {
    self.sheet = sheet
    self.number = number
    self.tally = tally
    self.keep = keep
  }

  /// Sets the width of a column in characters, and the format of its cells that are not written.
  func setColumn(_ column: Int, width: Double, _ format: Format? = nil) {
    keep(worksheet_set_column(sheet, UInt16(column), UInt16(column), width, format))
  }

  /// Sets the height of a row in points; before its cells are written.
  func setRow(_ row: Int, height: Double) {
    keep(worksheet_set_row(sheet, UInt32(row), height, nil))
  }

  /// Writes a cell.
  func write(_ cell: ListCell, row: Int, column: Int, _ formats: CellFormats) {
    switch cell {
    case .empty:
      keep(worksheet_write_blank(sheet, UInt32(row), UInt16(column), formats.text))
    case .text(let text): write(text, row: row, column: column, formats.text)
    case .lines(let lines):
      write(lines.joined(separator: "\n"), row: row, column: column, formats.lines)
    case .number(let number): write(Double(number), row: row, column: column, formats.number)
    case .date(let date): write(Self.serial(date), row: row, column: column, formats.date)
    case .euro(let money):
      // The nearest number with two decimals; a spreadsheet knows no other.
      write(Double(money.cents) / 100, row: row, column: column, formats.euro)
    }
  }

  /// Writes a text in a format of its own.
  func write(_ text: String, row: Int, column: Int, _ format: Format) {
    let text = Self.safe(text)
    tally.add(text, sheet: number, row: row, column: column)
    keep(worksheet_write_string(sheet, UInt32(row), UInt16(column), text, format))
  }

  private func write(_ value: Double, row: Int, column: Int, _ format: Format) {
    tally.add(value, sheet: number, row: row, column: column)
    keep(worksheet_write_number(sheet, UInt32(row), UInt16(column), value, format))
  }

  /// Keeps the first rows and columns in view.
  func freeze(rows: Int, columns: Int) {
    worksheet_freeze_panes(sheet, UInt32(rows), UInt16(columns))
  }

  /// Puts filters on a header in the first row.
  func filter(rows: Int, columns: Int) {
    keep(worksheet_autofilter(sheet, 0, 0, UInt32(max(rows, 1)), UInt16(columns - 1)))
  }

  /// Prints on A3 across, as wide as a page, with the first row on every page.
  ///
  /// - Parameters:
  ///   - rows: Rows to print, with the header.
  ///   - columns: Columns to print.
  func printAcross(rows: Int, columns: Int) {
    setPage(paper: 8)
    keep(worksheet_repeat_rows(sheet, 0, 0))
    keep(worksheet_print_area(sheet, 0, 0, UInt32(max(rows - 1, 0)), UInt16(columns - 1)))
  }

  /// Prints on A4 across, as wide as a page.
  func printText() { setPage(paper: 9) }

  private func setPage(paper: UInt8) {
    worksheet_set_landscape(sheet)
    worksheet_set_paper(sheet, paper)
    worksheet_fit_to_pages(sheet, 1, 0)
    worksheet_set_margins(sheet, 0.4, 0.4, 0.8, 0.6)
  }

  /// Sets what stands above and below each printed page; cut at the 255 characters that are allowed.
  func setHeader(_ header: String, footer: String) {
    keep(worksheet_set_header(sheet, header))
    keep(worksheet_set_footer(sheet, footer))
  }

  /// Gives the tab a colour, as 0xRRGGBB.
  func setTab(colour: UInt32) { worksheet_set_tab_color(sheet, colour) }

  /// Offers the words of a range to choose from.
  func offer(_ range: String, rows: ClosedRange<Int>, column: Int) {
    range.withMutableCString { range in
      check(rows: rows, column: column, message: "Kies een waarde uit de lijst.") { rule in
        rule.validate = UInt8(LXW_VALIDATION_TYPE_LIST_FORMULA.rawValue)
        rule.value_formula = range
      }
    }
  }

  /// Allows dates alone.
  func allowDates(_ dates: ClosedRange<CalendarDate>, rows: ClosedRange<Int>, column: Int) {
    let message = "Vul een datum in als dag-maand-jaar, bijvoorbeeld 31-12-2026."
    check(rows: rows, column: column, message: message) { rule in
      rule.validate = UInt8(LXW_VALIDATION_TYPE_DATE_NUMBER.rawValue)
      rule.criteria = UInt8(LXW_VALIDATION_CRITERIA_BETWEEN.rawValue)
      rule.minimum_number = Self.serial(dates.lowerBound)
      rule.maximum_number = Self.serial(dates.upperBound)
    }
  }

  private func check(
    rows: ClosedRange<Int>, column: Int, message: String,
    _ set: (inout lxw_data_validation) -> Void
  ) {
    message.withMutableCString { message in
      "Dit kan hier niet".withMutableCString { title in
        var rule = lxw_data_validation()
        rule.error_title = title
        rule.error_message = message
        set(&rule)
        keep(
          worksheet_data_validation_range(
            sheet, UInt32(rows.lowerBound), UInt16(column), UInt32(rows.upperBound),
            UInt16(column), &rule))
      }
    }
  }

  /// The number that a spreadsheet holds for a day.
  static func serial(_ date: CalendarDate) -> Double { Double(date.days) + 25_569 }

  /// A text without characters that cannot stand in a workbook, cut where a cell is full.
  ///
  /// - Source: `ecma-376`.
  static func safe(_ text: String) -> String {
    if isSafe(text) { return text }
    var scalars = String.UnicodeScalarView()
    var length = 0
    for scalar in text.unicodeScalars {
      let value = scalar.value
      if value < 0x20 && value != 0x0A && value != 0x09 || value == 0xFFFE || value == 0xFFFF {
        continue
      }
      length += value > 0xFFFF ? 2 : 1
      guard length <= 32_000 else { return String(scalars) + " … (ingekort)" }
      scalars.append(scalar)
    }
    return String(scalars)
  }

  /// Whether a text is so short and so plain that it can stand as it is: nearly always.
  private static func isSafe(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
      guard bytes.count <= 32_000 else { return false }
      // 0xEF begins U+FFFE and U+FFFF, among others that are looked at one by one.
      for byte in bytes where byte < 0x20 && byte != 0x0A && byte != 0x09 || byte == 0xEF {
        return false
      }
      return true
    }
  }
}

/// The formats of the cells of a row, one for each kind of cell.
struct CellFormats {
  /// Of short texts, which stay text when somebody edits them.
  let text: Sheet.Format
  /// Of texts of any length: Excel does not show a long one in a cell that is marked as text.
  let lines: Sheet.Format
  let number: Sheet.Format
  let date: Sheet.Format
  let euro: Sheet.Format
}
