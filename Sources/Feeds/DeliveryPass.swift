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

  /// Data rows so far.
  private(set) var rows = 0
  private var rejected = RejectedRows()
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
      rows += 1
      let range = block[index]
      let row = block.bytes(ofRow: index)
      let hash = digest.hash(row)
      if range.count == width {
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
    while index < block.rowCount, isDelimiterLine(block, index) { index += 1 }
    guard index < block.rowCount else { return index }
    header = line(of: block, index)
    let names = block[index].map { name(block.arena[block.cells[$0]]) }
    let header = try Header(names: names, feed: feed, location: location)
    notes += header.notes
    let plan = ColumnPlan(header, feed)
    identity = IdentityNumberScan(plan.identityPositions)
    decoder = RowDecoder(plan: plan, feed: feed, receivedAt: receivedAt)
    return index + 1
  }

  private func isDelimiterLine(_ block: CSVBlock, _ row: Int) -> Bool {
    let range = block[row]
    guard range.count == 2, block.cells[range.lowerBound + 1].isEmpty else { return false }
    return block.arena[block.cells[range.lowerBound]].equals("sep=")
  }

  /// Sets a row aside with the reason.
  private mutating func reject(
    _ fault: RowFault, _ block: CSVBlock, _ index: Int, _ hash: (UInt64, UInt64),
    _ plan: ColumnPlan
  ) {
    let range = block[index]
    var fault = fault
    if fault.isEven {
      fault = fault.orObjection(
        ObjectionGlance(block, row: index, plan: plan, encoding: feed.file.encoding))
    }
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
    if range.count == plan.actions.count, let position = plan.referencePosition {
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
    if rows < feed.expectations.minimumRows {
      let limit = feed.expectations.minimumRows
      throw DiagnosticList([
        rows == 0
          ? Diagnostic(.emptyDelivery, at: location)
          : Diagnostic(
            .fewerRowsThanExpected, at: location, ["rows": "\(rows)", "limit": "\(limit)"])
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
        feed: feed, location: location, rows: rows, rejected: rejected.rows.count,
        emptyLines: emptyLines, birthDates: decoder.birthDateFaults, plan: decoder.plan)
    decoder.hand(over: &delivery)
  }
}
