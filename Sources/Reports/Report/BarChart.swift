import Model

/// Bars under each other, in whole units of a drawing 360 wide, narrow enough to be read on a phone.
struct BarChart {
  struct Bar {
    let label: String
    let amount: String
    let isHidden: Bool
    let width: Int
    let labelTop: Int
    let top: Int
    let amountLeft: Int
    let amountTop: Int
  }

  let id: String
  let title: String
  let text: String
  let height: Int
  let bars: [Bar]

  private static let longest = 290
  private static let rowHeight = 40

  /// Draws the numbers of a series: of its groups in all, or of its months.
  ///
  /// - Returns: `nil` when there are fewer than two, or none to see.
  init?(_ series: IndicatorSeries) {
    guard series.indicator.unit == .count, series.indicator.chapter != .deliveries,
      let whole = series.lines.last?.period
    else { return nil }
    let isSplit = series.lines.contains { !$0.group.isEmpty }
    let lines = series.lines.filter { isSplit ? $0.period == whole : $0.period != whole }
    let numbers = lines.map { line -> Int? in
      switch line.value {
      case .count(let count): count.rounded
      case .figure(let figure): figure.tenths / 10
      case .tooSmall: nil
      }
    }
    guard lines.count > 1, let most = numbers.compactMap({ $0 }).max(), most > 0 else { return nil }
    id = series.indicator.code
    title = series.indicator.name
    bars = zip(lines, numbers).enumerated().map { index, pair in
      let (line, number) = pair
      let top = index * Self.rowHeight + 16
      let width = number.map { $0 * Self.longest / most } ?? 28
      return Bar(
        label: isSplit ? line.group : line.period.name,
        amount: number.map(FigureText.grouped) ?? "verborgen", isHidden: number == nil,
        width: width, labelTop: top - 4, top: top, amountLeft: width + 6, amountTop: top + 13)
    }
    height = bars.count * Self.rowHeight
    text = bars.map { "\($0.label): \($0.amount)" }.joined(separator: "; ") + "."
  }
}
