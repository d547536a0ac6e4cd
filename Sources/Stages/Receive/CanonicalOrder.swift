internal import Model
internal import Pipeline

/// The order in which the rows of a delivery stand in every file: by a digest of their bytes.
///
/// It does not depend on where a row stood, so that a partner's sorting shows nowhere but in `row`.
/// Rows with the same bytes follow in the order of the file; they are the same but for `row`.
enum CanonicalOrder {
  private struct Entry {
    var digest: RowDigest
    var row: UInt32
    var place: DeliveredRow

    func isBefore(_ other: Entry) -> Bool {
      digest != other.digest ? digest < other.digest : row < other.row
    }
  }

  /// Returns every row of a delivery in canonical order.
  ///
  /// Digests are spread evenly, so rows are first put into as many drawers as there are rows, by the
  /// first bits; a drawer then holds one or two.
  ///
  /// - Complexity: O(*n*) for rows that differ, O(*n* log *n*) when many are the same.
  static func of(_ delivery: DecodedDelivery) -> [DeliveredRow] {
    let count = delivery.contentDigest.count + delivery.rejected.count
    guard count > 1 else {
      return delivery.contentDigest.isEmpty
        ? delivery.rejected.indices.map { DeliveredRow(rejected: $0) } : [DeliveredRow(decoded: 0)]
    }
    let bits = Int.bitWidth - (count - 1).leadingZeroBitCount
    let shift = UInt64(64 - bits)
    var starts = [UInt32](repeating: 0, count: (1 << bits) + 1)
    for digest in delivery.contentDigest { starts[Int(digest.high >> shift) + 1] += 1 }
    for rejected in delivery.rejected { starts[Int(rejected.digest.high >> shift) + 1] += 1 }
    for drawer in 1..<starts.count { starts[drawer] += starts[drawer - 1] }

    var next = starts
    let nothing = Entry(
      digest: RowDigest(high: 0, low: 0), row: 0, place: DeliveredRow(decoded: 0))
    var entries = [Entry](repeating: nothing, count: count)
    func put(_ entry: Entry) {
      let drawer = Int(entry.digest.high >> shift)
      entries[Int(next[drawer])] = entry
      next[drawer] += 1
    }
    for (place, digest) in delivery.contentDigest.enumerated() {
      put(
        Entry(
          digest: digest, row: delivery.signals.keys.row[place],
          place: DeliveredRow(decoded: place)))
    }
    for (place, rejected) in delivery.rejected.enumerated() {
      put(Entry(digest: rejected.digest, row: rejected.row, place: DeliveredRow(rejected: place)))
    }
    for drawer in 0..<(1 << bits) {
      let range = Int(starts[drawer])..<Int(starts[drawer + 1])
      if range.count > 1 { entries[range].sort { $0.isBefore($1) } }
    }
    return entries.map(\.place)
  }
}
