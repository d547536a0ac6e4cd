import Foundation
import Model
import TestSupport
import Testing

@testable import Reports

@Suite("werklijst.csv")
struct WorklistCSVTests {
  private func written(_ list: Worklist) throws -> Data {
    let folder = try TemporaryFolder()
    let path = folder.path("werklijst.csv")
    try WorklistCSV.write(list, to: path)
    return try Data(contentsOf: URL(fileURLWithPath: path))
  }

  private func lines(_ list: Worklist) throws -> [String] {
    let text = String(decoding: try written(list).dropFirst(3), as: UTF8.self)
    #expect(text.hasSuffix("\r\n"))
    return text.split(separator: "\r\n").map(String.init)
  }

  @Test("Begins with a byte order mark and ends every line with CRLF")
  func form() throws {
    let bytes = try written(SampleList.list([SampleList.household(1), SampleList.household(2)]))
    #expect(bytes.starts(with: [0xEF, 0xBB, 0xBF]))
    let breaks = bytes.indices.filter { bytes[$0] == 0x0A }
    #expect(breaks.count == 3)
    #expect(breaks.allSatisfy { bytes[$0 - 1] == 0x0D })
  }

  @Test("Dates, amounts, postcodes and phones as a Dutch spreadsheet reads them")
  func values() throws {
    let line = try lines(SampleList.list([SampleList.household(1)]))[1]
    for cell in [
      ";02-12-2026;18-11-2026;", ";1234,56;", ";3111 AB;Schiedam;", ";06 12345678;",
      ";J. van den Ketelaar / M. Ploegmakers-Dirkx;05-1980 / onbekend;",
      "De huur is 3 maanden niet betaald. (R-HUUR-2M) / ",
    ] {
      #expect(line.contains(cell), "\(cell)")
    }
  }

  @Test("Every line has the columns of the header; those at the end say of which list they are")
  func columns() throws {
    let complete = try lines(SampleList.list([SampleList.household(1)]))
    let header = complete[0].split(separator: ";", omittingEmptySubsequences: false)
    #expect(header.suffix(5) == ["Kenmerk", "Lijst", "Gemeentecode", "Peildatum", "Stand"])
    #expect(header.map(String.init) == WorklistColumns.titles)
    #expect(header.contains("Datum poging 1"))
    #expect(header.contains("Resultaat"))
    #expect(
      complete[1].split(separator: ";", omittingEmptySubsequences: false).count == header.count)
    #expect(complete[1].hasSuffix(";volledig;0606;09-11-2026;open"))
    let gap = SampleList.list([SampleList.household(1)], gaps: ["De levering ontbreekt."])
    #expect(try lines(gap)[1].hasSuffix(";onvolledig;0606;09-11-2026;open"))
  }

  @Test(
    "Formulas are made harmless and separators quoted",
    arguments: [
      ("=1+1", "'=1+1"), ("+31612345678", "'+31612345678"), ("-2", "'-2"), ("@SOM", "'@SOM"),
      ("\tx", "'\tx"), ("\rx", "\"'\rx\""), ("a;b", "\"a;b\""), ("a\"b", "\"a\"\"b\""),
      ("a\nb", "\"a\nb\""), ("=\"x;y\"", "\"'=\"\"x;y\"\"\""), ("gewoon", "gewoon"), ("", ""),
      ("a=b", "a=b"), ("Ünsal", "Ünsal"),
    ])
  func harmless(text: String, expected: String) {
    let out = ByteArena()
    WorklistCSV.append(text: text, to: out)
    #expect(out.bytes.string == expected)
  }

  @Test("What was filled in before stands on the line, and how far the work is")
  func entries() throws {
    var household = SampleList.household(1)
    household.standing = .inProgress
    household.entries = SampleList.entries
    let line = try lines(SampleList.list([household]))[1]
    #expect(line.contains(";05-11-2026;Huisbezoek;Avond;Nee;;;;;;;;;;;;;05-11-2026;;;;"))
    #expect(line.hasSuffix(";bezig"))
  }

  @Test("No cell of a hostile household begins a formula")
  func hostile() throws {
    var household = SampleList.household(1)
    let evil = "=HYPERLINK(\"http://voorbeeld.example\";\"klik\")"
    household.persons = [WorklistPerson(name: evil, birthDate: .absent)]
    household.address = "+cmd"
    household.city = "@plaats"
    household.emails = ["-x@voorbeeld.example"]
    let line = try lines(SampleList.list([household]))[1]
    #expect(line.contains(";\"'=HYPERLINK(\"\"http"))
    #expect(line.contains(";'+cmd;"))
    #expect(line.contains(";'@plaats;"))
    #expect(line.contains(";'-x@voorbeeld.example;"))
  }

  @Test("An empty list is a header")
  func empty() throws {
    #expect(try lines(SampleList.list([])).count == 1)
  }

  @Test("A folder that is not there is said")
  func noFolder() throws {
    let folder = try TemporaryFolder()
    #expect(throws: (any Error).self) {
      try WorklistCSV.write(SampleList.list([]), to: folder.path("none/werklijst.csv"))
    }
  }
}
