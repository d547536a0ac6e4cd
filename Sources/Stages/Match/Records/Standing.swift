import Model

/// For each row the row that stands for it in matching: itself, or the one that it is a copy of.
struct Standing {
  private(set) var row: [Int] = []

  /// Follows `same_as` inside this run; what points to an earlier run stands for itself.
  ///
  /// - Complexity: O(*n*) for *n* rows, and O(*m* log *n*) for *m* copies.
  init(_ distinct: Distinct) {
    let ids = distinct.keys.signalID
    let count = ids.count
    var originals = KeyBuckets(forRows: count)
    originals.reserve(count)
    for row in 0..<count where distinct.disposition[row] != .technicalDuplicate {
      originals.add(ids[row].high, row: row)
    }
    originals.sort()
    row = Array(0..<count)
    // Rows in the same words share an id; the first of them stands for all.
    originals.forEach { group in
      guard group.count > 1 else { return }
      for place in 1..<group.count {
        let later = group.row(place)
        for before in 0..<place where ids[group.row(before)] == ids[later] {
          let first = group.row(before)
          if distinct.disposition[first] == distinct.disposition[later] { row[later] = first }
          break
        }
      }
    }
    func original(_ id: SignalID) -> Int? { originals.first(of: id.high) { ids[$0] == id } }
    for start in 0..<count where distinct.disposition[start] == .technicalDuplicate {
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
