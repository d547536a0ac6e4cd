internal import Model

/// The rows of every household that has a kept signal of somebody who lives here.
struct HouseholdRows {
  /// The households, in the order of their first row.
  private(set) var ids: [HouseholdID] = []
  private var starts: [UInt32] = []
  private var rows: [UInt32] = []

  /// Groups rows by household.
  ///
  /// - Complexity: O(*n*).
  init(_ matched: Matched, _ distinct: Distinct) {
    let households = matched.householdID
    var index: [HouseholdID: UInt32] = [:]
    for row in 0..<households.count where distinct.stands(row, matched) {
      let id = households[row]
      if index.updateValue(index[id] ?? UInt32(ids.count), forKey: id) == nil { ids.append(id) }
    }
    // A counting sort: how many rows each household has, where they start, and then the rows.
    starts = [UInt32](repeating: 0, count: ids.count + 1)
    var place = [UInt32](repeating: .max, count: households.count)
    for row in 0..<households.count {
      guard let household = index[households[row]] else { continue }
      place[row] = household
      starts[Int(household) + 1] += 1
    }
    for household in 0..<ids.count { starts[household + 1] += starts[household] }
    rows = [UInt32](repeating: 0, count: Int(starts[ids.count]))
    var next = starts
    for row in 0..<households.count where place[row] != .max {
      rows[Int(next[Int(place[row])])] = UInt32(row)
      next[Int(place[row])] += 1
    }
  }

  /// How many households.
  var count: Int { ids.count }

  /// The rows of a household in the order of the tables, those that were not kept among them.
  subscript(household: Int) -> ArraySlice<UInt32> {
    rows[Int(starts[household])..<Int(starts[household + 1])]
  }
}

extension Distinct {
  /// Whether a signal stands on a list: it was kept, and its person has not died or left.
  func stands(_ row: Int, _ matched: Matched) -> Bool {
    disposition[row] == .kept && !matched.outcome(ofRow: row).leavesList
  }
}
