import Definitions
import Model

/// At which level two records agree in each field, and how rare that is in all: what a pair tells, in 32
/// bits.
struct LevelPattern: Hashable, Comparable {
  let code: UInt32

  /// Rarity is kept in steps of so many hundredths of a bit.
  private static let step: Int32 = 10
  private static let mostSteps: UInt32 = 4095
  /// Levels of each field in the order of ``MatchField``, with `absent`.
  private static let levels: [UInt32] = MatchField.allCases.map { UInt32($0.levels.count) + 1 }

  /// - Parameters:
  ///   - levels: For each field in the order of ``MatchField`` the place of its level, 0 for `absent`.
  ///   - isSwapped: Whether given name and surname have changed places.
  ///   - rarity: In hundredths of a bit, of all fields together.
  init(levels: InlineArray<9, UInt32>, isSwapped: Bool, rarity: Int32) {
    var code: UInt32 = isSwapped ? 1 : 0
    for field in levels.indices { code = code * Self.levels[field] + levels[field] }
    let steps = min(Self.mostSteps, UInt32(max(0, rarity + Self.step / 2) / Self.step))
    self.code = code << 12 | steps
  }

  /// What the comparison of two records found.
  init(_ found: PairAgreement) {
    // Surnames have no level for the first letter.
    let surname = found.surname == .different ? 4 : UInt32(found.surname.rawValue)
    self.init(
      levels: [
        surname, UInt32(found.givenName.rawValue), UInt32(found.initial.rawValue),
        UInt32(found.secondInitial.rawValue), UInt32(found.birthDate.rawValue),
        UInt32(found.address.rawValue), UInt32(found.phone.rawValue),
        UInt32(found.email.rawValue), UInt32(found.reference.rawValue),
      ], isSwapped: found.isSwapped,
      rarity: found.surnameRarity + found.givenNameRarity + found.birthDateRarity
        + found.addressRarity + found.phoneRarity + found.emailRarity)
  }

  /// A pattern that was kept as its code.
  init(code: UInt32) { self.code = code }

  /// The place of each field's level, 0 for `absent`.
  var places: InlineArray<9, Int> {
    var places = InlineArray<9, Int>(repeating: 0)
    var rest = code >> 12
    for field in places.indices.reversed() {
      places[field] = Int(rest % Self.levels[field])
      rest /= Self.levels[field]
    }
    return places
  }

  var isSwapped: Bool {
    var rest = code >> 12
    for levels in Self.levels { rest /= levels }
    return rest == 1
  }

  /// In hundredths of a bit.
  var rarity: Int32 { Int32(code & 4095) * Self.step }

  static func < (left: LevelPattern, right: LevelPattern) -> Bool { left.code < right.code }
}

/// How many pairs have each pattern, in the order of the patterns.
struct PatternCounts: Equatable {
  private(set) var patterns: [LevelPattern] = []
  private(set) var counts: [Int] = []

  /// Counts patterns in any order.
  init(_ counts: [LevelPattern: Int]) {
    patterns = counts.keys.sorted()
    self.counts = patterns.map { counts[$0] ?? 0 }
  }
}
