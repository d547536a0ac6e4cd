internal import Model

/// Tells a legal person by the form in its name.
///
/// A natural person who is taken for a legal one gets no help, so whatever can be read both ways counts
/// as a natural person: the name then carries a doubt, and somebody looks at it. A number of the
/// chamber of commerce proves nothing, as people in business have one.
///
/// - Source: `energy-cutoff-rules/3`, `ddas-vroegsignalering`.
enum LegalForm {
  /// Whether the debtor of a row is a legal person.
  ///
  /// Nobody is who has initials, given names or a birth date in a column of their own.
  ///
  /// - Complexity: O(bytes of the name).
  static func isLegalPerson(row: Int, in source: Received) -> Bool {
    let arena = source.arena
    guard source.birthDate[row] == .absent, !hasLetters(arena[source.initials[row]]),
      !hasLetters(arena[source.givenNames[row]])
    else { return false }
    return isLegalName(arena[source.name[row]], mayHoldInitials: true)
      || isLegalName(arena[source.surname[row]], mayHoldInitials: false)
  }

  /// Whether a name is that of a legal person.
  ///
  /// - Parameters:
  ///   - name: The name.
  ///   - mayHoldInitials: Whether initials can stand in it, as `B.V.` in `Jansen B.V.`.
  /// - Returns: False when in doubt.
  static func isLegalName(_ name: ByteView, mayHoldInitials: Bool = true) -> Bool {
    LegalFormWords.mayHoldForm(name) && isLegal(name, mayHoldInitials: mayHoldInitials)
  }

  /// The same, with a look at every word.
  static func isLegal(_ name: ByteView, mayHoldInitials: Bool) -> Bool {
    let words = LegalFormWords(name)
    guard words.count > 1, words.meanings.isDisjoint(with: .link) else { return false }
    let form = words.first.meaning.contains(.article) ? words.second : words.first
    let next = words.first.meaning.contains(.article) ? words.third : words.second
    if !form.endsInComma, next.letters > 0 {
      if form.meaning.contains(.front) { return true }
      if form.meaning.contains(.denomination), next.meaning.contains(.church) { return true }
    }
    // Behind a comma stand initials.
    guard !words.haveCommas, words.meanings.isDisjoint(with: .person) else { return false }
    if words.last.meaning.contains(.end) {
      let canBeInitials = mayHoldInitials && words.last.hasPoints && words.count == 2
      return !canBeInitials || isOfBusiness(name[words.first.start..<words.first.end])
    }
    if words.last.meaning.contains(.rareEnd) { return words.count > 2 }
    return words.count > 3 && words.endInLetters("b", "v")
  }

  private static func isOfBusiness(_ word: ByteView) -> Bool {
    businessEndings.contains { word.endsIgnoringCase(in: $0) }
  }

  private static let businessEndings: [StaticString] = [
    "bedrijf", "bouw", "beheer", "holding", "handel", "groep", "techniek", "transport", "vastgoed",
    "onderneming", "logistiek", "horeca", "services", "advies",
  ]

  private static func hasLetters(_ text: ByteView) -> Bool {
    for index in 0..<text.count {
      let byte = text[index] | 0x20
      if byte >= UInt8(ascii: "a") && byte <= UInt8(ascii: "z") { return true }
    }
    return false
  }
}

/// The words of a name, as far as they tell a legal form; what stands in parentheses is passed over.
struct LegalFormWords {
  var count = 0
  var first = Word()
  var second = Word()
  var third = Word()
  var last = Word()
  private var beforeLast = Word()
  /// What its words mean together.
  var meanings: LegalFormWord = []
  /// Whether a comma stands anywhere but at the end.
  var haveCommas = false

  /// One word.
  struct Word {
    var start = 0
    var end = 0
    var code = WordCode()
    var letters = 0
    var meaning: LegalFormWord = []
    var hasPoints = false
    var endsInComma = false
  }

  init(_ name: ByteView) {
    var from = 0
    var isAside = false
    while from < name.count {
      var to = from
      while to < name.count && name[to] != 0x20 && name[to] != 0x09 { to += 1 }
      if to > from {
        if name[from] == UInt8(ascii: "(") { isAside = true }
        if !isAside {
          var word = LegalFormWords.word(name[from..<to])
          (word.start, word.end) = (from, to)
          add(word)
        }
        if name[to - 1] == UInt8(ascii: ")") { isAside = false }
      }
      from = to + 1
    }
  }

  /// Whether the first word, the one after an article, or the last could be a form: a quick look that
  /// passes over nearly all names, and over none that holds a form.
  ///
  /// - Complexity: O(bytes of the name); most names are one word.
  static func mayHoldForm(_ name: ByteView) -> Bool {
    var first = name.count
    var last = 0
    for index in 0..<name.count {
      let byte = name[index]
      // What stands aside makes the words hard to count: rare, so look at every word.
      if byte == UInt8(ascii: "(") { return true }
      guard isBlank(byte) else { continue }
      if first == name.count { first = index }
      last = index + 1
    }
    if first == name.count { return false }
    let opening = word(name[0..<first])
    if opening.letters == 0 || opening.meaning.mayOpen { return true }
    if opening.meaning.contains(.article) {
      var from = first
      while from < name.count && isBlank(name[from]) { from += 1 }
      var to = from
      while to < name.count && !isBlank(name[to]) { to += 1 }
      if to == from { return true }
      let next = word(name[from..<to])
      if next.letters == 0 || next.meaning.mayOpen { return true }
    }
    guard name.count - last <= longestEnding else { return false }
    if last == name.count { return true }
    let ending = word(name[last..<name.count])
    return ending.letters <= 1 || ending.meaning.mayEnd
  }

  /// `B.V.B.A.,` in quotation marks.
  private static let longestEnding = 11

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

  func endInLetters(_ left: StaticString, _ right: StaticString) -> Bool {
    beforeLast.code == WordCode(left) && last.code == WordCode(right)
  }

  private mutating func add(_ word: Word) {
    guard word.letters > 0 else { return }
    if last.endsInComma { haveCommas = true }
    switch count {
    case 0: first = word
    case 1: second = word
    case 2: third = word
    default: break
    }
    beforeLast = last
    last = word
    count += 1
    meanings.formUnion(word.meaning)
  }

  private static let table = LegalFormWord.table

  @inline(__always)
  private static func word(_ text: ByteView) -> Word {
    var word = Word()
    var index = 0
    while index < text.count {
      var byte = text[index]
      index += 1
      switch byte {
      case UInt8(ascii: "."):
        word.hasPoints = true
        continue
      case UInt8(ascii: ","): continue
      case UInt8(ascii: "\""), UInt8(ascii: "("), UInt8(ascii: ")"): continue
      case UInt8(ascii: "/"): byte = UInt8(ascii: "'")
      case 0xC3 where index < text.count:  // ö and Ö
        if text[index] == 0xB6 || text[index] == 0x96 { byte = UInt8(ascii: "o") }
        index += 1
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte |= 0x20
      default: break
      }
      word.letters += 1
      if word.letters <= 12 { word.code.append(byte) }
    }
    word.endsInComma = text[text.count - 1] == UInt8(ascii: ",")
    word.meaning = table[word.code]
    return word
  }
}

extension ByteView {
  /// Whether the bytes end in a lower-case word, whatever their case (ASCII).
  fileprivate func endsIgnoringCase(in word: StaticString) -> Bool {
    let length = word.utf8CodeUnitCount
    guard count >= length else { return false }
    for index in 0..<length where self[count - length + index] | 0x20 != word.utf8Start[index] {
      return false
    }
    return true
  }
}
