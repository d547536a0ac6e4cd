import Definitions
import Model
import Testing

/// How municipalities are dealt out to the parts of a run.
@Suite struct PartitionTests {
  private func codes(_ count: Int) -> [MunicipalityCode] {
    (1...count).compactMap { MunicipalityCode(number: $0 * 17) }
  }

  @Test(arguments: [1, 2, 3, 7, 50])
  func everyMunicipalityIsInOnePartAndPartsAreOfOneSize(count: Int) throws {
    let all = codes(50)
    let parts = try (1...count).map { number in
      try #require(Partition("\(number)/\(count)")).deal(all.reversed())
    }
    #expect(parts.flatMap { $0 }.sorted() == all)
    let sizes = parts.map(\.count)
    #expect((sizes.max() ?? 0) - (sizes.min() ?? 0) <= 1)
    for part in parts { #expect(part == part.sorted()) }
  }

  @Test func partsBeyondTheMunicipalitiesAreEmpty() throws {
    let last = try #require(Partition("4/4"))
    #expect(last.deal(codes(3)).isEmpty && last.description == "4/4")
  }

  @Test(arguments: [
    "", "/", "1", "0/3", "4/3", "x/3", "1/x", "1/2/3", "-1/3", "1/10000", "¹/2",
    "1/99999999999999999999",
  ])
  func nonsenseIsNoPartition(text: String) {
    #expect(Partition(text) == nil)
  }
}
