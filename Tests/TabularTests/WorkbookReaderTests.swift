import Foundation
import Model
import TestSupport
import Testing

@testable import Tabular

@Suite struct WorkbookReaderTests {
  /// The cells of the first sheet: number of the row, column, and value.
  private func cells(_ data: Data, limits: ZipFile.Limits = ZipFile.Limits()) throws -> [String] {
    let folder = try TemporaryFolder()
    let book = try WorkbookReader(path: try folder.write(data, to: "book.xlsx"), limits: limits)
    var found: [String] = []
    for sheet in book.sheets.indices {
      try book.forEachRow(of: sheet) { row in
        for cell in row.cells {
          found.append(
            "\(row.number) \(cell.column) \(said(cell.value))\(cell.isFormula ? " formula" : "")")
        }
      }
    }
    return found
  }

  private func said(_ value: WorkbookValue) -> String {
    switch value {
    case .text(let text): text
    case .number(let number): "\(number)"
    case .truth(let truth): "\(truth)"
    case .fault: "fault"
    }
  }

  private func cells(_ book: WorkbookWriting) throws -> [String] {
    try cells(ZipWriting.bytes(book.parts))
  }

  @Test func everyKindOfCellIsRead() throws {
    var book = WorkbookWriting(
      rows: """
        <row r="2"><c r="A2" t="s"><v>0</v></c><c r="C2" t="s"><v>1</v></c></row>
        <row r="5" spans="1:9"><c r="B5" t="inlineStr"><is><r><t xml:space="preserve"> a </t></r><r><t>&lt;b&#233;&#x20AC;</t></r></is></c>
        <c r="AA5" t="b"><v>1</v></c><c r="AB5" t="e"><v>#N/A</v></c><c r="AC5" s="4"/></row>
        <row><c><v>46335.75</v></c><c t="str"><f>A1&amp;B1</f><v>made</v></c><c><f/><v>1E2</v></c></row>
        <x:row xmlns:x="other"><x:c t="n"><x:v>7</x:v></x:c><!-- <c> --><x:c t="str"><x:v><![CDATA[<z>]]></x:v></x:c></x:row>
        """)
    book.texts =
      "<si><t>shared</t></si><si><r><rPr><b/></rPr><t>ri</t></r><r><t>ch</t></r><rPh sb=\"0\" eb=\"1\"><t>spoken</t></rPh><phoneticPr/></si>"
    #expect(
      try cells(book) == [
        "2 0 shared", "2 2 rich", "5 1  a <bé€", "5 26 true", "5 27 fault", "6 0 46335.75",
        "6 1 made formula", "6 2 100.0 formula", "7 0 7.0", "7 1 <z>",
      ])
  }

  @Test(arguments: [("", "2026-11-09"), ("date1904=\"1\"", "2030-11-10")])
  func aNumberIsADay(properties: String, day: String) throws {
    var book = WorkbookWriting(rows: "<row><c><v>1</v></c></row>")
    book.properties = properties
    let folder = try TemporaryFolder()
    let reader = try WorkbookReader(
      path: try folder.write(ZipWriting.bytes(book.parts), to: "book.xlsx"))
    #expect(reader.date(serial: 46_335.75)?.description == day)
    #expect(reader.date(serial: -20_000) == nil)
    #expect(reader.date(serial: 3e9) == nil)
    #expect(reader.sheets == ["Werklijst"])
  }

  @Test func aWorkbookOfLibreOfficeIsRead() throws {
    let book = try WorkbookReader(
      path: Repository.url("fixtures/worklists/saved-by-libreoffice.xlsx").path)
    #expect(book.sheets == ["Werklijst", "Signalen", "Toelichting", "Keuzelijsten"])
    var rows: [Int: [WorkbookCell]] = [:]
    try book.forEachRow(of: 0) { rows[$0.number] = $0.cells }
    let titles = try #require(rows[1]).map { said($0.value) }
    func value(_ row: Int, _ title: String) throws -> WorkbookCell? {
      let column = try #require(titles.firstIndex(of: title))
      return rows[row]?.first { $0.column == column }
    }
    #expect(try value(2, "Datum poging 1")?.value == .number(46335))
    #expect(try value(2, "Datum poging 2")?.value == .text("10-11-2026"))
    #expect(try value(2, "Resultaat")?.value == .text("Vervolghulp en/of verwijzing financieel"))
    #expect(try value(3, "Datum opgepakt")?.value == .number(46336))
    #expect(try value(3, "Datum opgepakt")?.isFormula == true)
    #expect(try value(3, "Resultaat")?.value == .fault)
    #expect(try value(3, "Opmerking")?.value == .text("belt ’s avonds & mailt"))
    #expect(try value(4, "Resultaat") == nil)
  }

  // MARK: Hostile files

  private func error(
    _ parts: [ZipWriting.Part], limits: ZipFile.Limits = ZipFile.Limits()
  ) throws -> WorkbookError? {
    let data = try ZipWriting.bytes(parts)
    return #expect(throws: WorkbookError.self) { try cells(data, limits: limits) }
  }

  private func error(_ book: WorkbookWriting) throws -> WorkbookError? { try error(book.parts) }

  @Test(arguments: [
    "<!DOCTYPE worksheet [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]>",
    "<!DOCTYPE worksheet SYSTEM \"file:///etc/passwd\">",
  ])
  func declarationsAreRefused(preamble: String) throws {
    var book = WorkbookWriting(rows: "<row><c t=\"str\"><v>&b;</v></c></row>")
    book.preamble = preamble
    #expect(try error(book) == .declaration)
  }

  @Test func aBombIsRefusedBeforeItIsInflated() throws {
    var parts = WorkbookWriting(rows: "").parts
    let blanks = String(repeating: " ", count: 8 << 20)
    parts[5] = .init("xl/worksheets/sheet1.xml", "<worksheet>\(blanks)</worksheet>")
    #expect(try error(parts) == .partTooDense(ratio: 400))
    // It says that it is small: no more is inflated than it says.
    parts[5] = .init(
      "xl/worksheets/sheet1.xml", "<worksheet>\(blanks)</worksheet>", claimedSize: 1000)
    #expect(try error(parts) == .damagedPart)
    parts[5] = .init("xl/worksheets/sheet1.xml", "<worksheet/>", claimedSize: 1 << 31)
    #expect(try error(parts) == .partTooLarge(limit: 256 << 20))
  }

  @Test func longTextsAreRefused() throws {
    let long = String(repeating: "a", count: RichText.longest + 1)
    for rows in [
      "<row><c t=\"str\"><v>\(long)</v></c></row>",
      "<row><c t=\"inlineStr\"><is><r><t>\(long.dropFirst(9))</t></r><r><t>aaaaaaaaaaaa</t></r></is></c></row>",
    ] {
      #expect(try error(WorkbookWriting(rows: rows)) == .impossibleCell)
    }
    var book = WorkbookWriting(rows: "<row><c t=\"s\"><v>0</v></c></row>")
    book.texts = "<si><t>\(long)</t></si>"
    #expect(try error(book) == .impossibleCell)
  }

  /// What stands in a sheet, and what is wrong with it.
  static let malformed: [(String, WorkbookError)] = [
    ("<row><c r=\"A1\"><v>1</v></row>", .malformedPart),
    ("<row><c r=\"A1\" r><v>1</v></c></row>", .malformedPart),
    ("<row><c t=\"str\"><v>&unknown;</v></c></row>", .malformedPart),
    ("<row><c t=\"str\"><v>&#0;</v></c></row>", .malformedPart),
    ("<row><c><v>one</v></c></row>", .malformedPart),
    ("<row><c><v>nan</v></c></row>", .malformedPart),
    ("<row><c t=\"s\"><v>0</v></c></row>", .malformedPart),
    ("<row r=\"1048577\"><c><v>1</v></c></row>", .impossibleCell),
    ("<row r=\"-1\"><c><v>1</v></c></row>", .impossibleCell),
    ("<row><c r=\"XFE1\"><v>1</v></c></row>", .impossibleCell),
    ("<row><c r=\"12\"><v>1</v></c></row>", .impossibleCell),
    (String(repeating: "<a>", count: 100), .malformedPart),
  ]

  @Test(arguments: malformed)
  func whatNoSheetHoldsIsRefused(rows: String, expected: WorkbookError) throws {
    #expect(try error(WorkbookWriting(rows: rows)) == expected)
  }

  @Test func unusualZipFilesAreRefused() throws {
    var parts = WorkbookWriting(rows: "").parts
    #expect(try error(parts + [parts[0]]) == .unusualZip)
    #expect(
      try error(parts, limits: ZipFile.Limits(parts: 5)) == .tooManyParts(limit: 5))
    #expect(
      try error(parts, limits: ZipFile.Limits(fileBytes: 100)) == .fileTooLarge(limit: 100))
    parts[1].flags = 1
    #expect(try error(parts) == .unusualZip)
    #expect(try error([.init("../../etc/passwd", "x")]) == .notWorkbook)
    let folder = try TemporaryFolder()
    #expect(throws: WorkbookError.notZip) {
      try WorkbookReader(path: try folder.write("Nr;Klasse", to: "a.xlsx"))
    }
    #expect(throws: WorkbookError.self) { try WorkbookReader(path: folder.path("absent")) }
  }

  /// No end that is cut off and no byte that is changed gives anything but the cells or an error.
  @Test func damagedFilesAreRefusedOrReadAsTheyWere() throws {
    let book = WorkbookWriting(rows: "<row><c r=\"A1\" t=\"str\"><v>text</v></c></row>")
    let whole = try ZipWriting.bytes(book.parts)
    let read = try cells(whole)
    for length in stride(from: 0, to: whole.count, by: 7) {
      #expect(throws: WorkbookError.self) { try cells(whole.prefix(length)) }
    }
    var generator = SeededGenerator(seed: 29)
    for _ in 0..<400 {
      var changed = whole
      let place = Int(generator.next() % UInt64(whole.count))
      changed[place] ^= UInt8(1 << (generator.next() % 8))
      if let found = try? cells(changed) { #expect(found == read || found.isEmpty) }
    }
  }
}
