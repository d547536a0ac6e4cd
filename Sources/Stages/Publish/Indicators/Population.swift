internal import Model

/// Some of the same kind that are counted: signals, households, people, cases.
struct Population {
  /// The row of each, by position.
  private let rows: [UInt16]
  /// How many each stands for; `nil` is one.
  private let weights: [UInt32]?
  let periods: Periods
  /// How many there are by month and in all.
  let totals: PublishedTotals

  /// Collects a population.
  ///
  /// - Parameters:
  ///   - months: The month of each, as ``Periods`` numbers them.
  ///   - weights: How many each stands for.
  init(months: [Int32], weights: [UInt32]? = nil) {
    var population: [Int: Int] = [:]
    for (position, month) in months.enumerated() {
      population[Int(month), default: 0] += Int(weights?[position] ?? 1)
    }
    let periods = Periods(population)
    var counts = [Int](repeating: 0, count: periods.rows.count)
    for (month, count) in population where count > 0 { counts[periods[month]] += count }
    rows = months.enumerated().map { position, month in
      (weights?[position] ?? 1) == 0 ? 0 : UInt16(periods[Int(month)])
    }
    self.weights = weights
    self.periods = periods
    totals = PublishedTotals(periods: periods.rows, counts: counts, whole: periods.whole)
  }

  /// How many there are, each by itself.
  var count: Int { rows.count }

  /// Splits it into groups.
  ///
  /// - Parameters:
  ///   - groups: The names of the groups.
  ///   - keepsEmpty: Whether a group without anything in it is shown.
  ///   - byMonth: Whether months may be shown.
  ///   - group: The group of a position.
  /// - Returns: What may be seen; `nil` if nothing.
  func table(
    _ groups: [String], keepsEmpty: Bool = false, byMonth: Bool = true, _ group: (Int) -> Int
  ) -> PublishedTable? {
    var table = CountTable(periods: periods.rows, groups: groups)
    for position in rows.indices {
      table.add(
        Int(weights?[position] ?? 1), period: Int(rows[position]), group: group(position))
    }
    return table.published(keepsEmpty: keepsEmpty, byMonth: byMonth)
  }

  /// The medians by month and of all.
  ///
  /// - Parameters:
  ///   - step: What they are rounded to.
  ///   - value: The value of a position; `nil` when it is not known.
  /// - Returns: A line for each month that is shown, and one for the whole.
  func medians(roundedTo step: Int64, _ value: (Int) -> Int64?) -> [IndicatorLine] {
    var values = [[Int64]](repeating: [], count: periods.rows.count)
    for position in rows.indices {
      if let value = value(position) { values[Int(rows[position])].append(value) }
    }
    var all = Array(values.joined())
    var lines: [IndicatorLine] = []
    for (row, period) in totals.periods.enumerated() {
      lines.append(
        IndicatorLine(
          period, IndicatorValue(PublishedFigure(medianOf: &values[row], roundedTo: step)),
          of: totals.counts[row]))
    }
    lines.append(
      IndicatorLine(
        totals.whole, IndicatorValue(PublishedFigure(medianOf: &all, roundedTo: step)),
        of: totals.total))
    return lines
  }
}
