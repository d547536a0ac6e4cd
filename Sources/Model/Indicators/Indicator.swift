/// One figure about the work of a municipality: what it is called and how it is counted.
///
/// A figure is never shown without its definition and its denominator.
public struct Indicator: Sendable, Equatable {
  /// Lower-case letters, digits and hyphens; never changes.
  public var code: String
  /// Dutch.
  public var name: String
  public var chapter: IndicatorChapter
  public var unit: IndicatorUnit
  /// What it is a share of, in Dutch; empty for a count.
  public var denominator: String
  /// How it is counted, in Dutch.
  public var definition: String
  /// Key in docs/sources.yml.
  public var source: String

  /// Creates an indicator.
  public init(
    code: String, name: String, chapter: IndicatorChapter, unit: IndicatorUnit,
    denominator: String, definition: String, source: String
  ) {
    self.code = code
    self.name = name
    self.chapter = chapter
    self.unit = unit
    self.denominator = denominator
    self.definition = definition
    self.source = source
  }
}

/// What a figure tells about; a report has a section for each, in this order.
public enum IndicatorChapter: String, CaseIterable, Sendable {
  case cameIn = "Wat kwam er binnen?"
  case became = "Wat is ermee gebeurd?"
  case matching = "Hoe komen meldingen samen?"
  case deadlines = "Zijn we op tijd?"
  case capacity = "Past het werk in de tijd?"
  case outcomes = "Wie bereiken we, en helpt het?"
  case deliveries = "Hoe goed zijn de leveringen?"
}

/// What a figure is counted in.
public enum IndicatorUnit: String, CaseIterable, Sendable {
  case count = "aantal"
  case percent = "procent"
  case perThousand = "per 1000 inwoners"
  case ratio = "verhouding"
  case days = "dagen"
  case workingDays = "werkdagen"
  case euros = "euro"
}

/// A month, or several together.
public struct IndicatorPeriod: Hashable, Sendable {
  /// Such as `2026-10`, `overig` or `totaal`.
  public var code: String
  /// Dutch, such as `oktober 2026`.
  public var name: String

  /// Creates a period.
  public init(code: String, name: String) {
    self.code = code
    self.name = name
  }

  /// All months.
  public static let whole = IndicatorPeriod(code: "totaal", name: "alle maanden")
  /// The months that are too small to stand alone.
  public static let others = IndicatorPeriod(code: "overig", name: "andere maanden")
}
