internal import Definitions
internal import Model

/// When the deliveries of a feed are due.
///
/// Periods are what deliveries declare. No day of arrival and no time of a file is looked at.
struct DeliveryCalendar: Sendable {
  /// The most missing periods that are told at once.
  static let most = 12

  private let delivery: DeliveryDefinition

  init(_ delivery: DeliveryDefinition) { self.delivery = delivery }

  /// The day by which the delivery of a period is due; `nil` if none was agreed.
  func due(_ period: DeliveryPeriod) -> CalendarDate? {
    delivery.dueDay.map { period.adding(1).first.adding(days: $0 - 1) }
  }

  /// Whether a delivery came after its due day and the days of grace.
  func isLate(_ period: DeliveryPeriod, receivedAt: CalendarDate) -> Bool {
    due(period).map { receivedAt > $0.adding(days: delivery.graceDays) } ?? false
  }

  /// The periods that are due on a date and did not come.
  ///
  /// They count from the first period of the feed, or from the first that was seen. When nothing was seen
  /// and no first period is known, only the latest that is due is missed.
  ///
  /// - Parameters:
  ///   - known: The periods of which a delivery came.
  ///   - date: The reference date.
  /// - Returns: The latest twelve at most, in order.
  func missing(known: Set<DeliveryPeriod>, on date: CalendarDate) -> [DeliveryPeriod] {
    guard delivery.dueDay != nil else { return [] }
    var latest = DeliveryPeriod(holding: date, isWeek: delivery.name.every == .week).adding(-1)
    while !isLate(latest, receivedAt: date) { latest = latest.adding(-1) }
    if let last = delivery.lastPeriod { latest = min(latest, last) }
    let first = delivery.firstPeriod ?? known.min() ?? latest
    var missing: [DeliveryPeriod] = []
    var period = latest
    while period >= first, missing.count < DeliveryCalendar.most {
      if !known.contains(period) { missing.append(period) }
      period = period.adding(-1)
    }
    return missing.reversed()
  }
}
