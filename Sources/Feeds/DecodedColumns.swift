internal import Model
internal import Pipeline

/// The columns of all rows of a delivery that were decoded so far.
struct DecodedColumns {
  /// The signals, but for what is the same in every row of the delivery.
  private(set) var signals = Received()
  private(set) var objection: [Bool] = []
  private(set) var steps: [PriorSteps] = []
  private(set) var digest: [RowDigest] = []

  /// Makes room.
  ///
  /// - Parameters:
  ///   - rows: The most rows.
  ///   - textSlots: The text columns that the delivery has.
  mutating func reserve(_ rows: Int, texts textSlots: [Int]) {
    for slot in textSlots {
      signals[keyPath: ColumnPlan.textFields[slot].path].reserveCapacity(rows)
    }
    signals.keys.row.reserveCapacity(rows)
    signals.kind.reserveCapacity(rows)
    signals.amountCents.reserveCapacity(rows)
    signals.warmHandover.reserveCapacity(rows)
    signals.receivedAt.reserveCapacity(rows)
    signals.signalledOn.reserveCapacity(rows)
    signals.arisenOn.reserveCapacity(rows)
    signals.threatOn.reserveCapacity(rows)
    signals.daysInArrears.reserveCapacity(rows)
    signals.termsInArrears.reserveCapacity(rows)
    signals.birthDate.reserveCapacity(rows)
    signals.quality.reserveCapacity(rows)
    objection.reserveCapacity(rows)
    steps.reserveCapacity(rows)
    digest.reserveCapacity(rows)
  }

  /// Takes over some rows.
  ///
  /// - Parameters:
  ///   - columns: The rows; there are none in it afterwards.
  ///   - textSlots: The text columns that the delivery has.
  /// - Complexity: O(*n*) in the number of rows.
  mutating func take(_ columns: RowColumns, texts textSlots: [Int]) {
    let count = columns.count
    columns.count = 0
    for slot in textSlots {
      signals[keyPath: ColumnPlan.textFields[slot].path].append(
        contentsOf: columns.texts[slot].first(count))
    }
    signals.keys.row.append(contentsOf: columns.row.first(count))
    signals.kind.append(contentsOf: columns.kind.first(count))
    signals.amountCents.append(contentsOf: columns.amount.first(count))
    signals.warmHandover.append(contentsOf: columns.warmHandover.first(count))
    signals.receivedAt.append(contentsOf: columns.receivedAt.first(count))
    signals.signalledOn.append(contentsOf: columns.signalledOn.first(count))
    signals.arisenOn.append(contentsOf: columns.arisenOn.first(count))
    signals.threatOn.append(contentsOf: columns.threatOn.first(count))
    signals.daysInArrears.append(contentsOf: columns.days.first(count))
    signals.termsInArrears.append(contentsOf: columns.terms.first(count))
    signals.birthDate.append(contentsOf: columns.birthDate.first(count))
    signals.quality.append(contentsOf: columns.quality.first(count))
    objection.append(contentsOf: columns.objection.first(count))
    steps.append(contentsOf: columns.steps.first(count))
    digest.append(contentsOf: columns.digest.first(count))
  }
}
