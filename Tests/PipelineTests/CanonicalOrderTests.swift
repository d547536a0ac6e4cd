import Pipeline
import TestSupport
import Testing

@Suite struct CanonicalOrderTests {
  /// Sorting whole digests and places as the second implementation; digests of few values meet often.
  @Test(arguments: [UInt64(1), 2, 3, 4, 5, 6])
  func `Drawers give the order of a plain sort`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<40 {
      let known = Int.random(in: 0...9, using: &random)
      let values = UInt64.random(
        in: 0...UInt64(1) << UInt64.random(in: 0...63, using: &random), using: &random)
      let shift = UInt64.random(in: 0...54, using: &random)
      let digests = (0..<Int.random(in: 0...300, using: &random)).map { _ in
        RowDigest(
          high: (UInt64.random(in: 0...values, using: &random) << shift) >> UInt64(known),
          low: UInt64.random(in: 0...3, using: &random))
      }
      let plain = digests.indices.sorted { (digests[$0], $0) < (digests[$1], $1) }
      #expect(CanonicalOrder.places(of: digests).map(Int.init) == plain, "seed \(seed)")
      #expect(
        CanonicalOrder.places(of: digests, skipping: known).map(Int.init) == plain, "seed \(seed)")
    }
  }
}
