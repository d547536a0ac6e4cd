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

  @Test(arguments: UInt64(1)...150)
  func `The same persons as comparing all pairs`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let tables = try MatchTests.tables(Self.rows(Int.random(in: 2...24, using: &random), &random))
    let plain = PlainMatcher(
      MatchRows(tables.received, tables.normalised), standing: Array(0..<tables.matched.count))
    try expectSame(tables.matched, plain, seed)
  }

  @Test(arguments: UInt64(1)...100)
  func `The same persons where reports of one claim stand for each other`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    var tables = try MatchTests.tables(Self.rows(Int.random(in: 4...20, using: &random), &random))
    var standing = Array(0..<tables.matched.count)
    for row in 1..<standing.count where Int.random(in: 0..<3, using: &random) == 0 {
      standing[row] = standing[Int.random(in: 0..<row, using: &random)]
      tables.distinct.disposition[row] = .superseded
      tables.distinct.sameAs[row] = tables.received.keys.signalID[standing[row]]
    }
    try Match(settings: [:]).run(&tables, StageFixture.context())
    let plain = PlainMatcher(
      MatchRows(tables.received, tables.normalised), standing: standing)
    try expectSame(tables.matched, plain, seed)
    for row in standing.indices {
      #expect(tables.matched.personID[row] == tables.matched.personID[standing[row]])
      #expect(tables.matched.householdID[row] == tables.matched.householdID[standing[row]])
    }
  }

  private func expectSame(_ matched: Matched, _ plain: PlainMatcher, _ seed: UInt64) throws {
    var found: [PersonID: Set<Int>] = [:]
    for (row, id) in matched.personID.enumerated() { found[id, default: []].insert(row) }
    #expect(Set(found.values) == Set(plain.persons), "seed \(seed)")
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
    let rows = MatchRows(tables.received, tables.normalised)
    let matched = tables.matched
    #expect(matched.count == 60 && matched.evidence.count == 60)
    #expect(!matched.personID.contains(.absent) && !matched.householdID.contains(.absent))
    for left in 0..<rows.count {
      for right in 0..<left where matched.personID[left] == matched.personID[right] {
        #expect(!rows.contradict(left, right), "seed \(seed)")
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
