import Definitions
import Model

/// How likely a pattern is of one person, of relatives and of strangers under given chances.
struct LevelOdds {
  /// For each field and the place of a level, with 1 for `absent`: one person over strangers, and over
  /// relatives.
  private let strangers: [[Double]]
  private let relatives: [[Double]]
  private let swappedNames: Double

  /// - Parameters:
  ///   - chances: By field in the order of ``MatchField``.
  ///   - swappedNames: The chance that given name and surname have changed places.
  init(_ chances: [[LinkageModel.Chances]], swappedNames: Double) {
    strangers = chances.map { [1] + $0.map { $0.person / ($0.stranger ?? 1) } }
    relatives = chances.map { [1] + $0.map { $0.person / $0.relative } }
    self.swappedNames = swappedNames
  }

  /// The three add up to 1.
  typealias Share = (person: Double, relative: Double, stranger: Double)

  /// Shares a pattern out.
  ///
  /// - Parameters:
  ///   - pattern: The levels, and how rare they are.
  ///   - overStrangers: One person over strangers, before anything is compared.
  ///   - overRelatives: One person over relatives.
  /// - Returns: The three shares.
  /// - Complexity: O(1).
  func share(_ pattern: LevelPattern, _ overStrangers: Double, _ overRelatives: Double) -> Share {
    let factor = pattern.isSwapped ? swappedNames : 1
    var stranger = overStrangers * BitWeight.power(pattern.rarity) * factor
    var relative = overRelatives * factor
    let places = pattern.places
    for field in places.indices {
      stranger *= strangers[field][places[field]]
      relative *= relatives[field][places[field]]
    }
    let person = 1 / (1 + 1 / stranger + 1 / relative)
    return (person, person / relative, person / stranger)
  }
}

/// How many pairs of one person, of relatives and of strangers are expected to have each level.
struct LevelTally: Equatable {
  /// By field in the order of ``MatchField``, for `absent` and each level.
  private(set) var person = LevelTally.empty
  private(set) var relative = LevelTally.empty
  private(set) var stranger = LevelTally.empty

  private static let empty = MatchField.allCases.map {
    [Double](repeating: 0, count: $0.levels.count + 1)
  }

  /// Counts pairs among those that may be of one person or of relatives.
  mutating func add(
    _ places: InlineArray<9, Int>, person share: Double, relative other: Double, _ count: Int
  ) {
    for field in places.indices {
      person[field][places[field]] += share * Double(count)
      relative[field][places[field]] += other * Double(count)
    }
  }

  /// Counts pairs among those drawn from all.
  mutating func add(_ places: InlineArray<9, Int>, stranger share: Double, _ count: Int) {
    for field in places.indices { stranger[field][places[field]] += share * Double(count) }
  }
}
