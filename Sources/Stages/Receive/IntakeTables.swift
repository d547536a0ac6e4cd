internal import Definitions
internal import Diagnostics
internal import Model
internal import Pipeline

// How `receive` adds rows to the tables of an intake.

extension Ledger {
  mutating func append(
    delivery: UInt32, row: UInt32, id: SignalID, municipality: UInt16, fate: Fate,
    reason: TextCell
  ) {
    keys.signalID.append(id)
    keys.delivery.append(delivery)
    keys.row.append(row)
    self.municipality.append(municipality)
    self.fate.append(fate)
    self.reason.append(reason)
  }
}

extension Receipts {
  mutating func append(
    delivery: UInt32, row: UInt32, id: SignalID, reference: ByteView, receivedAt: CalendarDate?,
    fate: Fate, reason: TextCell, digest: RowDigest?
  ) {
    keys.signalID.append(id)
    keys.delivery.append(delivery)
    keys.row.append(row)
    rowDigest.append(digest)
    partnerReference.append(arena.store(reference))
    self.receivedAt.append(receivedAt)
    switch fate {
    case .listed: add(.accepted, .empty)
    case .malformed: add(.unreadable, reason)
    // The partner may know these, as they are about what it sent.
    case .unlawful, .refused, .outsideWindow, .belowThreshold, .noArrears, .outsideMunicipality:
      add(.notTaken, reason)
    // Why anything else was not taken is not for the partner.
    case .legalPerson, .technicalDuplicate, .repeated, .superseded, .joinedCase, .movedAway,
      .deceased:
      add(.notTaken, .empty)
    }
  }

  /// What the partner may read of why a row was not taken.
  func reason(of verdict: Verdict) -> TextCell {
    switch verdict.fate {
    case .listed: .empty
    case .unlawful: arena.store("\(verdict.fate.rawValue): \(verdict.reason)")
    default: arena.store(verdict.fate.rawValue)
    }
  }

  private mutating func add(_ outcome: ReceiptOutcome, _ reason: TextCell) {
    self.outcome.append(outcome)
    self.reason.append(reason)
  }
}

extension Quarantine {
  mutating func append(
    delivery: UInt32, _ rejected: RejectedRow, content: ByteView, reason: RejectionWords
  ) {
    keys.signalID.append(.absent)
    keys.delivery.append(delivery)
    keys.row.append(rejected.row)
    code.append(reason.quarantine.code)
    column.append(reason.quarantine.column)
    problem.append(reason.quarantine.problem)
    self.content.append(arena.store(content))
  }
}

extension DeliveryLog {
  mutating func append(
    feed: FeedDefinition, file: String, period: String, receivedAt: CalendarDate?,
    status: DeliveryStatus, rows: Int, admitted: Int,
    unreadable: Int, reason: String
  ) {
    self.feed.append(arena.store(feed.id.name))
    partner.append(arena.store(feed.partner.id))
    delivery.append(arena.store(file))
    self.period.append(arena.store(period))
    self.receivedAt.append(receivedAt)
    self.status.append(status)
    self.rows.append(UInt32(rows))
    self.admitted.append(UInt32(admitted))
    self.unreadable.append(UInt32(unreadable))
    self.reason.append(arena.store(reason))
    judgement.append(.empty)
    dueOn.append(nil)
  }
}

extension Received {
  /// Adds rows of a delivery, column by column.
  ///
  /// - Complexity: O(rows × columns).
  mutating func append(
    _ rows: [Int], of source: Received, delivery: DeliveryName, ids: [SignalID]
  ) {
    let index = UInt32(keys.deliveries.count)
    keys.deliveries.append(delivery)
    keys.signalID.append(contentsOf: rows.lazy.map { ids[$0] })
    keys.delivery.append(contentsOf: repeatElement(index, count: rows.count))
    keys.row.append(contentsOf: rows.lazy.map { source.keys.row[$0] })

    let partnerCell = rows.first.map { arena.store(source.arena[source.partner[$0]]) } ?? .empty
    partner.append(contentsOf: repeatElement(partnerCell, count: rows.count))
    gather(rows, source.partnerType, into: &partnerType)
    gather(rows, source.kind, into: &kind)
    gather(rows, source.receivedAt, into: &receivedAt)
    gather(rows, source.signalledOn, into: &signalledOn)
    gather(rows, source.arisenOn, into: &arisenOn)
    gather(rows, source.amountCents, into: &amountCents)
    gather(rows, source.crisis, into: &crisis)
    gather(rows, source.warmHandover, into: &warmHandover)
    gather(rows, source.threatOn, into: &threatOn)
    gather(rows, source.daysInArrears, into: &daysInArrears)
    gather(rows, source.termsInArrears, into: &termsInArrears)
    gather(rows, source.birthDate, into: &birthDate)
    gather(rows, source.quality, into: &quality)

    let moves = rowTexts(of: rows, in: source)
    func texts(_ column: [TextCell], into target: inout [TextCell]) {
      target.makeRoom(for: rows.count)
      column.withUnsafeBufferPointer { cells in
        for place in 0..<rows.count {
          let cell = cells[rows[place]]
          target.append(
            cell.isEmpty
              ? .empty : TextCell(offset: cell.offset + moves[place], length: cell.length))
        }
      }
    }
    for path in Received.deliveredTexts {
      texts(source[keyPath: path], into: &self[keyPath: path])
    }
  }

  /// Copies the texts of rows in one piece a row: they stand together where a row was decoded.
  ///
  /// - Returns: For each row by how much its texts have moved.
  /// - Complexity: O(bytes of the rows + rows × columns).
  private func rowTexts(of rows: [Int], in source: Received) -> [Int] {
    var first = [Int](repeating: .max, count: rows.count)
    var end = [Int](repeating: 0, count: rows.count)
    for path in Received.deliveredTexts {
      let column = source[keyPath: path]
      for (place, row) in rows.enumerated() where !column[row].isEmpty {
        let cell = column[row]
        first[place] = Swift.min(first[place], cell.offset)
        end[place] = Swift.max(end[place], cell.offset + cell.length)
      }
    }
    let texts = source.arena.bytes
    return rows.indices.map { place in
      guard end[place] > 0 else { return 0 }
      let move = arena.count - first[place]
      arena.append(texts[first[place]..<end[place]])
      return move
    }
  }

  /// The columns that hold text of a delivery.
  private static let deliveredTexts: [ColumnPath<Received, TextCell>] = [
    \.partnerReference, \.name, \.initials, \.givenNames, \.prefix, \.surname, \.partnerPrefix,
    \.partnerSurname, \.addressLine, \.street, \.houseNumber, \.houseLetter, \.houseAddition,
    \.postcode, \.city, \.phone, \.email, \.kvk,
  ]

  private func gather<Value>(_ rows: [Int], _ column: [Value], into target: inout [Value]) {
    target.makeRoom(for: rows.count)
    column.withUnsafeBufferPointer { values in
      for row in rows { target.append(values[row]) }
    }
  }
}

extension Array {
  /// Reserves room for more elements, and more than that: to reserve just enough for each delivery
  /// would move everything each time.
  fileprivate mutating func makeRoom(for more: Int) {
    let needed = count + more
    if capacity < needed { reserveCapacity(Swift.max(needed, capacity + capacity / 2)) }
  }
}
