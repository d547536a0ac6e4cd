public import Definitions
public import Model

/// What is still within its term on a day: the one place that says so.
///
/// A term starts on the day of receipt, or on the day on which the delivery was first taken in if that is
/// earlier: a delivery that is dated in the future cannot keep itself.
public struct RetentionTerms: Hashable, Sendable {
  /// The first day of a term that still holds, for a signal that nobody acted on.
  public let notPickedUp: CalendarDate
  /// The same for a signal that somebody acted on.
  public let pickedUp: CalendarDate
  /// The first day of closing of a case that is still kept.
  public let closed: CalendarDate
  /// The first day of what is kept of runs and deliveries, which tells of no person.
  public let records: CalendarDate

  /// What deliveries are compared with: the volumes of two years.
  static let monthsOfRecords = 25

  /// The terms of a municipality on a day.
  public init(_ retention: Retention, on date: CalendarDate) {
    notPickedUp = date.adding(months: -retention.notPickedUpMonths)
    pickedUp = date.adding(months: -retention.pickedUpMonths)
    closed = date.adding(months: -retention.afterClosingMonths)
    let longest = max(
      retention.notPickedUpMonths, retention.pickedUpMonths, retention.afterClosingMonths,
      RetentionTerms.monthsOfRecords)
    records = date.adding(months: -longest)
  }

  /// Whether a signal is still kept.
  ///
  /// - Parameters:
  ///   - start: Where its term starts.
  ///   - isPickedUp: Whether somebody acted on it.
  /// - Returns: `false` once its term is over.
  @inlinable
  public func keeps(from start: CalendarDate, isPickedUp: Bool) -> Bool {
    start >= (isPickedUp ? pickedUp : notPickedUp)
  }

  /// Whether a closed case is still kept.
  public func keepsCase(closedOn day: CalendarDate) -> Bool { day >= closed }
}

extension Retention {
  /// The shorter of the two terms of signals, in months: that of what is of several municipalities.
  var shortestMonths: Int { min(notPickedUpMonths, pickedUpMonths) }
}
