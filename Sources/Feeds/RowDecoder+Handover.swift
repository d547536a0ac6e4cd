internal import Definitions
internal import Model
internal import Pipeline

extension RowDecoder {
  /// Moves the decoded rows into a delivery and fills what no column holds.
  ///
  /// - Parameter delivery: Gets the signals, the objections and the digests.
  /// - Complexity: O(*n*) in the number of rows.
  mutating func handOver(to delivery: inout DecodedDelivery) {
    flush()
    let feed = delivery.feed
    var signals = decoded.signals
    let count = signals.keys.row.count
    signals.arena = arena
    signals.keys.deliveries = [delivery.name]
    signals.keys.signalID = Array(repeating: .absent, count: count)
    signals.keys.delivery = Array(repeating: 0, count: count)

    // One array stands for all columns that the delivery does not have.
    let empty: [TextCell] = Array(repeating: .empty, count: count)
    for (slot, column) in ColumnPlan.textFields.enumerated()
    where !plan.textSlots.contains(slot) {
      signals[keyPath: column.path] =
        feed.constants[column.field].map { Array(repeating: arena.store($0), count: count) }
        ?? empty
    }
    signals.partner = Array(repeating: arena.store(feed.partner.id), count: count)
    signals.partnerType = Array(repeating: feed.partner.type, count: count)
    signals.crisis = signals.kind.map(\.isThreat)
    delivery.variableTexts = plan.textSlots.sorted()
    delivery.objection = decoded.objection
    if plan.tellsSteps { delivery.steps = decoded.steps }
    delivery.contentDigest = decoded.digest
    delivery.signals = signals
  }
}
