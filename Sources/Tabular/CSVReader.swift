import CCSV
import Glibc
public import Model

/// Splits the text of a CSV file into rows and cells with libcsv in its strict mode.
///
/// Spaces and tabs around unquoted fields are dropped, lines end at LF, CR or both, and a line
/// without a field is counted in ``emptyLines`` and is no row. How the text is cut into pieces changes
/// nothing.
///
/// - Source: `rfc-4180`, `libcsv`.
public final class CSVReader {
  /// The longest field that libcsv may hold, whatever the limit of a row; a cell's length fits.
  static let longestField = 1 << 24 - 1
  /// How much libcsv gets at once.
  ///
  /// The length of an unfinished row is looked at in between.
  private static let pieceSize = 64 * 1024

  private let parser: UnsafeMutablePointer<csv_parser>
  private let context: UnsafeMutablePointer<CSVContext>
  private let maximumRowLength: Int
  private var consumed = 0
  private var failure: TabularError?

  /// Creates a reader at the beginning of a file.
  ///
  /// - Parameters:
  ///   - delimiter: The byte between fields.
  ///   - maximumRowLength: The most bytes of a row: of its fields, and one for each of them.
  public init(delimiter: UInt8, maximumRowLength: Int = 1 << 20) {
    self.maximumRowLength = min(maximumRowLength, CSVReader.longestField - CSVReader.pieceSize)
    parser = .allocate(capacity: 1)
    parser.initialize(to: csv_parser())
    context = .allocate(capacity: 1)
    context.initialize(to: CSVContext(maximum: self.maximumRowLength))
    csv_init(parser, UInt8(CSV_STRICT | CSV_STRICT_FINI | CSV_REPALL_NL))
    csv_set_delim(parser, delimiter)
    csv_set_blk_size(parser, 4096)
    csv_set_realloc_func(parser) { memory, size in
      size > CSVReader.longestField ? nil : realloc(memory, size)
    }
  }

  deinit {
    csv_free(parser)
    parser.deallocate()
    context.deallocate()
  }

  /// Lines without any field so far.
  ///
  /// The LF of a CR LF is not one.
  public var emptyLines: Int { context.pointee.emptyLines }

  /// Splits the next bytes of the file.
  ///
  /// - Parameters:
  ///   - bytes: Any piece of the file; must not be of the block's arena.
  ///   - block: Gets the rows that end in the piece.
  /// - Throws: A ``TabularError`` with a line when quotes are wrong or a row is too long. The rows before it
  ///   are in the block.
  /// - Complexity: O(*n*) in the number of bytes.
  public func parse(_ bytes: ByteView, into block: CSVBlock) throws(TabularError) {
    var from = 0
    while from < bytes.count {
      // Pieces end at fixed places of the file, so that errors do not depend on the caller's pieces.
      let upTo = min(bytes.count, from + CSVReader.pieceSize - consumed % CSVReader.pieceSize)
      try parsePiece(bytes[from..<upTo], into: block)
      consumed += upTo - from
      from = upTo
    }
  }

  /// Ends the file: a last row without a line end is complete.
  ///
  /// - Parameter block: Gets the last row.
  /// - Throws: ``TabularError/quoteNotClosed(line:)``.
  public func finish(into block: CSVBlock) throws(TabularError) {
    if let failure { throw failure }
    let status = collect(into: block, room: parser.pointee.entry_pos) {
      csv_fini(parser, addField, addRow, context)
    }
    if status != 0 { throw fail(.quoteNotClosed(line: context.pointee.line)) }
    if let line = context.pointee.tooLong {
      throw fail(.rowTooLong(limit: maximumRowLength, line: line))
    }
  }

  private func parsePiece(_ piece: ByteView, into block: CSVBlock) throws(TabularError) {
    if let failure { throw failure }
    context.pointee.mayHoldNewlines =
      parser.pointee.quoted != 0
      || memchr(piece.start, Int32(UInt8(ascii: "\"")), piece.count) != nil
    let parsed = collect(into: block, room: parser.pointee.entry_pos + piece.count) {
      csv_parse(parser, piece.start, piece.count, addField, addRow, context)
    }
    if let line = context.pointee.tooLong {
      throw fail(.rowTooLong(limit: maximumRowLength, line: line))
    }
    if parsed != piece.count {
      guard csv_error(parser) == CSV_EPARSE else { throw fail(.outOfMemory) }
      throw fail(misplacedQuote())
    }
    let atFixedPlace = (consumed + piece.count) % CSVReader.pieceSize == 0
    if atFixedPlace, context.pointee.rowBytes + Int(parser.pointee.entry_pos) > maximumRowLength {
      throw fail(
        isInsideQuotes
          ? .quoteNotClosed(line: context.pointee.line)
          : .rowTooLong(limit: maximumRowLength, line: context.pointee.unfinishedRowLine))
    }
  }

  /// Lets libcsv fill the block.
  ///
  /// Nothing it can produce from the bytes exceeds the room.
  private func collect<Status>(
    into block: CSVBlock, room: Int, _ parse: () -> Status
  ) -> Status? {
    // Each cell but the last of a file takes the place of its delimiter or line end.
    let room = room + 1
    block.reserve(bytes: room)
    context.pointee.begin(block)
    var status: Status?
    let offset = block.arena.count
    block.arena.fill(room: room) { output in
      context.pointee.output = output
      context.pointee.outputOffset = offset
      status = parse()
      return context.pointee.outputOffset - offset
    }
    context.pointee.end(block)
    return status
  }

  private func fail(_ error: TabularError) -> TabularError {
    failure = error
    return error
  }

  /// libcsv's states: 2 is inside a field, 3 after a quotation mark that may have ended it.
  private var isInsideQuotes: Bool {
    parser.pointee.quoted != 0 && parser.pointee.pstate == 2
  }

  /// Tells a stray quotation mark from one that closed a field which another had opened lines before.
  private func misplacedQuote() -> TabularError {
    let opened = context.pointee.line
    var newlines = 0
    if let text = parser.pointee.entry_buf {
      newlines = CSVContext.newlines(in: text, count: parser.pointee.entry_pos)
    }
    if parser.pointee.quoted != 0 && newlines > 0 { return .quoteNotClosed(line: opened) }
    return .quoteMisplaced(line: opened + newlines)
  }
}
