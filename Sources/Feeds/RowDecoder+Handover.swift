internal import Definitions
internal import Model
internal import Pipeline

extension RowDecoder {
  /// Moves the decoded rows into a delivery, column by column, and fills what no column holds.
  ///
  /// - Parameter delivery: Gets the signals, the objections and the digests.
  /// - Complexity: O(*n*) in the number of rows.
  func hand(over delivery: inout DecodedDelivery) {
    let feed = delivery.feed
    let count = columns.count
    var signals = Received()
    signals.arena = arena
    signals.keys.deliveries = [delivery.name]
    signals.keys.signalID = Array(repeating: .absent, count: count)
    signals.keys.delivery = Array(repeating: 0, count: count)
    signals.keys.row = columns.row.values(count)

    // One array stands for all columns that the delivery does not have.
    let empty: [TextCell] = Array(repeating: .empty, count: count)
    for (slot, column) in ColumnPlan.textFields.enumerated() {
      if plan.textSlots.contains(slot) {
        signals[keyPath: column.path] = columns.texts[slot].values(count)
      } else {
        signals[keyPath: column.path] =
          feed.constants[column.field].map { Array(repeating: arena.store($0), count: count) }
          ?? empty
      }
    }
    signals.partner = Array(repeating: arena.store(feed.partner.id), count: count)
    signals.partnerType = Array(repeating: feed.partner.type, count: count)
    signals.kind = columns.kind.values(count)
    signals.crisis = signals.kind.map(\.isThreat)
    signals.amountCents = columns.amount.values(count)
    signals.warmHandover = columns.warmHandover.values(count)
    signals.receivedAt = columns.receivedAt.values(count)
    signals.signalledOn = columns.signalledOn.values(count)
    signals.arisenOn = columns.arisenOn.values(count)
    signals.threatOn = columns.threatOn.values(count)
    signals.daysInArrears = columns.days.values(count)
    signals.termsInArrears = columns.terms.values(count)
    signals.birthDate = columns.birthDate.values(count)
    signals.quality = columns.quality.values(count)
    delivery.variableTexts = plan.textSlots.sorted()
    delivery.objection = columns.objection.values(count)
    if plan.tellsSteps { delivery.steps = columns.steps.values(count) }
    delivery.contentDigest = columns.digest.values(count)
    delivery.signals = signals
  }
}
