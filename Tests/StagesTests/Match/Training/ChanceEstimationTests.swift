import Definitions
import Model
import Pipeline
import TestSupport
import Testing

@testable import Stages

@Suite("Estimating chances without knowing who is who")
struct ChanceEstimationTests {
  /// Chances that the estimate must find, starting from the shipped ones.
  private static func truth() throws -> LinkageModel {
    var model = try ShippedModel.load()
    func set(_ field: MatchField, persons: [Double]) {
      for (place, chance) in persons.enumerated() { model.chances[field]?[place].person = chance }
    }
    set(.surname, persons: [0.85, 0.08, 0.02, 0.05])
    set(.givenName, persons: [0.75, 0.10, 0.03, 0.02, 0.10])
    set(.birthDate, persons: [0.93, 0.04, 0.90, 0.01, 0.02])
    set(.address, persons: [0.70, 0.02, 0.04, 0.04, 0.20])
    set(.phone, persons: [0.60, 0.40])
    model.chances[.birthDate]?[3].stranger = 0.03
    model.chances[.birthDate]?[4].stranger = 0.9669
    model.chances[.phone]?[0].relative = 0.30
    model.chances[.phone]?[1].relative = 0.70
    return model
  }

  /// Who the two records of a generated pair are of.
  private enum Kind { case person, relatives, strangers }

  /// A pair whose fields agree as a model says, each known with a chance; an exact agreement of strangers
  /// happens once in so many bits.
  private static func pattern(
    _ kind: Kind, _ model: LinkageModel, _ random: inout SeededGenerator
  ) -> LevelPattern {
    let bits: Int32 = 700
    var levels = InlineArray<9, UInt32>(repeating: 0)
    var rarity: Int32 = 0
    for (index, field) in MatchField.allCases.enumerated() {
      let isKnown = Double.random(in: 0..<1, using: &random) < 0.8
      guard isKnown, field != .initial, field != .secondInitial, field != .reference else {
        continue
      }
      let byRarity = field.levels.map { field.levelsByRarity.contains($0) }
      let chances = (model.chances[field] ?? []).enumerated().map { place, chance in
        field.levels[place] == "partial"
          ? 0
          : kind == .person
            ? chance.person
            : kind == .relatives ? chance.relative : chance.stranger ?? BitWeight.power(-bits)
      }
      var rest = Double.random(in: 0..<chances.reduce(0, +), using: &random)
      let place = chances.indices.first {
        rest -= chances[$0]
        return rest < 0
      }
      guard let place else { continue }
      levels[index] = UInt32(place + 1)
      if byRarity[place] { rarity += bits }
    }
    return LevelPattern(levels: levels, isSwapped: false, rarity: rarity)
  }

