import Model

/// A short word as one number: five bits for each plain letter.
///
/// Two words have the same code only if they are the same letters. Words of more than twelve letters,
/// and those with digits, have the code 0.
struct WordCode: Equatable {
  private(set) var bits: UInt64 = 0
  private var letters = 0

  /// The empty word.
  init() {}

  /// The code of a word in the program, in small letters and apostrophes.
  init(_ word: StaticString) {
    for index in 0..<word.utf8CodeUnitCount { append(word.utf8Start[index]) }
  }

  /// Adds a small letter, an apostrophe, or anything else, which makes it no word.
  @inline(__always)
  mutating func append(_ byte: UInt8) {
    letters += 1
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"): bits = bits << 5 | UInt64(byte & 0x1F)
    case UInt8(ascii: "'"): bits = bits << 5 | 27
    default: letters = 100
    }
  }

  /// The code, or 0 when it is no short word.
  @inline(__always)
  var value: UInt64 { letters <= 12 ? bits : 0 }

  /// Whether the last letters are those of another word, which has at most twelve.
  @inline(__always)
  func hasEnding(_ ending: WordCode) -> Bool {
    letters < 100 && bits & (1 << UInt64(5 * ending.letters) - 1) == ending.bits
  }
}

/// What the words of a small list mean, found without comparing text.
struct WordTable<Meaning: OptionSet & Sendable>: Sendable where Meaning.RawValue == UInt16 {
  private var codes: [UInt64]
  private var meanings: [UInt16]

  /// Creates a table of lists of words of at most twelve letters, in small plain letters and parted by blanks.
  init(_ lists: [(meaning: Meaning, words: StaticString)]) {
    codes = Array(repeating: 0, count: 1024)
    meanings = Array(repeating: 0, count: 1024)
    for (meaning, words) in lists {
      var word = WordCode()
      for index in 0..<words.utf8CodeUnitCount {
        let byte = words.utf8Start[index]
        if byte != 0x20 { word.append(byte) }
        if byte == 0x20 || index == words.utf8CodeUnitCount - 1 {
          assert(word.value != 0, "a word of the list is too long or no word")
          insert(word.value, meaning)
          word = WordCode()
        }
      }
    }
  }

  private mutating func insert(_ code: UInt64, _ meaning: Meaning) {
    var slot = Self.slot(code)
    while codes[slot] != 0 && codes[slot] != code { slot = (slot + 1) & 1023 }
    codes[slot] = code
    meanings[slot] |= meaning.rawValue
  }

  @inline(__always)
  private static func slot(_ code: UInt64) -> Int {
    Int((code &* 0x9E37_79B9_7F4A_7C15) >> 54)
  }

  /// Returns the meaning of a word, empty when it is not in a list.
  @inline(__always)
  subscript(word: WordCode) -> Meaning {
    let code = word.value
    guard code != 0 else { return [] }
    var slot = Self.slot(code)
    while codes[slot] != 0 {
      if codes[slot] == code { return Meaning(rawValue: meanings[slot]) }
      slot = (slot + 1) & 1023
    }
    return []
  }
}
