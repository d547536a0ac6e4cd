internal import Definitions
internal import Model

/// The values of fields that no column of a feed holds.
struct FieldDefaults {
  /// Index into the cases of `SignalKind`; -1 when every row must say.
  var kind = -1
  /// Euro cents; ``missingAmount`` when every row must say.
  var amount = FieldDefaults.missingAmount
  var objection = false
  var warmHandover = false
  var signalledOn = RowColumns.absent
  var arisenOn = RowColumns.absent
  var threatOn = RowColumns.absent
  var days = RowColumns.absent
  var terms = RowColumns.absent

  /// What stands for an amount that was not given.
  static let missingAmount = Int64.min

  /// Reads the constants of a feed.
  init(_ feed: FeedDefinition) {
    let arena = ByteArena(capacity: 256)
    func bytes(_ field: FeedField) -> ByteView? {
      feed.constants[field].map { arena[arena.store($0)].trimmed }
    }
    func date(_ field: FeedField) -> Int32 {
      bytes(field).flatMap { CalendarDate(iso: $0)?.days } ?? RowColumns.absent
    }
    func number(_ field: FeedField) -> Int32 {
      bytes(field).flatMap { $0.unsignedDecimal }.flatMap { Int32(exactly: $0) }
        ?? RowColumns.absent
    }
    if let word = feed.constants[.kind] { kind = ColumnPlan.meaning(word, .kind) ?? -1 }
    objection = feed.constants[.objection] == "ja"
    warmHandover = feed.constants[.warmHandover] == "ja"
    if let cents = bytes(.amount).flatMap({ AmountDecoder.decode($0, as: .cents) }) {
      amount = cents
    }
    signalledOn = date(.signalledOn)
    arisenOn = date(.arisenOn)
    threatOn = date(.threatOn)
    days = number(.daysInArrears)
    terms = number(.termsInArrears)
  }
}
