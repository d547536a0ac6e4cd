import Definitions
import Diagnostics
import Model
import TestSupport
import Testing

@testable import Definitions

@Suite struct AdmissionTests {
  private func day(_ text: String) throws -> CalendarDate {
    try #require(CalendarDate(iso: text))
  }

  @Test func theShippedTableHoldsTheExperimentWithMunicipalTaxes() throws {
    let admissions = try EditedPipeline().load().admissions
    let taxes = Partner(id: "gemeentelijke-belastingen", name: "Belastingen", type: .other)
    let other = Partner(id: "webwinkel", name: "Webwinkel", type: .other)
    let lines = admissions.filter { $0.isFor(taxes) }
    #expect(lines.count == 10)
    #expect(!admissions.contains { $0.isFor(other) })
    let rotterdam = try #require(MunicipalityCode("0599"))
    let schiedam = try #require(MunicipalityCode("0606"))
    let line = try #require(lines.first { $0.holds(in: rotterdam) })
    #expect(!lines.contains { $0.holds(in: schiedam) })
    #expect(line.holds(for: .earlySignal) && !line.holds(for: .eviction))
    for (text, expected) in [
      ("2021-12-31", false), ("2022-01-01", true), ("2025-05-14", true), ("2025-05-15", false),
    ] {
      #expect(line.holds(on: try day(text)) == expected, "\(text)")
    }
  }

  @Test func aFeedThatNothingAdmitsIsRefused() throws {
    let pipeline = try EditedPipeline()
    try pipeline.replace(
      "Water,,,,2021-01-01,,besluit-gs/3\n", with: "", in: "pipelines/reference/admissions.csv")
    let problems = pipeline.problems()
    #expect(problems.map(\.code.id) == ["DEF-012"])
    #expect(problems.first?.location.file == pipeline.folder.path("pipelines/nightly.yml"))
    #expect(problems.map(DiagnosticText.paragraph).first?.contains("waterdruppel") == true)
  }

  /// The table alone would refuse each of these feeds; the municipality's own line admits the first.
  @Test(arguments: [
    ("from: 2026-01-01, to: 2030-12-31", true),
    ("partner: waterdruppel, from: 2026-01-01, to: 2026-12-31", true),
    ("kinds: [eindelevering], from: 2026-01-01, to: 2026-12-31", true),
    ("partner: ander, from: 2026-01-01, to: 2026-12-31", false),
    ("kinds: [ontruiming], from: 2026-01-01, to: 2026-12-31", false),
  ])
  func aMunicipalityAddsAnExperiment(line: String, admits: Bool) throws {
    let pipeline = try EditedPipeline()
    try pipeline.replace(
      "Water,,,,2021-01-01,,besluit-gs/3\n", with: "", in: "pipelines/reference/admissions.csv")
    try pipeline.replace(
      "# Attempts per working day.",
      with: "admissions:\n  - { partner-type: Water, \(line), source: wgs/10 }\n",
      in: "pipelines/municipalities/0606.yml")
    #expect(pipeline.problems().map(\.code.id) == (admits ? [] : ["DEF-012"]))
    guard admits else { return }
    let added = try #require(try pipeline.load().admissions.last)
    #expect(added.municipality == MunicipalityCode("0606"))
    #expect(added.source == "wgs/10")
  }

  @Test(arguments: [
    "Gas,,,,2021-01-01,,besluit-gs/3", "Water,De Bron,,,2021-01-01,,besluit-gs/3",
    "Water,,melding,,2021-01-01,,besluit-gs/3", "Water,,,9999,2021-01-01,,besluit-gs/3",
    "Water,,,,2021,,besluit-gs/3", "Water,,,,2021-01-01,2020-01-01,besluit-gs/3",
    "Water,,,,2021-01-01,besluit-gs/3",
  ])
  func aLineThatDoesNotFitIsNoted(line: String) throws {
    let pipeline = try EditedPipeline()
    try pipeline.replace(
      "Water,,,,2021-01-01,,besluit-gs/3", with: line, in: "pipelines/reference/admissions.csv")
    #expect(pipeline.problems().contains { $0.code.id == "DEF-005" && $0.location.line == 4 })
  }

