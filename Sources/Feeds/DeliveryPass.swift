internal import Definitions
internal import Diagnostics
internal import Model
internal import Pipeline
internal import Tabular

/// One pass over a delivery: the header first, then block after block of rows, which are decoded once the end of
/// the file was reached.
struct DeliveryPass {
  private let feed: FeedDefinition
  private let location: Location
  private let receivedAt: CalendarDate?
  private let order: RowOrder
  private var decoder: RowDecoder?
  private var identity = IdentityNumberScan([])
  private let textSlots: UnsafeMutablePointer<UnsafeMutablePointer<TextCell>>
  /// The header row as delivered.
  private var header = ""
  private var furniture: TableFurniture?

  private var rows: KeptRows
  private var mayHoldHighBytes = false
  private var rejected = RejectedRows()
  /// Lines of nothing but delimiters.
  private var blankLines = 0
  /// Rows that were never meant to be signals.
  private var furnitureRows = 0
  private var notes: [Diagnostic] = []

  /// Creates the pass.
  ///
  /// - Parameters:
  ///   - feed: What the delivery must be.
  ///   - location: The delivery, for messages.
  ///   - receivedAt: When it was received, if that is known.
  ///   - order: In which order its rows are handed over.
  ///   - bytes: How much text to make room for.
  init(
    feed: FeedDefinition, location: Location, receivedAt: CalendarDate?, order: RowOrder,
    bytes: Int
  ) {
    self.feed = feed
    self.location = location
    self.receivedAt = receivedAt
    self.order = order
    rows = KeptRows(order, bytes: bytes)
    textSlots = .allocate(capacity: ColumnPlan.textFields.count)
  }

  /// Frees what the row loop needs.
  func close() { textSlots.deallocate() }

  /// Keeps the rows of a block; the first row of the delivery is its header.
  ///
  /// - Throws: What is wrong with the header, or too many rows.
  mutating func take(_ block: CSVBlock, mayHoldHighBytes: Bool) throws(DiagnosticList) {
    self.mayHoldHighBytes = mayHoldHighBytes
    var first = 0
    if decoder == nil {
      first = try readHeader(block)
      if decoder == nil { return }
    }
    for index in first..<block.rowCount {
      let bytes = block.bytes(ofRow: index)
      if bytes.count < block[index].count {
        blankLines += 1
      } else {
        rows.keep(block, index, bytes: bytes)
      }
    }
    if rows.count > feed.file.maximumRows {
      throw DiagnosticList([
        Diagnostic(.tooManyRows, at: location, ["limit": "\(feed.file.maximumRows)"])
      ])
    }
  }

  /// Decodes the rows in the order that was asked for.
  private mutating func decodeRows(_ decoder: inout RowDecoder) {
    var kept = rows
    rows = KeptRows(order, bytes: 0)
    let width = decoder.plan.actions.count
    decoder.reserve(rows: kept.count, bytes: kept.bytes)
    let slots = RowSlots(decoder.columns, texts: textSlots)
    kept.lendAll { row in
      guard row.count == width || row.isEmpty(from: width) else {
        reject(.fields(row.count), row, decoder.plan)
        return
      }
      identity.look(at: row.cells, in: row.arena)
      let holdsHighBytes = mayHoldHighBytes && row.bytes.hasHighBytes
      if let fault = decoder.decode(row, into: slots, holdsHighBytes: holdsHighBytes) {
        reject(fault, row, decoder.plan)
      }
    }
  }

  /// Reads the header from the first rows of the delivery.
  ///
  /// - Returns: The first data row in the block.
  private mutating func readHeader(_ block: CSVBlock) throws(DiagnosticList) -> Int {
    var index = 0
    // Spreadsheets may write the delimiter in a line of its own before the header.
    while index < block.rowCount {
      if block.bytes(ofRow: index).count < block[index].count {
        blankLines += 1
      } else if !(try isDelimiterLine(block, index)) {
        break
      }
      index += 1
    }
    guard index < block.rowCount else { return index }
    header = line(of: KeptRow(block, index))
    let names = block[index].map { name(block.arena[block.cells[$0]]) }
    let header = try Header(names: names, feed: feed, location: location)
    notes += header.notes
    let plan = ColumnPlan(header, feed)
    furniture = TableFurniture(header: block.bytes(ofRow: index), names: plan.namePositions)
    identity = IdentityNumberScan(plan.identityPositions)
    decoder = RowDecoder(plan: plan, feed: feed, receivedAt: receivedAt)
    return index + 1
  }

  /// Whether a line says what parts the columns: `sep=;`, also in quotation marks.
  ///
  /// - Throws: A refusal if it says something else than the feed.
  private func isDelimiterLine(_ block: CSVBlock, _ row: Int) throws(DiagnosticList) -> Bool {
    let range = block[row]
    let text = block.arena[block.cells[range.lowerBound]]
    guard text.count == 4 || text.count == 5,
      text[0..<4].equals("sep=") || text[0..<4].equals("SEP=")
    else { return false }
    // Split at the agreed sign, it leaves two empty halves of itself.
    if text.count == 4 { return isEmpty(range.dropFirst(1), block) }
    guard range.dropFirst(1).allSatisfy({ block.cells[$0].isEmpty }) else { return false }
    if text[4] == feed.file.delimiter { return true }
    throw DiagnosticList([
      Diagnostic(
        .delimiterLineDiffers, at: location,
        [
          "expected": Delimiter.name(feed.file.delimiter), "found": Delimiter.name(text[4]),
        ])
    ])
  }

