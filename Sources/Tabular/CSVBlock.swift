public import Model

/// Some rows of a CSV file: cells over one arena, filled by ``CSVReader`` and used again and again.
public final class CSVBlock {
  /// What follows each cell in ``arena``: the separator of units of ASCII, which no text needs.
  public static let separator: UInt8 = 0x1F

  /// Where the texts stand.
  ///
  /// Valid until the block is filled or emptied again.
  public let arena: ByteArena

  /// All cells, row after row; those of row *r* stand at ``subscript(_:)``.
  public var cells: UnsafePointer<TextCell> {
    @inlinable get { UnsafePointer(cellStorage) }
  }
  // A block has one owner at a time, as its arena has.
  @exclusivity(unchecked) @usableFromInline var cellStorage: UnsafeMutablePointer<TextCell>
  var cellCapacity: Int
  var cellCount = 0

  /// The index of each row's first cell, and one more for the row that has not ended.
  @exclusivity(unchecked) @usableFromInline var firstCells: UnsafeMutablePointer<UInt32>
  @exclusivity(unchecked) @usableFromInline var lines: UnsafeMutablePointer<UInt32>
  var rowCapacity: Int

  /// The number of complete rows.
  public internal(set) var rowCount = 0

  /// Creates an empty block.
  public init() {
    arena = ByteArena(capacity: 1024)
    cellCapacity = 256
    cellStorage = .allocate(capacity: cellCapacity)
    rowCapacity = 64
    firstCells = .allocate(capacity: rowCapacity)
    lines = .allocate(capacity: rowCapacity)
    firstCells[0] = 0
  }

  deinit {
    cellStorage.deallocate()
    firstCells.deallocate()
    lines.deallocate()
  }

  /// The positions of a row's cells in ``cells``, for rows from 0.
  @inlinable
  public subscript(row: Int) -> Range<Int> {
    Int(firstCells[row])..<Int(firstCells[row + 1])
  }

  /// All cells of a row as they stand one after another, parted by ``separator``.
  @inlinable
  public func bytes(ofRow row: Int) -> ByteView {
    let first = cells[Int(firstCells[row])]
    let last = cells[Int(firstCells[row + 1]) - 1]
    return arena.bytes[first.offset..<last.offset + last.length]
  }

  /// The line of the file, from 1, on which a row begins; newlines inside quotes count.
  @inlinable
  public func line(ofRow row: Int) -> Int { Int(lines[row]) }

  /// Drops the complete rows and keeps the beginning of one that has not ended.
  ///
  /// - Complexity: O(*n*) in the length of the unfinished row.
  public func removeRows() {
    let from = Int(firstCells[rowCount])
    let kept = cellCount - from
    let tail = ByteArena(capacity: 64)
    if kept > 0 {
      let start = cells[from].offset
      tail.append(arena.bytes[start..<arena.count])
      for index in 0..<kept {
        let cell = cells[from + index]
        cellStorage[index] = TextCell(offset: cell.offset - start, length: cell.length)
      }
    }
    arena.removeAll()
    arena.append(tail.bytes)
    cellCount = kept
    rowCount = 0
    firstCells[0] = 0
  }

  /// Makes room for what so many bytes of CSV can become.
  func reserve(bytes: Int) {
    let neededCells = cellCount + bytes + 2
    if neededCells > cellCapacity {
      let larger = max(neededCells, cellCapacity * 2)
      let moved = UnsafeMutablePointer<TextCell>.allocate(capacity: larger)
      moved.update(from: cellStorage, count: cellCount)
      cellStorage.deallocate()
      cellStorage = moved
      cellCapacity = larger
    }
    let neededRows = rowCount + bytes + 2
    if neededRows > rowCapacity {
      let larger = max(neededRows, rowCapacity * 2)
      firstCells = CSVBlock.moved(firstCells, count: rowCount + 1, capacity: larger)
      lines = CSVBlock.moved(lines, count: rowCount, capacity: larger)
      rowCapacity = larger
    }
  }

  private static func moved(
    _ numbers: UnsafeMutablePointer<UInt32>, count: Int, capacity: Int
  ) -> UnsafeMutablePointer<UInt32> {
    let moved = UnsafeMutablePointer<UInt32>.allocate(capacity: capacity)
    moved.update(from: numbers, count: count)
    numbers.deallocate()
    return moved
  }
}
