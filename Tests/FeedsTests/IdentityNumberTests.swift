import Definitions
import Diagnostics
import Model
import Pipeline
import TestSupport
import Testing

@testable import Feeds

@Suite struct IdentityNumberTests {
  @Test(arguments: [
    ("111222333", true), ("123456782", true), ("999990019", true), ("000000000", false),
    ("123456789", false), ("987654321", false), ("11122233", false), ("1112223334", false),
    ("11122233a", false),
  ])
  func testsOnEleven(_ text: String, _ passes: Bool) {
    #expect(decoding(text) { IdentityNumberScan.passes($0) } == passes)
  }

  func delivery(_ note: (Int) -> String, reference: (Int) -> String = { "A-\($0)" }, rows: Int)
    -> String
  {
    InventedFeed.header + "\n"
      + (0..<rows).map { "\(reference($0));Jansen;;12,00;;02-11-2026;huur;;\(note($0))\n" }.joined()
  }

  @Test func refusesAColumnOfThem() throws {
    let found = InventedFeed.refusal(delivery({ _ in "111222333" }, rows: 5))
    #expect(found.map(\.code.id) == ["FEED-021"])
    #expect(found.first?.location.column == "Notitie")
    #expect(found.first?.sentence.contains("111222333") == false)
    let most = delivery({ $0 % 6 == 0 ? "geen" : $0 % 7 == 0 ? "" : "123456782" }, rows: 35)
    #expect(InventedFeed.refusal(most).map(\.code.id) == ["FEED-021"])
  }

  @Test func leavesOthersAlone() throws {
    for text in [
      delivery({ _ in "111222333" }, rows: 4),
      delivery({ $0 % 3 == 0 ? "111222333" : "123456789" }, rows: 60),
      delivery({ _ in "" }, reference: { _ in "111222333" }, rows: 19),
      delivery({ _ in "" }, reference: { $0 == 7 ? "123456789" : "111222333" }, rows: 40),
    ] {
      #expect(try InventedFeed.read(Array(text.utf8)).rejected.isEmpty)
    }
    let all = delivery({ _ in "" }, reference: { _ in "111222333" }, rows: 20)
    #expect(InventedFeed.refusal(all).map(\.location.column) == ["Nr"])
  }
}
