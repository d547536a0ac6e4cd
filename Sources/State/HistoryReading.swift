internal import GRDB
internal import Model
internal import Pipeline

/// Reads the signals of earlier deliveries that count on a day.
struct HistoryReading {
  /// SHA-256 of the deliveries of the run itself.
  private let own: Set<String>
  /// SHA-256 of the deliveries that a correction stands in the place of.
  private let replaced: Set<String>
  private let date: CalendarDate
  private let terms: RetentionTerms

  /// Says what to read.
  init(
    without own: Set<String>, replaced: Set<String>, before date: CalendarDate,
    terms: RetentionTerms
  ) {
    (self.own, self.replaced, self.date, self.terms) = (own, replaced, date, terms)
  }

  /// What matters of a delivery.
  private struct Delivery {
    var isOwn: Bool
    var isReplaced: Bool
    /// The day on which a run first took it in; `nil` for one that none did.
    var acceptedOn: CalendarDate?
  }

  /// Reads them in the order of received day, signal id and delivery.
  ///
  /// - Throws: A diagnostic if a value is not what the schema promises; it does not tell the value.
  /// - Complexity: O(*n*) in the signals of the state.
  func read(from database: Database) throws -> RememberedHistory {
    var found = RememberedHistory()
    var digest = Digest()
    let line = ByteArena(capacity: 512)
    let later = try CaseRows.signalsPickedUp(after: date, in: database)
    var deliveries: [String: Delivery] = [:]
    let accepted = try acceptedOn(in: database)
    let statement = try database.makeStatement(
      sql: """
        \(SignalRows.select) WHERE received_at <= ?
        ORDER BY received_at, signal_id, delivery_sha256
        """)
    let rows = try Row.fetchCursor(statement, arguments: [date.description])
    var cells = SignalCells(statement)
    while try rows.next() != nil {
      let name = try cells[SignalRows.deliveryColumn].string
      let delivery =
        deliveries[name]
        ?? Delivery(
          isOwn: own.contains(name), isReplaced: replaced.contains(name),
          acceptedOn: accepted[name])
      deliveries[name] = delivery
      guard let received = CalendarDate(iso: try cells[SignalRows.receivedAtColumn]) else {
        throw SignalCells.damaged
      }
      let start = min(received, delivery.acceptedOn ?? received)
      var isPickedUp = cells.number(SignalRows.pickedUpColumn) != 0
      guard !delivery.isOwn, terms.keeps(from: start, isPickedUp: isPickedUp) else { continue }
      cells.next = SignalRows.deliveryColumn + 1
      if !later.isEmpty, let id = SignalID(hexadecimal: try cells[cells.next]), later.contains(id) {
        isPickedUp = false
      }
      line.removeAll()
      for column in cells.next..<SignalRows.pickedUpColumn {
        line.append(try cells[column])
        // No cell holds this byte, so that no two rows come to the same.
        line.append(UInt8(0))
      }
      line.append(UInt8(ascii: isPickedUp ? "1" : "0"))
      line.append(UInt8(ascii: delivery.isReplaced ? "1" : "0"))
      digest.update(line.bytes)
      try found.table.append(&cells, isPickedUp: isPickedUp, isReplaced: delivery.isReplaced)
    }
    found.digest = digest.hexadecimal()
    return found
  }

  private func acceptedOn(in database: Database) throws -> [String: CalendarDate] {
    var days: [String: CalendarDate] = [:]
    let rows = try Row.fetchCursor(
      database, sql: "SELECT sha256, min(accepted_on) FROM accepted_delivery GROUP BY sha256")
    while let row = try rows.next() {
      days[row[0]] = CalendarDate(iso: row[1] as String)
    }
    return days
  }
}
