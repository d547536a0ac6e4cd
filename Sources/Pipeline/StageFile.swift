internal import Diagnostics
public import Model
internal import Tabular

/// Reads and writes stage files: RFC 4180, comma, UTF-8 without BOM, LF, a header, gzip.
public enum StageFile {
  /// Writes a table.
  ///
  /// - Parameters:
  ///   - table: The rows.
  ///   - path: The file; made with access for the owner only.
  ///   - compressed: Whether to write gzip; receipts are plain.
  /// - Throws: A diagnostic if the file cannot be written.
  /// - Complexity: O(rows × columns).
  public static func write<Table: StageTable>(
    _ table: Table, to path: String, compressed: Bool = true
  ) throws {
    let sink = try ByteSink(path: path, compressed: compressed)
    let out = ByteArena(capacity: 1 << 17)
    for (index, column) in Table.columns.enumerated() {
      if index > 0 { out.append(UInt8(ascii: ",")) }
      out.append(string: column.name)
    }
    out.append(UInt8(ascii: "\n"))
    let writers = Table.columns.map { $0.writer(table) }
    for row in 0..<table.count {
      for (index, write) in writers.enumerated() {
        if index > 0 { out.append(UInt8(ascii: ",")) }
        write(row, out)
      }
      out.append(UInt8(ascii: "\n"))
      if out.count >= 1 << 16 {
        try sink.write(out.bytes)
        out.removeAll()
      }
    }
    try sink.write(out.bytes)
    try sink.finish()
  }

  /// Where a table of a folder stands: plain if it was asked for so, otherwise gzip.
  ///
  /// - Parameters:
  ///   - name: The name of its file, without an ending.
  ///   - folder: The folder that holds the file.
  /// - Returns: The path; of the gzip file if there is none.
  public static func path(of name: String, in folder: String) -> String {
    let plain = "\(folder)/\(name).csv"
    return FileSystem.exists(plain) ? plain : plain + ".gz"
  }

  /// Reads a table.
  ///
  /// - Parameters:
  ///   - type: Which table.
  ///   - folder: The folder that holds the file.
  ///   - stage: The stage that asks, for the message when the file is absent.
  /// - Returns: The table with the rows of the file in their order.
  /// - Throws: A diagnostic with the row and column of the first cell that is not of its kind.
  /// - Complexity: O(rows × columns).
  public static func read<Table: StageTable>(
    _ type: Table.Type, from folder: String, stage: String
  ) throws -> Table {
    try read(type, file: path(of: Table.fileName, in: folder), stage: stage)
  }

  /// Reads a table from a file of any name.
  ///
  /// - Parameters:
  ///   - type: Which table.
  ///   - path: The file.
  ///   - stage: What asks for it, for the message when the file is absent.
  /// - Returns: The table with the rows of the file in their order.
  /// - Throws: A diagnostic with the row and column of the first cell that is not of its kind.
  /// - Complexity: O(rows × columns).
  public static func read<Table: StageTable>(
    _ type: Table.Type, file path: String, stage: String
  ) throws -> Table {
    guard FileSystem.exists(path) else {
      throw Diagnostic(
        .stageFileAbsent, at: Location(file: path),
        ["stage": stage, "file": FileSystem.name(of: path)])
    }
    let block = try cells(of: path)
    var table = Table()
    guard block.rowCount > 0 else {
      throw columnsDiffer(Table.self, path, found: "found an empty file")
    }
    let header = block[0].map { block.arena[block.cells[$0]].string }
    let expected = Table.columns.map(\.name)
    guard header == expected else {
      let missing = expected.filter { !header.contains($0) }
      let found =
        missing.isEmpty ? "found others besides" : "missing: \(missing.joined(separator: ", "))"
      throw columnsDiffer(Table.self, path, found: found)
    }
    var flat: [TextCell] = []
    flat.reserveCapacity(block.rowCount * header.count)
    for row in 1..<block.rowCount {
      let range = block[row]
      guard range.count == header.count else {
        throw Diagnostic(
          .stageFileCell, at: Location(file: path, row: row),
          ["expected": "\(header.count) fields", "found": "\(range.count)"])
      }
      for cell in range { flat.append(block.cells[cell]) }
    }
    let cells = StageCells(arena: block.arena, cells: flat, width: header.count)
    for (index, column) in Table.columns.enumerated() {
      if let row = column.reader(cells, index, &table) {
        throw Diagnostic(
          .stageFileCell, at: Location(file: path, row: row + 1, column: column.name),
          ["expected": column.kind, "found": foundKind(of: cells[row, index])])
      }
    }
    return table
  }

  /// The cells of a file, plain or gzip.
  ///
  /// - Parameter path: The file.
  /// - Returns: Every row, the header first.
  /// - Throws: A diagnostic if it is damaged.
  static func cells(of path: String) throws -> CSVBlock {
    do {
      let parser = CSVReader(delimiter: UInt8(ascii: ","), maximumRowLength: 1 << 24)
      let block = CSVBlock()
      guard path.hasSuffix(".gz") else {
        try FileSystem.forEachBlock(of: path) { try parser.parse($0, into: block) }
        try parser.finish(into: block)
        return block
      }
      let reader = try GzipReader(path: path)
      let inflated = ByteArena(capacity: 1 << 18)
      var more = true
      while more {
        inflated.removeAll()
        more = try reader.read(into: inflated, room: 1 << 18)
        try parser.parse(inflated.bytes, into: block)
      }
      try parser.finish(into: block)
      return block
    } catch {
      throw Diagnostic(.stageFileDamaged, at: Location(file: path), ["reason": "\(error)"])
    }
  }

  private static func columnsDiffer<Table: StageTable>(
    _ type: Table.Type, _ path: String, found: String
  ) -> Diagnostic {
    Diagnostic(
      .stageFileColumns, at: Location(file: path),
      ["expected": Table.columns.map(\.name).joined(separator: ", "), "found": found])
  }
}

private func foundKind(of view: ByteView) -> String { foundKind(of: view.buffer) }
