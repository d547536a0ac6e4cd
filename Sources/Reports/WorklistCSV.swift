internal import Diagnostics
public import Model

/// Writes a worklist as a CSV file that a Dutch spreadsheet opens with a double click.
///
/// Semicolons, UTF-8 with a byte order mark, CRLF, decimal commas, dates as `dd-MM-yyyy`. The
/// column `Lijst` says whether the list is complete. A cell that begins with `=`, `+`, `-`, `@`, a tab or a
/// carriage return would be run as a formula: it gets one apostrophe in front. Several texts in one
/// cell are parted by ` / `.
///
/// - Source: `csv-injection`.
public enum WorklistCSV {
  /// The name of the file.
  public static let fileName = baseName + ".csv"
  static let baseName = "werklijst"

  /// Writes the households of a list.
  ///
  /// - Parameters:
  ///   - worklist: The list.
  ///   - path: Where to; what was there is replaced.
  /// - Throws: A `Diagnostic` when the file cannot be written.
  /// - Complexity: O(*n*) time in the number of signals; memory does not depend on it.
  public static func write(_ worklist: Worklist, to path: String) throws {
    let file = try HouseholdFile(worklist, path: path)
    for position in 0..<worklist.count { try file.append(worklist[position]) }
    try file.finish()
  }

  static func append(_ cells: [ListCell], to out: ByteArena) {
    for (index, cell) in cells.enumerated() {
      if index > 0 { out.append(UInt8(ascii: ";")) }
      switch cell {
      case .empty: break
      case .text(let text): append(text: text, to: out)
      case .lines(let lines): append(text: lines.joined(separator: " / "), to: out)
      case .number(let number): out.append(decimal: number)
      case .date(let date): out.append(string: date.dutch)
      case .euro(let amount): append(amount: amount, to: out)
      }
    }
    out.append("\r\n")
  }

  /// Appends a text: made harmless, and quoted where needed.
  static func append(text: String, to out: ByteArena) {
    var harmless = text
    if let first = text.utf8.first, startsFormula(first) { harmless = "'" + text }
    let quote = harmless.utf8.contains { byte in
      byte == UInt8(ascii: ";") || byte == UInt8(ascii: "\"") || byte == 0x0A || byte == 0x0D
    }
    guard quote else { return out.append(string: harmless) }
    out.append(UInt8(ascii: "\""))
    for byte in harmless.utf8 {
      if byte == UInt8(ascii: "\"") { out.append(byte) }
      out.append(byte)
    }
    out.append(UInt8(ascii: "\""))
  }

  private static func startsFormula(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), 0x09, 0x0D:
      true
    default: false
    }
  }

  private static func append(amount: Money, to out: ByteArena) {
    if amount.cents < 0 { out.append(UInt8(ascii: "-")) }
    let cents = Int(amount.cents.magnitude)
    out.append(decimal: cents / 100)
    out.append(UInt8(ascii: ","))
    out.append(decimal: cents % 100, width: 2)
  }
}

/// The CSV file of a list while it is written, one household after the other.
final class HouseholdFile {
  private let file: OutputFile
  private let columns: [ListColumn<WorklistHousehold>]
  private let block = ByteArena(capacity: 80 * 1024)

  /// Creates the file with its header.
  ///
  /// - Throws: `workbookFailed`.
  init(_ worklist: Worklist, path: String) throws(Diagnostic) {
    file = try OutputFile(path: path)
    columns = HouseholdColumns.all(worklist)
    block.append("\u{FEFF}")
    WorklistCSV.append(columns.map { .text($0.title) }, to: block)
  }

  /// Adds a household.
  ///
  /// - Throws: `workbookFailed`.
  func append(_ household: WorklistHousehold) throws(Diagnostic) {
    WorklistCSV.append(columns.map { $0.cell(household) }, to: block)
    guard block.count > 64 * 1024 else { return }
    try file.write(block.bytes)
    block.removeAll()
  }

  /// Writes what is left and closes the file.
  ///
  /// - Throws: `workbookFailed`.
  func finish() throws(Diagnostic) {
    try file.write(block.bytes)
    try file.finish()
  }
}
