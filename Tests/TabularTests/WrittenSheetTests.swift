import Model
import TestSupport
import Testing

@testable import Tabular

/// Sheets in the form in which the library writes them.
@Suite struct WrittenSheetTests {
  private static let head =
    #"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"# + "\n"
    + #"<worksheet xmlns="http://example.org/main"><dimension ref="A1:C3"/><sheetData>"#
  private static let tail =
    #"</sheetData><pageMargins left="0.4"/><headerFooter><oddHeader>&amp;LLijst</oddHeader></headerFooter></worksheet>"#
  private static let rows =
    #"<row r="1" spans="1:3" ht="30" customHeight="1"><c r="A1" s="3" t="inlineStr"><is><t>Een</t></is></c>"#
    + #"<c r="B1" s="18"/><c r="AB1" t="inlineStr"><is><t xml:space="preserve"> a &lt; b &amp; c</t></is></c></row>"#
    + #"<row r="2"><c r="A2" s="4"><v>275.16</v></c><c r="B2"><v>-12</v></c></row>"#
    + #"<row r="3"><c r="C3" s="1" t="inlineStr"><is><t>twee"# + "\n"
    + #"regels</t></is></c></row>"#

  private func cells(_ text: String, inPiecesOf piece: Int = .max / 2) throws -> [String] {
    let arena = ByteArena(capacity: 256)
    arena.append(string: text)
    var sheet = WrittenSheet()
    var found: [String] = []
    var start = 0
    while start < arena.count {
      let end = min(start + piece, arena.count)
      try sheet.read(arena.bytes[start..<end]) { row, column, value in
        switch value {
        case .text(let text): found.append("\(row),\(column) \(text.string)")
        case .number(let number): found.append("\(row),\(column) \(number)")
        }
      }
      start = end
    }
    try sheet.finish()
    return found
  }

  @Test func everyCellIsShownWithItsPlace() throws {
    #expect(
      try cells(Self.head + Self.rows + Self.tail)
        == ["0,0 Een", "0,27  a < b & c", "1,0 275.16", "1,1 -12.0", "2,2 twee\nregels"])
  }

  @Test(arguments: [1, 2, 5, 6, 7, 11, 64, 300])
  func theSizeOfThePiecesIsNoMatter(size: Int) throws {
    let text = Self.head + Self.rows + Self.tail
    #expect(try cells(text, inPiecesOf: size) == cells(text))
    #expect(try cells(Self.head + Self.tail, inPiecesOf: size).isEmpty)
  }

  @Test func aSheetWithoutRowsHoldsNothing() throws {
    #expect(try cells(Self.head + Self.tail).isEmpty)
    #expect(try cells(#"<worksheet><sheetData/></worksheet>"#).isEmpty)
  }

  /// It finds what the reader of any program's workbooks finds.
  @Test func itReadsWhatTheOtherReaderReads() throws {
    let arena = ByteArena(capacity: 256)
    arena.append(string: Self.head + Self.rows + Self.tail)
    var scanner = SheetScanner(arena.bytes, texts: [])
    var found: [String] = []
    while let row = try scanner.nextRow() {
      for cell in row.cells {
        switch cell.value {
        case .text(let text): found.append("\(row.number - 1),\(cell.column) \(text)")
        case .number(let number): found.append("\(row.number - 1),\(cell.column) \(number)")
        case .truth, .fault: found.append("neither")
        }
      }
    }
    #expect(try cells(Self.head + Self.rows + Self.tail) == found)
  }

  /// Whatever piece of the rows is missing, it is damage or shows in the cells; only a gap in how a cell looks
  /// does not.
  @Test(arguments: [5, 16, 64])
  func aMissingPieceIsFound(width: Int) throws {
    let whole = Array((Self.head + Self.rows + Self.tail).utf8)
    let expected = try cells(Self.head + Self.rows + Self.tail)
    var found = 0
    let starts = Array(stride(from: Self.head.utf8.count, to: whole.count - width, by: 3))
    for start in starts {
      let left = whole[..<start] + whole[(start + width)...]
      guard let seen = try? cells(String(decoding: left, as: UTF8.self)), seen == expected else {
        found += 1
        continue
      }
      let removed = String(decoding: whole[start..<start + width], as: UTF8.self)
      #expect(!removed.contains("<c ") && !removed.contains("</"), "at \(start): \(removed)")
    }
    #expect(found * 4 > starts.count * 3, "\(found) of \(starts.count)")
  }
}
