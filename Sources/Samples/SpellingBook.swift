/// Words with every spelling that partners hold of them.
struct SpellingBook {
  /// A word and what stands behind it in a table.
  struct Entry {
    var word: String
    /// Other spellings.
    var others: [String] = []
    /// What somebody of this name is called by.
    var calls: [String] = []
  }

  /// All spellings, one word after another.
  let spellings: WordList
  /// The first letter of each spelling.
  let initials: WordList
  private let first: [Int]
  private let others: [Int]
  private let calls: [Int]
  private let hasPlain: [Bool]
  private let hasHeard: [Bool]

  /// Which of the spellings of a word: the usual one, without marks, as heard, and then the others.
  static let usual = 0
  private static let plain = 1
  private static let heard = 2
  private static let firstOther = 3

  /// Prepares words.
  init(_ entries: [Entry]) {
    var spellings: [String] = []
    var first: [Int] = []
    var hasPlain: [Bool] = []
    var hasHeard: [Bool] = []
    for entry in entries {
      first.append(spellings.count)
      let (plain, heard) = (Spelling.withoutMarks(entry.word), Spelling.asHeard(entry.word))
      hasPlain.append(plain != entry.word)
      hasHeard.append(heard != entry.word)
      spellings += [entry.word, plain, heard] + entry.others + entry.calls
    }
    self.spellings = WordList(spellings)
    initials = WordList(spellings.map { $0.hasPrefix("IJ") ? "IJ" : String($0.prefix(1)) })
    self.first = first
    others = entries.map(\.others.count)
    calls = entries.map(\.calls.count)
    self.hasPlain = hasPlain
    self.hasHeard = hasHeard
  }

  /// The number of words.
  var count: Int { first.count }

  /// Where a spelling of a word stands in ``spellings``.
  func place(_ word: Int, _ spelling: Int) -> Int { first[word] + spelling }

  /// Whether a spelling takes the place of a prefix too.
  static func replacesPrefix(_ spelling: Int) -> Bool { spelling >= firstOther }

  /// Draws the spelling that a partner holds.
  ///
  /// - Parameters:
  ///   - word: Of which word.
  ///   - other: How often, in thousandths, an other spelling where there is one.
  ///   - draw: Decides.
  /// - Returns: Which of the spellings of the word.
  func spelling(of word: Int, other: Int, _ draw: inout Draw) -> Int {
    let manner = draw.below(1000)
    let which = draw.below(max(1, others[word]))
    if others[word] > 0, manner < other { return SpellingBook.firstOther + which }
    if hasPlain[word], manner < other + Rate.withoutMarks { return SpellingBook.plain }
    return hasHeard[word] && manner >= 1000 - Rate.asHeard ? SpellingBook.heard : SpellingBook.usual
  }

  /// What somebody of this name is called by; `nil` if by the name itself.
  func call(of word: Int, _ draw: inout Draw) -> Int? {
    let which = draw.below(max(1, calls[word]))
    return calls[word] > 0 ? SpellingBook.firstOther + others[word] + which : nil
  }
}

/// How a name changes when it is typed over or heard.
enum Spelling {
  /// The name in letters of A to Z, as a system without marks holds it.
  static func withoutMarks(_ name: String) -> String {
    var plain = ""
    for scalar in name.unicodeScalars {
      plain += scalar.value < 0x80 ? String(scalar) : marks[scalar] ?? String(scalar)
    }
    return plain
  }

  /// The name as somebody writes it who hears it: one change, the first of the list that applies.
  static func asHeard(_ name: String) -> String {
    for (from, to) in sounds {
      if let range = name.range(ofFirst: from) {
        return name.replacingCharacters(in: range, with: to)
      }
    }
    return name
  }

  private static let sounds = [
    ("IJ", "Y"), ("ij", "y"), ("ss", "s"), ("dt", "d"), ("sz", "s"), ("ck", "k"), ("ph", "f"),
    ("ae", "aa"), ("ouw", "auw"), ("ei", "ij"), ("y", "ij"), ("c", "k"),
  ]

  private static let marks: [Unicode.Scalar: String] = {
    let pairs = [
      ("áàâäãåÁÀÂÄÃÅąĄăạầ", "a"), ("çÇćĆčČ", "c"), ("đĐ", "d"), ("éèêëÉÈÊËęĘễ", "e"), ("ğĞ", "g"),
      ("íìîïÍÌÎÏıİ", "i"), ("łŁ", "l"), ("ñÑńŃ", "n"), ("óòôöõÓÒÔÖÕøØộỗ", "o"), ("ß", "ss"),
      ("şŞśŚšŠ", "s"), ("úùûüÚÙÛÜůŮùũỳ", "u"), ("ýÝ", "y"), ("źŹżŻžŽ", "z"),
    ]
    var marks: [Unicode.Scalar: String] = [:]
    for (letters, plain) in pairs {
      for scalar in letters.unicodeScalars {
        marks[scalar] = scalar.properties.isUppercase ? plain.uppercased() : plain
      }
    }
    return marks
  }()
}

extension String {
  fileprivate func range(ofFirst part: String) -> Range<String.Index>? {
    var start = startIndex
    while start < endIndex {
      if self[start...].hasPrefix(part) { return start..<index(start, offsetBy: part.count) }
      start = index(after: start)
    }
    return nil
  }

  fileprivate func replacingCharacters(in range: Range<Index>, with text: String) -> String {
    self[..<range.lowerBound] + text + self[range.upperBound...]
  }
}
