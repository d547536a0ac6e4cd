/// What was counted, by month and group: it can be added to, and be published, but never be read.
public struct CountTable: Sendable {
  private let periods: [IndicatorPeriod]
  private let groups: [String]
  /// Row after row.
  private var counts: [Int]

  /// Creates a table of noughts.
  ///
  /// - Parameters:
  ///   - periods: The rows, at least one.
  ///   - groups: The columns: every item counted is in exactly one of them.
  public init(periods: [IndicatorPeriod], groups: [String]) {
    self.periods = periods
    self.groups = groups
    counts = [Int](repeating: 0, count: periods.count * groups.count)
  }

  /// Counts something.
  public mutating func add(_ number: Int = 1, period: Int, group: Int) {
    counts[period * groups.count + group] += number
  }

  /// What may be seen of it.
  ///
  /// By month when that hides at most half of the numbers and no more totals than without months, else the
  /// groups as a whole.
  ///
  /// - Parameters:
  ///   - keepsEmpty: Whether a group without anything in it stays.
  ///   - byMonth: Whether months may be shown at all.
  /// - Returns: `nil` when nothing may be seen, or nothing was counted.
  public func published(keepsEmpty: Bool = false, byMonth: Bool = true) -> PublishedTable? {
    let kept = groups.indices.filter { group in
      keepsEmpty || periods.indices.contains { counts[$0 * groups.count + group] > 0 }
    }
    let rows = periods.indices.map { row in kept.map { counts[row * groups.count + $0] } }
    let names = kept.map { groups[$0] }
    guard rows.joined().reduce(0, +) > SmallCells.largest else { return nil }
    let sums = kept.indices.map { group in rows.reduce(0) { $0 + $1[group] } }
    let whole = PublishedTable(protecting: [sums], [], names)
    let rowsAreLarge = rows.allSatisfy { $0.reduce(0, +) > SmallCells.largest }
    guard byMonth, rows.count > 1, rowsAreLarge,
      let split = PublishedTable(protecting: rows, periods, names), split.showsMoreThanItHides,
      split.hiddenTotals <= whole?.hiddenTotals ?? .max
    else { return whole }
    return split
  }
}

/// What may be seen of a ``CountTable``.
public struct PublishedTable: Sendable, Equatable {
  /// The rows; none when the groups are shown as a whole only.
  public let periods: [IndicatorPeriod]
  public let groups: [String]
  /// By period and group.
  public let cells: [[PublishedCount]]
  /// By group.
  public let totals: [PublishedCount]

  /// Hides what must be hidden; `nil` when that cannot be done.
  ///
  /// - Parameters:
  ///   - counts: Rows of the same number of counts, none with a small sum.
  ///   - periods: What the rows are; none for a single row.
  ///   - groups: What the columns are.
  init?(protecting counts: [[Int]], _ periods: [IndicatorPeriod], _ groups: [String]) {
    var suppression = CellSuppression(counts)
    guard suppression.protect() else { return nil }
    self.periods = periods
    self.groups = groups
    cells = periods.indices.map { row in
      groups.indices.map { group in
        suppression.hides(row: row, group: group)
          ? .hidden : PublishedCount(hiding: counts[row][group])
      }
    }
    totals = groups.indices.map { group in
      suppression.hidesTotal(of: group)
        ? .hidden : PublishedCount(hiding: counts.reduce(0) { $0 + $1[group] })
    }
  }

  fileprivate var hiddenTotals: Int { totals.count { $0.isHidden } }

  fileprivate var showsMoreThanItHides: Bool {
    let all = cells.joined().filter { $0.rounded != 0 }
    return all.count { $0.isHidden } * 2 <= all.count
  }
}