  @Test(arguments: [
    "Gas,30,,,lcv", "Huur,dertig,,,lcv", "Huur,30,,-1,lcv", "Huur,30,,,lcv\nHuur,30,,,lcv",
  ])
  func anAgreedWindowThatDoesNotFitIsNoted(line: String) throws {
    let pipeline = try EditedPipeline()
    try pipeline.replace("Huur,30,,,lcv", with: line, in: "pipelines/reference/windows.csv")
    #expect(pipeline.problems().map(\.code.id) == ["DEF-005"])
  }
}

@Suite struct AgreedWindowTests {
  /// Whatever a window keeps in, the agreed one keeps in too; on arrears of any age and start.
  @Test func aNarrowerWindowLetsNothingMoreIn() throws {
    var random = SeededGenerator(seed: 13)
    let start = try #require(CalendarDate(iso: "2024-01-15"))
    func window() -> ArrearsWindow {
      ArrearsWindow(
        fromDays: Int.random(in: 0...70, using: &random),
        fromMonths: Int.random(in: 0...2, using: &random),
        toDays: Bool.random(using: &random) ? nil : Int.random(in: 60...120, using: &random))
    }
    func holds(_ window: ArrearsWindow, _ arisen: CalendarDate, _ days: Int) -> Bool {
      days >= window.fromDays && days <= window.toDays ?? days
        && arisen.adding(months: window.fromMonths) <= arisen.adding(days: days)
    }
    var narrower = 0
    for _ in 0..<400 {
      let agreed = AgreedWindow(window: window(), source: "lcv")
      let own = window()
      guard agreed.holds(own) else { continue }
      narrower += 1
      let arisen = start.adding(days: Int.random(in: 0..<1000, using: &random))
      for days in 0...130 where holds(own, arisen, days) {
        #expect(holds(agreed.window, arisen, days), "\(own) in \(agreed.window), \(days) days")
      }
    }
    #expect(narrower > 20)
  }
}

@Suite struct ForbiddenColumnTests {
  @Test(arguments: [
    ("BSN", "wabb/10"), ("bsn_huurder", "wabb/10"), ("KlantBSN", "wabb/10"),
    ("KLANTBSN", "wabb/10"),
    ("Burger Service Nummer", "wabb/10"), ("Sofi-nummer", "wabb/10"), ("Nationaliteit", "wgs/8b"),
    ("2e nationaliteit", "wgs/8b"), ("GEBOORTELAND", "wgs/8b"), ("Land van herkomst", "wgs/8b"),
    ("Etniciteit", "wgs/8b"), ("Religie", "wgs/8b"), ("Geloof", "wgs/8b"),
    ("Diagnosecode", "wgs/8a"), ("eigen risico", "wgs/8a"), ("EigenRisicoBedrag", "wgs/8a"),
    ("Zorgkosten 2026", "wgs/8a"), ("In detentie", "wgs/8a"), ("Inkomensgroep", "wgs/8b"),
    ("bruto loon", "wgs/8b"), ("Soort uitkering", "wgs/8b"), ("Bijstand j/n", "wgs/8b"),
    ("Huurtoeslag", "wgs/8b"), ("Burgerlijke staat", "wgs/8b"), ("Aantal kinderen", "wgs/8b"),
    ("Gezins\u{00AD}samenstelling", "wgs/8b"),
  ])
  func forbids(header: String, source: String) {
    #expect(ForbiddenColumn(header: header)?.source == source)
  }

  @Test(arguments: [
    "Achternaam", "Clubsnaam", "Terrasnummer", "Straat", "Kerkstraat", "Relatienummer",
    "Zorgpolis", "Premieachterstand", "Toeslagpartnernummer", "Balloon", "Complexnummer", "",
    "Geboortedatum", "Geslachtsnaam", "Bezwaar tegen melding", "Ontruiming op", "12",
  ])
  func allows(header: String) { #expect(ForbiddenColumn(header: header) == nil) }
}