  @Test(arguments: UInt64(1)...2)
  func `Known chances are found again`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let truth = try Self.truth()
    let (persons, relatives, strangers) = (4000, 1500, 8000)
    var candidates: [LevelPattern: Int] = [:]
    for (kind, count) in [
      (Kind.person, persons), (.relatives, relatives), (.strangers, strangers),
    ] {
      for _ in 0..<count { candidates[Self.pattern(kind, truth, &random), default: 0] += 1 }
    }
    var drawn: [LevelPattern: Int] = [:]
    for _ in 0..<20_000 { drawn[Self.pattern(.strangers, truth, &random), default: 0] += 1 }
    let estimate = ChanceEstimation(
      start: try ShippedModel.load(), candidates: PatternCounts(candidates),
      drawn: PatternCounts(drawn), allPairs: Double(persons + relatives + strangers),
      personOverStrangers: 0.05, personOverRelatives: Double(persons) / Double(relatives)
    ).run()
    #expect(estimate.rounds < 100)
    #expect(abs(estimate.persons - persons) < persons / 20)
    for field in [MatchField.surname, .givenName, .birthDate, .address, .phone, .email] {
      let (found, known) = (estimate.model.chances[field] ?? [], truth.chances[field] ?? [])
      let all = zip(field.levels, known).filter { $0.0 != "partial" }.reduce(0) {
        $0 + $1.1.person
      }
      for (place, level) in field.levels.enumerated() where level != "partial" {
        let expected = known[place].person / all
        #expect(
          abs(found[place].person - expected) < 0.025,
          "\(field.rawValue) \(level): \(found[place].person), not \(expected)")
        if let chance = known[place].stranger, let estimated = found[place].stranger {
          #expect(abs(estimated - chance) < 0.02, "\(field.rawValue) \(level): \(estimated)")
        }
      }
    }
    let shared = try #require(estimate.model.chances[.phone]?[0].relative)
    #expect(abs(shared - 0.30) < 0.05, "relatives share a phone: \(shared)")
  }

  @Test func `What the data cannot tell stays as it was`() throws {
    var random = SeededGenerator(seed: 4)
    let start = try ShippedModel.load()
    var candidates: [LevelPattern: Int] = [:]
    for _ in 0..<2000 {
      candidates[Self.pattern(.person, start, &random), default: 0] += 1
      candidates[Self.pattern(.relatives, start, &random), default: 0] += 1
    }
    let model = ChanceEstimation(
      start: start, candidates: PatternCounts(candidates), drawn: PatternCounts([:]),
      allPairs: 4000, personOverStrangers: 0.05, personOverRelatives: 1
    ).run().model
    #expect(model.chances[.reference] == start.chances[.reference])
    #expect(model.chances[.birthDate]?[2] == start.chances[.birthDate]?[2])
    #expect(model.chances[.givenName]?[0].relative == start.chances[.givenName]?[0].relative)
    #expect(model.chances[.birthDate]?[0].relative == start.chances[.birthDate]?[0].relative)
    for field in [MatchField.initial, .secondInitial] {
      #expect(
        model.chances[field]?.map(\.relative) == start.chances[field]?.map(\.relative))
    }
    #expect(model.chances[.surname]?[0].stranger == nil)
  }

  @Test func `What was not seen among strangers stays possible`() throws {
    let start = try ShippedModel.load()
    // Both addresses known and different, a million times.
    let different = LevelPattern(
      levels: [0, 0, 0, 0, 0, 5, 0, 0, 0], isSwapped: false, rarity: 0)
    let model = ChanceEstimation(
      start: start, candidates: PatternCounts([:]), drawn: PatternCounts([different: 1_000_000]),
      allPairs: 1_000_000, personOverStrangers: 0.000_001, personOverRelatives: 3
    ).run().model
    let unit = try #require(model.chances[.address]?[1].stranger)
    #expect(unit == 0.000_003)
  }

  @Test func `Few pairs change little`() throws {
    var random = SeededGenerator(seed: 5)
    let start = try ShippedModel.load()
    var candidates: [LevelPattern: Int] = [:]
    for _ in 0..<10 {
      candidates[Self.pattern(.person, try Self.truth(), &random), default: 0] += 1
    }
    let model = ChanceEstimation(
      start: start, candidates: PatternCounts(candidates), drawn: PatternCounts([:]),
      allPairs: 45, personOverStrangers: 0.01, personOverRelatives: 3
    ).run().model
    for field in MatchField.allCases {
      for (now, before) in zip(model.chances[field] ?? [], start.chances[field] ?? []) {
        #expect(abs(now.person - before.person) < 0.1)
        #expect(now.relative == before.relative)
      }
    }
  }

  @Test(arguments: UInt64(1)...5)
  func `A pattern keeps what a pair told`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let tables = try MatchTests.tables(MatchPropertyTests.rows(50, &random))
    let records = MatchSignals(tables).records
    let comparison = PairComparison(records: records, rarity: ValueRarity(records))
    let model = try ShippedModel.load()
    let weigher = PairWeigher(
      comparison, model: model, estimates: RunEstimates(records, model: model))
    let odds = LevelOdds(
      MatchField.allCases.map { model.chances[$0] ?? [] }, swappedNames: model.swappedNames)
    for right in 0..<records.count {
      for left in 0..<right {
        let found = comparison.agreement(left, right)
        let sums = weigher.sums(found)
        let share = odds.share(
          LevelPattern(found), BitWeight.power(weigher.estimates.prior),
          BitWeight.power(weigher.estimates.personOverRelatives))
        // Weights are rounded to hundredths, rarity to tenths of a bit.
        let stranger = BitWeight.of(share.person, over: share.stranger)
        let relative = BitWeight.of(share.person, over: share.relative)
        #expect(abs(stranger - sums.stranger) <= 12, "seed \(seed)")
        #expect(abs(relative - sums.relative) <= 12, "seed \(seed)")
      }
    }
  }
}
