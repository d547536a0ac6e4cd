internal import Model

/// Tells the spelling group of names, for the evaluation alone.
///
/// The first that applies: no name; the first word that ``SpellingTable`` knows, surname before given names,
/// by its letters, as a whole, by its beginning or by its end; a lost letter; another letter beyond
/// A to Z; two surnames; a Dutch prefix; plain.
struct SpellingClassifier {
  /// The words of the name at hand, folded; used again for every name.
  private var word: [UInt8] = []
  private var known: SpellingGroup?
  private var sawLetter = false
  private var sawLoss = false
  private var sawAccent = false
  private var sawTwo = false
  private var sawPrefix = false

  /// The group of a name.
  ///
  /// - Parameters:
  ///   - surnames: The surname, or the name in one text; and prefixes.
  ///   - partner: The other surname, where it was delivered apart.
  ///   - givenNames: What is looked at last.
  /// - Returns: The one group that it is measured in.
  /// - Complexity: O(*n*) in the bytes of the name.
  mutating func group(
    surnames: [ByteView], partner: ByteView, givenNames: ByteView
  ) -> SpellingGroup {
    known = nil
    (sawLetter, sawLoss, sawAccent, sawTwo, sawPrefix) = (false, false, false, false, false)
    for text in surnames { read(text) }
    read(partner)
    if !partner.isEmpty { sawTwo = true }
    read(givenNames, isGiven: true)
    if let known { return known }
    if sawLoss { return .lossy }
    if !sawLetter { return .none }
    if sawAccent { return .accented }
    if sawTwo { return .double }
    return sawPrefix ? .prefixed : .plain
  }

  private mutating func read(_ text: ByteView, isGiven: Bool = false) {
    var lettersBefore = 0
    var hyphen = false
    var letters = 0
    for scalar in String.UnicodeScalarView(text.string.unicodeScalars) {
      if scalar == "?" { sawLoss = true }
      if let group = SpellingTable.letters[scalar], known == nil { known = group }
      let folded = SpellingClassifier.fold(scalar)
      if folded > 0 {
        if scalar.value > 0x7F { sawAccent = true }
        sawLetter = true
        letters += 1
        word.append(folded)
      } else if scalar.value > 0x7F, scalar.properties.isAlphabetic {
        // A letter that folds to nothing known is still a letter: the word goes on.
        sawAccent = true
        sawLetter = true
        letters += 1
      } else if scalar != "'" && scalar != "." && scalar != "/" && scalar != "’" {
        if hyphen, lettersBefore > 1, letters > 1, !isGiven { sawTwo = true }
        (hyphen, lettersBefore, letters) = (scalar == "-", letters, 0)
        endWord(isGiven: isGiven)
      }
    }
    if hyphen, lettersBefore > 1, letters > 1, !isGiven { sawTwo = true }
    endWord(isGiven: isGiven)
  }

  private mutating func endWord(isGiven: Bool) {
    defer { word.removeAll(keepingCapacity: true) }
    guard !word.isEmpty else { return }
    let text = String(decoding: word, as: UTF8.self)
    if !isGiven {
      if SpellingTable.prefixes.contains(text) { sawPrefix = true }
      if SpellingTable.spouseMarks.contains(text) { sawTwo = true }
    }
    guard known == nil else { return }
    known = SpellingTable.words[text]
    for length in 3...7 where known == nil && length < word.count {
      known =
        SpellingTable.ends[String(decoding: word.suffix(length), as: UTF8.self)]
        ?? SpellingTable.beginnings[String(decoding: word.prefix(length), as: UTF8.self)]
    }
  }

  /// The plain small letter of a letter of European names; 0 for anything else.
  private static func fold(_ scalar: Unicode.Scalar) -> UInt8 {
    switch scalar {
    case "a"..."z": UInt8(truncatingIfNeeded: scalar.value)
    case "A"..."Z": UInt8(truncatingIfNeeded: scalar.value) + 32
    case "à"..."å", "À"..."Å", "ą", "Ą": UInt8(ascii: "a")
    case "ç", "Ç", "ć", "Ć", "č", "Č": UInt8(ascii: "c")
    case "đ", "Đ": UInt8(ascii: "d")
    case "è"..."ë", "È"..."Ë", "ę", "Ę": UInt8(ascii: "e")
    case "ğ", "Ğ": UInt8(ascii: "g")
    case "ì"..."ï", "Ì"..."Ï", "ı", "İ": UInt8(ascii: "i")
    case "ł", "Ł": UInt8(ascii: "l")
    case "ñ", "Ñ", "ń", "Ń": UInt8(ascii: "n")
    case "ò"..."ö", "Ò"..."Ö", "ø", "Ø": UInt8(ascii: "o")
    case "ş", "Ş", "ś", "Ś", "š", "Š", "ß": UInt8(ascii: "s")
    case "ù"..."ü", "Ù"..."Ü": UInt8(ascii: "u")
    case "ý", "Ý", "ÿ": UInt8(ascii: "y")
    case "ź", "Ź", "ż", "Ż", "ž", "Ž": UInt8(ascii: "z")
    default: 0
    }
  }
}
