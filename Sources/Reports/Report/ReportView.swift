import Model

/// What a report shows, from top to bottom.
struct ReportView {
  struct Chapter {
    let id: String
    let title: String
    let figures: [Figure]
  }

  struct Figure {
    let name: String
    let definition: String
    /// What it is a share of; empty for a count.
    let denominator: String?
    let absence: String?
    let bars: BarChart?
    let flow: FlowChart?
    let table: FigureTable?

    init(_ series: IndicatorSeries) {
      name = series.indicator.name
      definition = series.indicator.definition
      denominator = series.indicator.denominator.isEmpty ? nil : series.indicator.denominator
      absence = series.absence.isEmpty ? nil : series.absence
      let isFlow = series.indicator.code == "uitkomst-signalen"
      flow = isFlow ? FlowChart(series) : nil
      bars = isFlow ? nil : BarChart(series)
      table = FigureTable(series)
    }
  }

  let title: String
  let municipality: String
  let referenceDate: String
  let ruleSet: String
  let warnings: [String]
  let isIncomplete: Bool
  let summary: [String]
  let chapters: [Chapter]
  let largest: String
  let largestSafe: String
  let step: String
  let leastMonth: String
  let leastDenominator: String

  /// Lays a report out.
  init(_ indicators: Indicators) {
    municipality = indicators.municipalityName
    title = "Rapport vroegsignalering \(indicators.municipalityName)"
    referenceDate = indicators.referenceDate.dutch
    ruleSet = indicators.ruleSet
    warnings = indicators.gaps
    isIncomplete = !indicators.gaps.isEmpty
    summary = Self.summary(indicators)
    chapters = IndicatorChapter.allCases.enumerated().compactMap { number, chapter in
      let series = indicators.series.filter { $0.indicator.chapter == chapter }
      guard !series.isEmpty else { return nil }
      return Chapter(
        id: "deel-\(number + 1)", title: chapter.rawValue, figures: series.map(Figure.init))
    }
    largest = String(SmallCells.largest)
    largestSafe = String(SmallCells.largest + 1)
    step = String(SmallCells.roundedTo)
    leastMonth = String(SmallCells.leastMonth)
    leastDenominator = String(SmallCells.leastDenominator)
  }

  /// The most important figures in sentences, those that can be shown.
  private static func summary(_ indicators: Indicators) -> [String] {
    func value(_ code: String, group: String = "") -> String? {
      guard let series = indicators[code],
        let line = series.lines.last(where: { $0.group == group })
      else { return nil }
      let text = FigureText(line.value, unit: series.indicator.unit)
      return text.number == nil ? nil : text.text
    }
    let sentences: [String?] = [
      value("signalen").map { "De gemeente kreeg ongeveer \($0) signalen van partners." },
      value("meldingen").map { "Daardoor staan ongeveer \($0) meldingen op de werklijst." },
      value("uiterste-datum", group: "Verstreken").map {
        $0 == "0"
          ? "Van geen enkele melding is de uiterste datum voor het eerste gesprek verstreken."
          : "Van ongeveer \($0) meldingen is de uiterste datum voor het eerste gesprek verstreken."
      },
      value("bereik").map { "In \($0) van de zaken is iemand gesproken." },
      value("aanvaard-van-bereikt").map { "Van wie is gesproken, aanvaardde \($0) hulp." },
    ]
    return sentences.compactMap { $0 }
  }
}
