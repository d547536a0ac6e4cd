internal import Model
internal import Pipeline

/// A row of a delivery: decoded, by its place in the table, or rejected, by its place in the list.
enum DeliveredRow {
  case decoded(Int)
  case rejected(Int)
}

/// The order in which the rows of a delivery stand in every file: by a digest of their bytes.
///
/// It does not depend on where a row stood, so that a partner's sorting shows nowhere but in `row`.
/// Rows with the same bytes follow in the order of the file; they are the same but for `row`.
enum CanonicalOrder {
  /// Returns every row of a delivery in canonical order.
  ///
  /// - Complexity: O(*n* log *n*).
  static func of(_ delivery: DecodedDelivery) -> [DeliveredRow] {
    struct Entry {
      var digest: RowDigest
      var row: UInt32
      var place: Int32
    }
    var entries: [Entry] = []
    entries.reserveCapacity(delivery.rows)
    for (place, digest) in delivery.contentDigest.enumerated() {
      entries.append(
        Entry(digest: digest, row: delivery.signals.keys.row[place], place: Int32(place)))
    }
    for (place, rejected) in delivery.rejected.enumerated() {
      entries.append(Entry(digest: rejected.digest, row: rejected.row, place: -1 - Int32(place)))
    }
    entries.sort { $0.digest != $1.digest ? $0.digest < $1.digest : $0.row < $1.row }
    return entries.map { $0.place >= 0 ? .decoded(Int($0.place)) : .rejected(Int(-1 - $0.place)) }
  }
}
