internal import Diagnostics
internal import Model
internal import Tabular

/// The rows of a file of a run by the names of its columns, to write some of them again as they were.
struct WrittenRows {
  let columns: [String: Int]
  private let header: [String]
  private let block: CSVBlock
  private let isCompressed: Bool

  /// The number of rows, without the header.
  var count: Int { max(0, block.rowCount - 1) }

  /// Reads a file.
  ///
  /// - Parameter path: A stage file, or a plain one for partners.
  /// - Throws: A diagnostic if it is damaged.
  init(path: String) throws {
    block = try StageFile.cells(of: path)
    isCompressed = path.hasSuffix(".gz")
    var names: [String] = []
    if block.rowCount > 0 {
      for place in block[0] { names.append(block.arena[block.cells[place]].string) }
    }
    header = names
    columns = Dictionary(
      names.enumerated().map { ($0.element, $0.offset) }, uniquingKeysWith: { first, _ in first })
  }

  /// Reads a file if it is there.
  static func ifPresent(_ path: String) throws -> WrittenRows? {
    FileSystem.exists(path) ? try WrittenRows(path: path) : nil
  }

  /// Reads a table of a folder, in whichever form it stands there, if it does.
  ///
  /// - Parameters:
  ///   - name: The name of its file, without an ending.
  ///   - folder: The folder.
  /// - Returns: The table; `nil` if it does not stand there.
  /// - Throws: A diagnostic if it is damaged.
  static func ifPresent(_ name: String, in folder: String) throws -> WrittenRows? {
    try ifPresent(StageFile.path(of: name, in: folder))
  }

  /// A cell; empty if there is no such column.
  ///
  /// - Parameters:
  ///   - row: From 0.
  ///   - column: Its name.
  subscript(row: Int, column: String) -> String { bytes(row, column)?.string ?? "" }

  /// The bytes of a cell.
  func bytes(_ row: Int, _ column: String) -> ByteView? {
    guard let place = columns[column] else { return nil }
    let cells = block[row + 1]
    guard place < cells.count else { return nil }
    return block.arena[block.cells[cells.lowerBound + place]]
  }

  /// A signal's id.
  func signal(_ row: Int, _ column: String = "signal_id") -> SignalID? {
    bytes(row, column).flatMap { $0.isEmpty ? nil : SignalID(hexadecimal: $0) }
  }

  /// A day.
  func day(_ row: Int, _ column: String) -> CalendarDate? {
    bytes(row, column).flatMap { CalendarDate(iso: $0) }
  }

  /// The place of a row in its delivery.
  func place(_ row: Int) -> RowPlace {
    RowPlace(feed: self[row, "feed"], delivery: self[row, "delivery"], row: self[row, "row"])
  }

  /// The cells of a row by the names of their columns, without the empty ones.
  func named(_ row: Int, without hidden: Set<String> = []) -> [String: String] {
    var cells: [String: String] = [:]
    for name in header where !hidden.contains(name) {
      let text = self[row, name]
      if !text.isEmpty { cells[name] = text }
    }
    return cells
  }

  /// Writes rows as they stand, but for cells that are given anew.
  ///
  /// - Parameters:
  ///   - path: The new file.
  ///   - keep: Whether a row is written.
  ///   - change: A new text for a cell, by row and column; `nil` leaves it.
  /// - Throws: A diagnostic if the disk refuses.
  func write(
    to path: String, keep: (Int) -> Bool, change: (Int, String) -> String? = { _, _ in nil }
  ) throws {
    let sink = try ByteSink(path: path, compressed: isCompressed)
    let out = ByteArena(capacity: 1 << 16)
    for (place, name) in header.enumerated() {
      if place > 0 { out.append(UInt8(ascii: ",")) }
      out.append(string: name)
    }
    out.append(UInt8(ascii: "\n"))
    let fresh = ByteArena(capacity: 64)
    for row in 0..<count where keep(row) {
      for (place, name) in header.enumerated() {
        if place > 0 { out.append(UInt8(ascii: ",")) }
        if let text = change(row, name) {
          fresh.removeAll()
          fresh.append(string: text)
          out.append(csvField: fresh.bytes)
        } else if let cell = bytes(row, name) {
          out.append(csvField: cell)
        }
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
}

/// Where a row was delivered.
struct RowPlace: Hashable {
  var feed: String
  var delivery: String
  var row: String
}
