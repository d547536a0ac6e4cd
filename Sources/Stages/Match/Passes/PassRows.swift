import Model

/// The records in the order in which the passes read them: of address, so that those that are compared
/// mostly stand near each other in memory; then of birth date, sound of the surname, initial and signal id.
struct PassRows {
  private let rows: RecordLines
  /// The record of each row.
  let record: [UInt32]

  /// Puts records in order.
  ///
  /// - Parameters:
  ///   - records: In the order of their signal ids.
  ///   - threads: How many threads copy them.
  /// - Complexity: O(*n*).
  init(_ records: MatchRecords, threads: Int) {
    var order = HashGroups()
    order.reserve(records.count)
    for index in 0..<records.count { order.add(records[index].nameOrder, row: index) }
    order.arrange { records[Int($0)].addressOrder << 27 | records[Int($0)].birthDateOrder }
    let record = order.sortedRows
    self.record = record
    var rows = RecordLines(count: records.count)
    var nothing: [Void] = Array(repeating: (), count: threads)
    rows.change { rows in
      Threads.run(&nothing) { thread, _ in
        for row in Threads.part(thread, of: threads, rows: record.count) {
          rows[row] = records[Int(record[row])]
        }
      }
    }
    self.rows = rows
  }

  var count: Int { rows.count }

  @inline(__always)
  subscript(row: Int) -> MatchRecord { rows[row] }

  /// The place of each row in order of birth date, and of address where that is one.
  ///
  /// - Complexity: O(*n*).
  func placesByBirthDate() -> [UInt32] {
    var order = HashGroups()
    order.reserve(count)
    for row in 0..<count { order.add(rows[row].birthDateOrder << 37, row: row) }
    var places = [UInt32](repeating: 0, count: count)
    for (place, row) in order.sortedRows.enumerated() { places[Int(row)] = UInt32(place) }
    return places
  }

  /// Hands out the rows while a function runs.
  func read(_ body: (ReadRows<MatchRecord>) -> Void) { rows.read(body) }
}

extension MatchRecord {
  fileprivate var nameOrder: UInt64 { UInt64(surnameSound) << 8 | UInt64(initial) }

  /// Postcode and house number in 37 bits; numbers above 16,383, which hardly occur, count as that.
  fileprivate var addressOrder: UInt64 {
    UInt64(postcode.packed) << 14 | UInt64(min(16_383, max(0, houseNumber)))
  }

  /// In 27 bits.
  fileprivate var birthDateOrder: UInt64 { UInt64(birthDate.packed) }
}
