internal import Diagnostics
internal import Model
internal import Tabular

/// A worklist that came back, as a spreadsheet program saved it: a workbook, or CSV in the encoding and with the
/// separator of the program.
///
/// What is read holds letters of ASCII alone, so that it does not matter in which encoding names were saved.
struct OutcomeFile {
  /// The lines with a household or an entry, in the order of the file.
  private(set) var lines: [OutcomeLine] = []
  /// What is to be known of the file as a whole.
  private(set) var notes: [Diagnostic] = []

  /// A list of the largest municipality is a small part of this.
  private static let mostBytes = 64 << 20
  /// A title that somebody put above the header may take so many rows.
  private static let mostRowsAboveHeader = 10

  private let path: String
  private let name: String
  private let known: [String]
  private var header: OutcomeColumns?

  /// Reads a file.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - known: The titles of all columns of a worklist.
  /// - Throws: A diagnostic with the exit status ``ExitStatus/data`` if it is no list.
  /// - Complexity: O(*n*).
  init(path: String, known: [String]) throws {
    self.path = path
    self.known = known
    name = PrintableName.of(Array(FileSystem.name(of: path).utf8))
    guard FileSystem.kind(of: path) == .file else {
      throw unusable("it is no regular file")
    }
    let bytes = ByteArena(capacity: 64)
    do {
      try FileSystem.forEachBlock(of: path) { block in
        if bytes.count <= Self.mostBytes { bytes.append(block) }
      }
    } catch { throw unusable("the operating system refuses to read it") }
    guard bytes.count <= Self.mostBytes else { throw unusable("it is larger than 64 MiB") }
    switch FileKind(beginning: bytes.bytes) {
    case .workbook, .zip: try readWorkbook()
    case .plainText, .binary: try readText(bytes.bytes)
    case let kind: throw unusable("it is \(kind.rawValue)")
    }
  }

  private func unusable(_ reason: String) -> Diagnostic {
    Diagnostic(.outcomeFileUnusable, at: Location(file: name), ["reason": reason])
  }

  // MARK: Workbooks

  private mutating func readWorkbook() throws {
    do {
      let book = try WorkbookReader(path: path)
      let names = book.sheets
      let lists = names.indices.filter { index in
        WorklistSheets.all.contains { names[index].lowercased().hasPrefix($0.lowercased()) }
      }
      guard !lists.isEmpty else { throw unusable("it has no sheet \(WorklistSheets.open)") }
      for index in lists {
        let place = Location(
          file: name + " · " + PrintableName.of(Array(names[index].utf8)))
        header = nil
        var above = 0
        try book.forEachRow(of: index) { row in
          if let header {
            append(row, header, book, place)
          } else {
            try readHeader(row, at: place, above: &above)
          }
        }
        try checkHeader(at: place)
      }
    } catch let error as WorkbookError { throw unusable(error.reason) }
  }

  private mutating func readHeader(
    _ row: WorkbookRow, at place: Location, above: inout Int
  ) throws {
    var titles = [String](repeating: "", count: (row.cells.last?.column ?? -1) + 1)
    for cell in row.cells {
      if case .text(let text) = cell.value { titles[cell.column] = text }
    }
    above += 1
    let columns = OutcomeColumns(titles, known: known)
    guard columns.isOfAList || above > Self.mostRowsAboveHeader else { return }
    try take(columns, at: place)
  }

  private mutating func append(
    _ row: WorkbookRow, _ header: OutcomeColumns, _ book: WorkbookReader, _ place: Location
  ) {
    var cells: [OutcomeField: OutcomeCell] = [:]
    var formulas: Set<OutcomeField> = []
    let found = Dictionary(
      row.cells.map { ($0.column, $0) }, uniquingKeysWith: { first, _ in first })
    for (field, column) in header.places {
      guard let cell = found[column] else { continue }
      let value: OutcomeCell =
        switch cell.value {
        case .text(let text): .text(text)
        case .number(let number): .number(number, book.date(serial: number))
        case .truth(let truth): .text(truth ? "WAAR" : "ONWAAR")
        case .fault: .fault
        }
      if value.words.isEmpty { continue }
      cells[field] = value
      if cell.isFormula { formulas.insert(field) }
    }
    append(cells, formulas, header, place, line: row.number)
  }

  // MARK: Text

