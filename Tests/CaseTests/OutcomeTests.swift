import Foundation
import TestSupport
import Testing

/// What workers fill in comes back, is remembered, and stands on the next list.
@Suite struct OutcomeTests {
  private func filled(_ night: OutcomeNight) throws -> FilledList {
    var list = try night.list()
    list.attempt(1, of: "Smit", "09-11-2026", "Telefoon", "Ochtend", "Nee")
    list["Smit", "Datum opgepakt"] = "9-11-2026"
    list.attempt(1, of: "Visser", "10-11-2026", "Huisbezoek", "Avond", "Ja")
    list["Visser", "Datum hulp aanvaard"] = "10-11-2026"
    list["Visser", "Resultaat"] = "vervolghulp en/of verwijzing financieel"
    return list
  }

  @Test func aListGoesRoundWithoutLoss() throws {
    let night = try OutcomeNight()
    try night.run(9)
    #expect(try night.list()["Smit", "Stand"] == "open")
    let list = try filled(night)
    let said = try night.take(list, on: 10).output
    #expect(said.contains("2 taken in") && said.contains(" 0 refused"), "\(said)")
    try night.run(11)
    let next = try night.list()
    let titles = list.rows[0].drop { $0 != "Datum poging 1" }.prefix { $0 != "Resultaat" }
    for name in ["Smit", "Visser", "Müller"] {
      for title in titles {
        let typed = list[name, title]
        #expect(next[name, title] == (typed == "9-11-2026" ? "09-11-2026" : typed), "\(title)")
      }
    }
    #expect(next["Smit", "Stand"] == "bezig" && next["Müller", "Stand"] == "open")
    #expect(next["Visser", "Stand"] == "afgerond")
    #expect(next["Visser", "Resultaat"] == "Vervolghulp en/of verwijzing financieel")
    let book = ZipParts(try Data(contentsOf: night.night.file("werklijst.xlsx")))
    #expect(try book.text("xl/workbook.xml").contains("<sheet name=\"Afgerond\""))
    #expect(try book.text("xl/worksheets/sheet2.xml").contains(next["Visser", "Kenmerk"]))
    #expect(try !book.text("xl/worksheets/sheet1.xml").contains(next["Visser", "Kenmerk"]))
    let lines = try NightFixture.table(night.night.file("prioritised.csv.gz"))
    #expect(lines.count == next.rows.count - 1, "those that ended stay among all")
    // The list of that day, as it is: nothing is new.
    let again = try night.take(next, on: 12)
    #expect(again.output.contains("0 taken in, 0 taken in partly, 2 unchanged"))
  }

  @Test func theWorkbookOfTheProductComesBackToo() throws {
    let night = try OutcomeNight()
    try night.run(9)
    try night.take(try filled(night), on: 10)
    try night.run(11)
    let said = try night.take("output/current/0606/werklijst.xlsx", on: 11).output
    #expect(said.contains("0 taken in, 0 taken in partly, 2 unchanged"), "\(said)")
  }

