/// The figures of one municipality for one run, ready to be seen by the council: no number of people is
/// in it that was not hidden or rounded first.
///
/// All texts are Dutch.
public struct Indicators: Sendable {
  public var municipality: MunicipalityCode
  public var municipalityName: String
  public var referenceDate: CalendarDate
  /// Name and version of the rules that decided.
  public var ruleSet: String
  /// What the run lacks, one sentence each; empty when it is complete.
  public var gaps: [String]
  /// In the order of the catalogue.
  public var series: [IndicatorSeries]

  /// Creates figures.
  public init(
    municipality: MunicipalityCode, municipalityName: String, referenceDate: CalendarDate,
    ruleSet: String, gaps: [String], series: [IndicatorSeries]
  ) {
    self.municipality = municipality
    self.municipalityName = municipalityName
    self.referenceDate = referenceDate
    self.ruleSet = ruleSet
    self.gaps = gaps
    self.series = series
  }

  /// The series of an indicator.
  public subscript(code: String) -> IndicatorSeries? { series.first { $0.indicator.code == code } }
}

/// The values of one indicator.
public struct IndicatorSeries: Sendable, Equatable {
  public var indicator: Indicator
  /// By period and then by group; those of the whole come last.
  public var lines: [IndicatorLine]
  /// Why there are none, in Dutch; empty when there are.
  public var absence: String

  /// Creates a series.
  public init(_ indicator: Indicator, lines: [IndicatorLine], absence: String = "") {
    self.indicator = indicator
    self.lines = lines
    self.absence = absence
  }
}

/// One value of an indicator.
public struct IndicatorLine: Sendable, Equatable {
  public var period: IndicatorPeriod
  /// Dutch; empty when nothing is split.
  public var group: String
  public var value: IndicatorValue
  /// How many it is a share of, or were counted in all.
  public var denominator: PublishedCount?

  /// Creates a line.
  public init(
    _ period: IndicatorPeriod, group: String = "", _ value: IndicatorValue,
    of denominator: PublishedCount? = nil
  ) {
    self.period = period
    self.group = group
    self.value = value
    self.denominator = denominator
  }
}

/// What stands where a number is asked.
public enum IndicatorValue: Hashable, Sendable {
  case count(PublishedCount)
  case figure(PublishedFigure)
  /// What it would follow from is hidden or too small.
  case tooSmall

  /// A figure, or that there is too little for one.
  public init(_ figure: PublishedFigure?) { self = figure.map(IndicatorValue.figure) ?? .tooSmall }
}
