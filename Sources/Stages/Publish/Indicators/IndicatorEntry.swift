internal import Model

/// A line of the catalogue: an indicator, and how it follows from the facts.
struct IndicatorEntry: Sendable {
  let indicator: Indicator
  let make: @Sendable (IndicatorFacts) -> Outcome

  /// The lines, or why there are none.
  enum Outcome {
    case lines([IndicatorLine])
    case absent(String)
  }

  /// Creates an entry.
  init(
    _ code: String, _ name: String, _ chapter: IndicatorChapter, _ unit: IndicatorUnit = .count,
    of denominator: String = "", definition: String, source: String,
    _ make: @escaping @Sendable (IndicatorFacts) -> Outcome
  ) {
    indicator = Indicator(
      code: code, name: name, chapter: chapter, unit: unit, denominator: denominator,
      definition: definition, source: source)
    self.make = make
  }

  /// The series of a municipality.
  func series(_ facts: IndicatorFacts) -> IndicatorSeries {
    switch make(facts) {
    case .lines(let lines): IndicatorSeries(indicator, lines: lines)
    case .absent(let reason): IndicatorSeries(indicator, lines: [], absence: reason)
    }
  }
}

extension IndicatorEntry.Outcome {
  private static let tooFew =
    "Er is te weinig om te tonen zonder dat iemand te herkennen is."

  /// How many there are, by month and in all.
  static func totals(_ totals: PublishedTotals, none: String = "Er zijn er geen.") -> Self {
    if totals.total.rounded == 0 { return .absent(none) }
    let months = zip(totals.periods, totals.counts).map { IndicatorLine($0, .count($1)) }
    return .lines(months + [IndicatorLine(totals.whole, .count(totals.total))])
  }

  /// A split into groups, by month where that can be shown.
  static func split(
    _ table: PublishedTable?, of totals: PublishedTotals, none: String = "Er zijn er geen."
  ) -> Self {
    if totals.total.rounded == 0 { return .absent(none) }
    guard let table else { return .absent(tooFew) }
    var lines: [IndicatorLine] = []
    for (row, period) in table.periods.enumerated() {
      let denominator = totals.periods.firstIndex(of: period).map { totals.counts[$0] }
      for (group, name) in table.groups.enumerated() {
        lines.append(
          IndicatorLine(
            period, group: name, .count(table.cells[row][group]), of: denominator))
      }
    }
    for (group, name) in table.groups.enumerated() {
      lines.append(
        IndicatorLine(
          totals.whole, group: name, .count(table.totals[group]), of: totals.total))
    }
    return .lines(lines)
  }

  /// The share of some groups together, by month where the split is, and in all.
  static func share(
    of groups: Set<String>, in table: PublishedTable?, _ totals: PublishedTotals,
    among wholes: Set<String>? = nil, none: String = "Er zijn er geen."
  ) -> Self {
    if totals.total.rounded == 0 { return .absent(none) }
    guard let table else { return .absent(tooFew) }
    func line(
      _ period: IndicatorPeriod, _ counts: [PublishedCount], _ total: PublishedCount
    ) -> IndicatorLine {
      func sum(_ names: Set<String>) -> PublishedCount? {
        let found = zip(table.groups, counts).filter { names.contains($0.0) }.map(\.1)
        return found.first.map { found.dropFirst().reduce($0, +) }
      }
      let whole = wholes.flatMap(sum) ?? total
      let part = sum(groups)
      return IndicatorLine(
        period,
        part.map { IndicatorValue(PublishedFigure(percent: $0, of: whole)) } ?? .tooSmall, of: whole
      )
    }
    let months = table.periods.enumerated().compactMap { row, period in
      totals.periods.firstIndex(of: period).map {
        line(period, table.cells[row], totals.counts[$0])
      }
    }
    return .lines(months + [line(totals.whole, table.totals, totals.total)])
  }

  /// One figure about all months.
  static func whole(
    _ figure: PublishedFigure?, _ period: IndicatorPeriod, of denominator: PublishedCount?
  ) -> Self {
    .lines([IndicatorLine(period, IndicatorValue(figure), of: denominator)])
  }

  /// Lines that may be none.
  static func lines(_ lines: [IndicatorLine], orBecause reason: String) -> Self {
    lines.isEmpty ? .absent(reason) : .lines(lines)
  }
}