  @Test func theSameFileTwiceChangesNothing() throws {
    let night = try OutcomeNight()
    try night.run(9)
    let list = try filled(night)
    try night.take(list, on: 10)
    try night.run(10)
    let tables = try night.tables()
    for day in [10, 10] {
      #expect(try night.take(list, on: day).output.contains("2 unchanged"))
      #expect(try night.run(10, "--verbose").output.contains("nothing new"))
    }
    #expect(try night.take(list, on: 14).output.contains("2 unchanged"))
    #expect(
      try night.run(9, "--verbose").output.contains("nothing new"), "that day knew of nothing")
    try night.run(15)
    #expect(try night.tables() == tables)
  }

  @Test func anImportMakesANewRunOfTheSameDay() throws {
    let night = try OutcomeNight()
    let before = try night.run(9, "--verbose").output
    try night.take(try filled(night), on: 10, extra: ["--dry-run"])
    try night.run(10)
    #expect(try night.list()["Smit", "Stand"] == "open", "a trial keeps nothing")
    try night.take(try filled(night), on: 10)
    #expect(try !night.run(10, "--verbose").output.contains("nothing new"))
    #expect(try night.list()["Smit", "Stand"] == "bezig")
    #expect(before.contains("run 2026-11-09"))
  }

  /// Lines in any order give the same state.
  @Test(arguments: 1...4)
  func theOrderOfLinesChangesNothing(seed: UInt64) throws {
    let night = try OutcomeNight()
    try night.run(9)
    var list = try filled(night)
    list.attempt(2, of: "Smit", "10-11-2026", "Duif")
    list["Müller", "Datum opgepakt"] = "10-11-2026"
    try FileManager.default.copyItem(
      at: night.folder.url.appendingPathComponent("state"),
      to: night.folder.url.appendingPathComponent("other"))
    try night.take(list, on: 10, exit: 3)
    var generator = SeededGenerator(seed: seed)
    var mixed = list
    mixed.rows = [list.rows[0]] + list.rows.dropFirst().shuffled(using: &generator)
    try night.folder.write(mixed.text, to: "mixed.csv")
    let outcome = try Program.run(
      [
        "outcomes", "import", "mixed.csv", "--pipeline", "pipelines/nightly.yml", "--state",
        "other",
        "--reference-date", "2026-11-10",
      ], in: night.folder.url)
    #expect(outcome.exitCode == 3)
    var tables: [String] = []
    for state in ["state", "other"] {
      let run = try Program.run(
        [
          "run", "pipelines/nightly.yml", "--inbox", "inbox", "--output", "out-\(state)", "--state",
          state, "--reference-date", "2026-11-11",
        ], in: night.folder.url)
      #expect(run.exitCode == 0)
      for name in ["cases", "contact-attempts", "history"] {
        let url = night.folder.url.appendingPathComponent(
          "out-\(state)/current/0606/\(name).csv.gz")
        tables.append(String(decoding: try NightFixture.inflate(url), as: UTF8.self))
      }
    }
    #expect(tables[0...2] == tables[3...5])
    #expect(tables[0].split(separator: "\n").count > 3)
  }

  @Test func twoWorkersWithACopyOfOneListBothComeIn() throws {
    let night = try OutcomeNight()
    try night.run(9)
    var (one, other) = (try night.list(), try night.list())
    one.attempt(1, of: "Smit", "10-11-2026", "Telefoon")
    other.attempt(1, of: "Smit", "09-11-2026", "Brief")
    try night.take(one, on: 10)
    try night.take(other, on: 10)
    try night.run(11)
    var list = try night.list()
    #expect(list["Smit", "Soort contact 1"] == "Brief")
    #expect(list["Smit", "Soort contact 2"] == "Telefoon")
    // On the list that shows both, one is corrected and the other taken out.
    list.attempt(1, of: "Smit", "09-11-2026", "Mail")
    list.attempt(2, of: "Smit", "", "")
    try night.take(list, on: 12)
    try night.run(13)
    #expect(try night.list()["Smit", "Soort contact 1"] == "Mail")
    #expect(try night.list()["Smit", "Soort contact 2"] == "")
  }

  /// What is typed for one resident, and what is told of it; the rest of the file comes in.
  static let faults: [([String: String], String, Int32)] = [
    (["Datum opgepakt": "31-12-2026"], "CASE-014", 3),
    (["Datum opgepakt": "01-11-2026"], "CASE-015", 3),
    (["Resultaat": "Definitief geen contact kunnen krijgen"], "CASE-017", 3),
    (["Resultaat": "zomaar"], "CASE-012", 3), (["Soort contact 3": "Telefoon"], "CASE-016", 3),
    (["Datum poging 1": "30-02-2026", "Soort contact 1": "Brief"], "CASE-013", 3),
    (["Datum opgepakt": "09-11-2026", "Gemeentecode": "0622"], "CASE-010", 3),
    (["Datum opgepakt": "09-11-2026", "Gemeentecode": "0363"], "CASE-008", 3),
    (["Datum opgepakt": "09-11-2026", "Kenmerk": "zoek"], "CASE-007", 3),
    (
      ["Datum opgepakt": "09-11-2026", "Kenmerk": "abababababababababababababababab"],
      "CASE-010", 3
    ),
    (["Datum opgepakt": "09-11-2026", "Peildatum": "09-12-2026"], "CASE-009", 3),
    (["Datum opgepakt": "09-11-2026", "Peildatum": "08-11-2026"], "CASE-010", 3),
    (["Opmerking": "vertelt over schulden"], "CASE-005", 0),
    (
      [
        "Datum poging 1": "09-11-2026", "Soort contact 1": "Brief",
        "Resultaat": "Definitief geen contact kunnen krijgen",
      ], "CASE-021", 0
    ),
  ]

  @Test(arguments: faults)
  func whatIsWrongIsToldWithoutItsValueAndTheRestComesIn(
    typed: [String: String], code: String, exit: Int32
  ) throws {
    let night = try OutcomeNight()
    try night.run(9)
    var list = try filled(night)
    let line = try list.line("Müller")
    for (title, value) in typed {
      list.rows[line][try #require(list.rows[0].firstIndex(of: title))] = value
    }
    let outcome = try night.take(list, on: 10, exit: exit)
    #expect(outcome.complaints.contains(code), "\(outcome.complaints)")
    #expect(outcome.output.contains(code == "CASE-021" ? "3 taken in" : "2 taken in"))
    if exit == 3 { #expect(outcome.complaints.contains("line \(line + 1)")) }
    for value in ["30-02-2026", "zomaar", "zoek", "vertelt", "abab", "Müller", "31-12-2026 "] {
      #expect(!(outcome.output + outcome.complaints).contains(value))
    }
    let other = try Program.run(
      [
        "run", "pipelines/nightly.yml", "--inbox", "inbox", "--output", "output", "--state",
        "state",
        "--reference-date", "2026-11-11",
      ], in: night.folder.url)
    #expect(other.exitCode == 0)
    #expect(try night.list()["Smit", "Stand"] == "bezig")
  }

  @Test func oneHouseholdWithTwoLinesThatDifferIsNotTakenIn() throws {
    let night = try OutcomeNight()
    try night.run(9)
    var list = try filled(night)
    list.rows.append(list.rows[try list.line("Smit")])
    #expect(try night.take(list, on: 10, extra: ["--dry-run"]).output.contains("2 taken in"))
    list.rows[list.rows.count - 1][try #require(list.rows[0].firstIndex(of: "Dagdeel 1"))] = "Avond"
    let outcome = try night.take(list, on: 10, exit: 3)
    #expect(outcome.complaints.components(separatedBy: "CASE-011").count == 3)
    #expect(outcome.output.contains("1 taken in") && outcome.output.contains("2 refused"))
  }

  @Test func theResultOfACaseStandsUntilANewSignalBeginsAnother() throws {
    let night = try OutcomeNight()
    try night.run(9)
    try night.take(try filled(night), on: 10)
    try night.run(11)
    var list = try night.list()
    list["Visser", "Resultaat"] = "Geen reactie na eerder contact"
    #expect(try night.take(list, on: 12, exit: 3).complaints.contains("CASE-018"))
    // The next month the household is reported by another partner.
    try deliver("20261204", "A.;;Visser", to: night)
    let outcome = try Program.run(
      [
        "run", "pipelines/nightly.yml", "--inbox", "inbox", "--output", "output", "--state",
        "state",
        "--reference-date", "2026-12-07",
      ], in: night.folder.url)
    #expect([0, 3].contains(outcome.exitCode), "\(outcome.complaints)")
    list = try night.list()
    #expect(list["Visser", "Stand"] == "open")
    #expect(list["Visser", "Resultaat"] == "" && list["Visser", "Datum poging 1"] == "")
  }

  /// The arrears that a case is about, reported again with its first report still in the inbox: a repeat,
  /// unless they grew.
  @Test(arguments: [("1.234,56", "afgerond"), ("1.300,00", "open")])
  func whatWasActedOnIsARepeatUnlessItGrew(amount: String, standing: String) throws {
    let night = try OutcomeNight()
    try night.run(9)
    try night.take(try filled(night), on: 10)
    try deliver("20261204", "A.;;Visser", reference: "H-2", amount: amount, to: night)
    let outcome = try Program.run(
      [
        "run", "pipelines/nightly.yml", "--inbox", "inbox", "--output", "output", "--state",
        "state",
        "--reference-date", "2026-12-07",
      ], in: night.folder.url)
    #expect([0, 3].contains(outcome.exitCode), "\(outcome.complaints)")
    #expect(try night.list()["Visser", "Stand"] == standing)
    let fates = try NightFixture.table(
      night.folder.url.appendingPathComponent("output/current/ledger.csv.gz"))
    #expect(fates.contains { $0["fate"] == "repeat" } == (standing == "afgerond"))
  }

  /// Delivers one more signal about somebody, as the landlord's file of November.
  private func deliver(
    _ received: String, _ name: String, reference: String = "H-9", amount: String = "2.234,56",
    to night: OutcomeNight
  ) throws {
    let path = "inbox/havenstad-wonen_2026-11_\(received).csv.gz"
    let row =
      "\(reference);\(name);;;;Kadehof;3;;;3111 AB;Schiedam;;;Huurachterstand;\(amount);01-08-2026;3;02-12-2026;;Nee;"
    let text = [Canary.header.joined(separator: ";"), row, ""].joined(separator: "\r\n")
    try night.folder.write("", to: path)
    try NightFixture.deflate(
      try #require(text.data(using: .windowsCP1252)),
      to: night.folder.url.appendingPathComponent(path))
  }

  @Test func valuesOfAListReachNoLog() throws {
    let canary = Canary(rows: 40)
    let night = try OutcomeNight()
    try night.run(9)
    var list = try night.list()
    let titles = list.rows[0]
    list.rows += canary.rows.enumerated().map { number, row in
      titles.map { title in
        switch title {
        case "Gemeentecode": "0606"
        case "Peildatum": "09-11-2026"
        default: row[(number + title.utf8.count) % row.count]
        }
      }
    }
    for extra in [[], ["--json"]] {
      let outcome = try night.take(list, on: 10, exit: 3, extra: extra)
      #expect(!canary.sings(in: Data((outcome.output + outcome.complaints).utf8)))
    }
  }
}
