import Model
import Pipeline

/// The records of a municipality, in the order of their signal ids, and which row of this run is which.
///
/// Copies of a report have no record of their own: they go with the one that stands for them.
struct MatchSignals {
  private(set) var records = MatchRecords()
  /// The record of each row of this run.
  private var recordOfRow: [UInt32]

  /// Collects what this run received and what earlier runs remember.
  ///
  /// - Complexity: O(*n*).
  init(_ tables: MunicipalityTables) {
    let (received, normalised, history) = (tables.received, tables.normalised, tables.history)
    let standing = Standing(tables.distinct)
    recordOfRow = Array(repeating: 0, count: received.count)
    // Rows and remembered signals by the upper half of their ids; equal ids come together.
    var order = HashGroups()
    order.reserve(received.count + history.count)
    for row in 0..<received.count where standing.row[row] == row {
      order.add(received.keys.signalID[row].high, row: row)
    }
    for row in 0..<history.count where !history.replaced[row] || history.pickedUp[row] {
      order.add(history.signalID[row].high, row: received.count + row)
    }
    records.reserve(received.count + history.count)
    order.forEach { group in
      // The row of this run comes first; it knows the person of the remembered one.
      var rest = group.map { Int($0) }
      while let entry = rest.first {
        func id(_ entry: Int) -> SignalID {
          entry < received.count
            ? received.keys.signalID[entry] : history.signalID[entry - received.count]
        }
        let lowest = rest.map(id).min() ?? id(entry)
        let same = rest.filter { id($0) == lowest }
        rest.removeAll { id($0) == lowest }
        let known = same.first { $0 >= received.count }.map {
          history.personID[$0 - received.count]
        }
        if same[0] < received.count {
          let row = same[0]
          recordOfRow[row] = UInt32(records.count)
          records.append(
            row, of: normalised,
            MatchRecords.Origin(
              signalID: lowest, signalledOn: received.signalledOn[row],
              partner: received.arena[received.partner[row]],
              partnerType: received.partnerType[row],
              reference: received.arena[received.partnerReference[row]].trimmed,
              earlierPerson: known ?? .absent))
        } else {
          let row = same[0] - received.count
          records.append(
            row, of: history,
            MatchRecords.Origin(
              signalID: lowest, signalledOn: history.signalledOn[row],
              partner: history.arena[history.partner[row]],
              partnerType: history.partnerType[row],
              reference: history.arena[history.partnerReference[row]].trimmed,
              earlierPerson: known ?? .absent))
        }
      }
    }
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
    _ persons: [[Int]], _ personIDs: [PersonID], _ householdIDs: [HouseholdID],
    _ evidence: [PersonEvidence], keys: SignalKeys
  ) -> Matched {
    var placeOfRecord = [UInt32](repeating: 0, count: records.count)
    for (place, person) in persons.enumerated() {
      for record in person { placeOfRecord[record] = UInt32(place) }
    }
    var matched = Matched()
    matched.keys = keys
    var cells: [FieldList: TextCell] = [:]
    for record in recordOfRow {
      let place = Int(placeOfRecord[Int(record)])
      let found = evidence[Int(record)]
      matched.personID.append(personIDs[place])
      matched.householdID.append(householdIDs[place])
      matched.grade.append(found.grade)
      matched.weight.append(found.weight)
      let cell = cells[found.fields] ?? matched.arena.store(found.fields)
      cells[found.fields] = cell
      matched.evidence.append(cell)
    }
    return matched
  }
}
