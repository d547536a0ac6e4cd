/// How many there are, by month and in all, as others may see it.
public struct PublishedTotals: Sendable, Equatable {
  /// The months; none when only the whole is shown.
  public let periods: [IndicatorPeriod]
  /// By period.
  public let counts: [PublishedCount]
  public let total: PublishedCount
  /// The one month that everything is of, or all months.
  public let whole: IndicatorPeriod

  /// Publishes sums.
  ///
  /// - Parameters:
  ///   - periods: The months.
  ///   - counts: By month. When one of them is small, only the whole is shown.
  ///   - whole: What the whole is called.
  public init(periods: [IndicatorPeriod], counts: [Int], whole: IndicatorPeriod) {
    self.whole = whole
    let isSplit = counts.count > 1 && counts.allSatisfy { $0 > SmallCells.largest }
    self.periods = isSplit ? periods : []
    self.counts = isSplit ? counts.map(PublishedCount.init(hiding:)) : []
    total = PublishedCount(hiding: counts.reduce(0, +))
  }
}
