import TestSupport
import Testing

@testable import Pipeline

/// Counting from group sizes gives what looking at every pair gives.
@Suite struct ContingencyTests {
  @Test(arguments: 0..<60)
  func countsWhatLookingAtEveryPairCounts(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let rows = Int.random(in: 0...60, using: &random)
    let groups = Int32.random(in: 1...30, using: &random)
    let kinds = Int.random(in: 1...6, using: &random)
    let real = (0..<rows).map { _ in Int32.random(in: 0..<groups, using: &random) }
    // Mostly the truth, sometimes another group.
    let found = real.map {
      Int.random(in: 0..<4, using: &random) == 0 ? Int32.random(in: 0..<groups, using: &random) : $0
    }
    let kindOf = (0..<rows).map { _ in UInt8.random(in: 0..<UInt8(kinds), using: &random) }
    let plain = PlainEvaluation(found: found, real: real, kinds: kindOf)
    let contingency = Contingency(found: found, real: real)
    #expect(contingency.pairs == plain.pairs)
    let clusters = contingency.clusters
    #expect(clusters.exact == plain.exact)
    #expect(clusters.found == Set(found).count)
    #expect(clusters.real == Set(real).count)
    #expect(abs(clusters.precisionSum - plain.bCubedPrecision) < 1e-9)
    #expect(abs(clusters.recallSum - plain.bCubedRecall) < 1e-9)
    let matrices = PairMatrices(contingency, kindOf: kindOf, kinds: kinds)
    for kind in 0..<kinds {
      #expect(PairCounts(matrices) { $0.pairs(upTo: kind) } == plain.upTo[kind] ?? PairCounts())
      #expect(PairCounts(matrices) { $0.pairs(with: kind) } == plain.with[kind] ?? PairCounts())
      for other in kind..<kinds {
        #expect(
          PairCounts(matrices) { $0[kind, other] } == plain.between[[kind, other]] ?? PairCounts())
      }
    }
  }

  @Test func theFiguresOfASmallExample() {
    // Found: {a a a} {b} {c c}; real: {a a} {a b} {c c}.
    let counts = Contingency(found: [0, 0, 0, 1, 2, 2], real: [0, 0, 1, 1, 2, 2])
    #expect(counts.pairs == PairCounts(found: 4, real: 3, right: 2))
    #expect("\(counts.pairs.precision.map(\.description) ?? "")" == "0.5000")
    #expect("\(counts.pairs.recall.map(\.description) ?? "")" == "0.6667")
    #expect("\(counts.pairs.f1.map(\.description) ?? "")" == "0.5714")
    #expect(counts.clusters.exact == 1)
    #expect("\(counts.clusters.f1.map(\.description) ?? "")" == "0.3333")
    // (2/3 + 2/3 + 1/3 + 1 + 1 + 1) ÷ 6, and (1 + 1 + 1/2 + 1/2 + 1 + 1) ÷ 6.
    #expect("\(counts.clusters.bCubedPrecision.map(\.description) ?? "")" == "0.7778")
    #expect("\(counts.clusters.bCubedRecall.map(\.description) ?? "")" == "0.8333")
  }

  @Test func nothingHasNoFigures() {
    let counts = Contingency(found: [], real: [])
    #expect(counts.pairs == PairCounts())
    #expect(counts.pairs.precision == nil)
    #expect(counts.pairs.recall == nil)
    #expect(counts.pairs.f1 == nil)
    #expect(counts.clusters.bCubedF1 == nil)
  }

  @Test func aMillionRowsOfOnePersonAreCounted() {
    let group = [Int32](repeating: 0, count: 1_000_000)
    let counts = Contingency(found: group, real: group)
    #expect(counts.pairs.found == 499_999_500_000)
    #expect(counts.pairs.f1 == Share(tenThousandths: 10_000))
  }

  @Test(arguments: [
    (95, 100, "0.0491"), (0, 0, "-"), (100, 100, "0.0269"), (9500, 10_000, "0.0044"),
  ])
  func marginsNarrowWithPairs(part: Int, whole: Int, words: String) {
    #expect((Share.margin(part, of: whole).map { "\($0)" } ?? "-") == words)
  }

  @Test(arguments: [
    (1, 3, "0.3333"), (2, 3, "0.6667"), (1, 20_000, "0.0001"), (1, 20_001, "0.0000"),
    (0, 5, "0.0000"), (5, 5, "1.0000"), (499_999_499_999, 499_999_500_000, "1.0000"),
  ])
  func sharesAreRounded(part: Int, whole: Int, words: String) {
    #expect(Share(part, of: whole)?.description == words)
  }

  @Test func differencesHaveASign() {
    #expect((Share(tenThousandths: 9_000) - Share(tenThousandths: 9_250)).description == "-0.0250")
    #expect(Share(0, of: 0) == nil)
  }
}
