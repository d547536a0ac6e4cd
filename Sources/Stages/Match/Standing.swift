import Model

/// For each row the row that stands for it in matching: itself, or the one that it is a copy of.
struct Standing {
  private(set) var row: [Int] = []

  /// Follows `same_as` inside this run; what points to an earlier run stands for itself.
  ///
  /// - Complexity: O(*n* log *n*).
  init(_ distinct: Distinct) {
    let ids = distinct.keys.signalID
    // Rows in the same words share an id; the first of them stands for all.
    let order = (0..<distinct.count).filter { distinct.disposition[$0] != .technicalDuplicate }
      .sorted { ids[$0] != ids[$1] ? ids[$0] < ids[$1] : $0 < $1 }
    func find(_ id: SignalID) -> Int? {
      var low = 0
      var high = order.count
      while low < high {
        let middle = (low + high) / 2
        if ids[order[middle]] < id { low = middle + 1 } else { high = middle }
      }
      return low < order.count && ids[order[low]] == id ? order[low] : nil
    }
    row.reserveCapacity(distinct.count)
    for start in 0..<distinct.count {
      var at = start
      // A copy points to the first, that one maybe to a newer report: never in a circle.
      for _ in 0..<4 where distinct.disposition[at] == .technicalDuplicate {
        guard let next = find(distinct.sameAs[at]), next != at else { break }
        at = next
      }
      if let first = find(ids[at]), distinct.disposition[first] == distinct.disposition[at] {
        at = first
      }
      row.append(at)
    }
  }
}
