internal import Model

/// Notices a column of citizen service numbers (BSN), which a partner may not send.
///
/// One in eleven of all nine-digit numbers passes the test by chance, so a few say nothing and a
/// column of them says it all. Neither the numbers nor anything made of them is kept.
///
/// - Source: `wabb/10`, `domain-bsn-test`.
struct IdentityNumberScan {
  private struct Tally {
    let position: Int
    let isReference: Bool
    var filled = 0
    var passing = 0
  }

  private var tallies: [Tally]

  init(_ positions: [(position: Int, isReference: Bool)]) {
    tallies = positions.map { Tally(position: $0.position, isReference: $0.isReference) }
  }

  /// Counts the cells of a row.
  mutating func look(at cells: UnsafePointer<TextCell>, in arena: ByteArena) {
    for index in 0..<tallies.count {
      let cell = cells[tallies[index].position]
      guard !cell.isEmpty else { continue }
      tallies[index].filled += 1
      if cell.length >= 9, cell.length <= 12,
        IdentityNumberScan.passes(arena[cell].trimmed)
      {
        tallies[index].passing += 1
      }
    }
  }

  /// The position of the first column that surely holds citizen service numbers.
  ///
  /// A partner's reference may be nine digits by its own right; there all of many must pass.
  var found: Int? {
    tallies.first { tally in
      tally.isReference
        ? tally.passing >= 20 && tally.passing == tally.filled
        : tally.passing >= 5 && tally.passing * 10 >= tally.filled * 8
    }?.position
  }

  /// Whether nine digits pass the weighted test on eleven and are not all zeros.
  static func passes(_ text: ByteView) -> Bool {
    guard text.count == 9 else { return false }
    var sum = 0
    var isZero = true
    for index in 0..<9 {
      let digit = Int(text[index] &- UInt8(ascii: "0"))
      guard digit < 10 else { return false }
      if digit != 0 { isZero = false }
      sum += digit * (index == 8 ? -1 : 9 - index)
    }
    return !isZero && sum % 11 == 0
  }
}
