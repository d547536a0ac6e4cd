import Model
import TestSupport
import Testing

@Suite struct IdentifierTests {
  /// Seed 128.
  @Test func readsWhatItWrites() throws {
    var random = SeededGenerator(seed: 128)
    for _ in 0..<1_000 {
      let id = SignalID(high: random.next(), low: random.next())
      #expect(id.description.count == 32)
      #expect(SignalID(id.description) == id)
      let other = SignalID(high: random.next(), low: random.next())
      #expect((id < other) == (id.description < other.description))
    }
  }

  @Test(arguments: [
    "", "0123456789abcdef0123456789abcde", "0123456789abcdef0123456789abcdef0",
    "0123456789ABCDEF0123456789ABCDEF", "0123456789abcdeg0123456789abcdef",
  ])
  func refusesOtherTexts(text: String) {
    #expect(SignalID(text) == nil)
  }

  @Test func absentIsWrittenAsNothing() {
    #expect(SignalID.absent.isAbsent)
    #expect(SignalID.absent.description.isEmpty)
    #expect(!SignalID(high: 0, low: 1).isAbsent)
    #expect(SignalID(high: 0, low: 1).description == "00000000000000000000000000000001")
  }
}
