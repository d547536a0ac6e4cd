import Model

/// How rare the values of each record are in the municipality, in hundredths of a bit: two people who share
/// a rare surname are likelier one than two who share a common one.
///
/// A value's share is counted over all records and drawn towards what is usual in the country, so that a
/// small municipality does not take every name for common.
///
/// - Source: `fellegi-sunter`.
struct ValueRarity {
  let surname: [Int16]
  let otherSurname: [Int16]
  /// How rare it is that a surname sounds so.
  let surnameSound: [Int16]
  let otherSurnameSound: [Int16]
  let givenName: [Int16]
  let givenNameSound: [Int16]
  let birthDate: [Int16]
  let address: [Int16]
  let postcode: [Int16]
  let street: [Int16]
  let phone: [Int16]
  let email: [Int16]

  /// As many records as the country's share of a value weighs.
  private static let nationalRecords = 1000.0
  /// The share of a value in the country when nothing is known of it.
  private static let nationalShare = 0.0001

  /// Counts.
  ///
  /// - Complexity: O(*n*).
  init(_ records: MatchRecords) {
    let rows = 0..<records.count
    (surname, otherSurname) = Self.ofTwo(records.surnameHash, records.otherSurnameHash)
    (surnameSound, otherSurnameSound) = Self.ofTwo(
      records.surnameSound.map(UInt64.init), records.otherSurnameSound.map(UInt64.init))
    givenName = Self.of(records.givenNameHash)
    givenNameSound = Self.of(records.givenNameSound.map(UInt64.init))
    birthDate = Self.of(
      records.birthDate.map { $0.isComplete ? UInt64($0.packed) : 0 })
    address = Self.of(rows.map(records.addressHash))
    postcode = Self.of(records.postcode.map { UInt64($0.packed) })
    street = Self.of(records.streetHash)
    phone = Self.of(records.phoneHash)
    email = Self.of(records.emailHash)
  }

  private static func of(_ values: [UInt64]) -> [Int16] { ofTwo(values, []).0 }

  /// Counts two columns together, as a surname may stand in either.
  private static func ofTwo(_ first: [UInt64], _ second: [UInt64]) -> ([Int16], [Int16]) {
    var groups = HashGroups()
    groups.reserve(first.count)
    var known = 0
    for (row, value) in first.enumerated() where value != 0 {
      groups.add(value, row: row)
      known += 1
    }
    for (row, value) in second.enumerated() where value != 0 {
      groups.add(value, row: first.count + row)
    }
    var one = [Int16](repeating: 0, count: first.count)
    var other = [Int16](repeating: 0, count: second.count)
    var bitsOfCount: [Int: Int16] = [:]
    let all = Double(known) + nationalRecords
    groups.forEach { rows in
      let count = max(2, rows.count)
      let bits =
        bitsOfCount[count]
        ?? Int16(
          BitWeight.of(all, over: Double(count) + nationalRecords * nationalShare))
      bitsOfCount[count] = bits
      for row in rows {
        if Int(row) < first.count {
          one[Int(row)] = bits
        } else {
          other[Int(row) - first.count] = bits
        }
      }
    }
    return (one, other)
  }
}
