import Model
import Pipeline
import TestSupport
import Testing

@testable import Stages

@Suite("Which pairs people are asked about")
struct ReviewSelectionTests {
  private static func row(
    _ initials: String, _ surname: String, _ birthDate: String = "", at number: String = "1"
  ) -> DeliveredRow {
    MatchTests.row(initials, surname, birthDate, at: number)
  }

  /// Matches again with answers about rows.
  private static func answered(
    _ tables: MunicipalityTables, _ answers: [(ReviewAnswer, Int, Int)], weight: Int32? = nil,
    settings: [String: Int] = [:]
  ) throws -> MunicipalityTables {
    var tables = tables
    let ids = tables.received.keys.signalID
    var reviews = Reviews()
    for (answer, first, second) in answers {
      reviews.signalID.append(min(ids[first], ids[second]))
      reviews.otherSignalID.append(max(ids[first], ids[second]))
      reviews.answer.append(answer)
      reviews.weight.append(weight)
    }
    tables.reviews = reviews
    try Match(settings: settings).run(&tables, StageFixture.context())
    return tables
  }

  private static func causes(_ tables: MunicipalityTables) -> [ReviewCause] {
    tables.reviewPairs.cause
  }

  @Test
  func `A signal that could be of anybody is asked about once`() throws {
    let tables = try MatchTests.tables([Self.row("J.", "Bakker"), Self.row("", "Bakker")])
    #expect(Self.causes(tables) == [.doubtful])
    let pairs = tables.reviewPairs
    #expect(pairs.pair == [1] && !pairs.isJoined(0))
    #expect(pairs.arena[pairs.agrees[0]].equals("address+surname"))
    #expect(pairs.differs[0].isEmpty)
    #expect(pairs.signalID[0] < pairs.otherSignalID[0])
  }

  @Test
  func `Nobody is asked about what is sure`() throws {
    for rows in [
      [Self.row("J.", "Bakker", "1955-03-02"), Self.row("J.", "Bakker", "1955-03-02")],
      [Self.row("J.", "Bakker", "1955-03-02"), Self.row("P.", "Smit", "1980-05-06", at: "2")],
    ] {
      #expect(try MatchTests.tables(rows).reviewPairs.count == 0)
    }
  }

  @Test
  func `An answer binds, and what was answered is not asked`() throws {
    let asked = try MatchTests.tables([Self.row("J.", "Bakker"), Self.row("", "Bakker")])
    let same = try Self.answered(asked, [(.same, 0, 1)])
    #expect(MatchTests.letters(same.matched.personID) == "aa")
    #expect(!same.matched.grade.contains(.doubtful))
    #expect(Self.causes(same) == [.answered] && same.reviewPairs.pair == [nil])
    let different = try Self.answered(asked, [(.different, 0, 1)])
    #expect(MatchTests.letters(different.matched.personID) == "ab")
    #expect(!different.matched.grade.contains(.doubtful))
    #expect(Self.causes(different) == [.answered])
  }

  @Test
  func `Of two candidates one remains when somebody excludes the other`() throws {
    let rows = [
      Self.row("J.", "Bakker", "1955-03-02"), Self.row("J.", "Bakker", "1980-05-06"),
      Self.row("J.", "Bakker"),
    ]
    let asked = try MatchTests.tables(rows)
    #expect(MatchTests.letters(asked.matched.personID) == "abc")
    let parted = try Self.answered(asked, [(.different, 0, 2)])
    #expect(MatchTests.letters(parted.matched.personID) == "abb")
  }

  @Test
  func `Who was not sure is asked again when the weight has changed by more than two bits`()
    throws
  {
    let tables = try MatchTests.tables([Self.row("J.", "Bakker"), Self.row("", "Bakker")])
    let weight = tables.reviewPairs.weight[0]
    for (change, expected) in [
      (Int32(0), [ReviewCause.answered]), (200, [.answered]), (-200, [.answered]),
      (201, [.doubtful, .lapsed]), (-201, [.doubtful, .lapsed]),
    ] {
      let again = try Self.answered(tables, [(.unsure, 0, 1)], weight: weight + change)
      #expect(Self.causes(again) == expected, "\(change)")
    }
    #expect(Self.causes(try Self.answered(tables, [(.unsure, 0, 1)])) == [.answered])
  }

  @Test
  func `Answers that make one person of two are asked about again`() throws {
    let tables = try MatchTests.tables([
      Self.row("J.", "Bakker"), Self.row("J.", "Bakker", at: "2"),
      Self.row("J.", "Bakker", at: "3"),
    ])
    let broken = try Self.answered(tables, [(.same, 0, 1), (.same, 1, 2), (.different, 0, 2)])
    #expect(MatchTests.letters(broken.matched.personID) == "aaa")
    #expect(Self.causes(broken) == [.overruled, .answered, .answered])
    let whole = try Self.answered(tables, [(.same, 0, 1), (.different, 0, 2)])
    #expect(Self.causes(whole) == [.answered, .answered])
  }

  @Test(arguments: UInt64(1)...20)
  func `Order, number and answers of any signals`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let rows = MatchPropertyTests.rows(40, &random)
    let tables = try MatchTests.tables(rows)
    let pairs = tables.reviewPairs
    let ids = Set(tables.received.keys.signalID)
    #expect(pairs.pair == (0..<pairs.count).map { Int32($0 + 1) })
    var between: Set<[PersonID]> = []
    for line in 0..<pairs.count {
      #expect(ids.contains(pairs.signalID[line]) && ids.contains(pairs.otherSignalID[line]))
      if !pairs.isJoined(line) {
        let persons = [pairs.personID[line], pairs.otherPersonID[line]].sorted()
        #expect(between.insert(persons).inserted, "one pair for two persons")
      }
    }
    let few = try Self.answered(tables, [], settings: ["review-pairs": 2])
    #expect(few.reviewPairs.signalID == Array(pairs.signalID.prefix(2)))

    // Everything answered: each answer holds or is said not to, and nothing of it is asked again.
    let rowOf = Dictionary(
      tables.received.keys.signalID.enumerated().map { ($1, $0) },
      uniquingKeysWith: { first, _ in first })
    let answers = try (0..<pairs.count).map { line in
      (
        try #require(ReviewAnswer.allCases.randomElement(using: &random)),
        try #require(rowOf[pairs.signalID[line]]), try #require(rowOf[pairs.otherSignalID[line]])
      )
    }
    let next = try Self.answered(tables, answers)
    let persons = next.matched.personID
    let asked = Set(
      (0..<next.reviewPairs.count).filter { next.reviewPairs.cause[$0] != .overruled }.filter {
        next.reviewPairs.cause[$0].isAsked
      }.map { [next.reviewPairs.signalID[$0], next.reviewPairs.otherSignalID[$0]] })
    for (line, (answer, first, second)) in answers.enumerated() {
      if answer == .same { #expect(persons[first] == persons[second]) }
      if answer == .different, !next.reviewPairs.cause.contains(.overruled) {
        #expect(persons[first] != persons[second])
      }
      #expect(!asked.contains([pairs.signalID[line], pairs.otherSignalID[line]]))
    }
  }
}
