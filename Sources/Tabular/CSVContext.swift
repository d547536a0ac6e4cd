import Glibc
internal import Model

/// What libcsv's callbacks write to: raw pointers only, since a class here costs a third of the speed.
struct CSVContext {
  var output: UnsafeMutablePointer<UInt8>?
  var outputOffset = 0
  var cells: UnsafeMutablePointer<TextCell>?
  var cellCount = 0
  var firstCells: UnsafeMutablePointer<UInt32>?
  var lines: UnsafeMutablePointer<UInt32>?
  var rowCount = 0
  /// The first cell of the row that has not ended.
  var rowStart = 0

  /// The line of the next byte, except that newlines of an unfinished field are not yet counted.
  var line = 1
  /// Whether the last row ended at CR, so that LF is of the same line end.
  var afterReturn = false
  /// Whether fields of this piece can hold newlines.
  var mayHoldNewlines = false
  var emptyLines = 0
  /// The line on which the row that has not ended begins, if it has cells.
  var rowLine = 1
  var rowBytes = 0
  let maximum: Int
  /// The line of the first row that is too long.
  var tooLong: Int?

  init(maximum: Int) { self.maximum = maximum }

  /// The line on which the row that has not ended begins.
  var unfinishedRowLine: Int { cellCount == rowStart ? line : rowLine }

  mutating func begin(_ block: CSVBlock) {
    cells = block.cellStorage
    cellCount = block.cellCount
    firstCells = block.firstCells
    lines = block.lines
    rowCount = block.rowCount
    rowStart = Int(block.firstCells[block.rowCount])
  }

  func end(_ block: CSVBlock) {
    block.cellCount = cellCount
    block.rowCount = rowCount
  }

  @inline(__always)
  mutating func add(_ text: UnsafeMutableRawPointer?, _ length: Int) {
    guard let cells, let output else { return }
    if cellCount == rowStart { rowLine = line }
    afterReturn = false
    rowBytes += length + 1
    if rowBytes > maximum && tooLong == nil { tooLong = rowLine }
    cells[cellCount] = TextCell(offset: outputOffset, length: length)
    if length > 0, let text {
      let bytes = UnsafePointer(text.assumingMemoryBound(to: UInt8.self))
      output.copy(ByteView(start: bytes, count: length))
      if mayHoldNewlines { line += CSVContext.newlines(in: bytes, count: length) }
    }
    output[length] = CSVBlock.separator
    self.output = output + length + 1
    outputOffset += length + 1
    cellCount += 1
  }

  @inline(__always)
  mutating func endRow(_ terminator: Int32) {
    guard let firstCells, let lines else { return }
    let isReturn = terminator == 0x0D
    if cellCount == rowStart {
      if terminator == 0x0A && afterReturn {
        afterReturn = false
        return
      }
      emptyLines += 1
    } else {
      lines[rowCount] = UInt32(truncatingIfNeeded: rowLine)
      rowCount += 1
      firstCells[rowCount] = UInt32(truncatingIfNeeded: cellCount)
      rowStart = cellCount
      rowBytes = 0
    }
    line += 1
    afterReturn = isReturn
  }

  static func newlines(in text: UnsafePointer<UInt8>, count: Int) -> Int {
    var found = 0
    var from = text
    let end = text + count
    while from < end, let next = memchr(from, 0x0A, end - from) {
      found += 1
      from = UnsafePointer(next.assumingMemoryBound(to: UInt8.self)) + 1
    }
    return found
  }
}

func addField(
  _ text: UnsafeMutableRawPointer?, _ length: Int, _ context: UnsafeMutableRawPointer?
) {
  context?.assumingMemoryBound(to: CSVContext.self).pointee.add(text, length)
}

func addRow(_ terminator: Int32, _ context: UnsafeMutableRawPointer?) {
  context?.assumingMemoryBound(to: CSVContext.self).pointee.endRow(terminator)
}
