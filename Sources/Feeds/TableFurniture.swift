internal import Model

/// Rows that people leave in a table although they are about nobody: totals, and the header again.
///
/// Only rows that cannot be used are looked at, so that no signal is ever taken for one.
struct TableFurniture {
  /// What a total begins with.
  private static let totals: [StaticString] = [
    "totaal", "total", "subtotaal", "subtotal", "eindtotaal", "aantal",
  ]

  /// The header as it stands in the file.
  private let header = ByteArena(capacity: 256)
  /// Where names of persons stand.
  private let names: [Int]

  init(header: ByteView, names: [Int]) {
    self.header.append(header)
    self.names = names
  }

  /// What a row is.
  ///
  /// - Parameters:
  ///   - row: All its bytes.
  ///   - cells: How many cells it has.
  ///   - cell: Lends the text of a cell.
  /// - Returns: ``RowFault/total``, ``RowFault/headerAgain``, or `nil`.
  /// - Complexity: O(*n*).
  func fault(row: ByteView, cells: Int, cell: (Int) -> ByteView) -> RowFault? {
    if row.equals(header.bytes) { return .headerAgain }
    guard let first = (0..<cells).first(where: { !cell($0).trimmed.isEmpty }),
      TableFurniture.isTotal(cell(first).trimmed)
    else { return nil }
    let namesSomebody = names.contains { $0 != first && $0 < cells && !cell($0).trimmed.isEmpty }
    return namesSomebody ? nil : .total
  }

  /// Whether the first word says that numbers were added up.
  private static func isTotal(_ text: ByteView) -> Bool {
    var end = 0
    while end < text.count, text[end] | 0x20 >= UInt8(ascii: "a"),
      text[end] | 0x20 <= UInt8(ascii: "z")
    {
      end += 1
    }
    return totals.contains { word in
      guard word.utf8CodeUnitCount == end else { return false }
      for index in 0..<end where text[index] | 0x20 != word.utf8Start[index] { return false }
      return true
    }
  }
}
