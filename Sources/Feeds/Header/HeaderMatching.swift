internal import Definitions

/// Finds the column of a definition for each header of a file.
struct HeaderMatching {
  /// The header of each column, and its aliases.
  private let columns: [[String]]
  /// For each header in the file the index of its column.
  private(set) var definitions: [Int?] = []
  /// Whether a column was found.
  private(set) var isUsed: [Bool]
  /// Positions whose column another header already has.
  private(set) var doubled: [Int] = []
  /// The column that a doubled header stands for.
  private(set) var columnOfDoubled: [Int: Int] = [:]
  /// Positions that were found by folding only.
  private(set) var spelledOtherwise: [Int] = []

  init(columns: [[String]]) {
    self.columns = columns
    isUsed = Array(repeating: false, count: columns.count)
  }

  /// Matches all headers of a file.
  mutating func match(_ names: [String]) {
    definitions = Array(repeating: nil, count: names.count)
    for (position, name) in names.enumerated() {
      guard let index = columns.firstIndex(where: { $0.contains(name) }) else { continue }
      take(index, position)
    }
    let folded = columns.map { $0.map { HeaderName($0) } }
    for (position, name) in names.enumerated() {
      guard definitions[position] == nil, !doubled.contains(position), !name.isEmpty else {
        continue
      }
      let key = HeaderName(name)
      let candidates = folded.indices.filter { folded[$0].contains(key) }
      guard let index = candidates.first(where: { !isUsed[$0] }) ?? candidates.first else {
        continue
      }
      take(index, position)
      if definitions[position] != nil { spelledOtherwise.append(position) }
    }
  }

  private mutating func take(_ index: Int, _ position: Int) {
    if isUsed[index] {
      doubled.append(position)
      columnOfDoubled[position] = index
    } else {
      isUsed[index] = true
      definitions[position] = index
    }
  }
}
