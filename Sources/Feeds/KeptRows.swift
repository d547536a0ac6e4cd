internal import Model
internal import Pipeline
internal import Tabular

/// The data rows of a delivery as they were delivered, kept until its end was reached and verified.
///
/// Rows that follow one another in the order that is asked for stand anywhere in the file. So a row keeps all it
/// needs in one piece: how many cells, their lengths, and their texts. It costs its bytes, a byte for each
/// cell, and 32 more.
struct KeptRows {
  /// How many rows are laid side by side before they are decoded: fetching them from all over the
  /// file waits for memory once, not once a row.
  private static let rowsAtOnce = 64

  private let arena: ByteArena
  private var starts: [Int] = []
  private var lines: [UInt32] = []
  private(set) var digests: [RowDigest] = []
  private var mostCells = 0
  private let digest = SipHash(key: (0, 0))

  /// Makes room.
  ///
  /// - Parameter bytes: How much text there may be; more is taken as it comes.
  init(bytes: Int) { arena = ByteArena(capacity: bytes + bytes / 4) }

  /// The number of rows.
  var count: Int { digests.count }
  /// The bytes that they take.
  var bytes: Int { arena.count }

  /// Keeps a row of a block.
  ///
  /// - Complexity: O(*n*) in its bytes.
  mutating func keep(_ block: CSVBlock, _ index: Int, bytes: ByteView) {
    let range = block[index]
    starts.append(arena.count)
    lines.append(UInt32(truncatingIfNeeded: block.line(ofRow: index)))
    let (high, low) = digest.hash(bytes)
    digests.append(RowDigest(high: high, low: low))
    mostCells = max(mostCells, range.count)
    // Nearly all cells are so short that a byte tells their length.
    let cells = block.cells + range.lowerBound
    let isWide = (0..<range.count).contains { cells[$0].length > 0xFF }
    arena.fill(room: KeptRows.headerLength(range.count, isWide) + bytes.count) { output in
      let header = UnsafeMutableRawPointer(output)
      header.storeBytes(of: UInt32(range.count << 1 | (isWide ? 1 : 0)), as: UInt32.self)
      for index in 0..<range.count {
        let length = UInt32(cells[index].length)
        if isWide {
          header.storeBytes(of: length, toByteOffset: 4 + 4 * index, as: UInt32.self)
        } else {
          output[4 + index] = UInt8(truncatingIfNeeded: length)
        }
      }
      let headerLength = KeptRows.headerLength(range.count, isWide)
      if bytes.count > 0 { (output + headerLength).copy(bytes) }
      return headerLength + bytes.count
    }
  }

  /// How many bytes tell of the cells of a row: how many there are, and their lengths.
  private static func headerLength(_ cells: Int, _ isWide: Bool) -> Int {
    4 + (isWide ? 4 * cells : cells)
  }

  /// Goes through the rows.
  ///
  /// - Parameters:
  ///   - order: The places of the rows in the file, in the order in which they are asked for.
  ///   - body: Is lent each row.
  /// - Complexity: O(*n*) in the bytes of the rows.
  func forEach(in order: [UInt32], _ body: (KeptRow) -> Void) {
    let cells = UnsafeMutablePointer<TextCell>.allocate(capacity: mostCells + 1)
    defer { cells.deallocate() }
    let window = ByteArena(capacity: 1 << 15)
    var from = 0
    while from < order.count {
      let upTo = min(order.count, from + KeptRows.rowsAtOnce)
      window.removeAll()
      for place in order[from..<upTo] { window.append(bytes(ofRow: Int(place))) }
      var at = 0
      for place in order[from..<upTo] {
        let row = row(Int(place), in: window, at: &at, cells)
        body(row)
      }
      from = upTo
    }
  }

  private func bytes(ofRow place: Int) -> ByteView {
    let end = place + 1 < starts.count ? starts[place + 1] : arena.count
    return arena.bytes[starts[place]..<end]
  }

  /// Reads the cells of a row that stands at a place, and moves the place behind it.
  private func row(
    _ place: Int, in window: ByteArena, at: inout Int, _ cells: UnsafeMutablePointer<TextCell>
  ) -> KeptRow {
    let bytes = window.bytes
    let header = UnsafeRawPointer(bytes.start) + at
    let told = Int(header.loadUnaligned(as: UInt32.self))
    let (count, isWide) = (told >> 1, told & 1 == 1)
    let start = at + KeptRows.headerLength(count, isWide)
    var offset = start
    for index in 0..<count {
      let length =
        isWide
        ? Int(header.loadUnaligned(fromByteOffset: 4 + 4 * index, as: UInt32.self))
        : Int(bytes[at + 4 + index])
      cells[index] = TextCell(offset: offset, length: length)
      offset += length + 1
    }
    // No separator stands behind the last.
    at = max(start, offset - 1)
    return KeptRow(
      arena: window, cells: UnsafePointer(cells), count: count, bytes: bytes[start..<at],
      number: place + 1, line: Int(lines[place]), digest: digests[place])
  }
}

/// A delivered row that somebody else keeps; valid only while it is lent.
struct KeptRow {
  /// Where the texts of the cells stand.
  let arena: ByteArena
  let cells: UnsafePointer<TextCell>
  /// How many cells.
  let count: Int
  /// All cells as they stand one after another, parted by ``CSVBlock/separator``.
  let bytes: ByteView
  /// The data row from 1.
  let number: Int
  /// The line of the file on which it begins.
  let line: Int
  let digest: RowDigest

  /// The text of a cell.
  subscript(position: Int) -> ByteView { arena[cells[position]] }

  /// Whether there are cells from a position on, and all of them are empty.
  func isEmpty(from position: Int) -> Bool {
    position < count && (position..<count).allSatisfy { cells[$0].isEmpty }
  }
}

extension KeptRow {
  /// A row of a block that is none of the data rows.
  init(_ block: CSVBlock, _ index: Int) {
    let range = block[index]
    self.init(
      arena: block.arena, cells: block.cells + range.lowerBound, count: range.count,
      bytes: block.bytes(ofRow: index), number: 0, line: block.line(ofRow: index),
      digest: RowDigest(high: 0, low: 0))
  }
}
