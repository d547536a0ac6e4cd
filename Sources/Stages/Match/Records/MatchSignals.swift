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
  /// - Parameters:
  ///   - tables: What the stage reads.
  ///   - keepsNumbering: Whether values of others are to be compared with those of the records.
  /// - Complexity: O(*n*).
  init(_ tables: MunicipalityTables, keepsNumbering: Bool = true) {
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
    if !keepsNumbering { records.forgetNumbering() }
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
    let count = recordOfRow.count
    var matched = Matched()
    matched.keys = keys
    // Each list of fields stands once in the table, in the order in which the rows bring them.
    var lists = ValueNumbers()
    var cells: [TextCell] = [.empty]
    matched.evidence.reserveCapacity(count)
    matched.grade.reserveCapacity(count)
    matched.weight.reserveCapacity(count)
    for record in recordOfRow {
      let found = evidence[Int(record)]
      matched.grade.append(found.grade)
      matched.weight.append(found.weight)
      let list = Int(lists.number(of: UInt64(found.fields.rawValue + 1) &* 0x9E37_79B9_7F4A_7C15))
      if list == cells.count { cells.append(matched.arena.store(found.fields)) }
      matched.evidence.append(cells[list])
    }
    matched.personID.reserveCapacity(count)
    matched.householdID.reserveCapacity(count)
    for record in recordOfRow {
      let place = Int(placeOfRecord[Int(record)])
      matched.personID.append(personIDs[place])
      matched.householdID.append(householdIDs[place])
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
    let ids = tables.received.keys.signalID
    let history = tables.history
    let remembered = history.signalID
    let rows = ids.count
    recordOfRow = Array(repeating: Self.none, count: rows)
    recordOfRemembered = Array(repeating: Self.none, count: remembered.count)
    knownRecords = recordOfRemembered
    func id(_ entry: Int) -> SignalID { entry < rows ? ids[entry] : remembered[entry - rows] }
    // Rows and remembered signals by the upper half of their ids; equal ids come together.
    var order = KeyBuckets(forRows: rows + remembered.count)
    order.reserve(rows + remembered.count)
    for row in 0..<rows where standing.row[row] == row { order.add(ids[row].high, row: row) }
    for row in remembered.indices where !history.replaced[row] || history.pickedUp[row] {
      order.add(remembered[row].high, row: rows + row)
    }
    order.sort()
    order.forEach { group in
      guard group.count > 1 else { return take(CollectionOfOne(group.row(0)), rows) }
      // Of one id, a row of this run comes first; it knows the person of the remembered one.
      let entries = (0..<group.count).map { group.row($0) }
        .sorted { id($0) != id($1) ? id($0) < id($1) : $0 < $1 }
      var from = 0
      while from < entries.count {
        var to = from + 1
        while to < entries.count, id(entries[to]) == id(entries[from]) { to += 1 }
        take(entries[from..<to], rows)
        from = to
      }
    }
  }

  /// Makes a record of the first of some entries of one id.
  @inline(__always)
  private mutating func take(_ entries: some Collection<Int>, _ rows: Int) {
    guard let first = entries.first else { return }
    let record = UInt32(count)
    count += 1
    if first < rows {
      recordOfRow[first] = record
    } else {
      recordOfRemembered[first - rows] = record
    }
    for other in entries.dropFirst() where other < rows { alike.append((other, record)) }
    if let known = entries.first(where: { $0 >= rows }) { knownRecords[known - rows] = record }
  }
}
