import Diagnostics
import TestSupport
import Testing

@Suite struct FoundKindTests {
  @Test(arguments: [
    ("", "nothing"), ("7", "1 digit"), ("12345678", "8 digits"), ("a", "1 letter"),
    ("straat", "6 letters"), ("€ 12,50", "7 characters with letters and digits"),
    ("12-03", "5 characters with digits and signs"), ("a b", "3 characters with letters"),
    ("--", "2 characters without letters or digits"), ("é", "1 letter"),
  ])
  func saysTheKindWithoutTheText(text: String, expected: String) {
    #expect(foundKind(of: text.utf8) == expected)
  }

  /// Seed 9.
  @Test func neverRepeatsWhatWasFound() {
    var random = SeededGenerator(seed: 9)
    let alphabet = Array("ABCDEFGHJKLM0123456789 -.")
    for _ in 0..<500 {
      let length = Int.random(in: 4...20, using: &random)
      let text = String(
        (0..<length).map { _ in alphabet[Int.random(in: 0..<alphabet.count, using: &random)] })
      #expect(!foundKind(of: text.utf8).contains(text))
    }
  }
}
