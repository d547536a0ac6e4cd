import Model

/// Where each record stands among all, in order of address and in order of birth date: of one place, by the
/// sound of the surname, the initial and the signal id.
struct CrowdOrder {
  private(set) var byAddress: [UInt32] = []
  private(set) var byBirthDate: [UInt32] = []

  /// Puts records in order.
  ///
  /// - Parameter records: In the order of their signal ids.
  /// - Complexity: O(*n*).
  init(_ records: MatchRecords) {
    var names = HashGroups()
    names.reserve(records.count)
    for index in 0..<records.count {
      let record = records[index]
      names.add(UInt64(record.surnameSound) << 8 | UInt64(record.initial), row: index)
    }
    var order: [UInt32] = []
    order.reserveCapacity(records.count)
    names.forEach { order += $0 }
    byAddress = Self.places(order, records) { $0.addressOrder << 27 | $0.birthDateOrder }
    byBirthDate = Self.places(order, records) { $0.birthDateOrder << 37 | $0.addressOrder }
  }

  /// The place of each record by a key; of one key, in the order given.
  private static func places(
    _ order: [UInt32], _ records: MatchRecords, _ key: (MatchRecord) -> UInt64
  ) -> [UInt32] {
    var groups = HashGroups()
    groups.reserve(order.count)
    for index in order { groups.add(key(records[Int(index)]), row: Int(index)) }
    var places = [UInt32](repeating: 0, count: order.count)
    var place: UInt32 = 0
    groups.forEach { group in
      for record in group {
        places[Int(record)] = place
        place += 1
      }
    }
    return places
  }

  /// Some records in the order of their places.
  ///
  /// - Complexity: O(*n*) for many records.
  static func sorted(_ records: ArraySlice<UInt32>, by places: [UInt32]) -> [UInt32] {
    var keys = records.map { UInt64(places[Int($0)]) << 31 }
    var sorted = Array(records)
    RadixSort.sort(&keys, with: &sorted)
    return sorted
  }
}

extension MatchRecord {
  /// Postcode and house number in 37 bits; numbers above 16,383, which hardly occur, count as that.
  fileprivate var addressOrder: UInt64 {
    UInt64(postcode.packed) << 14 | UInt64(min(16_383, max(0, houseNumber)))
  }

  /// In 27 bits.
  fileprivate var birthDateOrder: UInt64 { UInt64(birthDate.packed) }
}
