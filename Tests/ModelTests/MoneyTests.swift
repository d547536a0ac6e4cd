import Model
import Testing

@Suite struct MoneyTests {
  @Test(arguments: [
    (0, "0,00"), (5, "0,05"), (-5, "-0,05"), (1_250, "12,50"), (99_999, "999,99"),
    (123_456, "1.234,56"), (-123_456, "-1.234,56"), (100_000_000, "1.000.000,00"),
    (Int64.min, "-92.233.720.368.547.758,08"), (Int64.max, "92.233.720.368.547.758,07"),
  ])
  func isWrittenAsADutchReaderDoes(cents: Int64, expected: String) {
    #expect(Money(cents: cents).dutch == expected)
  }

  @Test func addsWithoutWrappingRound() {
    #expect(Money(cents: 1) + Money(cents: 2) == Money(cents: 3))
    #expect(Money(cents: .max) + Money(cents: 1) == Money(cents: .max))
    #expect(Money(cents: .min) + Money(cents: -1) == Money(cents: .min))
    #expect(Money(cents: -1) < .zero)
  }
}
