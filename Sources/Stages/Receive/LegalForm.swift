internal import Model

/// Tells a legal person by the form in its name.
///
/// Only the forms of legal persons count. An eenmanszaak, vof, cv or maatschap consists of natural
/// persons. `B.V.` and `N.V.` count at the end of a name without a comma, as they can be initials.
///
/// - Source: `energy-cutoff-rules/3`, `ddas-vroegsignalering`.
enum LegalForm {
  /// Words that make a name one of a legal person wherever they stand alone.
  private static let words: [StaticString] = [
    "stichting", "vereniging", "coöperatie", "cooperatie", "vve", "onderlinge",
    "kerkgenootschap", "gemeente", "waterschap",
  ]

  /// Words that do so at the end of a name.
  private static let endings: [StaticString] = ["bv", "nv", "bvba", "gmbh", "ltd", "sce", "ua"]

  /// Whether the debtor of a row is a legal person.
  ///
  /// - Complexity: O(bytes of the name).
  static func isLegalPerson(row: Int, in source: Received) -> Bool {
    isLegalName(source.arena[source.name[row]]) || isLegalName(source.arena[source.surname[row]])
  }

  /// Whether a name is that of a legal person.
  static func isLegalName(_ name: ByteView) -> Bool {
    var from = 0
    var wordsRead = 0
    var sawComma = false
    var last = ByteView(start: name.start, count: 0)
    while from < name.count {
      var to = from
      while to < name.count && name[to] != UInt8(ascii: " ") { to += 1 }
      if to > from {
        let word = name[from..<to]
        // A form stands first (Stichting De Brug) or second (De Stichting), never behind initials.
        if wordsRead <= 1, words.contains(where: { word.equalsIgnoringCase($0) }) { return true }
        wordsRead += 1
        last = word
        if to < name.count, word[word.count - 1] == UInt8(ascii: ",") { sawComma = true }
      }
      from = to + 1
    }
    guard wordsRead > 1, !sawComma else { return false }
    return endings.contains { last.equalsIgnoringCaseAndPoints($0) }
  }
}

extension ByteView {
  /// Whether the bytes are a lower-case word, whatever their case (ASCII).
  fileprivate func equalsIgnoringCase(_ word: StaticString) -> Bool {
    guard count == word.utf8CodeUnitCount else { return false }
    for index in 0..<count where lower(self[index]) != word.utf8Start[index] { return false }
    return true
  }

  /// The same without points: `B.V.` is `bv`.
  fileprivate func equalsIgnoringCaseAndPoints(_ word: StaticString) -> Bool {
    var at = 0
    for index in 0..<count where self[index] != UInt8(ascii: ".") {
      guard at < word.utf8CodeUnitCount, lower(self[index]) == word.utf8Start[at] else {
        return false
      }
      at += 1
    }
    return at == word.utf8CodeUnitCount
  }

  private func lower(_ byte: UInt8) -> UInt8 { byte >= 0x41 && byte <= 0x5A ? byte + 32 : byte }
}
