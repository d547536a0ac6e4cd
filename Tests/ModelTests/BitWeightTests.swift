import Model
import TestSupport
import Testing

@Suite("Weights in hundredths of a bit")
struct BitWeightTests {
  /// The logarithm to base 2 by its series: ln x = 2 artanh((x - 1) / (x + 1)), for halves and doubles apart.
  static func logarithm(_ value: Double) -> Double {
    var (value, whole) = (value, 0.0)
    while value >= 2 { (value, whole) = (value / 2, whole + 1) }
    while value < 1 { (value, whole) = (value * 2, whole - 1) }
    func natural(_ value: Double) -> Double {
      let part = (value - 1) / (value + 1)
      var (power, sum) = (part, 0.0)
      for order in stride(from: 1.0, to: 200, by: 2) {
        sum += power / order
        power *= part * part
      }
      return 2 * sum
    }
    return whole + natural(value) / natural(2)
  }

  @Test(arguments: UInt64(1)...20)
  func `Agrees with the series`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<200 {
      let size = Double.random(in: 1...12, using: &random)
      var chance = Double.random(in: 0.1...1, using: &random)
      for _ in 0..<Int(size) { chance /= 10 }
      let other = Double.random(in: 0.00001...1, using: &random)
      let expected = Self.logarithm(chance / other) * 100
      // Half a hundredth is rounding.
      #expect(abs(Double(BitWeight.of(chance, over: other)) - expected) < 0.501)
    }
  }

  @Test
  func `Powers of two are whole bits`() {
    for bits in Int32(-30)...30 {
      let value = Double(sign: .plus, exponent: Int(bits), significand: 1)
      #expect(BitWeight.of(value, over: 1) == bits * 100)
      #expect(BitWeight.power(bits * 100) == value)
    }
    #expect(BitWeight.of(0, over: 1) == 0)
    #expect(BitWeight.of(1, over: 0) == 0)
  }

  @Test
  func `A power turns a weight back`() {
    for weight in Int32(-2_999)...2_999 {
      #expect(BitWeight.of(BitWeight.power(weight), over: 1) == weight)
    }
  }

  @Test
  func `A chance follows from a weight`() {
    #expect(BitWeight.probability(0) == 0.5)
    #expect(abs(BitWeight.probability(100) - 2.0 / 3) < 1e-12)
    #expect(BitWeight.probability(5_000) == 1 && BitWeight.probability(-5_000) == 0)
    for weight in stride(from: Int32(-4_000), through: 3_999, by: 7) {
      let chance = BitWeight.probability(weight)
      #expect(chance <= BitWeight.probability(weight + 1))
      #expect(abs(chance + BitWeight.probability(-weight) - 1) < 1e-12)
    }
  }
}
