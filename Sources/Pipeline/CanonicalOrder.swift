internal import Model

/// The order in which the rows of a delivery stand in every file: by a digest of their bytes.
///
/// It does not depend on where a row stood, so that a partner's sorting shows nowhere but in `row`.
/// Rows with the same bytes follow in the order of the file; they are the same but for `row`.
public enum CanonicalOrder {
  private struct Entry {
    var first: UInt64
    var place: UInt32
  }

  /// Puts the rows of a file in canonical order.
  ///
  /// Digests are spread evenly, so rows are first put into as many drawers as there are rows, by the
  /// first bits; a drawer then holds one or two.
  ///
  /// - Parameters:
  ///   - digests: Of each row, in the order of the file.
  ///   - known: How many of their first bits are the same for all.
  /// - Returns: The places of the rows in the file.
  /// - Complexity: O(*n*) for rows that differ, O(*n* log *n*) when many are the same.
  public static func places(of digests: [RowDigest], skipping known: Int = 0) -> [UInt32] {
    guard digests.count > 1 else { return digests.indices.map { UInt32($0) } }
    let bits = Int.bitWidth - (digests.count - 1).leadingZeroBitCount
    let shift = UInt64(64 - bits)
    // A drawer's own number becomes its end while it is filled.
    var ends = [UInt32](repeating: 0, count: (1 << bits) + 1)
    for digest in digests { ends[Int((digest.high << UInt64(known)) >> shift) + 1] += 1 }
    for drawer in 1..<ends.count { ends[drawer] += ends[drawer - 1] }
    var entries = [Entry](repeating: Entry(first: 0, place: 0), count: digests.count)
    for (place, digest) in digests.enumerated() {
      let drawer = Int((digest.high << UInt64(known)) >> shift)
      entries[Int(ends[drawer])] = Entry(first: digest.high, place: UInt32(place))
      ends[drawer] += 1
    }
    var start = 0
    for drawer in 0..<(1 << bits) {
      let end = Int(ends[drawer])
      if end - start > 1 {
        entries[start..<end].sort { left, right in
          if left.first != right.first { return left.first < right.first }
          let (low, other) = (digests[Int(left.place)].low, digests[Int(right.place)].low)
          return low != other ? low < other : left.place < right.place
        }
      }
      start = end
    }
    return entries.map(\.place)
  }

  /// Returns every row of a delivery in canonical order.
  ///
  /// - Complexity: O(*n*) when decoded and rejected rows each stand in that order already, as the reader of a
  ///   run gives them; O(*n* log *n*) otherwise.
  public static func of(_ delivery: DecodedDelivery) -> [DeliveredRow] {
    let digests = delivery.contentDigest
    let rows = delivery.signals.keys.row
    let rejected = delivery.rejected
    func isBefore(_ left: (RowDigest, UInt32), _ right: (RowDigest, UInt32)) -> Bool {
      left.0 != right.0 ? left.0 < right.0 : left.1 < right.1
    }
    let decodedPlaces = ordered(digests.count) {
      isBefore((digests[$0], rows[$0]), (digests[$1], rows[$1]))
    }
    let rejectedPlaces = ordered(rejected.count) {
      isBefore((rejected[$0].digest, rejected[$0].row), (rejected[$1].digest, rejected[$1].row))
    }
    var order: [DeliveredRow] = []
    order.reserveCapacity(digests.count + rejected.count)
    var next = 0
    for place in decodedPlaces {
      while next < rejectedPlaces.count {
        let other = rejected[rejectedPlaces[next]]
        guard isBefore((other.digest, other.row), (digests[place], rows[place])) else { break }
        order.append(DeliveredRow(rejected: rejectedPlaces[next]))
        next += 1
      }
      order.append(DeliveredRow(decoded: place))
    }
    for place in rejectedPlaces[next...] { order.append(DeliveredRow(rejected: place)) }
    return order
  }

  /// The places of a list in an order, which mostly is the one they have.
  private static func ordered(_ count: Int, by isBefore: (Int, Int) -> Bool) -> [Int] {
    let places = Array(0..<count)
    let isOrdered = places.dropFirst().allSatisfy { !isBefore($0, $0 - 1) }
    return isOrdered ? places : places.sorted(by: isBefore)
  }
}
