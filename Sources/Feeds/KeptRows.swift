internal import Model
internal import Pipeline
internal import Tabular

/// The data rows of a delivery as they were delivered, kept until its end was reached and verified.
///
/// Rows that follow one another in the order that is asked for stand anywhere in the file. So a row keeps all it
/// needs in one piece: how many cells, their lengths, and their texts. It costs its bytes, a byte for each
/// cell, and 28 more.
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
    arena.append(number: range.count)
    for cell in range { arena.append(number: block.cells[cell].length) }
    arena.append(bytes)
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
    let count = bytes.number(at: &at)
    var lengths = at
    for _ in 0..<count { _ = bytes.number(at: &at) }
    let start = at
    for index in 0..<count {
      let length = bytes.number(at: &lengths)
      cells[index] = TextCell(offset: at, length: length)
      at += length + 1
    }
    if count > 0 { at -= 1 }
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

extension ByteArena {
  /// Appends a whole number in as few bytes as it needs, seven bits in each.
  @inline(__always)
  fileprivate func append(number: Int) {
    var rest = number
    while rest >= 0x80 {
      append(UInt8(truncatingIfNeeded: rest & 0x7F | 0x80))
      rest >>= 7
    }
    append(UInt8(truncatingIfNeeded: rest))
  }
}

extension ByteView {
  /// Reads a number that was appended, and moves the place behind it.
  @inline(__always)
  fileprivate func number(at place: inout Int) -> Int {
    let first = self[place]
    place += 1
    if first < 0x80 { return Int(first) }
    var number = Int(first & 0x7F)
    var shift = 7
    while true {
      let byte = self[place]
      place += 1
      number |= Int(byte & 0x7F) << shift
      if byte < 0x80 { return number }
      shift += 7
    }
  }
}
