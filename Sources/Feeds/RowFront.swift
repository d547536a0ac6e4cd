internal import Model
internal import Pipeline

/// What stands before the texts of a row that is kept in an arena: what its digest, number and line are, and where
/// its cells end.
///
/// A row costs its bytes, a byte for each cell, and 32 more.
struct RowFront {
  let digest: RowDigest
  /// How many cells.
  let count: Int
  /// The byte after the row.
  let end: Int
  private let number: UInt32
  private let line: UInt32
  /// Whether the length of a cell takes four bytes.
  private let isWide: Bool
  /// Where the lengths of the cells begin.
  private let lengths: Int

  /// The bytes before the lengths.
  fileprivate static let length = 32

  /// Reads what stands before a row.
  ///
  /// - Parameters:
  ///   - arena: Where it was appended.
  ///   - start: Its first byte.
  init(_ arena: ByteArena, at start: Int) {
    let bytes = UnsafeRawPointer(arena.bytes.start) + start
    func word(_ place: Int) -> UInt32 {
      bytes.loadUnaligned(fromByteOffset: 4 * place, as: UInt32.self)
    }
    digest = RowDigest(
      high: bytes.loadUnaligned(as: UInt64.self),
      low: bytes.loadUnaligned(fromByteOffset: 8, as: UInt64.self))
    number = word(4)
    line = word(5)
    count = Int(word(6) >> 1)
    isWide = word(6) & 1 == 1
    lengths = start + RowFront.length
    end = lengths + (isWide ? 4 : 1) * count + Int(word(7))
  }

  /// The row.
  ///
  /// - Parameters:
  ///   - arena: Where it was appended.
  ///   - cells: Room for its cells.
  /// - Returns: The row, valid as long as neither arena nor cells change.
  /// - Complexity: O(*n*) in the number of cells.
  @inline(__always)
  func row(_ arena: ByteArena, _ cells: UnsafeMutablePointer<TextCell>) -> KeptRow {
    let bytes = arena.bytes
    let start = lengths + (isWide ? 4 : 1) * count
    var offset = start
    for index in 0..<count {
      let length =
        isWide
        ? Int(
          UnsafeRawPointer(bytes.start).loadUnaligned(
            fromByteOffset: lengths + 4 * index, as: UInt32.self))
        : Int(bytes[lengths + index])
      cells[index] = TextCell(offset: offset, length: length)
      // A separator follows.
      offset += length + 1
    }
    return KeptRow(
      arena: arena, cells: UnsafePointer(cells), count: count,
      bytes: bytes[start..<end], number: Int(number), line: Int(line), digest: digest)
  }
}

extension ByteArena {
  /// Appends a row with all that tells of it in one piece.
  ///
  /// - Complexity: O(*n*) in its bytes.
  func append(_ row: KeptRow) {
    // Nearly all cells are so short that a byte tells their length.
    let isWide = (0..<row.count).contains { row.cells[$0].length > 0xFF }
    let length = RowFront.length + (isWide ? 4 : 1) * row.count
    fill(room: length + row.bytes.count) { output in
      let front = UnsafeMutableRawPointer(output)
      func store(_ value: Int, at place: Int) {
        front.storeBytes(
          of: UInt32(truncatingIfNeeded: value), toByteOffset: 4 * place, as: UInt32.self)
      }
      front.storeBytes(of: row.digest.high, as: UInt64.self)
      front.storeBytes(of: row.digest.low, toByteOffset: 8, as: UInt64.self)
      store(row.number, at: 4)
      store(row.line, at: 5)
      store(row.count << 1 | (isWide ? 1 : 0), at: 6)
      store(row.bytes.count, at: 7)
      for index in 0..<row.count {
        let cell = row.cells[index].length
        if isWide {
          store(cell, at: RowFront.length / 4 + index)
        } else {
          output[RowFront.length + index] = UInt8(truncatingIfNeeded: cell)
        }
      }
      if !row.bytes.isEmpty { (output + length).copy(row.bytes) }
      return length + row.bytes.count
    }
  }
}
