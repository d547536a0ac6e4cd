public import Definitions
public import Model

/// A model estimated from the signals of a municipality, and what each of its chances rests on.
public struct LinkageEstimate: Sendable, Equatable {
  /// Where the estimate began.
  public let start: LinkageModel
  /// The estimate.
  public var model: LinkageModel
  /// How often the chances were estimated anew before nothing moved.
  public let rounds: Int
  private let tally: LevelTally

  /// What one level rests on: expected numbers of pairs, of which those of strangers were drawn.
  public struct Support: Sendable, Equatable {
    public var person: Int
    public var stranger: Int
    public var relative: Int
  }

  init(start: LinkageModel, model: LinkageModel, tally: LevelTally, rounds: Int) {
    self.start = start
    self.model = model
    self.tally = tally
    self.rounds = rounds
  }

  /// The pairs behind a field, for each of its levels in the order of ``MatchField/levels``.
  public func support(of field: MatchField) -> [Support] {
    guard let index = MatchField.allCases.firstIndex(of: field) else { return [] }
    return field.levels.indices.map { place in
      func pairs(_ counts: [[Double]]) -> Int { Int(counts[index][place + 1].rounded()) }
      return Support(
        person: pairs(tally.person), stranger: pairs(tally.stranger),
        relative: pairs(tally.relative))
    }
  }

  /// The expected number of pairs of one person.
  public var persons: Int { Int((tally.person.first ?? []).reduce(0, +).rounded()) }
}
