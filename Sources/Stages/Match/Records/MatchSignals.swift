import Model
import Pipeline

/// The records of a municipality, in the order of their signal ids, and which row of this run is which.
///
/// Copies of a report have no record of their own: they go with the one that stands for them.
struct MatchSignals {
  private(set) var records = MatchRecords()
  /// The record of each row of this run.
  private(set) var recordOfRow: [UInt32]

  /// Collects what this run received and what earlier runs remember.
  ///
  /// - Complexity: O(*n*).
  init(_ tables: MunicipalityTables) {
    let (received, normalised, history) = (tables.received, tables.normalised, tables.history)
    let standing = Standing(tables.distinct)
    var order = SignalOrder(tables, standing)
    recordOfRow = order.recordOfRow
    records = MatchRecords(count: order.count)
    records.fill(
      from: normalised,
      MatchRecords.Origins(
        signalID: received.keys.signalID, signalledOn: received.signalledOn,
        partner: received.partner, partnerType: received.partnerType,
        reference: received.partnerReference, texts: received.arena),
      recordOfRow: order.recordOfRow)
    records.fill(
      from: history,
      MatchRecords.Origins(
        signalID: history.signalID, signalledOn: history.signalledOn, partner: history.partner,
        partnerType: history.partnerType,
        reference: history.partnerReference, texts: history.arena),
      recordOfRow: order.recordOfRemembered)
    records.set(earlierPersons: history.personID, of: order.knownRecords)
    for (row, record) in order.alike { recordOfRow[row] = record }
    order = SignalOrder()
    for (row, stand) in standing.row.enumerated() where row != stand {
      recordOfRow[row] = recordOfRow[stand]
    }
  }

  /// Whether each record is of this run, and not only remembered.
  ///
  /// - Complexity: O(*n*).
  var isInRun: [Bool] {
    var isInRun = Array(repeating: false, count: records.count)
    for record in recordOfRow { isInRun[Int(record)] = true }
    return isInRun
  }

  /// The table of all rows of this run.
  ///
  /// - Complexity: O(*n*).
  func table(
    _ persons: PersonGroups, _ personIDs: [PersonID], _ householdIDs: [HouseholdID],
    _ evidence: [PersonEvidence], keys: SignalKeys
  ) -> Matched {
    let placeOfRecord = persons.placeOfRecord
    var matched = Matched()
    matched.keys = keys
    matched.personID.reserveCapacity(recordOfRow.count)
    matched.householdID.reserveCapacity(recordOfRow.count)
    matched.grade.reserveCapacity(recordOfRow.count)
    matched.weight.reserveCapacity(recordOfRow.count)
    matched.evidence.reserveCapacity(recordOfRow.count)
    var cells: [FieldList: TextCell] = [:]
    for record in recordOfRow {
      let place = Int(placeOfRecord[Int(record)])
      let found = evidence[Int(record)]
      matched.personID.append(personIDs[place])
      matched.householdID.append(householdIDs[place])
      matched.grade.append(found.grade)
      matched.weight.append(found.weight)
      if let cell = cells[found.fields] {
        matched.evidence.append(cell)
      } else {
        let cell = matched.arena.store(found.fields)
        cells[found.fields] = cell
        matched.evidence.append(cell)
      }
    }
    return matched
  }
}

/// Which record each signal becomes: they stand in the order of their ids.
private struct SignalOrder {
  /// Stands for a row that has no record of its own.
  static let none = UInt32.max

  private(set) var count = 0
  /// The record of each row of this run, or ``none``.
  private(set) var recordOfRow: [UInt32] = []
  /// The record that is made of each remembered signal, or ``none``.
  private(set) var recordOfRemembered: [UInt32] = []
  /// The record whose earlier person each remembered signal tells, or ``none``.
  private(set) var knownRecords: [UInt32] = []
  /// Rows that share the record of an earlier one with their id.
  private(set) var alike: [(row: Int, record: UInt32)] = []

  init() {}

  init(_ tables: MunicipalityTables, _ standing: Standing) {
    let (received, history) = (tables.received, tables.history)
    recordOfRow = Array(repeating: Self.none, count: received.count)
    recordOfRemembered = Array(repeating: Self.none, count: history.count)
    knownRecords = recordOfRemembered
    func id(_ entry: UInt32) -> SignalID {
      Int(entry) < received.count
        ? received.keys.signalID[Int(entry)] : history.signalID[Int(entry) - received.count]
    }
    // Rows and remembered signals by the upper half of their ids; equal ids come together.
    var order = HashGroups()
    order.reserve(received.count + history.count)
    for row in 0..<received.count where standing.row[row] == row {
      order.add(received.keys.signalID[row].high, row: row)
    }
    for row in 0..<history.count where !history.replaced[row] || history.pickedUp[row] {
      order.add(history.signalID[row].high, row: received.count + row)
    }
    order.forEach { group in
      guard group.count > 1 else { return take(group, received.count) }
      // Of one id, a row of this run comes first; it knows the person of the remembered one.
      let entries = group.sorted { id($0) != id($1) ? id($0) < id($1) : $0 < $1 }
      var from = 0
      while from < entries.count {
        var to = from + 1
        while to < entries.count, id(entries[to]) == id(entries[from]) { to += 1 }
        take(entries[from..<to], received.count)
        from = to
      }
    }
  }

  /// Makes a record of the first of some entries of one id.
  private mutating func take(_ entries: ArraySlice<UInt32>, _ rows: Int) {
    guard let first = entries.first else { return }
    let record = UInt32(count)
    count += 1
    if Int(first) < rows {
      recordOfRow[Int(first)] = record
    } else {
      recordOfRemembered[Int(first) - rows] = record
    }
    for other in entries.dropFirst() where Int(other) < rows { alike.append((Int(other), record)) }
    if let known = entries.first(where: { Int($0) >= rows }) {
      knownRecords[Int(known) - rows] = record
    }
  }
}
