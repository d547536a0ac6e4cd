@testable import Model

/// Invented figures that show every form of a report: splits, months, hidden numbers, none at all.
enum SampleIndicators {
  static let months = [
    IndicatorPeriod(code: "2026-10", name: "oktober 2026"),
    IndicatorPeriod(code: "2026-11", name: "november 2026"),
  ]

  static func make(gaps: [String] = ["De levering van <Waterdruppel> & co is niet ontvangen."])
    -> Indicators
  {
    var series: [IndicatorSeries] = [
      IndicatorSeries(
        indicator("signalen", "Ontvangen signalen", .cameIn, .count),
        lines: [
          IndicatorLine(months[0], .count(PublishedCount(hiding: 1203))),
          IndicatorLine(months[1], .count(PublishedCount(hiding: 640))),
          IndicatorLine(.whole, .count(PublishedCount(hiding: 1843))),
        ]),
      split(
        "uitkomst-signalen", "Wat er met de signalen gebeurde", .became,
        ["Op de werklijst", "Op de werklijst, bij een melding die al openstond", "Overleden"],
        [[900, 300, 2], [600, 31, 3]]),
      split(
        "soort-match-divosa", "Meervoudig", .matching, ["Meervoudig", "Enkelvoudig", "Geen"],
        [[40, 60, 0], [3, 80, 0]]),
      IndicatorSeries(
        indicator("aandeel", "Aandeel", .deadlines, .percent),
        lines: [
          IndicatorLine(
            months[0],
            IndicatorValue(
              PublishedFigure(
                percent: PublishedCount(hiding: 30), of: PublishedCount(hiding: 100))),
            of: PublishedCount(hiding: 100)),
          IndicatorLine(months[1], .tooSmall, of: PublishedCount(hiding: 20)),
        ]),
      IndicatorSeries(
        indicator("zaken", "Zaken", .outcomes, .count), lines: [],
        absence: "Er is nog niets ingevuld over zaken."),
      IndicatorSeries(
        indicator("werkdagen-nodig", "Werkdagen", .capacity, .workingDays),
        lines: [
          IndicatorLine(
            .whole, group: "Telefoon",
            IndicatorValue(PublishedFigure(PublishedCount(hiding: 100), inPartsOf: 40)),
            of: PublishedCount(hiding: 100))
        ]),
    ]
    series.append(
      IndicatorSeries(
        indicator("leveringen", "Leveringen", .deliveries, .count),
        lines: ["=Havenstad", "Waterdruppel"].flatMap { partner in
          ["Gebruikt", "Te laat"].map {
            IndicatorLine(
              IndicatorPeriod(code: "totaal", name: $0), group: partner,
              .figure(PublishedFigure(impersonal: 2)))
          }
        }))
    return Indicators(
      municipality: SampleList.list([]).municipality, municipalityName: "Schiedam",
      referenceDate: CalendarDate(year: 2026, month: 11, day: 9) ?? CalendarDate(days: 0),
      ruleSet: "standaard 2026-1", gaps: gaps, series: series)
  }

  private static func indicator(
    _ code: String, _ name: String, _ chapter: IndicatorChapter, _ unit: IndicatorUnit
  ) -> Indicator {
    Indicator(
      code: code, name: name, chapter: chapter, unit: unit,
      denominator: unit == .count ? "" : "zaken",
      definition: "Zo is \(name) geteld.", source: "divosa-monitor-2023")
  }

  private static func split(
    _ code: String, _ name: String, _ chapter: IndicatorChapter, _ groups: [String],
    _ counts: [[Int]]
  ) -> IndicatorSeries {
    var table = CountTable(periods: months, groups: groups)
    for (row, values) in counts.enumerated() {
      for (group, value) in values.enumerated() { table.add(value, period: row, group: group) }
    }
    let sums = counts.map { $0.reduce(0, +) }
    var lines: [IndicatorLine] = []
    if let shown = table.published(keepsEmpty: true) {
      for (row, period) in shown.periods.enumerated() {
        for (group, cell) in shown.cells[row].enumerated() {
          lines.append(
            IndicatorLine(
              period, group: groups[group], .count(cell), of: PublishedCount(hiding: sums[row])))
        }
      }
      for (group, cell) in shown.totals.enumerated() {
        lines.append(
          IndicatorLine(
            .whole, group: groups[group], .count(cell),
            of: PublishedCount(hiding: sums.reduce(0, +))))
      }
    }
    return IndicatorSeries(indicator(code, name, chapter, .count), lines: lines)
  }
}
