/// The few figures of a municipality that a region and whoever watches over the runs get to see.
///
/// They are numbers of its report, hidden and rounded there, so that nothing can be computed from both.
/// A number that is hidden is absent.
public struct RunFigures: Hashable, Sendable {
  /// Signals that came in.
  public var signals: PublishedCount
  /// Lines of the worklist.
  public var households: PublishedCount
  /// Rows that are no signal: what may not or cannot be used, and copies.
  public var unused: PublishedCount
  /// Lines whose last day for the first talk has passed.
  public var deadlinesPassed: PublishedCount
  /// Lines whose last day for the first talk comes before the next Monday.
  public var deadlinesThisWeek: PublishedCount
  /// Attempts that the plan has no room for.
  public var shortfall: PublishedCount
  /// Signals by what became of them.
  public var signalsByFate: [Fate: PublishedCount]
  /// Rows that are no signal, by the reason.
  public var unusedByFate: [Fate: PublishedCount]

  /// Puts figures together.
  public init(
    signals: PublishedCount, households: PublishedCount, unused: PublishedCount,
    deadlinesPassed: PublishedCount, deadlinesThisWeek: PublishedCount,
    shortfall: PublishedCount, signalsByFate: [Fate: PublishedCount],
    unusedByFate: [Fate: PublishedCount]
  ) {
    self.signals = signals
    self.households = households
    self.unused = unused
    self.deadlinesPassed = deadlinesPassed
    self.deadlinesThisWeek = deadlinesThisWeek
    self.shortfall = shortfall
    self.signalsByFate = signalsByFate
    self.unusedByFate = unusedByFate
  }
}
