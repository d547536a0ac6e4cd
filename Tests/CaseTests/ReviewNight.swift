import Foundation
import TestSupport
import Testing

/// Nights of one landlord, on which people are asked about doubtful pairs and answer.
struct ReviewNight {
  private let night: SmallNight
  var folder: TemporaryFolder { night.folder }

  /// The first has an initial, the second only a surname; so nobody knows whether they are one.
  ///
  /// Letters outside ASCII tell a file in Windows-1252 from one in UTF-8.
  static let doubtful = [("J.", "Müller", "1"), ("", "Müller", "1"), ("P.", "Smit", "2")]

  /// Delivers signals, each with initials, a surname and a house number of one street.
  init(_ people: [(String, String, String)] = doubtful) throws {
    night = try SmallNight(
      feed: Canary.feed, file: "havenstad-wonen_2026-10_20261104.csv.gz")
    var lines = [Canary.header.joined(separator: ";")]
    for (number, (initials, surname, house)) in people.enumerated() {
      lines.append(
        [
          "H-\(number)", initials, "", surname, "", "", "", "Kadehof", house, "", "", "3111 AB",
          "Schiedam", "", "", "Huurachterstand", "1.234,56", "01-08-2026", "2", "02-11-2026", "",
          "Nee", "",
        ].joined(separator: ";"))
    }
    let text = (lines + [""]).joined(separator: "\r\n")
    try folder.write("", to: "inbox/" + night.file)
    try NightFixture.deflate(
      try #require(text.data(using: .windowsCP1252)), to: night.delivery)
    let definition = try String(
      contentsOfFile: folder.path("pipelines/nightly.yml"), encoding: .utf8)
    try folder.write(definition + "reviews: ../reviews\n", to: "pipelines/nightly.yml")
    try FileManager.default.createDirectory(
      atPath: folder.path("reviews/0606"), withIntermediateDirectories: true)
  }

  /// Runs the night of a day in November 2026.
  @discardableResult
  func run(_ day: Int, _ extra: String..., exit: Int32 = 0, output: String = "output") throws
    -> Program.Outcome
  {
    let date = "2026-11-" + (day < 10 ? "0" : "") + String(day)
    let outcome = try night.run(["--reference-date", date] + extra, output: output)
    #expect(outcome.exitCode == exit, "\(outcome.complaints)")
    return outcome
  }

  /// A file of the current run.
  func file(_ name: String, output: String = "output") -> URL {
    folder.url.appendingPathComponent("\(output)/current/0606/\(name)")
  }

  /// `beoordeling.csv`, cell by cell; nothing when there is none.
  func asked(output: String = "output") throws -> [[String]] {
    guard let bytes = try? Data(contentsOf: file("beoordeling.csv", output: output)) else {
      return []
    }
    #expect(bytes.starts(with: [0xEF, 0xBB, 0xBF]))
    return SimpleCSV.rows([UInt8](bytes.dropFirst(3)), delimiter: UInt8(ascii: ";")).rows.map {
      $0.cells
    }
  }

  /// Puts `beoordeling.csv` back with an answer on every line, as a spreadsheet program saves it.
  func answer(
    _ word: String, as name: String = "beoordeling.csv", encoding: String.Encoding = .windowsCP1252,
    output: String = "output"
  ) throws {
    var rows = try asked(output: output)
    try #require(rows.count > 1)
    let column = try #require(rows[0].firstIndex { $0.hasPrefix("Oordeel") })
    for row in rows.indices.dropFirst() { rows[row][column] = word }
    try put(rows.map { $0.joined(separator: ";") }, as: name, encoding: encoding)
  }

  /// Puts lines into a file of the folder of answers.
  func put(
    _ lines: [String], as name: String, encoding: String.Encoding = .utf8
  ) throws {
    let text = (lines + [""]).joined(separator: "\r\n")
    try folder.write(try #require(text.data(using: encoding)), to: "reviews/0606/" + name)
  }

  /// Puts one answer about two signals.
  func put(_ word: String, _ first: String, _ second: String, as name: String) throws {
    try put(["Oordeel;Melding A;Melding B", "\(word);\(first);\(second)"], as: name)
  }

  /// Takes a file of answers away.
  func takeAway(_ name: String = "beoordeling.csv") throws {
    try FileManager.default.removeItem(atPath: folder.path("reviews/0606/" + name))
  }

  /// A column of `matched` for the signals of the landlord, in the order of its rows.
  func matched(_ column: String, output: String = "output") throws -> [String] {
    try NightFixture.table(file("matched.csv.gz", output: output))
      .filter { $0["feed"] == Canary.feed }
      .sorted { (Int($0["row"] ?? "") ?? 0) < (Int($1["row"] ?? "") ?? 0) }
      .map { try #require($0[column]) }
  }

  /// Whether the first two signals are of one person.
  func isOne(output: String = "output") throws -> Bool {
    let persons = try matched("person_id", output: output)
    return persons[0] == persons[1]
  }
}