  /// Whether there are such cells, and all of them are empty.
  private func isEmpty(_ cells: Range<Int>.SubSequence, _ block: CSVBlock) -> Bool {
    !cells.isEmpty && cells.allSatisfy { block.cells[$0].isEmpty }
  }

  /// Why a row is set aside in the end: an objection, or what the row is if it is no signal at all.
  private func explained(_ fault: RowFault, _ row: KeptRow, _ plan: ColumnPlan) -> RowFault {
    let found = furniture?.fault(row: row.bytes, cells: row.count) { row[$0] }
    if case .headerAgain = found { return .headerAgain }
    var fault = fault
    if fault.isEven {
      fault = fault.orObjection(ObjectionGlance(row, plan: plan, encoding: feed.file.encoding))
    }
    return fault.withholdsContent ? fault : found ?? fault
  }

  /// Sets a row aside with the reason.
  private mutating func reject(_ fault: RowFault, _ row: KeptRow, _ plan: ColumnPlan) {
    let isEven = fault.isEven
    let fault = explained(fault, row, plan)
    if fault.isFurniture { furnitureRows += 1 }
    let found = fault.position.map { FoundKind(of: row[$0].trimmed.buffer) }
    let reason = rejected.reason(for: fault, found, plan: plan, location: location)
    let start = rejected.arena.count
    if !fault.withholdsContent {
      DeliveredLine.append(row, of: feed.file, to: rejected.arena)
    }
    let content = rejected.arena.cell(from: start)
    var reference = TextCell.empty
    if isEven, let position = plan.referencePosition {
      let start = rejected.arena.count
      DeliveredLine.appendText(row[position].trimmed, feed.file.encoding, to: rejected.arena)
      reference = rejected.arena.cell(from: start)
    }
    rejected.rows.append(
      RejectedRow(
        row: UInt32(truncatingIfNeeded: row.number), line: UInt32(truncatingIfNeeded: row.line),
        digest: row.digest, reason: reason, content: content, partnerReference: reference))
  }

  /// A row as delivered.
  private func line(of row: KeptRow) -> String {
    let arena = ByteArena(capacity: 256)
    DeliveredLine.append(row, of: feed.file, to: arena)
    return arena.bytes.string
  }

  /// A header's text.
  private func name(_ delivered: ByteView) -> String {
    guard feed.file.encoding == .windows1252, delivered.hasHighBytes else {
      return delivered.trimmed.string
    }
    let scratch = ByteArena(capacity: delivered.count * 3)
    Windows1252.convert(delivered, into: scratch)
    return scratch.bytes.trimmed.string
  }

  /// Judges the delivery as a whole and hands over its rows.
  ///
  /// - Parameters:
  ///   - delivery: Gets the rows.
  ///   - emptyLines: Lines without a field.
  /// - Throws: Why the delivery cannot be used.
  mutating func finish(
    into delivery: inout DecodedDelivery, emptyLines: Int
  ) throws(DiagnosticList) {
    guard var decoder else {
      throw DiagnosticList([Diagnostic(.noHeader, at: location)])
    }
    let rows = rows.count
    decodeRows(&decoder)
    if let position = identity.found {
      var place = location
      place.column = decoder.plan.headers[position]
      throw DiagnosticList([Diagnostic(.identityNumbers, at: place)])
    }
    let swapped = swappedDates(decoder)
    if !swapped.isEmpty { throw DiagnosticList(swapped) }
    let meant = rows - furnitureRows
    if meant < feed.expectations.minimumRows {
      let limit = feed.expectations.minimumRows
      throw DiagnosticList([
        meant == 0
          ? Diagnostic(.emptyDelivery, at: location)
          : Diagnostic(
            .fewerRowsThanExpected, at: location, ["rows": "\(meant)", "limit": "\(limit)"])
      ])
    }
    delivery.rows = rows
    delivery.header = header
    delivery.rejected = rejected.rows
    delivery.reasons = rejected.reasons
    delivery.rejectedArena = rejected.arena
    delivery.diagnostics =
      notes
      + DeliveryNotes.all(
        feed: feed, location: location, rows: rows,
        rejected: rejected.rows.count - furnitureRows, emptyLines: emptyLines + blankLines,
        flags: decoder.flags, plan: decoder.plan)
    decoder.handOver(to: &delivery)
  }

  /// The columns with dates that can only be read with the month before the day.
  ///
  /// One is enough to refuse the delivery: 3-4 and 4-3 look alike, so the others may be swapped unseen. Birth
  /// dates are typed by people: a column of them is refused when more of its cells prove this order than the
  /// agreed one, and otherwise these cells are no dates.
  ///
  /// - Source: `domain-date-spelling`.
  private func swappedDates(_ decoder: RowDecoder) -> [Diagnostic] {
    decoder.plan.headers.enumerated().compactMap { position, header in
      let swapped = decoder.flags[.swapped, position]
      guard swapped.count > 0 else { return nil }
      if case .birthDate = decoder.plan.actions[position],
        decoder.flags.birthDatesDayFirst > swapped.count
      {
        return nil
      }
      var place = location
      place.row = swapped.row
      place.line = swapped.line
      place.column = header
      return Diagnostic(.monthBeforeDay, at: place, ["count": "\(swapped.count)"])
    }
  }
}
