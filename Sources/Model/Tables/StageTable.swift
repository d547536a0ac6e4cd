/// A table that stages hand over, in memory and as a `.csv.gz` stage file.
public protocol StageTable: Sendable {
  /// The file's name in a run, without `.csv.gz`.
  static var fileName: String { get }

  /// The columns of the file in order. Names never change; new ones come at the end.
  static var columns: [StageColumn<Self>] { get }

  /// The number of rows.
  var count: Int { get }

  /// Where the texts stand.
  var arena: ByteArena { get }

  /// Creates an empty table.
  init()
}

/// One column of a stage file: how a table's cell is written and read back.
public struct StageColumn<Table: StageTable>: Sendable {
  /// The column's name in the header.
  public let name: String

  /// Returns a writer of the cells of one table.
  ///
  /// Called once per file; the writer once per row.
  public let writer: @Sendable (Table) -> (_ row: Int, _ out: ByteArena) -> Void

  /// Reads all cells of the column into the table.
  ///
  /// Returns the row (from 0) of the first cell that is not of the column's kind, or `nil`.
  public let reader: @Sendable (_ cells: StageCells, _ column: Int, _ table: inout Table) -> Int?

  /// What a cell of the column holds, for messages.
  public let kind: String
}

/// The cells of a stage file that was read, row by row.
public struct StageCells: Sendable {
  /// Where the texts stand.
  public let arena: ByteArena
  /// All cells, row after row.
  public let cells: [TextCell]
  /// Cells per row.
  public let width: Int

  /// Creates the cells of a file.
  public init(arena: ByteArena, cells: [TextCell], width: Int) {
    self.arena = arena
    self.cells = cells
    self.width = width
  }

  /// The number of rows.
  public var count: Int { width == 0 ? 0 : cells.count / width }

  /// The bytes of one cell.
  public subscript(row: Int, column: Int) -> ByteView { arena[cells[row * width + column]] }
}

/// A key path that may cross threads.
public typealias ColumnPath<Table, Value> = any WritableKeyPath<Table, [Value]> & Sendable

extension StageColumn {
  /// A column whose cells are written and read by a pair of functions.
  ///
  /// - Parameters:
  ///   - name: The column's name.
  ///   - path: Where the values stand in the table.
  ///   - kind: What a cell holds, for messages.
  ///   - write: Appends the cell of a value; nothing for an absent one.
  ///   - read: Returns the value of a cell, or `nil` if it is none.
  /// - Returns: The column.
  public static func values<Value>(
    _ name: String, _ path: ColumnPath<Table, Value>, kind: String,
    write: @escaping @Sendable (Value, ByteArena) -> Void,
    read: @escaping @Sendable (ByteView) -> Value?
  ) -> StageColumn {
    StageColumn(
      name: name,
      writer: { table in
        let values = table[keyPath: path]
        return { row, out in write(values[row], out) }
      },
      reader: { cells, column, table in
        var values: [Value] = []
        values.reserveCapacity(cells.count)
        for row in 0..<cells.count {
          guard let value = read(cells[row, column]) else { return row }
          values.append(value)
        }
        table[keyPath: path] = values
        return nil
      },
      kind: kind)
  }

  /// Text in the table's arena.
  ///
  /// Empty is absent.
  public static func text(_ name: String, _ path: ColumnPath<Table, TextCell>) -> StageColumn {
    StageColumn(
      name: name,
      writer: { table in
        let values = table[keyPath: path]
        let arena = table.arena
        return { row, out in out.append(csvField: arena[values[row]]) }
      },
      reader: { cells, column, table in
        var values: [TextCell] = []
        values.reserveCapacity(cells.count)
        let arena = table.arena
        for row in 0..<cells.count { values.append(arena.store(cells[row, column])) }
        table[keyPath: path] = values
        return nil
      },
      kind: "text")
  }

  /// A whole number that is always there.
  public static func integer<Number: FixedWidthInteger & Sendable>(
    _ name: String, _ path: ColumnPath<Table, Number>
  ) -> StageColumn {
    values(
      name, path, kind: "a whole number", write: { $1.append(decimal: Int($0)) },
      read: { $0.signedDecimal.flatMap { Number(exactly: $0) } })
  }

  /// A whole number, or empty.
  public static func optionalInteger<Number: FixedWidthInteger & Sendable>(
    _ name: String, _ path: ColumnPath<Table, Number?>
  ) -> StageColumn {
    values(
      name, path, kind: "a whole number or nothing",
      write: { value, out in if let value { out.append(decimal: Int(value)) } },
      read: { bytes -> Number?? in
        if bytes.isEmpty { return .some(nil) }
        return bytes.signedDecimal.flatMap { Number(exactly: $0) }.map { .some($0) }
      })
  }

  /// `1` or `0`.
  public static func flag(_ name: String, _ path: ColumnPath<Table, Bool>) -> StageColumn {
    values(
      name, path, kind: "0 or 1", write: { $1.append(UInt8(ascii: $0 ? "1" : "0")) },
      read: { $0.equals("1") ? true : $0.equals("0") ? false : nil })
  }

