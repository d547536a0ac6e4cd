import Model

/// Some rows side by side, fetched together: so the processor waits for all of them at once and not for one
/// after the other.
final class FetchedRows {
  /// So many are worth fetching.
  static let enough = 512

  private(set) var count = 0
  /// Where each block ends.
  private(set) var ends: [Int] = []
  private var room: Int
  private(set) var row: UnsafeMutablePointer<UInt32>
  private(set) var content: UnsafeMutablePointer<MatchRecord>
  /// The passes in which each stands in a crowded block; none while there are none.
  private(set) var crowded: UnsafeMutablePointer<UInt32>

  init() {
    room = 2 * Self.enough
    row = .allocate(capacity: room)
    content = Self.lines(room)
    crowded = .allocate(capacity: room)
    crowded.initialize(repeating: 0, count: room)
  }

  deinit {
    row.deallocate()
    content.deallocate()
    crowded.deallocate()
  }

  func removeAll() {
    count = 0
    ends.removeAll(keepingCapacity: true)
  }

  /// Notes a block that is to be fetched; the lower half of each entry is a row.
  func add(_ block: ArraySlice<UInt64>) {
    if count + block.count > room { grow(count + block.count) }
    var place = count
    for entry in block {
      row[place] = UInt32(truncatingIfNeeded: entry)
      place += 1
    }
    count = place
    ends.append(place)
  }

  private func grow(_ least: Int) {
    let (old, known) = (row, count)
    room = max(2 * room, least)
    row = .allocate(capacity: room)
    row.initialize(from: old, count: known)
    old.deallocate()
    content.deallocate()
    content = Self.lines(room)
    crowded.deallocate()
    crowded = .allocate(capacity: room)
    crowded.initialize(repeating: 0, count: room)
  }

  /// Fetches what was noted.
  @inline(__always)
  func fetch(_ rows: ReadRows<MatchRecord>, crowded flags: ReadRows<UInt32>?) {
    for place in 0..<count { (content + place).initialize(to: rows[Int(row[place])]) }
    guard let flags else { return }
    for place in 0..<count { crowded[place] = flags[Int(row[place])] }
  }

  /// Memory that begins at a line.
  private static func lines(_ count: Int) -> UnsafeMutablePointer<MatchRecord> {
    UnsafeMutableRawPointer.allocate(
      byteCount: count * MemoryLayout<MatchRecord>.stride, alignment: 64
    ).bindMemory(to: MatchRecord.self, capacity: count)
  }
}
