import Foundation
import TestSupport
import Testing

/// The invented deliveries come with their truth: what should become of every row, and who is who.
@Suite struct TruthTests {
  @Test func everyRowGetsTheFateItWasMadeFor() throws {
    let folder = try TemporaryFolder()
    _ = try NightFixture.run(into: folder)
    let run = NightFixture.current(folder)
    let ledger = try NightFixture.table(run.appendingPathComponent("ledger.csv.gz"))
    let truth = try NightFixture.table(Repository.url("fixtures/truth.csv"))
    #expect(truth.count == ledger.count)
    // Copies of a report are alike: which of them stands is not the truth's business, how many is.
    let becameBy = Dictionary(
      grouping: ledger, by: { "\($0["delivery"] ?? "") \($0["row"] ?? "")" })
    var made: [String: [String]] = [:]
    var became: [String: [String]] = [:]
    for row in truth {
      let person = "\(row["delivery"] ?? "") \(row["person"] ?? "")"
      let found = try #require(becameBy["\(row["delivery"] ?? "") \(row["row"] ?? "")"])
      #expect(found.count == 1)
      made[person, default: []].append(row["fate"] ?? "")
      became[person, default: []].append(found.first?["fate"] ?? "")
    }
    let differing = made.keys.sorted().filter { made[$0]?.sorted() != became[$0]?.sorted() }
    let words = differing.prefix(10).map {
      "\($0): made as \(made[$0] ?? []), became \(became[$0] ?? [])"
    }
    #expect(differing.isEmpty, "\(differing.count): \(words)")
  }

  /// A wrong match tells a neighbour about a debt: none is allowed on the fixtures.
  @Test func nobodyIsTakenForSomebodyElse() throws {
    let folder = try TemporaryFolder()
    _ = try NightFixture.run(into: folder)
    let run = NightFixture.current(folder)
    var truth: [String: String] = [:]
    for row in try NightFixture.table(Repository.url("fixtures/truth.csv")) {
      truth["\(row["delivery"] ?? "") \(row["row"] ?? "")"] = row["person"]
    }
    var truePairs = 0
    var foundPairs = 0
    var wrongPairs = 0
    for code in NightFixture.municipalities {
      let matched = try NightFixture.table(run.appendingPathComponent("\(code)/matched.csv.gz"))
      var found: [String: [String: Int]] = [:]
      var real: [String: Int] = [:]
      for row in matched {
        let person = try #require(truth["\(row["delivery"] ?? "") \(row["row"] ?? "")"])
        found[row["person_id"] ?? "", default: [:]][person, default: 0] += 1
        real[person, default: 0] += 1
      }
      truePairs += real.values.map { $0 * ($0 - 1) / 2 }.reduce(0, +)
      for people in found.values {
        let total = people.values.reduce(0, +)
        let right = people.values.map { $0 * ($0 - 1) / 2 }.reduce(0, +)
        foundPairs += right
        wrongPairs += total * (total - 1) / 2 - right
      }
    }
    #expect(wrongPairs == 0)
    #expect(truePairs > 500)
    let recall = Double(foundPairs) / Double(truePairs)
    #expect(recall >= 0.8, "\(foundPairs) of \(truePairs) true pairs found")
  }
}
