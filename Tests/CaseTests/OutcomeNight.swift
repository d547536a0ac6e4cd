import Foundation
import TestSupport
import Testing

/// Nights of one landlord, of which the worklist is filled in and comes back.
struct OutcomeNight {
  let night: ReviewNight
  var folder: TemporaryFolder { night.folder }

  /// Three households, the first of two signals.
  init() throws {
    night = try ReviewNight([
      ("J.", "Müller", "1"), ("P.", "Smit", "2"), ("A.", "Visser", "3"), ("B.", "Müller", "1"),
    ])
  }

  /// Runs the night of a day in November 2026.
  @discardableResult
  func run(_ day: Int, _ extra: String...) throws -> Program.Outcome {
    let outcome = try extra.isEmpty ? night.run(day) : night.run(day, extra[0])
    return outcome
  }

  /// The lines of the landlord's municipality, by the name of the first resident.
  func list() throws -> FilledList {
    let bytes = try Data(contentsOf: night.file("werklijst.csv"))
    return FilledList(
      rows: SimpleCSV.rows([UInt8](bytes.dropFirst(3)), delimiter: UInt8(ascii: ";")).rows.map {
        $0.cells
      })
  }

  /// Takes in a list; gives what was said.
  @discardableResult
  func take(
    _ list: FilledList, on day: Int, exit: Int32 = 0, extra: [String] = [],
    as name: String = "a.csv"
  ) throws -> Program.Outcome {
    try folder.write(
      try #require(list.text.data(using: .windowsCP1252)), to: name)
    return try take(name, on: day, exit: exit, extra: extra)
  }

  /// Takes in a file.
  @discardableResult
  func take(
    _ name: String, on day: Int, exit: Int32 = 0, extra: [String] = []
  ) throws -> Program.Outcome {
    let outcome = try Program.run(
      [
        "outcomes", "import", name, "--pipeline", "pipelines/nightly.yml", "--state", "state",
        "--reference-date", "2026-11-\(day < 10 ? "0" : "")\(day)",
      ] + extra, in: folder.url)
    #expect(outcome.exitCode == exit, "\(outcome.output)\(outcome.complaints)")
    return outcome
  }

  /// What the run tells of cases and attempts.
  func tables() throws -> String {
    try ["cases.csv.gz", "contact-attempts.csv.gz"].map {
      String(decoding: try NightFixture.inflate(night.file($0)), as: UTF8.self)
    }.joined()
  }
}

/// A worklist as a spreadsheet program holds it.
struct FilledList {
  var rows: [[String]]

  /// The text of the file.
  var text: String {
    rows.map { row in
      row.map { cell in
        cell.contains { ";\"\n".contains($0) }
          ? "\"\(cell.replacing("\"", with: "\"\""))\"" : cell
      }.joined(separator: ";") + "\r\n"
    }.joined()
  }

  /// The line of a resident.
  func line(_ name: String) throws -> Int {
    try #require(rows.firstIndex { row in row.contains { $0.contains(name) } })
  }

  /// A cell of the line of a resident, by the title of its column.
  subscript(_ name: String, _ title: String) -> String {
    get { (try? rows[line(name)][column(title)]) ?? "‹absent›" }
    set {
      if let (line, column) = try? (line(name), column(title)) { rows[line][column] = newValue }
    }
  }

  private func column(_ title: String) throws -> Int {
    try #require(rows[0].firstIndex(of: title))
  }

  /// Fills in an attempt.
  mutating func attempt(
    _ number: Int, of name: String, _ day: String, _ means: String, _ part: String = "",
    _ reached: String = ""
  ) {
    self[name, "Datum poging \(number)"] = day
    self[name, "Soort contact \(number)"] = means
    self[name, "Dagdeel \(number)"] = part
    self[name, "Bereikt \(number)"] = reached
  }
}
