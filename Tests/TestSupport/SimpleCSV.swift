/// A second, simple CSV parser: the oracle.
///
/// Follows RFC 4180 with libcsv's trimming.
public enum SimpleCSV {
  /// One row with its cells.
  public struct Row: Equatable, Sendable {
    /// The texts of the cells, without the blanks around them.
    public var cells: [String]
    /// The line on which the row begins, from 1.
    public var line: Int

    /// Creates a row.
    public init(cells: [String], line: Int) {
      self.cells = cells
      self.line = line
    }
  }

  /// Splits a text.
  ///
  /// - Parameters:
  ///   - text: The bytes of a whole file.
  ///   - delimiter: What stands between cells.
  /// - Returns: The rows that hold anything, and how many lines hold nothing.
  public static func rows(_ text: [UInt8], delimiter: UInt8) -> (rows: [Row], empty: Int) {
    var rows: [Row] = []
    var empty = 0
    var line = 1
    var at = 0
    while at < text.count {
      let begin = line
      var cells: [String] = []
      var sawAnything = false
      var ended = false
      while !ended {
        while at < text.count, text[at] == 0x20 || (text[at] == 0x09 && delimiter != 0x09) {
          at += 1
        }
        var field: [UInt8] = []
        if at < text.count, text[at] == UInt8(ascii: "\"") {
          sawAnything = true
          at += 1
          while at < text.count {
            if text[at] == UInt8(ascii: "\"") {
              guard at + 1 < text.count, text[at + 1] == UInt8(ascii: "\"") else {
                break
              }
              at += 1
            }
            if text[at] == 0x0A { line += 1 }
            field.append(text[at])
            at += 1
          }
          at += 1
          while at < text.count, text[at] != delimiter, text[at] != 0x0A, text[at] != 0x0D {
            at += 1
          }
        } else {
          while at < text.count, text[at] != delimiter, text[at] != 0x0A, text[at] != 0x0D {
            field.append(text[at])
            at += 1
          }
          while let last = field.last, last == 0x20 || last == 0x09 { field.removeLast() }
          if !field.isEmpty { sawAnything = true }
        }
        cells.append(String(decoding: field, as: UTF8.self))
        if at < text.count, text[at] == delimiter {
          sawAnything = true
          at += 1
        } else {
          ended = true
          if at < text.count {
            if text[at] == 0x0D, at + 1 < text.count, text[at + 1] == 0x0A { at += 1 }
            at += 1
            line += 1
            if !sawAnything { empty += 1 }
          }
        }
      }
      if sawAnything { rows.append(Row(cells: cells, line: begin)) }
    }
    return (rows, empty)
  }
}
