import Model

/// The blocks of a pass that have too many records to compare all of them with each other.
struct CrowdedBlocks {
  /// Block after block.
  private(set) var rows: [UInt32] = []
  /// Where each block ends.
  private var ends: [Int] = []

  var isEmpty: Bool { ends.isEmpty }

  mutating func add(_ block: ArraySlice<UInt32>) {
    rows += block
    ends.append(rows.count)
  }

  func forEach(_ body: (ArraySlice<UInt32>) -> Void) {
    var from = 0
    for end in ends {
      body(rows[from..<end])
      from = end
    }
  }
}

/// Some rows side by side, fetched together: so the processor waits for all of them at once and not for one
/// after the other.
private struct FetchedRows {
  private(set) var row: [UInt32] = []
  private(set) var content: [MatchRecord] = []
  /// The passes in which each stands in a crowded block.
  private(set) var crowded: [UInt32] = []
  /// Where each block ends.
  private(set) var ends: [Int] = []

  /// So many are worth fetching.
  static let enough = 512

  mutating func removeAll() {
    row.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
  }

  /// Notes a block that is to be fetched.
  mutating func add(_ block: ArraySlice<UInt32>) {
    row += block
    ends.append(row.count)
  }

  mutating func fetch(_ rows: PassRows, crowded flags: [UInt32]) {
    content.removeAll(keepingCapacity: true)
    crowded.removeAll(keepingCapacity: true)
    for row in row { content.append(rows[Int(row)]) }
    for row in row { crowded.append(flags[Int(row)]) }
  }
}

/// Walks through the blocks of one pass and finds the pairs in them that are still to be compared.
struct BlockWalk {
  let rows: PassRows
  let names: NameTable
  let mostRecords: Int
  let filter: PassTable.Filter
  /// For each row the passes in which it stands in a crowded block.
  let crowded: [UInt32]

  /// How many rows that follow in a crowded block a row is compared with.
  private static let window = 2

  /// Calls a function for the pairs of all blocks but the crowded ones, which are set aside.
  ///
  /// - Complexity: O(*n*) for *n* rows.
  func forEachPair(
    _ blocks: inout HashGroups, _ crowds: inout CrowdedBlocks, _ body: (RecordPair) -> Void
  ) {
    var fetched = FetchedRows()
    func compareAll() {
      fetched.fetch(rows, crowded: crowded)
      var from = 0
      for end in fetched.ends {
        for first in from + 1..<end {
          for second in from..<first { compare(first, second, fetched, body) }
        }
        from = end
      }
      fetched.removeAll()
    }
    blocks.forEachShared { block in
      guard block.count <= mostRecords else { return crowds.add(block) }
      fetched.add(block)
      if fetched.row.count >= FetchedRows.enough { compareAll() }
    }
    compareAll()
  }

  @inline(__always)
  private func compare(
    _ first: Int, _ second: Int, _ fetched: FetchedRows, _ body: (RecordPair) -> Void
  ) {
    let common = names.common(fetched.content[first], fetched.content[second])
    guard
      filter.isNew(common, crowded: fetched.crowded[first] | fetched.crowded[second]),
      fetched.row[first] != fetched.row[second]
    else { return }
    body(
      RecordPair(
        left: Int(fetched.row[first]), right: Int(fetched.row[second]),
        one: fetched.content[first], other: fetched.content[second]))
  }

  /// Calls a function for each row of crowded blocks with those that follow it closely, in order of address
  /// and again of birth date.
  ///
  /// - Complexity: O(*n*) for *n* rows.
  func forEachNeighbour(
    _ crowds: CrowdedBlocks, placesByBirthDate: [UInt32], _ body: (RecordPair) -> Void
  ) {
    var fetched = FetchedRows()
    crowds.forEach { block in
      // Rows stand in order of address.
      forEachNeighbour(in: block, &fetched, body)
      forEachNeighbour(
        in: PassRows.sorted(block, by: placesByBirthDate)[...], &fetched, body)
    }
  }

  private func forEachNeighbour(
    in list: ArraySlice<UInt32>, _ fetched: inout FetchedRows, _ body: (RecordPair) -> Void
  ) {
    var from = list.startIndex
    while from < list.endIndex - 1 {
      // A piece begins with the last rows of the one before.
      let to = min(list.endIndex, from + FetchedRows.enough)
      fetched.removeAll()
      fetched.add(list[from..<to])
      fetched.fetch(rows, crowded: crowded)
      let known = from == list.startIndex ? 1 : Self.window
      for first in known..<max(known, to - from) {
        for second in max(0, first - Self.window)..<first {
          compare(first, second, fetched, body)
        }
      }
      if to == list.endIndex { return }
      from = to - Self.window
    }
  }
}