  private mutating func readText(_ whole: ByteView) throws {
    let place = Location(file: name)
    let hasMark = whole.count >= 3 && whole[0] == 0xEF && whole[1] == 0xBB && whole[2] == 0xBF
    let text = hasMark ? whole[3..<whole.count] : whole
    guard !text.buffer.contains(0) else {
      throw unusable("it holds NUL bytes; it is UTF-16 or no text")
    }
    let block = CSVBlock()
    do throws(TabularError) {
      let parser = CSVReader(delimiter: Self.delimiter(of: text), maximumRowLength: 1 << 18)
      try parser.parse(text, into: block)
      try parser.finish(into: block)
    } catch { throw unusable(error.outcomeReason) }
    for row in 0..<block.rowCount {
      let cells = block[row].map { block.arena[block.cells[$0]].trimmed.string }
      guard let header else {
        let columns = OutcomeColumns(cells, known: known)
        guard columns.isOfAList || row >= Self.mostRowsAboveHeader else { continue }
        try take(columns, at: place)
        continue
      }
      var found: [OutcomeField: OutcomeCell] = [:]
      for (field, column) in header.places where column < cells.count && !cells[column].isEmpty {
        found[field] = .text(cells[column])
      }
      let line = block.line(ofRow: row)
      if cells.count > header.count {
        var place = place
        place.line = line
        lines.append(
          OutcomeLine(
            refused: Diagnostic(
              .outcomeLineUneven, at: place,
              ["expected": "\(header.count)", "found": "\(cells.count)"])))
      } else {
        append(found, [], header, place, line: line)
      }
    }
    try checkHeader(at: place)
  }

  /// What parts the cells of the header most often.
  private static func delimiter(of text: ByteView) -> UInt8 {
    let choices = [UInt8(ascii: ";"), UInt8(ascii: ","), 0x09]
    let sign = "Kenmerk"
    for line in text.split(at: 0x0A).prefix(mostRowsAboveHeader + 1)
    where line.string.lowercased().contains(sign.lowercased()) {
      let counts = choices.map { choice in line.buffer.count { $0 == choice } }
      guard let most = counts.max(), let index = counts.firstIndex(of: most) else { break }
      return choices[index]
    }
    return choices[0]
  }

  // MARK: Both

  private mutating func take(_ columns: OutcomeColumns, at place: Location) throws {
    header = columns
    try checkHeader(at: place)
    for title in columns.strangers {
      var place = place
      place.column = title
      notes.append(Diagnostic(.outcomeColumnIgnored, at: place))
    }
  }

  /// Refuses a file whose header is not one of a list.
  private func checkHeader(at place: Location) throws {
    let columns = header ?? OutcomeColumns([], known: known)
    var problems = columns.missing.map { title in
      Diagnostic(.outcomeColumnMissing, at: place, ["expected": title])
    }
    problems += columns.doubled.map { title in
      var place = place
      place.column = title
      return Diagnostic(.outcomeColumnDoubled, at: place)
    }
    if !problems.isEmpty { throw DiagnosticList(problems) }
  }

  private mutating func append(
    _ cells: [OutcomeField: OutcomeCell], _ formulas: Set<OutcomeField>,
    _ header: OutcomeColumns, _ place: Location, line: Int
  ) {
    guard !cells.isEmpty else { return }
    var place = place
    place.line = line
    lines.append(
      OutcomeLine(cells, formulas: formulas, fields: Set(header.places.keys), at: place))
  }
}

extension WorkbookError {
  /// What is wrong, for a person.
  fileprivate var reason: String {
    switch self {
    case .unreadable: "the operating system refuses to read it"
    case .fileTooLarge(let limit): "it is larger than \(limit >> 20) MiB"
    case .notZip: "it is no whole workbook"
    case .notWorkbook: "it is a zip file, but no workbook"
    case .unusualZip: "it is locked with a password, or packed as no spreadsheet program does"
    case .tooManyParts(let limit): "it has more than \(limit) parts"
    case .partTooLarge(let limit): "a part of it becomes larger than \(limit >> 20) MiB"
    case .partTooDense(let ratio): "a part of it becomes more than \(ratio) times as large"
    case .damagedPart: "a part of it is damaged"
    case .declaration: "a part of it declares entities, which no workbook does"
    case .malformedPart: "a part of it is no XML that a workbook can hold"
    case .impossibleCell: "a cell stands where none can, or holds too much text"
    }
  }
}

extension TabularError {
  /// What is wrong with a text, for a person.
  fileprivate var outcomeReason: String {
    switch self {
    case .quoteNotClosed(let line): "the quotation mark on line \(line) is never closed"
    case .quoteMisplaced(let line): "a quotation mark on line \(line) is out of place"
    case .rowTooLong(_, let line): "line \(line) is too long"
    default: "it is no CSV"
    }
  }
}
