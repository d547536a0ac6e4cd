import Model

@testable import Stages

/// An address comes into one form with one key: the same from then on, the same beside any other row,
/// and only of a postcode and a number that can be.
enum AddressTarget {
  private static let delivered = TextColumns(paths: [
    \.addressLine, \.postcode, \.city, \.street, \.houseNumber, \.houseLetter, \.houseAddition,
  ])
  private static let key = SipHash(key: (7, 11))

  static func hold(_ input: ByteView) throws(BrokenPromise) {
    let row = delivered.fields(input.copy)
    let others = ["Kadehof 12 A\t3111AB Schiedam", "\t3131 ab\tVlaardingen\tHaven\t1-3"].map {
      delivered.fields(Array($0.utf8))
    }
    let once = try normalise([row], [[]])[0]
    let among = try normalise([others[0], row, others[1]], [[], [], []])
    try expect(among[1] == once, "alone it is \(once), beside others \(among[1])")
    try expect(once.count <= 8 * input.count + 64, "\(input.count) bytes became \(once.count)")
    guard row.allSatisfy(\.isDeliverable) else { return }
    try expect(once.isText, "text became bytes that are none: \(once)")

    let again: [[UInt8]] = [[], once.fields[4], once.fields[5]] + once.fields[0...3]
    let twice = try normalise([again], [Quality(rawValue: UInt32(once.facts[0]))])[0]
    try expect(twice == once, "\(once) becomes \(twice)")
  }

  /// The fields are street, number, letter, addition, postcode and place.
  private static func normalise(
    _ rows: [[[UInt8]]], _ quality: [Quality]
  ) throws(BrokenPromise) -> [NormalisedText] {
    let table = delivered.table(rows)
    var result = Normalised()
    result.keys = table.keys
    result.quality = quality
    AddressNormaliser().run(table, &result, key: key)
    try expect(result.addressKey.count == rows.count, "\(rows.count) rows became another number")
    var texts: [NormalisedText] = []
    for row in rows.indices {
      let number = result.houseNumber[row]
      let postcode = result.postcode[row]
      let addressKey = result.addressKey[row]
      try expect((0...99_999).contains(number), "\(number) is a house number")
      try expect(
        postcode.isAbsent || (1000...9999).contains(postcode.digits), "\(postcode) is a postcode")
      try expect(
        addressKey.isAbsent == (postcode.isAbsent || number == 0),
        "a key without an address, or an address without a key")
      let code = ByteArena(capacity: 64)
      code.append(postcode)
      let cells = [result.street[row], result.houseLetter[row], result.houseAddition[row]]
      let written = cells.map { result.arena[$0].copy }
      texts.append(
        NormalisedText(
          fields: [
            written[0], number > 0 ? Array("\(number)".utf8) : [], written[1], written[2],
            code.bytes.copy, result.arena[result.city[row]].copy,
          ], facts: [UInt64(result.quality[row].rawValue), addressKey.high, addressKey.low]))
    }
    return texts
  }
}
