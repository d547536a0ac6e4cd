import Model
import TestSupport
import Testing

@testable import Stages

@Suite("Which records are one person")
struct PersonClustersTests {
  static let (father, son) = (
    MatchTests.row("J.", "Bakker", "1955-03-02"), MatchTests.row("J.", "Bakker", "1980-05-06")
  )
  static let someBakker = MatchTests.row("J.", "Bakker")

  @Test func `Father and son of one name are two, whatever stands between them`() throws {
    for count in 1...4 {
      let rows =
        Array(repeating: Self.father, count: count) + Array(repeating: Self.son, count: count)
        + Array(repeating: Self.someBakker, count: count)
      let persons = try MatchFixture.persons(rows)
      #expect(persons.count >= 2)
      for person in persons {
        #expect(
          !(person.contains { $0 < count } && person.contains { $0 >= count && $0 < 2 * count }))
      }
    }
  }

  @Test func `A record that fits two people is of neither, and doubtful`() throws {
    let weigher = try MatchFixture.weigher(
      MatchFixture.records([Self.father, Self.son, Self.someBakker]))
    let clusters = PersonClusters(
      MatchFixture.allLinks(weigher), weigher, reviewed: ReviewedPairs())
    #expect(clusters.persons().map(Array.init) == [[0], [1], [2]])
    #expect(clusters.doubtful == [false, false, true])
    // With the father alone it is his.
    #expect(try MatchFixture.persons([Self.father, Self.someBakker]) == [[0, 1]])
  }

  @Test func `A link between two of many does not chain them`() throws {
    // Two people of one name at two addresses, each with eight signals; one phone stands with both once.
    func rows(at number: String, street: String, postcode: String) -> [DeliveredRow] {
      (0..<8).map { index in
        var row = MatchTests.row("J.", "Bakker", at: number)
        row.addressLine = "\(street) \(number)"
        row.postcode = postcode
        row.phone = index == 7 ? "0670111222" : "067033300\(number)"
        row.email = index == 7 ? "" : "bakker\(number)@example.nl"
        return row
      }
    }
    let both =
      rows(at: "1", street: "Kadehof", postcode: "3111AB")
      + rows(at: "9", street: "Roerdompweg", postcode: "3119KL")
    let weigher = try MatchFixture.weigher(MatchFixture.records(both))
    #expect(weigher.weight(7, 15) > 0)
    let persons = try MatchFixture.persons(both)
    #expect(persons.count == 2)
    #expect(persons.contains { $0.starts(with: 0...6) })
    #expect(persons.contains { $0.starts(with: 8...14) })
    // The two alone are one who moved.
    #expect(try MatchFixture.persons([both[7], both[15]]) == [[0, 1]])
  }

  @Test func `What people decided binds`() throws {
    let alike = [Self.father, Self.father, Self.father]
    #expect(try MatchFixture.persons(alike) == [[0, 1, 2]])
    var reviewed = ReviewedPairs()
    reviewed.different = [(0, 2)]
    let apart = try MatchFixture.persons(alike, reviewed: reviewed)
    // The third fits two people who are not one, and is left alone.
    #expect(apart == [[0], [1], [2]])
    reviewed.different = []
    reviewed.same = [(0, 1)]
    #expect(try MatchFixture.persons([Self.father, Self.son], reviewed: reviewed) == [[0, 1]])
    // In the order of the pairs or the other.
    reviewed.same = [(1, 0)]
    #expect(try MatchFixture.persons([Self.father, Self.son], reviewed: reviewed) == [[0, 1]])
    // Somebody else altogether.
    let stranger = MatchTests.row("Q.", "Terpstra", "2001-12-31", at: "77")
    reviewed.same = [(0, 2), (1, 2)]
    #expect(
      try MatchFixture.persons([Self.father, Self.son, stranger], reviewed: reviewed) == [
        [0, 1, 2]
      ])
  }

  @Test(arguments: UInt64(1)...20)
  func `Decisions bind among any records`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let rows = MatchPropertyTests.rows(30, &random)
    var reviewed = ReviewedPairs()
    for pair in 0..<5 {
      // Nobody decides twice on one record here, so that no two decisions contradict.
      if pair % 2 == 0 {
        reviewed.same.append((pair * 4, pair * 4 + 1))
      } else {
        reviewed.different.append((pair * 4, pair * 4 + 1))
      }
    }
    let persons = try MatchFixture.persons(rows, reviewed: reviewed)
    #expect(persons.flatMap { $0 }.sorted() == Array(rows.indices))
    func areOne(_ pair: (Int, Int)) -> Bool {
      persons.contains { $0.contains(pair.0) && $0.contains(pair.1) }
    }
    #expect(reviewed.same.allSatisfy(areOne), "seed \(seed)")
    #expect(!reviewed.different.contains(where: areOne), "seed \(seed)")
  }
}
