import Model

/// The values of an indicator as a table: groups down and months across, or months down.
struct FigureTable {
  struct Row {
    let name: String
    let cells: [String]
  }

  let caption: String
  let corner: String
  let columns: [String]
  let rows: [Row]
  /// How many there are in all, below the groups.
  let sums: [Row]

  /// Lays the lines out; `nil` when there are none.
  init?(_ series: IndicatorSeries) {
    guard let first = series.lines.first else { return nil }
    let unit = series.indicator.unit
    caption = series.indicator.name
    var periods: [IndicatorPeriod] = []
    for line in series.lines where !periods.contains(line.period) { periods.append(line.period) }
    if first.group.isEmpty {
      corner = "Maand"
      let isCount = unit == .count
      columns = isCount ? ["Aantal"] : [Self.heading(unit), "Van hoeveel"]
      rows = series.lines.map { line in
        let denominator = line.denominator.map { FigureText(.count($0), unit: .count).text } ?? ""
        return Row(
          name: line.period.name,
          cells: [FigureText(line.value, unit: unit).text] + (isCount ? [] : [denominator]))
      }
      sums = []
      return
    }
    var groups: [String] = []
    for line in series.lines where !groups.contains(line.group) { groups.append(line.group) }
    corner = series.indicator.chapter == .deliveries ? "Partner" : "Groep"
    let isSplit = periods.count > 1
    columns =
      isSplit || series.indicator.chapter == .deliveries
      ? periods.map(\.name) : [Self.heading(unit)]
    rows = groups.map { group in
      Row(
        name: group,
        cells: periods.map { period in
          series.lines.first { $0.group == group && $0.period == period }
            .map { FigureText($0.value, unit: unit).text } ?? ""
        })
    }
    let denominators = periods.map { period in
      series.lines.first { $0.period == period }?.denominator
    }
    guard unit == .count, denominators.allSatisfy({ $0 != nil }) else {
      sums = []
      return
    }
    sums = [
      Row(
        name: "Samen",
        cells: denominators.map {
          $0.map { FigureText(.count($0), unit: .count).text } ?? ""
        })
    ]
  }

  private static func heading(_ unit: IndicatorUnit) -> String {
    switch unit {
    case .count: "Aantal"
    case .percent: "Deel"
    case .perThousand: "Per 1000 inwoners"
    case .ratio: "Verhouding"
    case .days, .workingDays: "Tijd"
    case .euros: "Bedrag"
    }
  }
}
