internal import Diagnostics
internal import Model
internal import Tabular

/// A `beoordeling.csv` that came back with answers, as a spreadsheet program saved it.
///
/// The columns that are read hold letters of ASCII alone, so that it does not matter in which encoding
/// names were saved.
struct ReviewFile {
  /// One answered line.
  struct Line: Sendable {
    /// The smaller id.
    var signal: SignalID
    var other: SignalID
    var answer: ReviewAnswer
    var place: Location
  }

  /// How the columns that are read begin, in small letters.
  static let columns = (answer: "oordeel", first: "melding a", second: "melding b")
  /// A list of the most pairs that can be asked is a small part of this.
  private static let mostBytes = 16 << 20

  private(set) var lines: [Line] = []
  private(set) var problems: [Diagnostic] = []
  private let place: Location

  /// Reads a file.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - name: What it is called in diagnostics.
  /// - Complexity: O(*n*).
  init(path: String, name: String) {
    place = Location(file: name)
    load(path)
  }

  private mutating func load(_ path: String) {
    guard FileSystem.kind(of: path) == .file else { return refuse("it is no regular file") }
    let text = ByteArena(capacity: 4096)
    do {
      try FileSystem.forEachBlock(of: path) { block in
        if text.count <= Self.mostBytes { text.append(block) }
      }
    } catch {
      return refuse("the operating system refuses to read it")
    }
    guard text.count <= Self.mostBytes else { return refuse("it is larger than 16 MiB") }
    read(text.bytes.withoutByteOrderMark)
  }

  private mutating func read(_ text: ByteView) {
    guard !text.isEmpty else { return refuse("it is empty") }
    guard !(0..<text.count).contains(where: { text[$0] == 0 }) else {
      return refuse("it holds NUL bytes; it is a workbook or UTF-16")
    }
    let block = CSVBlock()
    do {
      let parser = CSVReader(delimiter: Self.delimiter(of: text), maximumRowLength: 1 << 16)
      try parser.parse(text, into: block)
      try parser.finish(into: block)
    } catch {
      // The rows before the fault are not used either: nobody can tell where it began.
      return refuse(error.reviewReason)
    }
    var rows = 0..<block.rowCount
    if let first = rows.first, block.cell(first, 0).small.hasPrefix("sep=") { rows.removeFirst() }
    guard let header = rows.first else { return refuse("it has no header") }
    let names = block[header].map { block.arena[block.cells[$0]].small }
    func column(_ name: String) -> Int? { names.firstIndex { $0.hasPrefix(name) } }
    guard let answer = column(Self.columns.answer), let first = column(Self.columns.first),
      let second = column(Self.columns.second)
    else {
      for name in [Self.columns.answer, Self.columns.first, Self.columns.second]
      where column(name) == nil {
        problems.append(Diagnostic(.reviewColumnMissing, at: place, ["expected": name]))
      }
      return
    }
    for row in rows.dropFirst() {
      read(row, number: row - header, of: block, columns: (answer, first, second), names.count)
    }
  }

  private mutating func read(
    _ row: Int, number: Int, of block: CSVBlock, columns: (Int, Int, Int), _ width: Int
  ) {
    let cells = block[row]
    var place = place
    place.row = number
    place.line = block.line(ofRow: row)
    if cells.allSatisfy({ block.arena[block.cells[$0]].small.isEmpty }) { return }
    guard cells.count == width else {
      problems.append(
        Diagnostic(
          .reviewRowUneven, at: place, ["expected": "\(width)", "found": "\(cells.count)"]))
      return
    }
    let word = block.cell(row, columns.0)
    // Not answered yet.
    guard !word.small.isEmpty else { return }
    guard let answer = ReviewAnswer(rawValue: word.small.replacing(" ", with: "-")) else {
      place.column = Self.columns.answer
      problems.append(
        Diagnostic(
          .reviewWordUnknown, at: place,
          [
            "expected": ReviewAnswer.allCases.map(\.rawValue).joined(separator: ", "),
            "found": "\(FoundKind(of: word.buffer))",
          ]))
      return
    }
    var ids: [SignalID] = []
    for (column, name) in [(columns.1, Self.columns.first), (columns.2, Self.columns.second)] {
      let cell = block.cell(row, column)
      guard let id = SignalID(cell.small), !id.isAbsent else {
        place.column = name
        problems.append(
          Diagnostic(.reviewIDUnreadable, at: place, ["found": "\(FoundKind(of: cell.buffer))"]))
        return
      }
      ids.append(id)
    }
    guard ids[0] != ids[1] else {
      problems.append(Diagnostic(.reviewOfOneSignal, at: place))
      return
    }
    lines.append(
      Line(signal: min(ids[0], ids[1]), other: max(ids[0], ids[1]), answer: answer, place: place))
  }

  private mutating func refuse(_ reason: String) {
    problems.append(Diagnostic(.reviewFileUnusable, at: place, ["reason": reason]))
  }

  /// A semicolon as it was written, or what a spreadsheet program of another country puts in its place.
  private static func delimiter(of text: ByteView) -> UInt8 {
    let end = (0..<text.count).first { text[$0] == 0x0A || text[$0] == 0x0D } ?? text.count
    let choices = [UInt8(ascii: ";"), 0x09, UInt8(ascii: ",")]
    return choices.first { sign in (0..<end).contains { text[$0] == sign } } ?? choices[0]
  }
}

extension CSVBlock {
  fileprivate func cell(_ row: Int, _ column: Int) -> ByteView {
    let cells = self[row]
    guard column < cells.count else { return arena[.empty] }
    return arena[self.cells[cells.lowerBound + column]]
  }
}

extension ByteView {
  fileprivate var withoutByteOrderMark: ByteView {
    count >= 3 && self[0] == 0xEF && self[1] == 0xBB && self[2] == 0xBF ? self[3..<count] : self
  }

  /// The text in small letters of ASCII, without blanks around it.
  fileprivate var small: String { trimmed.string.lowercased() }
}

extension TabularError {
  /// What is wrong with a file of answers.
  fileprivate var reviewReason: String {
    switch self {
    case .quoteNotClosed(let line): "the quotation mark on line \(line) is never closed"
    case .quoteMisplaced(let line): "a quotation mark on line \(line) is out of place"
    case .rowTooLong(_, let line): "line \(line) is too long"
    default: "it is no CSV"
    }
  }
}