  /// A day as `yyyy-MM-dd`.
  public static func date(_ name: String, _ path: ColumnPath<Table, CalendarDate>) -> StageColumn {
    values(
      name, path, kind: "a date such as 2026-10-31", write: { $1.append($0) },
      read: { CalendarDate(iso: $0) })
  }

  /// A day as `yyyy-MM-dd`, or empty.
  public static func optionalDate(
    _ name: String, _ path: ColumnPath<Table, CalendarDate?>
  ) -> StageColumn {
    values(
      name, path, kind: "a date such as 2026-10-31, or nothing",
      write: { value, out in if let value { out.append(value) } },
      read: { bytes -> CalendarDate?? in
        if bytes.isEmpty { return .some(nil) }
        return CalendarDate(iso: bytes).map { .some($0) }
      })
  }

  /// A partial date as `yyyy`, `yyyy-MM` or `yyyy-MM-dd`, or empty.
  public static func partialDate(
    _ name: String, _ path: ColumnPath<Table, PartialDate>
  ) -> StageColumn {
    values(
      name, path, kind: "a date such as 1980, 1980-05 or 1980-05-31, or nothing",
      write: { $1.append($0) },
      read: { $0.isEmpty ? .absent : PartialDate(iso: $0) })
  }

  /// A postcode as `1234AB`, or empty.
  public static func postcode(_ name: String, _ path: ColumnPath<Table, Postcode>) -> StageColumn {
    values(
      name, path, kind: "a postcode such as 1234AB, or nothing", write: { $1.append($0) },
      read: { $0.isEmpty ? .absent : Postcode.find(in: $0)?.postcode })
  }

  /// An id of 32 hexadecimal digits, or empty.
  public static func identifier<Subject>(
    _ name: String, _ path: ColumnPath<Table, Identifier<Subject>>
  ) -> StageColumn {
    values(
      name, path, kind: "32 hexadecimal digits or nothing", write: { $1.append($0) },
      read: { $0.isEmpty ? .absent : Identifier(hexadecimal: $0) })
  }

  /// A word of a closed list.
  public static func word<Word: CaseIterable & RawRepresentable & Sendable>(
    _ name: String, _ path: ColumnPath<Table, Word>
  ) -> StageColumn where Word.RawValue == String {
    values(
      name, path, kind: "one of \(Word.allCases.map(\.rawValue).joined(separator: ", "))",
      write: { $1.append(string: $0.rawValue) },
      read: { Word(rawValue: $0.string) })
  }

  /// A word of a closed list, or empty.
  public static func optionalWord<Word: CaseIterable & RawRepresentable & Sendable>(
    _ name: String, _ path: ColumnPath<Table, Word?>
  ) -> StageColumn where Word.RawValue == String {
    values(
      name, path,
      kind: "one of \(Word.allCases.map(\.rawValue).joined(separator: ", ")), or nothing",
      write: { value, out in if let value { out.append(string: value.rawValue) } },
      read: { bytes -> Word?? in
        if bytes.isEmpty { return .some(nil) }
        return Word(rawValue: bytes.string).map { .some($0) }
      })
  }

  /// The names of quality flags, parted by `|`.
  public static func quality(_ name: String, _ path: ColumnPath<Table, Quality>) -> StageColumn {
    values(
      name, path, kind: "names of quality flags parted by |",
      write: { $1.append($0) }, read: { Quality(names: $0) })
  }
}

extension ByteArena {
  /// Appends a field of a comma-separated file, quoted where RFC 4180 asks for it.
  @inlinable
  public func append(csvField text: ByteView) {
    var quote = false
    for index in 0..<text.count {
      let byte = text[index]
      if byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\"") || byte == 0x0A || byte == 0x0D {
        quote = true
        break
      }
    }
    guard quote else { return append(text) }
    append(UInt8(ascii: "\""))
    for index in 0..<text.count {
      if text[index] == UInt8(ascii: "\"") { append(UInt8(ascii: "\"")) }
      append(text[index])
    }
    append(UInt8(ascii: "\""))
  }
}

extension ByteView {
  /// The value of the bytes as a decimal number with an optional minus sign.
  @inlinable
  public var signedDecimal: Int? {
    guard count > 1, start[0] == UInt8(ascii: "-") else { return unsignedDecimal }
    return self[1..<count].unsignedDecimal.map { -$0 }
  }

  /// The parts between a separator; none when the view is empty.
  ///
  /// Not for hot paths.
  public func split(at separator: UInt8) -> [ByteView] {
    guard count > 0 else { return [] }
    var parts: [ByteView] = []
    var from = 0
    for index in 0..<count where start[index] == separator {
      parts.append(self[from..<index])
      from = index + 1
    }
    parts.append(self[from..<count])
    return parts
  }
}
