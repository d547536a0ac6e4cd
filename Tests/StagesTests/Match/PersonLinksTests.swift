import Model
import TestSupport
import Testing

@testable import Stages

@Suite("The links found in an invented municipality")
struct PersonLinksTests {
  @Test
  func `The passes find what comparing all with all finds`() throws {
    let rows = try SampleRecords.rows(1_500, seed: 606)
    try #require(rows.count > 1_400)
    let records = try MatchFixture.records(rows)
    let comparison = PairComparison(records: records, rarity: ValueRarity(records))
    let (links, weigher) = try PersonLinks.find(comparison, model: ShippedModel.load())
    let found = Set(links.filter { $0.weight > 0 }.map { [$0.first, $0.second] })
    var (all, missed) = (0, 0)
    for right in 0..<records.count {
      for left in 0..<right where weigher.weight(left, right) > 0 {
        all += 1
        if !found.contains([UInt32(left), UInt32(right)]) { missed += 1 }
      }
    }
    try #require(all > 500)
    #expect(all - missed == found.count)
    #expect(missed * 1_000 <= all * 5, "\(missed) of \(all)")
  }

  @Test
  func `Every link weighs what its two records weigh in the end`() throws {
    let records = try MatchFixture.records(try SampleRecords.rows(600, seed: 28))
    let comparison = PairComparison(records: records, rarity: ValueRarity(records))
    let (links, weigher) = try PersonLinks.find(comparison, model: ShippedModel.load())
    try #require(links.count > 300)
    for link in links {
      #expect(link.first < link.second)
      #expect(link.weight == weigher.weight(Int(link.first), Int(link.second)))
    }
    let places = links.map { UInt64($0.first) << 32 | UInt64($0.second) }
    #expect(places == Set(places).sorted())
  }

  @Test(arguments: [UInt64(1), 2])
  func `The number of threads changes nothing`(seed: UInt64) throws {
    let records = try MatchFixture.records(try SampleRecords.rows(400, seed: seed))
    let comparison = PairComparison(records: records, rarity: ValueRarity(records))
    let model = try ShippedModel.load()
    let (links, weigher) = PersonLinks.find(comparison, model: model, threads: 1)
    #expect(links.count > 100)
    for threads in [2, 3, 19] {
      let (others, other) = PersonLinks.find(comparison, model: model, threads: threads)
      #expect(others == links, "\(threads) threads")
      #expect(other.estimates == weigher.estimates)
    }
  }
}
