internal import Diagnostics
public import Model

/// Writes the figures of a municipality as a CSV file, one value on a line.
///
/// In the form of ``WorklistCSV``, so that a Dutch spreadsheet opens it. It holds nothing that is not in the
/// report, and no number of people that is not hidden or rounded.
public enum IndicatorCSV {
  /// The name of the file.
  public static let fileName = "indicatoren.csv"

  /// The header, in order.
  static let columns = [
    "code", "indicator", "maand", "groep", "waarde", "eenheid", "noemer", "aantal_noemer",
    "definitie", "bron", "opmerking",
  ]

  /// Writes the figures.
  ///
  /// - Parameters:
  ///   - indicators: The figures.
  ///   - folder: An existing folder.
  /// - Throws: A `Diagnostic` when the file cannot be written.
  public static func write(_ indicators: Indicators, to folder: String) throws {
    let file = try OutputFile(path: folder + "/" + fileName)
    let block = ByteArena(capacity: 64 * 1024)
    block.append("\u{FEFF}")
    WorklistCSV.append(columns.map { .text($0) }, to: block)
    for series in indicators.series {
      if series.lines.isEmpty {
        WorklistCSV.append(cells(series, nil), to: block)
      }
      for line in series.lines { WorklistCSV.append(cells(series, line), to: block) }
    }
    try file.write(block.bytes)
    try file.finish()
  }

  private static func cells(_ series: IndicatorSeries, _ line: IndicatorLine?) -> [ListCell] {
    let indicator = series.indicator
    let isDelivery = indicator.chapter == .deliveries
    // Of deliveries, the group is the partner, and what is counted stands behind it.
    let group = line.map { isDelivery ? "\($0.group): \($0.period.name)" : $0.group } ?? ""
    let wording = line.map { FigureText($0.value, unit: indicator.unit) }
    return [
      .text(indicator.code), .text(indicator.name), .text(line?.period.code ?? ""), .text(group),
      wording?.number.map { .text($0) } ?? .empty, .text(indicator.unit.rawValue),
      .text(indicator.denominator),
      line?.denominator.map { .text(FigureText(.count($0), unit: .count).number ?? "") } ?? .empty,
      .text(indicator.definition), .text(indicator.source),
      .text(line == nil ? series.absence : wording?.remark ?? ""),
    ]
  }
}
