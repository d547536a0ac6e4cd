internal import Model

/// Notices a column of citizen service numbers (BSN), which a partner may not send.
///
/// One in eleven of all nine-digit numbers passes the test by chance, so a few say nothing and a
/// column of them says it all. Points, spaces and hyphens inside a number and a lost zero before it change
/// nothing. Neither the numbers nor anything made of them is kept.
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
  /// From so many cells on a share of them says something.
  private let fewestToJudge = 5

  init(_ positions: [(position: Int, isReference: Bool)]) {
    tallies = positions.map { Tally(position: $0.position, isReference: $0.isReference) }
  }

  /// Counts the cells of a row.
  mutating func look(at cells: UnsafePointer<TextCell>, in arena: ByteArena) {
    for index in 0..<tallies.count {
      let cell = cells[tallies[index].position]
      guard !cell.isEmpty else { continue }
      tallies[index].filled += 1
      if cell.length >= 8, cell.length <= 14,
        IdentityNumberScan.passes(arena[cell].trimmed)
      {
        tallies[index].passing += 1
      }
    }
  }

  /// The position of the first column that surely holds citizen service numbers.
  ///
  /// A partner's reference may be nine digits by its own right; there all of many must pass. Of fewer
  /// than five cells elsewhere all must pass, and two at least.
  var found: Int? {
    tallies.first { tally in
      tally.isReference
        ? tally.passing >= 20 && tally.passing == tally.filled
        : tally.filled < fewestToJudge
          ? tally.passing >= 2 && tally.passing == tally.filled
          : tally.passing >= fewestToJudge && tally.passing * 10 >= tally.filled * 8
    }?.position
  }

  /// Whether a text is nine digits, or eight after a lost zero, that pass the weighted test on eleven.
  ///
  /// Eight digits that can be a date are none, nor are all zeros.
  static func passes(_ text: ByteView) -> Bool {
    guard text.count >= 8, text[0] &- UInt8(ascii: "0") < 10 else { return false }
    var number = 0
    var digits = 0
    for index in 0..<text.count {
      let digit = text[index] &- UInt8(ascii: "0")
      if digit < 10 {
        number = number * 10 + Int(digit)
        digits += 1
        guard digits <= 9 else { return false }
      } else {
        switch text[index] {
        case UInt8(ascii: "."), UInt8(ascii: " "), UInt8(ascii: "-"): break
        default: return false
        }
      }
    }
    guard digits == 9 || (digits == 8 && !mayBeDate(number)), number > 0 else { return false }
    var sum = -(number % 10)
    var rest = number / 10
    for weight in 2...9 {
      sum += weight * (rest % 10)
      rest /= 10
    }
    return sum % 11 == 0
  }

  /// Whether eight digits can be `yyyymmdd` or `ddmmyyyy`.
  private static func mayBeDate(_ number: Int) -> Bool {
    func isDate(_ year: Int, _ month: Int, _ day: Int) -> Bool {
      (1890...2100).contains(year) && month <= 12 && day <= 31
    }
    return isDate(number / 10_000, number / 100 % 100, number % 100)
      || isDate(number % 10_000, number / 10_000 % 100, number / 1_000_000)
  }
}
