/// A table for a terminal: the first column to the left, numbers to the right.
struct TextTable {
  /// The lines, the header first.
  let lines: [String]

  /// Lays out a table.
  ///
  /// - Parameters:
  ///   - header: What stands above each column.
  ///   - rows: As many cells each.
  init(_ header: [String], _ rows: [[String]]) {
    let widths = header.indices.map { column in
      ([header] + rows).map { $0[column].count }.max() ?? 0
    }
    lines = ([header] + rows).map { cells in
      cells.enumerated().map { column, cell in
        let blanks = String(repeating: " ", count: widths[column] - cell.count)
        return column == 0 ? cell + blanks : "  " + blanks + cell
      }.joined()
    }
  }
}
