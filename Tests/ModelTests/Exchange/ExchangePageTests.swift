import TestSupport
import Testing

@testable import Model

@Suite struct ExchangePageTests {
  private func sizes(_ cases: [Int], count: Int, most: Int) -> [[Int]] {
    ExchangePage.pages(cases, count: count, most: most).map { [$0.signals.count, $0.cases.count] }
  }

  @Test func withoutSignalsThereIsOneMessage() {
    #expect(sizes([], count: 0, most: 5) == [[0, 0]])
  }

  @Test func messagesAreFilledAndCasesAreNotCut() {
    #expect(sizes([], count: 11, most: 5) == [[5, 0], [5, 0], [1, 0]])
    #expect(sizes([], count: 10, most: 5) == [[5, 0], [5, 0]])
    #expect(sizes([2, 2, 2], count: 9, most: 5) == [[4, 2], [5, 1]])
    #expect(sizes([5], count: 5, most: 5) == [[5, 1]])
    #expect(sizes([5], count: 6, most: 5) == [[5, 1], [1, 0]])
    #expect(sizes([1, 7, 1], count: 9, most: 5) == [[1, 1], [7, 1], [1, 1]])
  }

  @Test(arguments: UInt64(1)...20)
  func everySignalAndCaseStandsInOneMessage(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let cases = (0..<Int.random(in: 0...40, using: &random)).map { _ in
      Int.random(in: 1...6, using: &random)
    }
    let grouped = cases.reduce(0, +)
    let count = grouped + Int.random(in: 0...60, using: &random)
    let pages = ExchangePage.pages(cases, count: count, most: 7)
    #expect(pages.map(\.signals).flatMap { Array($0) } == Array(0..<count))
    #expect(pages.map(\.cases).flatMap { Array($0) } == Array(cases.indices))
    for page in pages {
      #expect(page.signals.count <= 7)
      let first = cases[..<page.cases.lowerBound].reduce(0, +)
      let end = first + cases[page.cases].reduce(0, +)
      #expect(
        page.cases.isEmpty || (page.signals.lowerBound == first && end <= page.signals.upperBound))
    }
  }
}
