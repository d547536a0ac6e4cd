import Foundation
import TestSupport
import Testing

/// Nights of a landlord and a water company early in 2025, long enough ago for terms to be over today.
struct RightsNight {
  let night: SmallNight
  var folder: TemporaryFolder { night.folder }

  static let landlord = Canary.header
  static let water = [
    "KLANT", "NAAM", "ADRES", "POSTCODE", "WOONPLAATS", "TELEFOON", "SALDO", "SINDS", "VERZONDEN",
    "MELDING", "EINDE LEVERING", "GEEN TOESTEMMING",
  ]

  /// Prepares the folder, with an empty inbox.
  ///
  /// - Parameter retention: The terms of Schiedam in months: not picked up, picked up, after closing.
  /// - Throws: An error if the folder cannot be made.
  init(retention: (Int, Int, Int)? = nil) throws {
    night = try SmallNight(
      feed: "havenstad-wonen", file: "havenstad-wonen_2024-12_20250106.csv.gz")
    try takeAway(night.companionFile)
    try night.changeFeed("rejects-at-most-per-mille: 100", to: "rejects-at-most-per-mille: 900")
    guard let (first, second, third) = retention else { return }
    let path = "pipelines/municipalities/0606.yml"
    var text = try String(contentsOfFile: folder.path(path), encoding: .utf8)
    for (old, new) in [
      ("not-picked-up-months: 6", "not-picked-up-months: \(first)"),
      ("\n  picked-up-months: 12", "\n  picked-up-months: \(second)"),
      ("after-closing-months: 18", "after-closing-months: \(third)"),
    ] {
      try #require(text.contains(old))
      text = text.replacing(old, with: new)
    }
    try folder.write(text, to: path)
  }

  /// Puts a delivery of the landlord into the inbox; `day` as 2025-01-06.
  @discardableResult
  func deliver(_ rows: [[String: String]], period: String, on day: String) throws -> String {
    try write(rows, RightsNight.landlord, ";", "havenstad-wonen", period, day)
  }

  /// Puts a delivery of the water company into the inbox.
  @discardableResult
  func deliverWater(_ rows: [[String: String]], period: String, on day: String) throws -> String {
    try write(rows, RightsNight.water, "|", "waterdruppel", period, day)
  }

  private func write(
    _ rows: [[String: String]], _ header: [String], _ delimiter: String, _ feed: String,
    _ period: String, _ day: String
  ) throws -> String {
    let lines = [header] + rows.map { row in header.map { row[$0] ?? "" } }
    let text = lines.map { $0.joined(separator: delimiter) + "\r\n" }.joined()
    let name = "\(feed)_\(period)_\(day.replacing("-", with: "")).csv.gz"
    try folder.write("", to: "inbox/" + name)
    try NightFixture.deflate(
      try #require(text.data(using: .windowsCP1252)),
      to: folder.url.appendingPathComponent("inbox/" + name))
    return name
  }

  /// Takes a delivery out of the inbox.
  func takeAway(_ name: String) throws {
    try FileManager.default.removeItem(atPath: folder.path("inbox/" + name))
  }

  /// Runs a night; rows that cannot be read and deliveries that are missing are no matter.
  func run(_ day: String) throws {
    let outcome = try command("run", "--reference-date", day, "--municipality", "0606")
    try #require([0, 3].contains(outcome.exitCode), "\(day): \(outcome.complaints)")
  }

  /// Runs a command on the folders of the nights.
  @discardableResult
  func command(_ words: String..., behind wrapper: [String] = []) throws -> Program.Outcome {
    try Program.run(
      [
        words[0], "pipelines/nightly.yml", "--inbox", "inbox", "--output", "output", "--state",
        "state",
      ] + words.dropFirst(), in: folder.url, behind: wrapper)
  }

  /// A file of the current run.
  func table(_ name: String) throws -> [[String: String]] {
    try NightFixture.table(current.appendingPathComponent(name))
  }

  /// The current run.
  var current: URL {
    folder.url.appendingPathComponent("output/current").resolvingSymlinksInPath()
  }

  /// The names of all runs.
  func runs() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path("output/runs")).sorted()
  }

  /// Checks that every run and the state are as written.
  func expectWhole(_ sourceLocation: SourceLocation = #_sourceLocation) throws {
    let outcome = try Program.run(
      ["verify", "output", "--state", "state"], in: folder.url)
    #expect(
      outcome.exitCode == 0, "\(outcome.output)\(outcome.complaints)",
      sourceLocation: sourceLocation)
  }

  /// The files below folders that hold one of some texts, also inside gzip files and workbooks.
  func files(holding texts: [String], below names: [String] = ["output", "state"]) throws
    -> [String]
  {
    var found: [String] = []
    for name in names {
      let paths = try FileManager.default.subpathsOfDirectory(atPath: folder.path(name))
      for path in paths {
        let url = folder.url.appendingPathComponent("\(name)/\(path)")
        guard let whole = try? Data(contentsOf: url) else { continue }
        var text = String(decoding: whole, as: UTF8.self)
        if path.contains(".gz") {
          text += String(decoding: try NightFixture.inflate(url), as: UTF8.self)
        }
        if path.hasSuffix(".xlsx") { text += try ZipParts(whole).wholeText() }
        let small = text.lowercased()
        if texts.contains(where: { small.contains($0) }) { found.append("\(name)/\(path)") }
      }
    }
    return found
  }

  /// A copy of everything, to try something else with.
  func copied() throws -> RightsNight {
    let copy = RightsNight(night: try SmallNight(feed: night.feed, file: night.file))
    for name in ["inbox", "output", "state", "pipelines"] {
      try? FileManager.default.removeItem(atPath: copy.folder.path(name))
      try FileManager.default.copyItem(atPath: folder.path(name), toPath: copy.folder.path(name))
    }
    return copy
  }

  private init(night: SmallNight) { self.night = night }
}

/// People of the nights, each of whose values stands nowhere else.
struct RightsPeople {
  private(set) var rows: [[String: String]] = []
  private(set) var water: [[String: String]] = []
  /// What must be gone when the first one is: in small letters.
  private(set) var values: [String] = []
  /// Of somebody at another address.
  private(set) var others: [String] = []

  /// The first person with a signal of each partner, one that is too small and one that cannot be read; then
  /// others, two of whom live together.
  init() {
    var words = LeakWords()
    for number in 0..<4 {
      let (subject, cells) = words.subject("elsewhere", number: number)
      var row = cells
      row["Achterstand sinds"] = "01-10-2024"
      row["Datum melding"] = "03-01-2025"
      row["Huisnummer"] = "\(number == 3 ? 3 : number + 1)"
      if number == 3 { row["Straat"] = rows[4]["Straat"] }
      rows.append(row)
      let own = subject.values.filter { $0.key != .remark && $0.key != .birthDate }
        .flatMap(\.value)
      if number > 0 {
        others += own
        continue
      }
      values = own + ["w-eersteklant"]
      var small = row
      small["Openstaand bedrag"] = "12,00"
      small["Datum melding"] = "02-01-2025"
      var broken = row
      broken["Openstaand bedrag"] = "onleesbaar"
      rows += [small, broken]
      water.append([
        "KLANT": "W-EERSTEKLANT", "NAAM": "Dhr. Q.X. \(row["Achternaam"] ?? "")",
        "ADRES": "\(row["Straat"] ?? "") 1", "POSTCODE": "3111 AB", "WOONPLAATS": "Schiedam",
        "SALDO": "212.50", "SINDS": "2024-10-01", "VERZONDEN": "2025-01-03",
        "MELDING": "ACHTERSTAND",
      ])
    }
  }
}
