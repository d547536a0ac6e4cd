import Foundation
import Model
import TestSupport

/// A line of `fixtures/matching/pairs.csv`: two rows as partners deliver them, and what matching made of them.
struct BenchPair {
  static let file = Repository.url("fixtures/matching/pairs.csv")
  static let municipality = Repository.url("fixtures/matching/municipality.csv")

  /// What a side holds, in the order of the columns.
  static let fields: [(name: String, path: any WritableKeyPath<DeliveredRow, String> & Sendable)] =
    [
      ("name", \.name), ("initials", \.initials), ("given_names", \.givenNames),
      ("prefix", \.prefix), ("surname", \.surname), ("partner_surname", \.partnerSurname),
      ("birth_date", \.birthDate), ("street", \.street), ("number", \.houseNumber),
      ("letter", \.houseLetter), ("addition", \.houseAddition), ("postcode", \.postcode),
      ("phone", \.phone), ("email", \.email), ("partner", \.partner), ("reference", \.reference),
    ]
  static let header =
    ["number", "note"] + fields.map { "a_" + $0.name } + fields.map { "b_" + $0.name }
    + ["decision", "grade", "weight"]

  /// The cells of the line.
  var cells: [String]

  var number: String { cells[0] }
  var note: String { cells[1] }
  /// What was frozen: decision, grade, weight.
  var frozen: ArraySlice<String> {
    get { cells.suffix(3) }
    set { cells.replaceSubrange(cells.count - 3..<cells.count, with: newValue) }
  }

  /// The two rows; the second came a month later.
  var rows: [DeliveredRow] {
    let count = Self.fields.count
    return [
      Self.row(cells[2..<2 + count], on: "2026-09-05"),
      Self.row(cells[2 + count..<2 + 2 * count], on: "2026-10-05"),
    ]
  }

  private static func row(_ cells: ArraySlice<String>, on date: String) -> DeliveredRow {
    var row = DeliveredRow()
    row.signalledOn = date
    for (field, cell) in zip(fields, cells) { row[keyPath: field.path] = cell }
    // What reading a delivery does with the date that systems fill in when they know none.
    if row.birthDate == "1900-01-01" { row.quality.insert(.datePlaceholder) }
    return row
  }

  /// Reads the pairs.
  static func all() throws -> [BenchPair] {
    let rows = SimpleCSV.rows([UInt8](try Data(contentsOf: file)), delimiter: UInt8(ascii: ","))
    guard rows.rows.first?.cells == header else { throw CocoaError(.fileReadCorruptFile) }
    return try rows.rows.dropFirst().map {
      guard $0.cells.count == header.count else { throw CocoaError(.fileReadCorruptFile) }
      return BenchPair(cells: $0.cells)
    }
  }

  /// Writes the pairs.
  static func write(_ pairs: [BenchPair]) throws {
    let lines = ([header] + pairs.map(\.cells)).map { cells in
      cells.map { cell in
        cell.contains { ",\"\n".contains($0) }
          ? "\"" + cell.replacingOccurrences(of: "\"", with: "\"\"") + "\"" : cell
      }.joined(separator: ",")
    }
    try Data((lines.joined(separator: "\n") + "\n").utf8).write(to: file)
  }

  /// The other people of the municipality, so that it is always as rare to be called so.
  static func others() throws -> [DeliveredRow] {
    let rows = SimpleCSV.rows(
      [UInt8](try Data(contentsOf: municipality)), delimiter: UInt8(ascii: ",")
    ).rows
    guard let header = rows.first?.cells else { throw CocoaError(.fileReadCorruptFile) }
    let paths = try header.map { name in
      guard let field = fields.first(where: { $0.name == name }) else {
        throw CocoaError(.fileReadCorruptFile)
      }
      return field.path
    }
    return rows.dropFirst().map { line in
      var row = DeliveredRow()
      for (path, cell) in zip(paths, line.cells) { row[keyPath: path] = cell }
      return row
    }
  }
}
