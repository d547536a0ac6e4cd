internal import Definitions
internal import Model
internal import Pipeline

extension RowDecoder {
  /// Moves the decoded rows into a delivery, column by column, and fills what no column holds.
  ///
  /// - Parameter delivery: Gets the signals, the objections and the digests.
  /// - Complexity: O(*n*) in the number of rows; one column at a time is there twice.
  func hand(over delivery: inout DecodedDelivery) {
    let feed = delivery.feed
    let count = columns.count
    var signals = Received()
    signals.arena = arena
    signals.keys.deliveries = [delivery.name]
    signals.keys.signalID = Array(repeating: .absent, count: count)
    signals.keys.delivery = Array(repeating: 0, count: count)
    signals.keys.row = columns.row.take(count: count)

    // One array stands for all columns that the delivery does not have.
    let empty: [TextCell] = Array(repeating: .empty, count: count)
    for (slot, column) in ColumnPlan.textFields.enumerated() {
      if plan.textSlots.contains(slot) {
        signals[keyPath: column.path] = columns.texts[slot].take(count: count)
      } else {
        signals[keyPath: column.path] =
          feed.constants[column.field].map { Array(repeating: arena.store($0), count: count) }
          ?? empty
      }
    }
    signals.partner = Array(repeating: arena.store(feed.partner.id), count: count)
    signals.partnerType = Array(repeating: feed.partner.type, count: count)
    let kinds = SignalKind.allCases
    signals.kind = columns.kind.take(count: count).map { kinds[Int($0)] }
    signals.crisis = signals.kind.map(\.isThreat)
    signals.amountCents = columns.amount.take(count: count)
    signals.warmHandover = columns.warmHandover.take(count: count)
    signals.receivedAt = columns.receivedAt.take(count: count).map { CalendarDate(days: $0) }
    signals.signalledOn = columns.signalledOn.take(count: count).map { CalendarDate(days: $0) }
    signals.arisenOn = columns.arisenOn.take(count: count).map { RowDecoder.day($0) }
    signals.threatOn = columns.threatOn.take(count: count).map { RowDecoder.day($0) }
    signals.daysInArrears = columns.days.take(count: count).map { RowDecoder.number($0) }
    signals.termsInArrears = columns.terms.take(count: count).map { RowDecoder.number($0) }
    signals.birthDate = columns.birthDate.take(count: count)
    signals.quality = columns.quality.take(count: count)
    delivery.objection = columns.objection.take(count: count)
    if plan.tellsSteps { delivery.steps = columns.steps.take(count: count) }
    delivery.contentDigest = columns.digest.take(count: count).map {
      RowDigest(high: $0.0, low: $0.1)
    }
    delivery.signals = signals
  }

  private static func day(_ days: Int32) -> CalendarDate? {
    days == RowColumns.absent ? nil : CalendarDate(days: days)
  }

  private static func number(_ number: Int32) -> Int32? {
    number == RowColumns.absent ? nil : number
  }
}
