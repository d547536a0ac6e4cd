import Model
import TestSupport
import Testing

@testable import Stages

@Suite("Which records are compared")
struct CandidatePairsTests {
  static func records(_ count: Int, _ random: inout SeededGenerator) throws -> MatchRecords {
    var rows = MatchPropertyTests.rows(count, &random)
    for row in rows.indices {
      rows[row].givenNames =
        ["", "", "Jan", "Petra", "Smit"].randomElement(using: &random) ?? ""
      rows[row].phone = ["", "", "0670111222", "0670111333"].randomElement(using: &random) ?? ""
      rows[row].email = ["", "a@example.nl", "b@example.nl"].randomElement(using: &random) ?? ""
      rows[row].reference = ["", "", "A1", "A2"].randomElement(using: &random) ?? ""
      if row % 5 == 0 { rows[row].postcode = "3112CD" }
    }
    return try MatchFixture.records(rows)
  }

  /// The keys of a record in a pass.
  static func keys(_ records: MatchRecords, _ record: Int, _ pass: BlockingPass) -> Set<UInt64> {
    var keys: Set<UInt64> = []
    records.forEachKey(of: record, for: pass.fields) { keys.insert($0) }
    return keys
  }

  @Test(arguments: UInt64(1)...20)
  func `All that share a key, and nobody else`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    // Fewer than any pass takes for a crowd.
    let records = try Self.records(BlockingPass.fewRecords, &random)
    let every = BlockingPass.all
    let lists =
      [
        every, every.reversed(), every.indices.filter { $0 % 2 == 0 }.map { every[$0] },
        every.indices.filter { $0 % 2 == 1 }.map { every[$0] },
      ] + every.map { [$0] }
    for passes in lists {
      var found: [[Int]: Int] = [:]
      var candidates = CandidatePairs(records, passes: passes)
      candidates.forEachPair { found[[min($0, $1), max($0, $1)], default: 0] += 1 }
      var expected: Set<[Int]> = []
      for right in 0..<records.count {
        for left in 0..<right
        where passes.contains(where: {
          !Self.keys(records, left, $0).isDisjoint(with: Self.keys(records, right, $0))
        }) {
          expected.insert([left, right])
        }
      }
      #expect(Set(found.keys) == expected, "seed \(seed)")
      // Two people with two surnames may share both.
      let twice = found.filter { $0.value > 1 }.keys
      #expect(
        twice.allSatisfy { $0.allSatisfy { records.otherSurnameSound($0) != 0 } }, "seed \(seed)")
    }
  }

  @Test(arguments: UInt64(1)...10)
  func `What two have in common says whether they share a key`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let records = try Self.records(60, &random)
    for right in 0..<records.count {
      for left in 0..<right {
        let common = records.common(left, right)
        #expect(common == records.common(right, left))
        for pass in BlockingPass.all {
          let share = !Self.keys(records, left, pass).isDisjoint(
            with: Self.keys(records, right, pass))
          #expect(common.isSuperset(of: pass.fields) == share, "seed \(seed)")
        }
      }
    }
  }

  @Test
  func `A crowd costs no more than its records, and neighbours in it still meet`() throws {
    let pass = try #require(BlockingPass.all.first { $0.fields == [.sound] })
    var rows = (0..<600).map { index in
      MatchTests.row(
        "J.", "Bakker", "19\(10 + index % 80)-0\(1 + index % 9)-\(10 + index % 19)",
        at: String(1 + index))
    }
    rows[17].birthDate = "2002-11-30"
    rows[555].birthDate = "2002-11-30"
    rows[400].houseNumber = ""
    rows[400].addressLine = "Kadehof 901"
    rows[3].addressLine = "Kadehof 901"
    let records = try MatchFixture.records(rows)
    var count = 0
    var found: Set<[Int]> = []
    var candidates = CandidatePairs(records, passes: [pass])
    candidates.forEachPair {
      count += 1
      found.insert([min($0, $1), max($0, $1)])
    }
    #expect(count <= 16 * records.count)
    #expect(found.contains([17, 555]))
    #expect(found.contains([3, 400]))
  }
}
