import Definitions
import Model
import Pipeline
import TestSupport
import Testing

@testable import Stages

@Suite("What matching promises for any signals")
struct MatchPropertyTests {
  /// Few values for each field, so that everything meets everything.
  static func rows(_ count: Int, _ random: inout SeededGenerator) -> [DeliveredRow] {
    (0..<count).map { _ in
      MatchTests.row(
        ["J.", "P.", "", "IJ.", "J.P.", "J.B."].randomElement(using: &random) ?? "",
        ["Bakker", "Smit", "Bakker-Smit", "Smit-Visser", "Müller", ""].randomElement(
          using: &random) ?? "",
        ["", "", "1980-05-06", "1980-05", "1980", "1955-03-02", "1980-01-01"].randomElement(
          using: &random) ?? "",
        at: ["1", "1", "2", "1 A", ""].randomElement(using: &random) ?? "",
        on: ["2026-09-05", "2026-10-05"].randomElement(using: &random) ?? "")
    }
  }

  @Test(arguments: UInt64(1)...20)
  func `The passes find every pair that an all-pairs comparison finds`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let tables = try MatchTests.tables(Self.rows(Int.random(in: 2...120, using: &random), &random))
    let records = MatchSignals(tables).records
    let comparison = PairComparison(records: records, rarity: ValueRarity(records))
    let (links, weigher) = try PersonLinks.find(comparison, model: ShippedModel.load())
    let found = Set(links.filter { $0.weight > 0 }.map { [$0.first, $0.second] })
    var all: Set<[UInt32]> = []
    for right in 0..<records.count {
      for left in 0..<right where weigher.weight(left, right) > 0 {
        all.insert([UInt32(left), UInt32(right)])
      }
    }
    #expect(found.isSubset(of: all))
    // Crowded blocks are compared with their neighbours only.
    #expect(all.subtracting(found).count * 100 <= all.count, "seed \(seed)")
  }

  @Test(arguments: UInt64(1)...20)
  func `The order of two records changes nothing`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let tables = try MatchTests.tables(Self.rows(60, &random))
    let records = MatchSignals(tables).records
    let comparison = PairComparison(records: records, rarity: ValueRarity(records))
    for left in 0..<records.count {
      for right in 0..<left {
        #expect(
          comparison.agreement(left, right) == comparison.agreement(right, left), "seed \(seed)")
      }
    }
  }

  @Test(arguments: UInt64(1)...40)
  func `The order of rows changes nothing`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let rows = Self.rows(40, &random)
    let first = try MatchTests.tables(rows)
    let order = Array(0..<rows.count).shuffled(using: &random)

    var second = MunicipalityTables()
    second.received = Received.of(order.map { rows[$0] })
    second.received.keys.signalID = order.map { first.received.keys.signalID[$0] }
    let context = try StageFixture.context()
    try Normalise(settings: [:]).run(&second, context)
    second.distinct = first.distinct
    second.distinct.keys = second.received.keys
    try Match(settings: [:]).run(&second, context)
    for (place, row) in order.enumerated() {
      #expect(second.matched.personID[place] == first.matched.personID[row], "seed \(seed)")
      #expect(second.matched.householdID[place] == first.matched.householdID[row], "seed \(seed)")
      #expect(second.matched.grade[place] == first.matched.grade[row], "seed \(seed)")
      #expect(second.matched.weight[place] == first.matched.weight[row], "seed \(seed)")
      #expect(
        second.matched.arena[second.matched.evidence[place]].string
          == first.matched.arena[first.matched.evidence[row]].string, "seed \(seed)")
    }
  }

  @Test(arguments: UInt64(1)...40)
  func `Contradicting signals are never one person, and every signal has ids`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let tables = try MatchTests.tables(Self.rows(60, &random))
    let signals = MatchSignals(tables)
    let comparison = PairComparison(
      records: signals.records, rarity: ValueRarity(signals.records))
    let weigher = try PersonLinks.find(comparison, model: ShippedModel.load()).weigher
    let matched = tables.matched
    #expect(matched.count == 60 && matched.evidence.count == 60)
    #expect(!matched.personID.contains(.absent) && !matched.householdID.contains(.absent))
    let recordOf = Dictionary(
      uniqueKeysWithValues: signals.records.signalID.enumerated().map { ($1, $0) })
    let ids = matched.keys.signalID
    for left in 0..<matched.count {
      for right in 0..<left where matched.personID[left] == matched.personID[right] {
        let (one, other) = (try #require(recordOf[ids[left]]), try #require(recordOf[ids[right]]))
        #expect(!weigher.contradicts(one, other), "seed \(seed)")
        #expect(matched.householdID[left] == matched.householdID[right], "seed \(seed)")
      }
    }
  }

  @Test
  func `A surname at one address that thousands share stays cheap`() throws {
    let rows = (0..<3_000).map { index in
      MatchTests.row(
        index % 2 == 0 ? "J." : "", "Bakker",
        index % 3 == 0 ? "19\(10 + index % 90)-0\(1 + index % 9)-1\(index % 10)" : "")
    }
    let matched = try MatchTests.tables(rows).matched
    #expect(matched.count == rows.count)
    #expect(Set(matched.householdID).count == 1)
  }
}
