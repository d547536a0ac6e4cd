import Foundation
import Testing

/// Nothing in the repository may be, or look like, somebody's number, or tell where it was made.
@Suite struct PersonalDataTests {
  /// Published numbers for tests, which nobody has.
  private static let published: Set<String> = ["111222333", "123456782", "999990019"]

  @Test func noNumberCouldBeACitizenServiceNumber() throws {
    for file in SourceTree.texts { check(file.text, of: file.path) }
    for path in SourceTree.paths where path.hasSuffix(".gz") || path.hasSuffix("/delivery") {
      let isMalformed = path.hasPrefix("fixtures/malformed/")
      let text = try SourceTree.run("gzip", "-dc", "--force", path)
      #expect(!text.isEmpty || isMalformed, "\(path) cannot be read")
      check(String(decoding: text, as: UTF8.self), of: path)
    }
  }

  @Test(arguments: [
    ("111222333", true), ("123456782", true), ("999990019", true), ("123456789", false),
    ("111222334", false), ("000000000", false),
  ])
  func theElevenTestIsTheOfficialOne(number: String, passes: Bool) {
    #expect(passesElevenTest(number) == passes)
  }

  @Test func noPathOfTheMachineItWasMadeOn() {
    for file in SourceTree.texts where !file.path.hasPrefix("Tests/HouseRulesTests/") {
      for (index, line) in file.lines.enumerated() {
        #expect(
          !String(line).contains(pattern: #"(?<![\w.~-])/(work|home|root|Users)/"#),
          "\(file.path):\(index + 1) holds a path of some machine")
      }
    }
  }

  private func check(_ text: String, of path: String) {
    for number in nineDigitNumbers(in: text) where passesElevenTest(number) {
      #expect(
        Self.published.contains(number),
        "\(path) holds a 9-digit number that could be a citizen service number (value withheld)")
    }
  }

  /// Runs of exactly nine digits that are not part of a longer word.
  private func nineDigitNumbers(in text: String) -> Set<String> {
    var found: Set<String> = []
    var word: [UInt8] = []
    for byte in Array(text.utf8) + [0x20] {
      let isWord =
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
        || byte == 0x5F || byte >= 0x80
      if isWord {
        word.append(byte)
      } else {
        if word.count == 9, word.allSatisfy({ (0x30...0x39).contains($0) }) {
          found.insert(String(decoding: word, as: UTF8.self))
        }
        word.removeAll(keepingCapacity: true)
      }
    }
    return found
  }

  /// 9·a + 8·b + … + 2·h − i is a multiple of eleven, and not zero.
  private func passesElevenTest(_ number: String) -> Bool {
    var sum = 0
    for (index, byte) in number.utf8.enumerated() {
      sum += Int(byte - 0x30) * (index == 8 ? -1 : 9 - index)
    }
    return sum != 0 && sum % 11 == 0
  }
}
