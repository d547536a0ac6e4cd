internal import Diagnostics
internal import Model
internal import Tabular

/// A CSV file, plain or gzip, read row by row by the names of its columns.
///
/// Other columns, and their order, do not matter: a stage file of an older or newer version is read as
/// long as it has the columns that are asked for.
struct NamedColumns {
  /// What kind of file it is, for what is said when it is not as expected.
  enum Kind {
    case truth
    case stageFile
  }

  /// One data row.
  struct Row {
    /// Counted from 1; the header is not.
    let number: Int
    fileprivate let block: CSVBlock
    fileprivate let first: Int
    fileprivate let places: [Int?]

    /// The cell of the column asked for at that position; empty where the file has no such column.
    subscript(column: Int) -> ByteView {
      places[column].map { block.arena[block.cells[first + $0]] } ?? block.arena[.empty]
    }
  }

  /// The file.
  let path: String
  let kind: Kind
  /// The columns that must be there.
  let required: [String]
  /// The columns that may be; they are numbered after the others.
  var optional: [String] = []

  /// Reads the whole file.
  ///
  /// - Parameters:
  ///   - header: Is told, before the first row, which of the columns asked for are there.
  ///   - body: Is shown each row.
  /// - Throws: A diagnostic when the file is absent, damaged, lacks a column or has an uneven row.
  /// - Complexity: O(*n*) in the bytes of text, which are never all in memory.
  func read(
    header: (_ isThere: [Bool]) throws -> Void = { _ in }, _ body: (Row) throws -> Void
  ) throws {
    let parser = CSVReader(delimiter: UInt8(ascii: ","), maximumRowLength: 1 << 24)
    let block = CSVBlock()
    var places: [Int?]?
    var width = 0
    var number = 0
    func handOver() throws {
      for row in 0..<block.rowCount {
        let cells = block[row]
        guard let known = places else {
          let found = try self.places(in: cells.map { block.arena[block.cells[$0]].string })
          places = found
          width = cells.count
          try header(found.map { $0 != nil })
          continue
        }
        number += 1
        guard cells.count == width else {
          throw fault(number, expected: "\(width) fields", found: "\(cells.count)")
        }
        try body(Row(number: number, block: block, first: cells.lowerBound, places: known))
      }
      block.removeRows()
    }
    do {
      try forEachBlock { piece in
        try parser.parse(piece, into: block)
        try handOver()
      }
      try parser.finish(into: block)
      try handOver()
    } catch let error as TabularError {
      throw damaged("\(error)")
    }
    if places == nil { throw absent(required) }
  }

  /// What is wrong with a cell.
  ///
  /// - Parameters:
  ///   - row: The data row.
  ///   - column: Its header, if it is about one cell.
  ///   - expected: What should stand there.
  ///   - found: What kind of text does; never the text.
  /// - Returns: The problem with its place.
  func fault(_ row: Int, _ column: String? = nil, expected: String, found: String) -> Diagnostic {
    let place = Location(file: path, row: row, column: column)
    return switch kind {
    case .truth: Diagnostic(.truthCell, at: place, ["expected": expected, "found": found])
    case .stageFile: Diagnostic(.stageFileCell, at: place, ["expected": expected, "found": found])
    }
  }

  private func places(in header: [String]) throws -> [Int?] {
    // Spreadsheets put a byte-order mark in front.
    let names = header.map { $0.hasPrefix("\u{FEFF}") ? String($0.unicodeScalars.dropFirst()) : $0 }
    let missing = required.filter { !names.contains($0) }
    if !missing.isEmpty { throw absent(missing) }
    return (required + optional).map { names.firstIndex(of: $0) }
  }

  private func absent(_ columns: [String]) -> Diagnostic {
    let list = columns.joined(separator: ", ")
    return switch kind {
    case .truth: Diagnostic(.truthColumnAbsent, at: Location(file: path), ["columns": list])
    case .stageFile:
      Diagnostic(
        .stageFileColumns, at: Location(file: path),
        ["expected": required.joined(separator: ", "), "found": "missing: \(list)"])
    }
  }

  private func damaged(_ reason: String) -> Diagnostic {
    switch kind {
    case .truth: Diagnostic(.readFailed, ["path": path, "reason": reason])
    case .stageFile: Diagnostic(.stageFileDamaged, at: Location(file: path), ["reason": reason])
    }
  }

  /// Hands over the text of the file piece by piece, whether it is gzip or not.
  private func forEachBlock(_ body: (ByteView) throws -> Void) throws {
    let file = try GzipReader(path: path)
    let text = ByteArena(capacity: 1 << 18)
    do {
      while try file.read(into: text, room: 1 << 18) {
        try body(text.bytes)
        text.removeAll()
      }
    } catch TabularError.notGzip(let found) where found == .plainText || found == .nothing {
      try FileSystem.forEachBlock(of: path, body)
    }
  }
}
