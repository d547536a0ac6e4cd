public import Model
public import Pipeline

extension Publish {
  /// The figures that a region and whoever watches over the runs get to see: those of the report.
  ///
  /// - Parameters:
  ///   - tables: Everything the stages made.
  ///   - indicators: The figures of the report.
  /// - Returns: The figures, hidden and rounded as there.
  public func figures(_ tables: MunicipalityTables, _ indicators: Indicators) -> RunFigures {
    func total(_ code: String) -> PublishedCount {
      guard let series = indicators[code] else { return .none }
      // Only when there is nothing to count has a total no line.
      return series.lines.last.flatMap { Self.count($0.value) } ?? .none
    }
    let households = total("meldingen")
    func deadline(_ group: String) -> PublishedCount {
      guard households.rounded != 0 else { return .none }
      let line = indicators["uiterste-datum"]?.lines.last { $0.group == group }
      return line.flatMap { Self.count($0.value) } ?? .unknown
    }
    let unused = indicators["niet-gebruikte-regels"]
    return RunFigures(
      signals: total("signalen"), households: households,
      unused: unused?.lines.last?.denominator ?? (unused?.absence == "" ? .unknown : .none),
      deadlinesPassed: deadline(HouseholdFigures.passed),
      deadlinesThisWeek: deadline(HouseholdFigures.thisWeek),
      shortfall: .single(tables.workload.shortfall),
      signalsByFate: Self.split(indicators["uitkomst-signalen"], SignalFigures.fate(of:)),
      unusedByFate: Self.split(unused, UnusedRows.fate(of:)))
  }

  private static func count(_ value: IndicatorValue) -> PublishedCount? {
    if case .count(let count) = value { count } else { nil }
  }

  /// The numbers of the whole by group.
  private static func split(
    _ series: IndicatorSeries?, _ fate: (String) -> Fate?
  ) -> [Fate: PublishedCount] {
    guard let series, let whole = series.lines.last?.period else { return [:] }
    var found: [Fate: PublishedCount] = [:]
    for line in series.lines where line.period == whole {
      if let fate = fate(line.group), let count = count(line.value) { found[fate] = count }
    }
    return found
  }
}
