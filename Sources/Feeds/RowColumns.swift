internal import Model
internal import Pipeline

/// A column in raw memory, for the row loop.
struct RawColumn<Value> {
  let base: UnsafeMutablePointer<Value>

  init(capacity: Int) { base = .allocate(capacity: capacity) }

  /// The first values.
  func first(_ count: Int) -> UnsafeBufferPointer<Value> {
    UnsafeBufferPointer(start: base, count: count)
  }

  func free() { base.deallocate() }
}

/// The columns of some decoded rows on their way into a table: raw memory, one slot for each row.
///
/// A row is written into the slot after the last one and counts once ``count`` is raised. When there is no slot
/// left, all go to the table.
final class RowColumns {
  /// So few rows that they stay in the cache of a processor.
  static let capacity = 512

  @exclusivity(unchecked) var count = 0

  let texts: [RawColumn<TextCell>]
  let amount: RawColumn<Int64>
  let kind: RawColumn<SignalKind>
  let objection: RawColumn<Bool>
  let warmHandover: RawColumn<Bool>
  let steps: RawColumn<PriorSteps>
  let receivedAt: RawColumn<CalendarDate>
  let signalledOn: RawColumn<CalendarDate>
  let arisenOn: RawColumn<CalendarDate?>
  let threatOn: RawColumn<CalendarDate?>
  let days: RawColumn<Int32?>
  let terms: RawColumn<Int32?>
  let birthDate: RawColumn<PartialDate>
  let quality: RawColumn<Quality>
  let row: RawColumn<UInt32>
  let digest: RawColumn<RowDigest>

  /// What stands for an absent day or number while a row is decoded.
  static let absent = Int32.min

  /// Makes room.
  ///
  /// - Parameter textColumns: How many text columns there are.
  init(textColumns: Int) {
    let rows = RowColumns.capacity
    texts = (0..<textColumns).map { _ in RawColumn(capacity: rows) }
    amount = RawColumn(capacity: rows)
    kind = RawColumn(capacity: rows)
    objection = RawColumn(capacity: rows)
    warmHandover = RawColumn(capacity: rows)
    steps = RawColumn(capacity: rows)
    receivedAt = RawColumn(capacity: rows)
    signalledOn = RawColumn(capacity: rows)
    arisenOn = RawColumn(capacity: rows)
    threatOn = RawColumn(capacity: rows)
    days = RawColumn(capacity: rows)
    terms = RawColumn(capacity: rows)
    birthDate = RawColumn(capacity: rows)
    quality = RawColumn(capacity: rows)
    row = RawColumn(capacity: rows)
    digest = RawColumn(capacity: rows)
  }

  deinit {
    texts.forEach { $0.free() }
    amount.free()
    kind.free()
    objection.free()
    warmHandover.free()
    steps.free()
    receivedAt.free()
    signalledOn.free()
    arisenOn.free()
    threatOn.free()
    days.free()
    terms.free()
    birthDate.free()
    quality.free()
    row.free()
    digest.free()
  }
}
