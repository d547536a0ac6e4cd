import Diagnostics
import Foundation
import Model
import TestSupport
import Testing

@testable import Reports

@Suite("werklijst.xlsx")
struct WorklistXLSXTests {
  private func written(_ list: Worklist, rowsPerSheet: Int = 1_048_576) throws -> Data {
    let folder = try TemporaryFolder()
    let path = folder.path("werklijst.xlsx")
    try WorklistXLSX.write(list, to: path, rowsPerSheet: rowsPerSheet)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path).count == 1)
    return try Data(contentsOf: URL(fileURLWithPath: path))
  }

  private let list = SampleList.list([
    SampleList.household(1, .c0), SampleList.household(2), SampleList.household(3, .c4),
  ])

  @Test("The same list gives the same bytes, in any folder, one after the other or at once")
  func bytesRepeat() async throws {
    let first = try written(list)
    #expect(first.starts(with: [0x50, 0x4B]))
    #expect(try written(list) == first)
    let together = try await withThrowingTaskGroup(of: Data.self) { group in
      for _ in 0..<4 { group.addTask { try written(list) } }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(together.allSatisfy { $0 == first })
  }

  @Test("Has the four sheets, in order")
  func sheets() throws {
    let workbook = try ZipParts(try written(list)).text("xl/workbook.xml")
    let names = workbook.components(separatedBy: "<sheet name=\"").dropFirst().map {
      String($0.prefix { $0 != "\"" })
    }
    #expect(names == ["Werklijst", "Signalen", "Toelichting", "Keuzelijsten"])
    #expect(workbook.contains("_xlnm.Print_Titles"))
    #expect(workbook.contains("_xlnm._FilterDatabase"))
  }

  @Test("Dates and amounts are numbers; postcodes, phones and references are text")
  func cells() throws {
    let parts = ZipParts(try written(list))
    let households = try parts.text("xl/worksheets/sheet1.xml")
    // 2026-12-02 and 1234.56
    #expect(households.contains("<v>46358</v>"))
    #expect(households.contains("<v>1234.56</v>"))
    #expect(households.contains("<is><t>3111 AB</t></is>"))
    #expect(households.contains("<is><t>06 12345678</t></is>"))
    #expect(households.contains("<is><t>C0 spoed</t></is>"))
    let signals = try parts.text("xl/worksheets/sheet2.xml")
    #expect(signals.contains("<is><t>0012345</t></is>"))
    #expect(signals.contains("<is><t>=1+1</t></is>"))
    #expect(!signals.contains("<f>"))
    #expect(!households.contains("<f>"))
  }

  @Test("Frozen header, landscape, fitted to a page, choices and dates to fill in")
  func settings() throws {
    let sheet = try ZipParts(try written(list)).text("xl/worksheets/sheet1.xml")
    #expect(sheet.contains("state=\"frozen\""))
    #expect(sheet.contains("orientation=\"landscape\""))
    #expect(sheet.contains("fitToHeight=\"0\""))
    #expect(sheet.contains("<autoFilter ref=\"A1:AX4\"/>"))
    for (list, range) in [
      (ChoiceList.contactMeans, "Keuzelijsten!$A$2:$A$9"), (.dayPart, "Keuzelijsten!$B$2:$B$4"),
      (.yesNo, "Keuzelijsten!$C$2:$C$3"), (.result, "Keuzelijsten!$D$2:$D$16"),
    ] {
      #expect(ChoiceSheet.range(of: list) == "=" + range)
      #expect(sheet.contains("<formula1>\(range)</formula1>"))
    }
    #expect(sheet.components(separatedBy: "type=\"date\"").count == 7)
  }

  @Test("What was filled in before stands in its cells, which can still be chosen anew")
  func entries() throws {
    var household = SampleList.household(1, .c0)
    household.standing = .inProgress
    household.entries = SampleList.entries
    let sheet = try ZipParts(try written(SampleList.list([household]))).text(
      "xl/worksheets/sheet1.xml")
    for word in ["Huisbezoek", "Avond", "bezig", "0606"] {
      #expect(sheet.contains("<is><t>\(word)</t></is>"), "\(word)")
    }
    // 2026-11-05
    #expect(sheet.contains("<v>46331</v>"))
    #expect(sheet.contains("<formula1>Keuzelijsten!$A$2:$A$9</formula1>"))
    #expect(!sheet.contains("sheetProtection"))
  }

  @Test("What has ended stands on a sheet of its own, with the same columns")
  func closed() throws {
    var ended = SampleList.household(1)
    ended.standing = .closed
    ended.entries = SampleList.entries
    ended.entries.result = .financialHelp
    var list = SampleList.list([ended, SampleList.household(2)])
    list.closedCount = 1
    let parts = ZipParts(try written(list))
    #expect(try parts.text("xl/workbook.xml").contains("<sheet name=\"Afgerond\""))
    let (open, closed) = (
      try parts.text("xl/worksheets/sheet1.xml"), try parts.text("xl/worksheets/sheet2.xml")
    )
    #expect(!open.contains(ended.id.description) && closed.contains(ended.id.description))
    #expect(open.contains(SampleList.household(2).id.description))
    #expect(closed.contains("<is><t>Vervolghulp en/of verwijzing financieel</t></is>"))
    for column in HouseholdColumns.all(list) {
      #expect(closed.contains("<is><t>\(column.title)</t></is>"))
    }
    #expect(try written(list) == written(list))
  }

  @Test("The words to choose from are those of the exchange model, letter by letter")
  func words() throws {
    let sheet = try ZipParts(try written(list)).text("xl/worksheets/sheet4.xml")
    for word in [
      "SMS/Whatsapp", "Afspraak op locatie", "Ochtend", "Middag", "Avond",
      "Niet opgepakt: herhaalde melding", "Niet opgepakt: onterecht signaal",
      "Inwoner is overleden", "Persoon is geen inwoner (meer) in de gemeente",
      "Niet opgepakt: andere reden", "Inwoner al bekend bij schuldhulpverlening",
      "Inwoner heeft al een ander lopend traject", "Definitief geen contact kunnen krijgen",
      "Geen reactie na eerder contact",
      "Inwoner regelt het zelf/hoeft geen hulp vanuit vroegsignalering",
      "Inwoner heeft zelf al betaald/betalingsregeling getroffen",
      "(Budget)advies en/of quick fix", "Vervolghulp en/of verwijzing financieel",
      "Verwijzing zonder toestemming", "Vervolghulp en/of verwijzing niet financieel",
    ] {
      #expect(sheet.contains("<is><t>\(word)</t></is>"), "\(word)")
    }
  }

  @Test("An incomplete list says so above, on paper and in the explanation")
  func incomplete() throws {
    let gap = "De levering van Zorgvast over oktober 2026 is niet ontvangen."
    let parts = ZipParts(try written(SampleList.list([SampleList.household(1)], gaps: [gap])))
    for sheet in 1...3 {
      let text = try parts.text("xl/worksheets/sheet\(sheet).xml")
      #expect(text.contains("ONVOLLEDIG: zie Toelichting"))
      #expect(text.contains("Onvolledige lijst"))
    }
    let explanation = try parts.text("xl/worksheets/sheet3.xml")
    #expect(explanation.contains(gap))
    #expect(explanation.contains("deze lijst is onvolledig"))
    let complete = try ZipParts(try written(list)).text("xl/worksheets/sheet3.xml")
    #expect(!complete.contains("ONVOLLEDIG"))
    #expect(complete.contains("Deze lijst is volledig"))
  }

  @Test("The explanation has every column, class, and the warning about other people's debts")
  func explanation() throws {
    let text = try ZipParts(try written(list)).text("xl/worksheets/sheet3.xml")
    for column in HouseholdColumns.all(list) { #expect(text.contains(">\(column.title)<")) }
    for column in SignalColumns.all { #expect(text.contains(">\(column.title)<")) }
    for priorityClass in PriorityClass.allCases {
      #expect(text.contains(">\(priorityClass.dutch)<"))
    }
    #expect(text.contains("Vertel iemand nooit wat een ander op hetzelfde adres moet betalen."))
    #expect(text.contains("Wet gemeentelijke schuldhulpverlening (artikel 4)"))
  }

  @Test("A list longer than a sheet goes on on the next")
  func longList() throws {
    let many = SampleList.list((1...7).map { SampleList.household($0) })
    let parts = ZipParts(try written(many, rowsPerSheet: 6))
    let workbook = try parts.text("xl/workbook.xml")
    #expect(workbook.contains("<sheet name=\"Werklijst 2\""))
    #expect(workbook.contains("<sheet name=\"Signalen 3\""))
    var lines = 0
    for name in parts.names where name.hasPrefix("xl/worksheets/sheet") {
      lines +=
        try parts.text(name).components(separatedBy: "<is><t>Kadehof 12 A</t></is>").count - 1
    }
    #expect(lines == 7)
  }

  @Test("An empty list is a workbook too")
  func empty() throws {
    let workbook = try ZipParts(try written(SampleList.list([]))).text("xl/workbook.xml")
    #expect(workbook.contains("Werklijst"))
  }

  @Test("Characters that cannot stand in a workbook are left out, and full cells say so")
  func safe() throws {
    #expect(Sheet.safe("a\u{0}b\u{1B}c\nd\te") == "abc\nd\te")
    #expect(Sheet.safe("Ünsal 😀") == "Ünsal 😀")
    #expect(Sheet.safe(String(repeating: "a", count: 40_000)).hasSuffix(" … (ingekort)"))
    var household = SampleList.household(1)
    household.address = String(repeating: "x", count: 40_000) + "\u{1}"
    #expect(try written(SampleList.list([household])).count > 1000)
  }

  @Test("A folder that is not there is OUT-001")
  func noFolder() throws {
    let folder = try TemporaryFolder()
    let path = folder.path("none/werklijst.xlsx")
    let error = #expect(throws: Diagnostic.self) { try WorklistXLSX.write(list, to: path) }
    #expect(error?.code == .workbookFailed)
  }

  @Test("The writer names its files")
  func writer() throws {
    let folder = try TemporaryFolder()
    #expect(
      try ListWriter().pieces(of: list, to: folder.url.path).flatMap { try $0() }
        == ["werklijst.csv", "werklijst.xlsx"])
  }
}
