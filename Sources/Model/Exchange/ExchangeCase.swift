/// One case as Statistics Netherlands gets it.
///
/// - Source: `ddas-vroegsignalering`.
public struct ExchangeCase: Hashable, Sendable {
  public var result: CaseResult?
  /// The day on which its signals were put together.
  public var matchedOn: CalendarDate
  /// The first day of the period over which signals were put together.
  public var periodStart: CalendarDate
  /// The last day of that period.
  public var periodEnd: CalendarDate
  public var pickedUpOn: CalendarDate?
  /// Its signals, each of them told in the same message; at least one.
  public var signals: [SignalID]
  public var attempts: [ExchangeAttempt]

  /// Creates a case.
  public init(
    result: CaseResult?, matchedOn: CalendarDate, periodStart: CalendarDate,
    periodEnd: CalendarDate, pickedUpOn: CalendarDate?, signals: [SignalID],
    attempts: [ExchangeAttempt]
  ) {
    self.result = result
    self.matchedOn = matchedOn
    self.periodStart = periodStart
    self.periodEnd = periodEnd
    self.pickedUpOn = pickedUpOn
    self.signals = signals
    self.attempts = attempts
  }
}

/// One attempt to make contact as Statistics Netherlands gets it.
///
/// - Source: `ddas-vroegsignalering`.
public struct ExchangeAttempt: Hashable, Sendable {
  public var means: ContactMeans
  /// `nil` when nobody said.
  public var reached: Bool?
  public var day: CalendarDate
  public var dayPart: DayPart?

  /// Creates an attempt.
  public init(means: ContactMeans, reached: Bool?, day: CalendarDate, dayPart: DayPart?) {
    self.means = means
    self.reached = reached
    self.day = day
    self.dayPart = dayPart
  }
}
