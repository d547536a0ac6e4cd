import Diagnostics
import Testing

@Suite struct SuggestionTests {
  private let stages = ["receive", "normalise", "deduplicate", "match", "prioritise", "publish"]

  @Test(arguments: [
    ("normalize", "; did you mean normalise?"), ("Match", "; did you mean match?"),
    ("mtach", ""), ("recieve", "; did you mean receive?"), ("zzz", ""), ("", ""),
  ])
  func namesTheNearestWord(word: String, expected: String) {
    #expect(suggestion(for: word, among: stages) == expected)
  }

  @Test func doesNotDependOnTheOrderOfTheKnownWords() {
    let expected = suggestion(for: "bat", among: ["cat", "hat", "rat"])
    #expect(expected == "; did you mean cat?")
    #expect(suggestion(for: "bat", among: ["rat", "hat", "cat"]) == expected)
    #expect(suggestion(for: "bat", among: [String]()) == "")
  }
}
