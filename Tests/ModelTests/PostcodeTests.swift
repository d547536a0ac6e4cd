import Foundation
import Model
import TestSupport
import Testing

@Suite struct PostcodeTests {
  /// The spellings that partners send.
  @Test(arguments: [
    ("3111AB", "3111AB"), ("3111 AB", "3111AB"), ("3111  AB", "3111AB"), ("3111ab", "3111AB"),
    ("3111-AB", "3111AB"), ("3111.ab", "3111AB"), ("NL-3111 AB", "3111AB"), ("1O12 AB", "1012AB"),
    ("1012 A0", "1012AO"), ("3111AB Schiedam", "3111AB"), ("3111 AB  SCHIEDAM", "3111AB"),
    ("Kadehof 12, 3131 AB Vlaardingen", "3131AB"), ("3111\u{A0}AB", "3111AB"),
    ("3111      AB", "3111AB"), ("3111\nAB Schiedam", "3111AB"), ("3111 . -AB", "3111AB"),
  ])
  func findsEverySpelling(text: String, expected: String) throws {
    let arena = ByteArena()
    let cell = arena.store(text)
    let found = try #require(Postcode.find(in: arena[cell]))
    #expect(spelled(found.postcode) == expected)
    #expect(Postcode.find(in: arena[cell][found.range])?.postcode == found.postcode)
  }

  @Test(arguments: [
    "", "3111", "3111 A", "0111AB", "O111AB", "OO12AB", "31115 AB", "3111ABC", "B-1000 Brussel",
    "10115 Berlin", "Schiedam", "AB 3111", "3111_AB", "3111 - - AB",
  ])
  func findsNoneWhereThereIsNone(text: String) {
    let arena = ByteArena()
    let cell = arena.store(text)
    #expect(Postcode.find(in: arena[cell]) == nil)
  }

  /// A regular expression as the second implementation.
  ///
  /// Seed 3111.
  @Test func agreesWithARegularExpression() throws {
    let pattern = try NSRegularExpression(
      pattern: """
        (?<![0-9A-Za-z])(?:[1-9][0-9]{3}|[1-9][Oo][0-9]{2}|[1-9][0-9][Oo][0-9]|[1-9][0-9]{2}[Oo])\
        (?:[ ]+|[.-]){0,4}[A-Za-z0]{2}(?![0-9A-Za-z])
        """)
    var random = SeededGenerator(seed: 3111)
    let alphabet = Array("0139OaZ -.")
    var hits = 0
    for _ in 0..<60_000 {
      let length = Int.random(in: 5...12, using: &random)
      var text = ""
      for _ in 0..<length {
        text.append(alphabet[Int.random(in: 0..<alphabet.count, using: &random)])
      }
      let arena = ByteArena()
      let cell = arena.store(text)
      let found = Postcode.find(in: arena[cell])?.range
      let range = NSRange(text.startIndex..., in: text)
      let expected = pattern.firstMatch(in: text, range: range)
        .map { $0.range.location..<$0.range.location + $0.range.length }
      #expect(found == expected, "\(text)")
      if found != nil { hits += 1 }
    }
    #expect(hits > 50)
  }

  @Test func ordersAsWritten() throws {
    let low = try #require(Postcode(digits: 3111, UInt8(ascii: "A"), UInt8(ascii: "Z")))
    let high = try #require(Postcode(digits: 3111, UInt8(ascii: "B"), UInt8(ascii: "A")))
    #expect(low < high)
    #expect(spelled(low) == "3111AZ")
    #expect(spelled(high) == "3111BA")
    #expect(spelled(.absent).isEmpty)
    #expect(Postcode(digits: 999, UInt8(ascii: "A"), UInt8(ascii: "A")) == nil)
    #expect(Postcode(digits: 3111, UInt8(ascii: "a"), UInt8(ascii: "A")) == nil)
  }

  private func spelled(_ postcode: Postcode) -> String {
    let arena = ByteArena()
    arena.append(postcode)
    return arena.bytes.string
  }
}
