import Definitions
import Model

/// Estimates the chances of a model from patterns of agreement whose pairs nobody has labelled, by
/// expectation and maximisation: each pair counts for one person, relatives and strangers as far as the
/// present chances say, and these counts give the next chances.
///
/// What the data cannot tell apart stays as it was: see ``isFixed(_:_:)``.
///
/// - Source: `fellegi-sunter`, `dempster-laird-rubin`.
struct ChanceEstimation {
  /// Where the estimate begins; it weighs as much as ``defaultPairs`` pairs.
  let start: LinkageModel
  let candidates: PatternCounts
  /// Pairs drawn from all, to see what strangers have in common.
  let drawn: PatternCounts
  /// How many pairs all records make.
  let allPairs: Double
  /// How much likelier one person is than strangers, before anything is compared.
  let personOverStrangers: Double
  /// How much likelier one person is than relatives, of two records with one surname at one address.
  let personOverRelatives: Double

  private static let defaultPairs = 100.0
  private static let defaultMatches = 20.0
  /// With fewer pairs of relatives that know a field, their chances stay as they were.
  private static let leastRelatives = 300.0
  /// What was not seen among many drawn pairs may still be there so often: the rule of three.
  private static let unseen = 3.0
  private static let mostRounds = 100
  /// Nothing moved when no chance moved by so much.
  private static let stillness = 0.0005

  /// Estimates.
  ///
  /// - Complexity: O(rounds × patterns).
  func run() -> LinkageEstimate {
    var chances = MatchField.allCases.map { start.chances[$0] ?? [] }
    let first = chances
    var prior = personOverStrangers
    var tally = LevelTally()
    var rounds = 0
    while rounds < Self.mostRounds {
      rounds += 1
      let odds = LevelOdds(chances, swappedNames: start.swappedNames)
      tally = LevelTally()
      var persons = 0.0
      for (pattern, count) in zip(candidates.patterns, candidates.counts) {
        let share = odds.share(pattern, prior, personOverRelatives)
        persons += share.person * Double(count)
        tally.add(pattern.places, person: share.person, relative: share.relative, count)
      }
      for (pattern, count) in zip(drawn.patterns, drawn.counts) {
        let share = odds.share(pattern, prior, personOverRelatives)
        tally.add(pattern.places, stranger: share.stranger, count)
      }
      let before = chances
      chances = next(first, tally)
      prior =
        (persons + Self.defaultMatches) / (allPairs + Self.defaultMatches / personOverStrangers)
      if !Self.moved(before, chances) { break }
    }
    var model = start
    for (index, field) in MatchField.allCases.enumerated() {
      model.chances[field] = zip(first[index], chances[index]).map { $1.rounded(from: $0) }
    }
    return LinkageEstimate(start: start, model: model, tally: tally, rounds: rounds)
  }

  private static func moved(
    _ before: [[LinkageModel.Chances]], _ after: [[LinkageModel.Chances]]
  ) -> Bool {
    zip(before.joined(), after.joined()).contains { old, new in
      abs(old.person - new.person) >= stillness || abs(old.relative - new.relative) >= stillness
        || abs((old.stranger ?? 0) - (new.stranger ?? 0)) >= stillness
    }
  }

  /// The chances that follow from expected counts.
  private func next(
    _ first: [[LinkageModel.Chances]], _ tally: LevelTally
  ) -> [[LinkageModel.Chances]] {
    var next = first
    for (index, field) in MatchField.allCases.enumerated() {
      let trained = field.trainedPlaces
      guard !trained.isEmpty else { continue }
      func estimate(
        _ places: [Int], _ counts: [Double], _ known: (LinkageModel.Chances) -> Double,
        of whole: Double
      ) -> [Double] {
        let total = places.reduce(0.0) { $0 + counts[$1 + 1] } + Self.defaultPairs
        let before = places.reduce(0.0) { $0 + known(first[index][$1]) }
        return places.map { place in
          let assumed = Self.defaultPairs * known(first[index][place]) / before
          return whole * (counts[place + 1] + assumed) / total
        }
      }
      let persons = estimate(trained, tally.person[index], \.person, of: 1)
      for (place, chance) in zip(trained, persons) { next[index][place].person = chance }

      let strangers = tally.stranger[index]
      let total = trained.reduce(0.0) { $0 + strangers[$1 + 1] } + Self.defaultPairs
      for place in trained {
        guard let before = first[index][place].stranger else { continue }
        next[index][place].stranger =
          (strangers[place + 1] + max(Self.defaultPairs * before, min(Self.unseen, before * total)))
          / total
      }

      let free = trained.filter { !Self.isFixed(field, $0) }
      let relatives = tally.relative[index]
      let support = trained.reduce(0.0) { $0 + relatives[$1 + 1] }
      guard support >= Self.leastRelatives, !free.isEmpty else { continue }
      let fixed = trained.filter { Self.isFixed(field, $0) }
        .reduce(0.0) { $0 + first[index][$1].relative }
      let chances = estimate(free, relatives, \.relative, of: 1 - fixed)
      for (place, chance) in zip(free, chances) { next[index][place].relative = chance }
    }
    return next
  }

  /// Whether the chance of relatives to agree so well stays as it was: without it nothing would keep
  /// relatives apart from one person.
  private static func isFixed(_ field: MatchField, _ place: Int) -> Bool {
    switch field {
    case .givenName, .birthDate: place == 0
    case .initial, .secondInitial: true
    case .surname, .address, .phone, .email, .reference: false
    }
  }
}

extension MatchField {
  /// The places of the levels that are estimated: those of which every pair that knows the field has one.
  fileprivate var trainedPlaces: [Int] {
    guard let complete = completeLevels else { return [] }
    return levels.indices.filter { complete.contains(levels[$0]) }
  }
}

extension LinkageModel.Chances {
  /// To four decimals, and those of strangers, which are small, to six; as before where nothing moved.
  fileprivate func rounded(from before: Self) -> Self {
    func round(_ chance: Double, _ before: Double, _ parts: Double) -> Double {
      chance == before ? before : max(1, (chance * parts).rounded()) / parts
    }
    return Self(
      person: round(person, before.person, 10_000),
      stranger: stranger.map { round($0, before.stranger ?? 0, 1_000_000) },
      relative: round(relative, before.relative, 10_000))
  }
}
