import Model
import TestSupport
import Testing

@testable import Tabular

@Suite struct CSVReaderTests {
  /// Reads a text in pieces of the given sizes (then the rest at once).
  static func read(
    _ text: [UInt8], delimiter: UInt8 = UInt8(ascii: ";"), limit: Int = 1 << 20,
    pieces: [Int] = [], emptying: Bool = false
  ) -> (rows: [SimpleCSV.Row], empty: Int, error: TabularError?) {
    let reader = CSVReader(delimiter: delimiter, maximumRowLength: limit)
    let block = CSVBlock()
    var rows: [SimpleCSV.Row] = []
    func take() {
      for row in 0..<block.rowCount {
        let cells = block[row].map { block.arena[block.cells[$0]].string }
        rows.append(SimpleCSV.Row(cells: cells, line: block.line(ofRow: row)))
      }
      block.removeRows()
    }
    var failure: TabularError?
    text.withUnsafeBufferPointer { buffer in
      guard let start = buffer.baseAddress else { return }
      let all = ByteView(start: start, count: text.count)
      var from = 0
      var sizes = pieces[...]
      do throws(TabularError) {
        while from < all.count {
          let size = min(sizes.popFirst() ?? all.count, all.count - from)
          try reader.parse(all[from..<from + size], into: block)
          from += size
          if emptying { take() }
        }
        try reader.finish(into: block)
      } catch { failure = error }
    }
    take()
    return (rows, reader.emptyLines, failure)
  }

  static func read(_ text: String, limit: Int = 1 << 20, pieces: [Int] = []) -> (
    rows: [SimpleCSV.Row], empty: Int, error: TabularError?
  ) { read(Array(text.utf8), limit: limit, pieces: pieces) }

  @Test(arguments: [
    ("a;b\r\nc;d\r\n", [["a", "b"], ["c", "d"]]),
    ("a;b\nc;d", [["a", "b"], ["c", "d"]]),
    ("a;b\rc;d\r", [["a", "b"], ["c", "d"]]),
    ("a;;\n;;b\n", [["a", "", ""], ["", "", "b"]]),
    ("\"a;b\";\"c\"\"d\"\n", [["a;b", "c\"d"]]),
    ("\"a\r\nb\";c\r\n", [["a\r\nb", "c"]]),
    ("  a b  ; \"c \" ;d\n", [["a b", "c ", "d"]]),
    ("\"\"\n", [[""]]),
    ("a;\"\";\n", [["a", "", ""]]),
    ("a;\"b\"", [["a", "b"]]),
    ("", []),
  ])
  func splits(_ text: String, _ expected: [[String]]) {
    let read = Self.read(text)
    #expect(read.error == nil)
    #expect(read.rows.map(\.cells) == expected)
    #expect(read.empty == 0)
  }

  @Test(arguments: [
    ("a\n\nb\n", [1, 3], 1), ("a\r\n\r\nb\r\n", [1, 3], 1), ("\n\na", [3], 2),
    ("\"x\ny\"\nb\n  \nc", [1, 3, 5], 1), ("a\r\rb", [1, 3], 1),
    ("\"x\r\ny\";\"z\n\"\r\nb", [1, 4], 0),
  ])
  func countsLines(_ text: String, _ lines: [Int], _ empty: Int) {
    for size in 1...max(1, text.utf8.count) {
      let pieces = Array(repeating: size, count: text.utf8.count)
      let read = Self.read(text, pieces: pieces)
      #expect(read.rows.map(\.line) == lines)
      #expect(read.empty == empty)
    }
  }

  @Test(arguments: [
    ("a;b\n1;\"2\n3;4\n", TabularError.quoteNotClosed(line: 2)),
    ("a;b\n\"x\ny\";\"2\n3;4\n", .quoteNotClosed(line: 3)),
    // The next quotation mark seems to close the field that an earlier line opened.
    ("a;b\n1;\"2\n3;\"4\"\n", .quoteNotClosed(line: 2)),
    ("a;b\n1;2\"3\n", .quoteMisplaced(line: 2)),
    ("a;b\n1;\"2\"3\n", .quoteMisplaced(line: 2)),
    ("a;b\n1;\"2\" \"\n", .quoteMisplaced(line: 2)),
    ("\"x\ny\";2\"3\n", .quoteMisplaced(line: 2)),
    ("\"", .quoteNotClosed(line: 1)),
  ])
  func refusesQuotes(_ text: String, _ expected: TabularError) {
    for size in 1...text.utf8.count {
      let read = Self.read(text, pieces: Array(repeating: size, count: text.utf8.count))
      #expect(read.error == expected)
    }
  }

