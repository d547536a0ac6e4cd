internal import Diagnostics
internal import GRDB
internal import GRDBSQLite
internal import Model
internal import Pipeline

/// The cells of the rows of a query of the table `signal`, read one after the other as the bytes that SQLite
/// holds: a text for each would cost more than all the rest.
///
/// A view of a cell is valid until the next row.
struct SignalCells {
  private let statement: OpaquePointer
  /// The cell that comes next.
  var next = 0

  /// Reads the rows of a statement, each after a cursor has come to it.
  init(_ statement: Statement) { self.statement = statement.sqliteStatement }

  /// The bytes of a cell.
  ///
  /// - Throws: A diagnostic if it is absent.
  subscript(column: Int) -> ByteView {
    get throws {
      let index = Int32(truncatingIfNeeded: column)
      guard let start = sqlite3_column_text(statement, index) else { throw Self.damaged }
      return ByteView(start: start, count: Int(sqlite3_column_bytes(statement, index)))
    }
  }

  /// A cell that holds a number.
  func number(_ column: Int) -> Int64 {
    sqlite3_column_int64(statement, Int32(truncatingIfNeeded: column))
  }

  mutating func number() throws -> Int64 {
    defer { next += 1 }
    return number(next)
  }

  mutating func text(in arena: ByteArena) throws -> TextCell { arena.store(try bytes()) }

  mutating func word<Word: RawRepresentable<String>>() throws -> Word {
    guard let word = Word(rawValue: try bytes().string) else { throw Self.damaged }
    return word
  }

  mutating func identifier<Subject>() throws -> Identifier<Subject> {
    try value { $0.isEmpty ? .absent : Identifier(hexadecimal: $0) }
  }

  mutating func value<Value>(_ read: (ByteView) -> Value?) throws -> Value {
    guard let value = read(try bytes()) else { throw Self.damaged }
    return value
  }

  private mutating func bytes() throws -> ByteView {
    defer { next += 1 }
    return try self[next]
  }

  static var damaged: Diagnostic {
    Diagnostic(
      .stateDamaged,
      ["path": "the table signal", "reason": "a value is not what the schema promises"])
  }
}
