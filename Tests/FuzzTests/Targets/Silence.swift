import Definitions
import Diagnostics
import Model
import Tabular

@testable import Feeds

/// No message about a delivery holds the text of one of its cells.
///
/// A cell that happens to be a word of the feed's definition or of the wordings says nothing about
/// anybody; nor does one of three characters or fewer, such as a number of rows.
struct Silence {
  private let cells: Set<String>
  private let innocent: String

  /// Takes the cells of a delivery; its first row too, unless that is surely the header.
  init(_ text: ByteView, _ feed: FeedDefinition) {
    let block = CSVBlock()
    let reader = CSVReader(
      delimiter: feed.file.delimiter, maximumRowLength: feed.file.maximumRowLength)
    let hasMark = text.count >= 3 && text[0] == 0xEF && text[1] == 0xBB && text[2] == 0xBF
    do throws(TabularError) {
      try reader.parse(hasMark ? text[3..<text.count] : text, into: block)
      try reader.finish(into: block)
    } catch {
      // The rows before it stand in the block.
    }
    var innocent = Silence.wordings + Silence.words(of: feed)
    var cells: Set<String> = []
    let headers = Set(feed.columns.map { HeaderName($0.header) })
    for row in 0..<block.rowCount {
      let texts = block[row].map { Silence.text(block.arena[block.cells[$0]], feed) }
      // Only a line such as `sep=;` may stand before the header, and little in it may be strange.
      let names = Set(texts.filter { !$0.isEmpty }.map { HeaderName($0) })
      let known = names.intersection(headers).count
      if row < 3, known * 2 >= feed.columns.count, names.count - known <= 2 {
        innocent.append(contentsOf: texts)
      } else {
        cells.formUnion(texts.filter { $0.count > 3 && !headers.contains(HeaderName($0)) })
      }
    }
    self.cells = cells
    self.innocent = innocent.joined(separator: "\n")
  }

  /// Holds it against messages, as they are printed.
  func hold(_ diagnostics: [Diagnostic]) throws(BrokenPromise) {
    for diagnostic in Set(diagnostics) {
      let said = DiagnosticText.paragraph(diagnostic)
      try expect(!said.contains("not given›"), "a fact is not given: \(said)")
      for cell in cells where said.contains(cell) {
        try expect(innocent.contains(cell), "the cell \(cell) is said in: \(said)")
      }
    }
  }

  /// What messages say whatever was delivered.
  private static let wordings: [String] =
    DiagnosticCode.all.flatMap { ["\($0.effect.word) \($0.id) ", $0.sentence, $0.help] }
    + Delimiter.usual.map { Delimiter.name($0) } + TextEncoding.allCases.map(\.rawValue)
    + FeedField.allCases.map(\.rawValue)
    + [AmountForm.decimalComma, .decimalPoint, .cents].map(\.example)
    + [DateForm.dayMonthYear, .iso, .compact].map(\.example)
    + [
      " characters with letters and digits", " characters with digits and signs",
      " characters without letters or digits", " digits", " letters", "1 character with ",
      "nothing", ", and more such cells", "; did you mean", "· row (line ) column",
    ]

  private static func words(of feed: FeedDefinition) -> [String] {
    [feed.id.name, feed.delivery.name.text, "2026-10_20261106", "\(feed.file.maximumRowLength)"]
      + feed.columns.map(\.header) + feed.lookups.keys.sorted()
  }

  private static func text(_ cell: ByteView, _ feed: FeedDefinition) -> String {
    guard feed.file.encoding == .windows1252, cell.hasHighBytes else {
      return cell.trimmed.string
    }
    let converted = ByteArena(capacity: cell.count * 3)
    Windows1252.convert(cell, into: converted)
    return converted.bytes.trimmed.string
  }
}
