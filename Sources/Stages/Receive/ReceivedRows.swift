internal import Model
internal import Pipeline

// How `receive` adds the admitted rows of a delivery to the table of their municipality.

extension Received {
  /// Adds rows of a delivery, column by column.
  ///
  /// Rows in canonical order that a reader gave in that order are read one after the other.
  ///
  /// - Parameters:
  ///   - rows: The places of the rows.
  ///   - delivery: The delivery.
  ///   - ids: The signal ids of all rows of the delivery.
  ///   - room: How far the table will grow.
  /// - Complexity: O(rows × columns).
  mutating func append(
    _ rows: [Int], of delivery: DecodedDelivery, ids: [SignalID], _ room: IntakeRoom
  ) {
    guard let first = rows.first else { return }
    let source = delivery.signals
    let index = UInt32(keys.deliveries.count)
    keys.deliveries.append(delivery.name)
    func gather<Value>(_ column: [Value], into target: inout [Value]) {
      target.makeRoom(for: rows.count, room)
      column.withUnsafeBufferPointer { values in
        target.append(contentsOf: ValuesOfRows(rows: rows, values: values))
      }
    }
    func fill<Value>(_ value: Value, into target: inout [Value]) {
      target.makeRoom(for: rows.count, room)
      target.append(contentsOf: repeatElement(value, count: rows.count))
    }
    gather(ids, into: &keys.signalID)
    fill(index, into: &keys.delivery)
    gather(source.keys.row, into: &keys.row)
    fill(arena.store(source.arena[source.partner[first]]), into: &partner)
    gather(source.partnerType, into: &partnerType)
    gather(source.kind, into: &kind)
    gather(source.receivedAt, into: &receivedAt)
    gather(source.signalledOn, into: &signalledOn)
    gather(source.arisenOn, into: &arisenOn)
    gather(source.amountCents, into: &amountCents)
    gather(source.crisis, into: &crisis)
    gather(source.warmHandover, into: &warmHandover)
    gather(source.threatOn, into: &threatOn)
    gather(source.daysInArrears, into: &daysInArrears)
    gather(source.termsInArrears, into: &termsInArrears)
    gather(source.birthDate, into: &birthDate)
    gather(source.quality, into: &quality)

    let moves = appendTexts(of: rows, in: delivery)
    for (column, path) in Received.deliveredTexts.enumerated() {
      let cells = source[keyPath: path]
      guard delivery.variableTexts.contains(column) else {
        fill(arena.store(source.arena[cells[first]]), into: &self[keyPath: path])
        continue
      }
      self[keyPath: path].append(cells, of: rows, movedBy: moves, room)
    }
  }

  /// Copies the texts of rows in one piece a row: they stand together where a row was decoded.
  ///
  /// - Returns: For each row by how much its texts have moved.
  /// - Complexity: O(bytes of the rows + rows × columns).
  private func appendTexts(of rows: [Int], in delivery: DecodedDelivery) -> [Int] {
    let source = delivery.signals
    var spans = [(first: Int, end: Int)](repeating: (.max, 0), count: rows.count)
    for column in delivery.variableTexts {
      source[keyPath: Received.deliveredTexts[column]].withUnsafeBufferPointer { cells in
        for (place, row) in rows.enumerated() where !cells[row].isEmpty {
          let cell = cells[row]
          spans[place].first = Swift.min(spans[place].first, cell.offset)
          spans[place].end = Swift.max(spans[place].end, cell.offset + cell.length)
        }
      }
    }
    let texts = source.arena.bytes
    return spans.map { first, end in
      guard end > 0 else { return 0 }
      let move = arena.count - first
      arena.append(texts[first..<end])
      return move
    }
  }
}

extension [TextCell] {
  /// Adds cells of rows whose texts have moved.
  fileprivate mutating func append(
    _ column: [TextCell], of rows: [Int], movedBy moves: [Int], _ room: IntakeRoom
  ) {
    makeRoom(for: rows.count, room)
    column.withUnsafeBufferPointer { cells in
      append(contentsOf: MovedCells(rows: rows, moves: moves, cells: cells))
    }
  }
}

/// What a column holds for some rows, one after another: a sequence without a closure to call for each.
private struct ValuesOfRows<Value>: Sequence, IteratorProtocol {
  let rows: [Int]
  let values: UnsafeBufferPointer<Value>
  private var place = 0

  init(rows: [Int], values: UnsafeBufferPointer<Value>) {
    self.rows = rows
    self.values = values
  }

  var underestimatedCount: Int { rows.count - place }

  @inline(__always)
  mutating func next() -> Value? {
    guard place < rows.count else { return nil }
    defer { place += 1 }
    return values[rows[place]]
  }
}

/// The cells of some rows, one after another, where their texts have moved to.
private struct MovedCells: Sequence, IteratorProtocol {
  let rows: [Int]
  let moves: [Int]
  let cells: UnsafeBufferPointer<TextCell>
  private var place = 0

  init(rows: [Int], moves: [Int], cells: UnsafeBufferPointer<TextCell>) {
    self.rows = rows
    self.moves = moves
    self.cells = cells
  }

  var underestimatedCount: Int { rows.count - place }

  @inline(__always)
  mutating func next() -> TextCell? {
    guard place < rows.count else { return nil }
    defer { place += 1 }
    return cells[rows[place]].moved(by: moves[place])
  }
}
