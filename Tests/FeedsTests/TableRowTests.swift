import Definitions
import Diagnostics
import Feeds
import Model
import Pipeline
import TestSupport
import Testing

@testable import Feeds

/// What spreadsheets and people leave in a table besides rows of signals.
@Suite struct TableRowTests {
  let good = "A-1;Jansen;12-03-1984;1.234,56;01-08-2026;02-11-2026;huur;nee;x"

  @Test(arguments: [
    "Totaal;;;2.469,12;;;;;", "totaal", "Subtotaal:;;;12,00", ";;;Totaal 12;;;;;",
    "Eindtotaal;;;;;;;;", "Aantal regels;;;2;;;;;", "TOTAL;;;1;;;;;;;;",
    ";Totaal;;12,00;;;;;",
  ])
  func setsTotalsAside(_ row: String) throws {
    let delivery = try InventedFeed.read(rows: [good, row, good])
    #expect(delivery.rows == 3)
    #expect(delivery.rejected.map { delivery.diagnostic(of: $0).code.id } == ["FEED-109"])
    #expect(delivery.rejected.map(\.row) == [2])
    #expect(delivery.signals.keys.row == [1, 3])
  }

  @Test(arguments: [
    "Totaal;Jansen;;geen;;02-11-2026;huur;;", "Totaalkade;;;12,00;;;;;",
    "A-1;;;12,00;;02-11-2026;huur;;",
  ])
  func takesNoOtherRowForATotal(_ row: String) throws {
    let delivery = try InventedFeed.read(rows: [good, row])
    #expect(delivery.rejected.count == 1)
    #expect(delivery.rejected.allSatisfy { delivery.diagnostic(of: $0).code.id != "FEED-109" })
  }

  /// Somebody may be called so; a row that is a signal is one.
  @Test func aSignalIsNeverATotal() throws {
    let row = "Totaal;Total;;12,00;;02-11-2026;huur;;"
    #expect(
      try InventedFeed.read(rows: [row, ";Total;;12,00;;02-11-2026;huur;;"]).signals.count == 2)
  }

  @Test func setsRepeatedHeadersAside() throws {
    let delivery = try InventedFeed.read(rows: [good, InventedFeed.header, good])
    #expect(delivery.rejected.map { delivery.diagnostic(of: $0).code.id } == ["FEED-110"])
    #expect(delivery.rows == 3)
  }

  @Test func theySayNothingAboutTheDelivery() throws {
    let totals = Array(repeating: "Totaal;;;12,00;;;;;", count: 30)
    let headers = Array(repeating: InventedFeed.header, count: 30)
    let many = try InventedFeed.read(rows: [good] + totals + headers)
    #expect(many.rejected.count == 60)
    #expect(many.diagnostics.isEmpty)
    let none = InventedFeed.refusal(InventedFeed.header + "\n" + totals.joined(separator: "\n"))
    #expect(none.map(\.code.id) == ["FEED-019"])
  }

  @Test(arguments: ["", ";", ";;;"])
  func acceptsDelimitersAtTheEnd(_ behindHeader: String) throws {
    let rows = [good, good + ";", good + ";;;", "A-2;Bos;;12,00;;02-11-2026;huur;;"]
    let text = ([InventedFeed.header + behindHeader] + rows).joined(separator: "\n")
    let delivery = try InventedFeed.read(Array(text.utf8))
    #expect(delivery.signals.count == 4)
    #expect(delivery.diagnostics.isEmpty)
    let wrong = try InventedFeed.read(Array((text + "\n" + good + ";;x").utf8))
    #expect(wrong.rejected.map { wrong.diagnostic(of: $0).code.id } == ["FEED-100"])
    #expect(wrong.diagnostic(of: wrong.rejected[0]).sentence.hasSuffix("found 11"))
  }

  @Test func linesOfDelimitersAreNoRows() throws {
    let text =
      ";;;\n\n\(InventedFeed.header)\n;;;;;;;;\n\(good)\n  ; ;\n\"\";\"\"\n;\n\(good)\n;;;;;;;;\n"
    let delivery = try InventedFeed.read(Array(text.utf8))
    #expect(delivery.rows == 2)
    #expect(delivery.signals.keys.row == [1, 2])
    #expect(delivery.rejected.isEmpty)
    #expect(delivery.diagnostics.map(\.code.id) == ["FEED-024"])
    #expect(delivery.diagnostics.map(\.sentence)[0].contains("delimiters only: 7;"))
  }

  @Test(arguments: [
    "sep=;\n", "sep=;\r\n", "\u{FEFF}sep=;\n", "\"sep=;\"\n", "SEP=;\n", "\nsep=;\n",
  ])
  func skipsTheLineThatSaysTheDelimiter(_ line: String) throws {
    let delivery = try InventedFeed.read(Array((line + InventedFeed.header + "\n" + good).utf8))
    #expect(delivery.signals.count == 1)
  }

  @Test(arguments: ["sep=,\n", "\"sep=,\"\n", "\u{FEFF}sep=,\r\n"])
  func refusesALineThatSaysAnotherDelimiter(_ line: String) {
    let refusal = InventedFeed.refusal(line + InventedFeed.header + "\n" + good)
    #expect(refusal.map(\.code.id) == ["FEED-044"])
    #expect(
      refusal.map(\.sentence) == [
        "the first line says that columns are parted by commas (,); the feed says semicolons (;)"
      ])
  }

  @Test func refusesArchivesInsideTheGzipFile() {
    for (bytes, kind) in [
      ([0x1F, 0x8B, 8, 0], "a gzip file"), ([0x50, 0x4B, 3, 4], "a zip file"),
      ([0xD0, 0xCF, 0x11, 0xE0], "a spreadsheet (xls)"), (Array("%PDF-1.7".utf8), "a PDF file"),
    ] as [([UInt8], String)] {
      let refusal = InventedFeed.refusal(bytes + Array(repeating: 0x20, count: 100))
      #expect(refusal.map(\.code.id) == ["FEED-043"])
      #expect(refusal.map(\.sentence) == ["the gzip file holds no text, but \(kind)"])
    }
  }

  @Test func refusesABombAtOnce() {
    let row = good + String(repeating: "x", count: 60_000) + "\n"
    let text = InventedFeed.header + "\n" + String(repeating: row, count: 400)
    #expect(InventedFeed.refusal(text).map(\.code.id) == ["FEED-040"])
  }
}
