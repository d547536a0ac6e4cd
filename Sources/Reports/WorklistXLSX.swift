internal import Diagnostics
public import Model

/// Writes a worklist as an Excel workbook that a social worker works in.
///
/// The sheets are `Werklijst` with a line per household and columns to fill in, `Afgerond` with those of which
/// the case has ended (where there are any), `Signalen` with a line per signal, `Toelichting` that explains everything, and `Keuzelijsten` with the words to choose
/// from. Dates are dates, amounts are numbers, postcodes and references are text. The same list gives
/// the same bytes.
public enum WorklistXLSX {
  /// The name of the file.
  public static let fileName = WorklistCSV.baseName + ".xlsx"

  /// Writes a list.
  ///
  /// - Parameters:
  ///   - worklist: The list.
  ///   - path: Where to; what was there is replaced. Temporary files stand in the same folder.
  /// - Throws: A `Diagnostic` when the file cannot be written.
  /// - Complexity: O(*n*) time in the number of signals; memory does not depend on it.
  public static func write(_ worklist: Worklist, to path: String) throws {
    try write(worklist, to: path, rowsPerSheet: 1_048_576)
  }

  /// Writes a list with so many rows on a sheet.
  static func write(_ worklist: Worklist, to path: String, rowsPerSheet: Int) throws(Diagnostic) {
    let file = try WorkbookFile(worklist, path: path, rowsPerSheet: rowsPerSheet)
    for position in 0..<worklist.count { try file.append(worklist[position]) }
    try file.finish()
  }

  fileprivate static func writeExplanation(
    _ worklist: Worklist, _ book: Workbook, _ formats: WorkbookFormats, _ page: PageText
  ) throws(Diagnostic) {
    let sheet = try book.sheet("Toelichting")
    sheet.setColumn(0, width: 34)
    sheet.setColumn(1, width: 100)
    sheet.setHeader(page.header, footer: page.footer)
    sheet.printText()
    if !worklist.isComplete { sheet.setTab(colour: 0xC0_0000) }
    for (row, part) in Explanation(worklist).parts.enumerated() {
      sheet.setRow(row, height: height(of: part))
      switch part {
      case .title(let text): sheet.write(text, row: row, column: 0, formats.title)
      case .heading(let text): sheet.write(text, row: row, column: 0, formats.heading)
      case .paragraph(let text): sheet.write(text, row: row, column: 1, formats.paragraph)
      case .warning(let text):
        sheet.write("Let op", row: row, column: 0, formats.warning)
        sheet.write(text, row: row, column: 1, formats.warning)
      case .term(let word, let meaning):
        sheet.write(word, row: row, column: 0, formats.term)
        sheet.write(meaning, row: row, column: 1, formats.paragraph)
      }
    }
  }

  private static func height(of part: Explanation.Part) -> Double {
    switch part {
    case .title: 30
    case .heading: 28
    case .paragraph(let text): 15 * Double(ListCell.text(text).lines(width: 98))
    case .term(let title, let text):
      // The title is bold, which takes a few more letters' room.
      15
        * Double(
          max(ListCell.text(title).lines(width: 28), ListCell.text(text).lines(width: 98)))
    case .warning(let text): 15 * Double(ListCell.text(text).lines(width: 88)) + 3
    }
  }
}

/// The workbook of a list while it is written, one household after the other.
final class WorkbookFile {
  private let book: Workbook
  private let households: ColumnSheets<WorklistHousehold>
  private let closed: ColumnSheets<WorklistHousehold>?
  private let signals: ColumnSheets<SignalLine>

  /// Creates the workbook with everything but the households.
  ///
  /// - Throws: `workbookFailed`.
  init(
    _ worklist: Worklist, path: String, rowsPerSheet: Int = 1_048_576
  ) throws(Diagnostic) {
    book = try Workbook(
      path: path, title: "Werklijst vroegsignalering \(worklist.municipalityName)",
      date: worklist.referenceDate)
    let formats = try WorkbookFormats(book)
    let page = PageText(worklist)
    let day = worklist.referenceDate
    let dates = day.adding(months: -24)...day.adding(months: 36)
    households = try ColumnSheets(
      book, formats, name: WorklistSheets.open, columns: HouseholdColumns.all(worklist), page: page,
      entryDates: dates, rowsPerSheet: rowsPerSheet)
    closed =
      worklist.closedCount == 0
      ? nil
      : try ColumnSheets(
        book, formats, name: WorklistSheets.closed, columns: HouseholdColumns.all(worklist),
        page: page, entryDates: dates, rowsPerSheet: rowsPerSheet)
    signals = try ColumnSheets(
      book, formats, name: "Signalen", columns: SignalColumns.all, page: page, entryDates: dates,
      rowsPerSheet: rowsPerSheet)
    try WorklistXLSX.writeExplanation(worklist, book, formats, page)
    try ChoiceSheet.write(book, formats)
  }

  /// Adds a household and its signals.
  ///
  /// - Throws: `workbookFailed`.
  func append(_ household: WorklistHousehold) throws(Diagnostic) {
    if household.standing == .closed, let closed {
      try closed.append(household, urgent: false)
    } else {
      try households.append(household, urgent: household.priorityClass == .c0)
    }
    for signal in household.signals {
      try signals.append(
        SignalLine(household: household, signal: signal), urgent: signal.isThreat)
    }
  }

  /// Writes what is left and closes the file.
  ///
  /// - Throws: `workbookFailed`.
  func finish() throws(Diagnostic) {
    households.finish()
    closed?.finish()
    signals.finish()
    try book.close()
  }
}
