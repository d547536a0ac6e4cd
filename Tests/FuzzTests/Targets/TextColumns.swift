import Model

/// Text columns of one row, as a partner delivers them.
struct TextColumns {
  let paths: [ColumnPath<Received, TextCell>]

  /// The fields of an input, parted by tabs: one for each column, empty when there are fewer.
  func fields(_ input: [UInt8]) -> [[UInt8]] {
    var fields = input.split(
      separator: 0x09, maxSplits: paths.count - 1, omittingEmptySubsequences: false
    ).map(Array.init)
    while fields.count < paths.count { fields.append([]) }
    return fields
  }

  /// A table of some rows with nothing but these columns.
  func table(_ rows: [[[UInt8]]]) -> Received {
    var table = Received()
    for (number, row) in rows.enumerated() {
      table.keys.signalID.append(SignalID(high: 0, low: UInt64(number + 1)))
      for (path, field) in zip(paths, row) {
        let from = table.arena.count
        for byte in field { table.arena.append(byte) }
        table[keyPath: path].append(table.arena.cell(from: from))
      }
    }
    return table
  }
}

/// What came of one row: bytes for each field, so that nothing is hidden by a comparison of texts.
struct NormalisedText: Equatable, CustomStringConvertible {
  var fields: [[UInt8]]
  /// What else was found, which must be the same as well.
  var facts: [UInt64]

  var count: Int { fields.reduce(0) { $0 + $1.count } }

  /// Whether all fields are UTF-8.
  var isText: Bool { fields.allSatisfy(\.isText) }

  var description: String {
    fields.map { String(decoding: $0, as: UTF8.self) }.joined(separator: "|") + " \(facts)"
  }
}

extension [UInt8] {
  /// Whether the bytes are UTF-8.
  var isText: Bool { String(validating: self, as: UTF8.self) != nil }

  /// Whether a cell of a delivery can hold the bytes: a file with a zero byte or broken UTF-8 is refused.
  var isDeliverable: Bool { isText && !contains(0) }
}