  @Test func refusesLongRows() {
    let long = "a;b\n" + String(repeating: "x", count: 50) + ";y\nc;d\n"
    #expect(Self.read(long, limit: 52).error == .rowTooLong(limit: 52, line: 2))
    #expect(Self.read(long, limit: 53).error == nil)
    let many = "a\n" + String(repeating: ";", count: 200_000) + "\n"
    for pieces in [[], [1, 70_000, 3]] {
      #expect(
        Self.read(many, limit: 1000, pieces: pieces).error == .rowTooLong(limit: 1000, line: 2))
    }
  }

  @Test func namesAnOpenQuoteBeforeItFillsMemory() {
    let text = "a;b\n1;2\n3;\"" + String(repeating: "x;y\n", count: 400_000)
    for pieces in [[], Array(repeating: 7777, count: 300)] {
      #expect(Self.read(text, limit: 65_536, pieces: pieces).error == .quoteNotClosed(line: 3))
    }
    let endless = "a\n" + String(repeating: "x", count: 1_000_000)
    #expect(Self.read(endless, limit: 5000).error == .rowTooLong(limit: 5000, line: 2))
  }

  @Test func staysFailed() {
    let reader = CSVReader(delimiter: UInt8(ascii: ";"))
    let block = CSVBlock()
    let text = ByteArena()
    text.append("a\"b\n")
    #expect(throws: TabularError.quoteMisplaced(line: 1)) {
      try reader.parse(text.bytes, into: block)
    }
    #expect(throws: TabularError.quoteMisplaced(line: 1)) { try reader.finish(into: block) }
  }

  @Test(arguments: [UInt8(ascii: ";"), UInt8(ascii: ","), UInt8(ascii: "|"), 0x09])
  func agreesWithTheSimpleParser(delimiter: UInt8) {
    var random = SeededGenerator(seed: 20_261_031 &+ UInt64(delimiter))
    let lineEnds: [[UInt8]] = [[0x0A], [0x0D, 0x0A]]
    for _ in 0..<300 {
      let lineEnd = lineEnds[Int.random(in: 0...1, using: &random)]
      var text: [UInt8] = []
      for row in 0..<Int.random(in: 0...12, using: &random) {
        if row > 0 { text += lineEnd }
        let fields = Int.random(in: 0...4, using: &random)
        for field in 0..<fields {
          if field > 0 { text.append(delimiter) }
          text += Self.field(delimiter, &random)
        }
      }
      if Bool.random(using: &random) { text += lineEnd }
      let expected = SimpleCSV.rows(text, delimiter: delimiter)
      let pieces = (0..<text.count).map { _ in Int.random(in: 1...9, using: &random) }
      for (sizes, emptying) in [([], false), (pieces, false), (pieces, true)] {
        let read = Self.read(text, delimiter: delimiter, pieces: sizes, emptying: emptying)
        #expect(read.error == nil)
        #expect(read.rows == expected.rows)
        if read.rows != expected.rows { return }
        #expect(read.empty == expected.empty)
      }
    }
  }

  private static func field(_ delimiter: UInt8, _ random: inout SeededGenerator) -> [UInt8] {
    let plain = Array("aB1 é'-.\t".utf8).filter { $0 != delimiter }
    if Int.random(in: 0...2, using: &random) > 0 {
      return (0..<Int.random(in: 0...6, using: &random)).map { _ in
        plain[Int.random(in: 0..<plain.count, using: &random)]
      }
    }
    let inside = plain + [delimiter, 0x0A, 0x0D]
    var field: [UInt8] = [UInt8(ascii: "\"")]
    for _ in 0..<Int.random(in: 0...6, using: &random) {
      if Int.random(in: 0...5, using: &random) == 0 {
        field += [UInt8(ascii: "\""), UInt8(ascii: "\"")]
      } else {
        field.append(inside[Int.random(in: 0..<inside.count, using: &random)])
      }
    }
    field.append(UInt8(ascii: "\""))
    if Bool.random(using: &random) { field.append(0x20) }
    return field
  }
}
