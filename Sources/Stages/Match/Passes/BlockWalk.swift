import Model

/// The blocks of a pass that have too many records to compare all of them with each other.
struct CrowdedBlocks {
  /// Block after block; the lower half of each entry is a row.
  private(set) var entries: [UInt64] = []
  /// Where each block ends.
  private var ends: [Int] = []

  var isEmpty: Bool { ends.isEmpty }

  mutating func removeAll() {
    entries.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
  }

  mutating func add(_ block: ArraySlice<UInt64>) {
    entries += block
    ends.append(entries.count)
  }

  func forEach(_ body: (ArraySlice<UInt64>) -> Void) {
    var from = 0
    for end in ends {
      body(entries[from..<end])
      from = end
    }
  }
}

/// Walks through the blocks of one pass and finds the pairs in them that are still to be compared.
struct BlockWalk {
  let rows: ReadRows<MatchRecord>
  let fields: AgreeingFields
  let mostRecords: Int
  let filter: PassTable.Filter
  /// For each row the passes in which it stands in a crowded block; nothing while no block was crowded.
  let crowded: ReadRows<UInt32>?

  /// How many rows that follow in a crowded block a row is compared with.
  private static let window = 2

  /// Calls a function for the pairs of all blocks but the crowded ones, which are set aside.
  ///
  /// - Parameters:
  ///   - entries: In order of their upper halves, which are parts of keys; their lower halves are rows.
  ///   - crowds: Where crowded blocks are set aside.
  ///   - fetched: Where rows are fetched to.
  ///   - body: Is given each pair.
  /// - Complexity: O(*n*) for *n* rows.
  @inline(__always)
  func forEachPair(
    _ entries: [UInt64], _ crowds: inout CrowdedBlocks, _ fetched: FetchedRows,
    _ body: (RecordPair) -> Void
  ) {
    KeyBuckets.forEachKey(of: entries[...]) { block in
      if block.count > mostRecords {
        crowds.add(block)
      } else if block.count > 1 {
        fetched.add(block)
        if fetched.count >= FetchedRows.enough { compareAll(fetched, body) }
      }
    }
  }

  /// Compares what was fetched, block by block.
  @inline(__always)
  func compareAll(_ fetched: FetchedRows, _ body: (RecordPair) -> Void) {
    fetched.fetch(rows, crowded: crowded)
    let (row, content, crowded) = (fetched.row, fetched.content, fetched.crowded)
    var from = 0
    for end in fetched.ends {
      for first in from + 1..<end {
        for second in from..<first { compare(first, second, row, content, crowded, body) }
      }
      from = end
    }
    fetched.removeAll()
  }

  @inline(__always)
  private func compare(
    _ first: Int, _ second: Int, _ row: UnsafeMutablePointer<UInt32>,
    _ content: UnsafeMutablePointer<MatchRecord>, _ crowded: UnsafeMutablePointer<UInt32>,
    _ body: (RecordPair) -> Void
  ) {
    let (one, other) = (UnsafePointer(content + first), UnsafePointer(content + second))
    let common = fields.common(one, other)
    guard filter.isNew(common, crowded: crowded[first] | crowded[second]), row[first] != row[second]
    else { return }
    body(RecordPair(left: row[first], right: row[second], first: one, second: other))
  }

  /// Calls a function for each row of crowded blocks with those that follow it closely, in order of address
  /// and again of birth date.
  ///
  /// - Complexity: O(*n*) for *n* rows.
  @inline(__always)
  func forEachNeighbour(
    _ crowds: CrowdedBlocks, placesByBirthDate: ReadRows<UInt32>, _ fetched: FetchedRows,
    _ body: (RecordPair) -> Void
  ) {
    var sort = UpperHalfSort()
    var byBirthDate: [UInt64] = []
    crowds.forEach { block in
      // Rows stand in order of address.
      forEachNeighbour(in: block, fetched, body)
      byBirthDate.removeAll(keepingCapacity: true)
      for entry in block {
        let row = entry & 0xFFFF_FFFF
        byBirthDate.append(UInt64(placesByBirthDate[Int(row)]) << 32 | row)
      }
      sort.sort(&byBirthDate)
      forEachNeighbour(in: byBirthDate[...], fetched, body)
    }
  }

  @inline(__always)
  private func forEachNeighbour(
    in list: ArraySlice<UInt64>, _ fetched: FetchedRows, _ body: (RecordPair) -> Void
  ) {
    var from = list.startIndex
    while from < list.endIndex - 1 {
      // A piece begins with the last rows of the one before.
      let to = min(list.endIndex, from + FetchedRows.enough)
      fetched.removeAll()
      fetched.add(list[from..<to])
      fetched.fetch(rows, crowded: crowded)
      let (row, content, crowded) = (fetched.row, fetched.content, fetched.crowded)
      let known = from == list.startIndex ? 1 : Self.window
      for first in known..<max(known, to - from) {
        for second in max(0, first - Self.window)..<first {
          compare(first, second, row, content, crowded, body)
        }
      }
      fetched.removeAll()
      if to == list.endIndex { return }
      from = to - Self.window
    }
  }
}
