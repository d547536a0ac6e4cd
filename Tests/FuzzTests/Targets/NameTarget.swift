import Model

@testable import Stages

/// A name comes into one form: the same from then on, the same beside any other row, and no longer
/// than it was by more than points and written-out prefixes.
enum NameTarget {
  private static let delivered = TextColumns(paths: [
    \.name, \.initials, \.givenNames, \.prefix, \.surname, \.partnerPrefix, \.partnerSurname, \.kvk,
  ])

  static func hold(_ input: ByteView) throws(BrokenPromise) {
    let row = delivered.fields(input.copy)
    let others = ["Jansen, J. van", "Erven De Wit-Bakker e/v van 't Hof"].map {
      delivered.fields(Array($0.utf8))
    }
    let once = try normalise([row], [[]])[0]
    let among = try normalise([others[0], row, others[1]], [[], [], []])
    try expect(among[1] == once, "alone it is \(once), beside others \(among[1])")
    try expect(once.count <= 8 * input.count + 64, "\(input.count) bytes became \(once.count)")
    guard row.allSatisfy(\.isDeliverable) else { return }
    try expect(once.isText, "text became bytes that are none: \(once)")

    let parts = once.fields
    let again: [[UInt8]] = [[], parts[0], parts[5], parts[1], parts[2], parts[3], parts[4], []]
    let twice = try normalise([again], [Quality(rawValue: UInt32(once.facts[0]))])[0]
    try expect(twice == once, "\(once) becomes \(twice)")
  }

  private static func normalise(
    _ rows: [[[UInt8]]], _ quality: [Quality]
  ) throws(BrokenPromise) -> [NormalisedText] {
    let table = delivered.table(rows)
    var result = Normalised()
    result.keys = table.keys
    result.quality = quality
    var normaliser = NameNormaliser()
    normaliser.run(table, &result)
    try expect(result.surname.count == rows.count, "\(rows.count) rows became another number")
    return rows.indices.map { row in
      let cells = [
        result.initials[row], result.prefix[row], result.surname[row], result.partnerPrefix[row],
        result.partnerSurname[row], result.givenNames[row],
      ]
      return NormalisedText(
        fields: cells.map { result.arena[$0].copy },
        facts: [
          UInt64(result.quality[row].rawValue),
          UInt64(DebtorKind.allCases.firstIndex(of: result.debtorKind[row]) ?? 0),
        ])
    }
  }
}
