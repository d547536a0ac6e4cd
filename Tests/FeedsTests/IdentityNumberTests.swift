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
    ("11122233a", false), ("111.222.333", true), ("111 222 333", true), ("1112.22.333", true),
    ("111-222-333", true), ("00000012", true), ("00000013", false), ("1.234.567", false),
    ("12-03-1984", false), ("19840312", false), ("111.222.3334", false), (".111222333", false),
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
    for rows in 2...4 {
      let few = InventedFeed.refusal(delivery({ _ in "123.456.782" }, rows: rows))
      #expect(few.map(\.code.id) == ["FEED-021"])
    }
    let most = delivery({ $0 % 6 == 0 ? "geen" : $0 % 7 == 0 ? "" : "123456782" }, rows: 35)
    #expect(InventedFeed.refusal(most).map(\.code.id) == ["FEED-021"])
  }

  /// A second, slower test: the digits one by one, with their weights.
  @Test func agreesWithTheTestByDigits() {
    var random = SeededGenerator(seed: 11)
    var passing = 0
    for _ in 0..<20_000 {
      let number = Int.random(in: 1...999_999_999, using: &random)
      let digits = String(String(1_000_000_000 + number).dropFirst()).compactMap(\.wholeNumberValue)
      let weights = [9, 8, 7, 6, 5, 4, 3, 2, -1]
      let passes = zip(digits, weights).reduce(0) { $0 + $1.0 * $1.1 } % 11 == 0
      if passes { passing += 1 }
      let text = digits.map(String.init).joined()
      #expect(decoding(text) { IdentityNumberScan.passes($0) } == passes)
    }
    #expect((1500...2200).contains(passing))
  }

  @Test func leavesOthersAlone() throws {
    for text in [
      delivery({ _ in "111222333" }, rows: 1),
      delivery({ $0 == 2 ? "geen" : "111222333" }, rows: 4),
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
