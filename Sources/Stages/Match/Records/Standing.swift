import Model

/// For each row the row that stands for it in matching: itself, or the one that it is a copy of.
struct Standing {
  private(set) var row: [Int] = []

  /// Follows `same_as` inside this run; what points to an earlier run stands for itself.
  ///
  /// - Complexity: O(*n*) for *n* rows, and O(*m* log *n*) for *m* copies.
  init(_ distinct: Distinct) {
    let ids = distinct.keys.signalID
    var originals = HashGroups()
    originals.reserve(distinct.count)
    for row in 0..<distinct.count where distinct.disposition[row] != .technicalDuplicate {
      originals.add(ids[row].high, row: row)
    }
    row = Array(0..<distinct.count)
    // Rows in the same words share an id; the first of them stands for all.
    originals.forEachShared { group in
      for later in group.dropFirst() {
        if let first = group.first(where: { ids[Int($0)] == ids[Int(later)] }),
          distinct.disposition[Int(first)] == distinct.disposition[Int(later)]
        {
          row[Int(later)] = Int(first)
        }
      }
    }
    func original(_ id: SignalID) -> Int? {
      originals.rows(of: id.high).first { ids[Int($0)] == id }.map { Int($0) }
    }
    for start in 0..<distinct.count where distinct.disposition[start] == .technicalDuplicate {
      var at = start
      // A copy points to the first, that one maybe to a newer report: never in a circle.
      for _ in 0..<4 where distinct.disposition[at] == .technicalDuplicate {
        guard let next = original(distinct.sameAs[at]), next != at else { break }
        at = next
      }
      if let first = original(ids[at]), distinct.disposition[first] == distinct.disposition[at] {
        at = first
      }
      row[start] = at
    }
  }
}
