internal import Definitions
internal import Diagnostics
internal import Model
internal import Pipeline
internal import Tabular

/// One pass over a delivery: the header first, then block after block of rows.
struct DeliveryPass {
  private let feed: FeedDefinition
  private let location: Location
  private let receivedAt: CalendarDate?
  private var decoder: RowDecoder?
  private var identity = IdentityNumberScan([])
  private let textSlots: UnsafeMutablePointer<UnsafeMutablePointer<TextCell>>
  /// The header row as delivered.
  private var header = ""
  private var furniture: TableFurniture?

  /// Data rows so far; a line of nothing but delimiters is none.
  private(set) var rows = 0
  private var rejected = RejectedRows()
  /// Lines of nothing but delimiters.
  private var blankLines = 0
  /// Rows that were never meant to be signals.
  private var furnitureRows = 0
  private(set) var notes: [Diagnostic] = []
  private let digest = SipHash(key: (0, 0))

  init(feed: FeedDefinition, location: Location, receivedAt: CalendarDate?) {
    self.feed = feed
    self.location = location
    self.receivedAt = receivedAt
    textSlots = .allocate(capacity: ColumnPlan.textFields.count)
  }

  /// Frees what the row loop needs.
  func close() { textSlots.deallocate() }

  /// Decodes the rows of a block; the first row of the delivery is its header.
  ///
  /// - Throws: What is wrong with the header, or too many rows.
  mutating func take(_ block: CSVBlock, mayHoldHighBytes: Bool) throws(DiagnosticList) {
    var first = 0
    if decoder == nil {
      first = try readHeader(block)
      if decoder == nil { return }
    }
    guard var decoder else { return }
    self.decoder = nil
    defer { self.decoder = decoder }
    let width = decoder.plan.actions.count
    decoder.columns.reserve(block.rowCount)
    let slots = RowSlots(decoder.columns, texts: textSlots)
    let cells = block.cells
    for index in first..<block.rowCount {
      let range = block[index]
      let row = block.bytes(ofRow: index)
      if row.count < range.count {
        blankLines += 1
        continue
      }
      rows += 1
      let hash = digest.hash(row)
      if range.count == width || isEmpty(range.dropFirst(width), block) {
        identity.look(at: cells + range.lowerBound, in: block.arena)
        slots.store(hash, at: decoder.columns.count)
        if let fault = decoder.decode(
          cells + range.lowerBound, in: block.arena, number: rows,
          line: block.line(ofRow: index), into: slots, mayHoldHighBytes: mayHoldHighBytes)
        {
          reject(fault, block, index, hash, decoder.plan)
        }
      } else {
        reject(.fields(range.count), block, index, hash, decoder.plan)
      }
    }
    if rows > feed.file.maximumRows {
      throw DiagnosticList([
        Diagnostic(.tooManyRows, at: location, ["limit": "\(feed.file.maximumRows)"])
      ])
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
    header = line(of: block, index)
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
  private func explained(
    _ fault: RowFault, _ block: CSVBlock, _ index: Int, _ plan: ColumnPlan
  ) -> RowFault {
    let range = block[index]
    let found = furniture?.fault(row: block.bytes(ofRow: index), cells: range.count) {
      block.arena[block.cells[range.lowerBound + $0]]
    }
    if case .headerAgain = found { return .headerAgain }
    var fault = fault
    if fault.isEven {
      fault = fault.orObjection(
        ObjectionGlance(block, row: index, plan: plan, encoding: feed.file.encoding))
    }
    return fault.withholdsContent ? fault : found ?? fault
  }

  /// Sets a row aside with the reason.
  private mutating func reject(
    _ fault: RowFault, _ block: CSVBlock, _ index: Int, _ hash: (UInt64, UInt64),
    _ plan: ColumnPlan
  ) {
    let range = block[index]
    let isEven = fault.isEven
    let fault = explained(fault, block, index, plan)
    if fault.isFurniture { furnitureRows += 1 }
    var found: FoundKind?
    if let position = fault.position {
      found = FoundKind(of: block.arena[block.cells[range.lowerBound + position]].trimmed.buffer)
    }
    let reason = rejected.reason(for: fault, found, plan: plan, location: location)
    let start = rejected.arena.count
    if !fault.withholdsContent {
      DeliveredLine.append(block, index, of: feed.file, to: rejected.arena)
    }
    let content = rejected.arena.cell(from: start)
    var reference = TextCell.empty
    if isEven, let position = plan.referencePosition {
      let start = rejected.arena.count
      DeliveredLine.appendText(
        block.arena[block.cells[range.lowerBound + position]].trimmed, feed.file.encoding,
        to: rejected.arena)
      reference = rejected.arena.cell(from: start)
    }
    rejected.rows.append(
      RejectedRow(
        row: UInt32(truncatingIfNeeded: rows),
        line: UInt32(truncatingIfNeeded: block.line(ofRow: index)),
        digest: RowDigest(high: hash.0, low: hash.1), reason: reason, content: content,
        partnerReference: reference))
  }

  /// A row as delivered.
  private func line(of block: CSVBlock, _ index: Int) -> String {
    let arena = ByteArena(capacity: 256)
    DeliveredLine.append(block, index, of: feed.file, to: arena)
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
    guard let decoder else {
      throw DiagnosticList([Diagnostic(.noHeader, at: location)])
    }
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
    decoder.hand(over: &delivery)
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
