internal import Model

/// The words of a lookup with the number of their meaning, made once for a column.
///
/// Words are compared trimmed and, as to ASCII, in lower case. Lookups are short: a look at length and
/// first byte passes over nearly all.
struct WordTable {
  private var arena = ByteArena(capacity: 256)
  private var words: [(cell: TextCell, meaning: Int)] = []

  /// What an empty cell means, if the lookup says so.
  private(set) var meaningOfEmpty: Int?

  /// Creates a table.
  ///
  /// - Parameters:
  ///   - words: Words and what they mean, as in the definition.
  ///   - meanings: The number of a meaning, or `nil` when it is none of the field's.
  init(_ words: [String: String], meanings: (String) -> Int?) {
    for (word, meaning) in words.sorted(by: { $0.key < $1.key }) {
      guard let number = meanings(meaning) else { continue }
      let folded = arena.store(word)
      let text = arena[folded].trimmed
      if text.isEmpty {
        meaningOfEmpty = number
        continue
      }
      let lower = ByteArena(capacity: 64)
      for index in 0..<text.count { lower.append(WordTable.lower(text[index])) }
      self.words.append((arena.store(lower.bytes), number))
    }
  }

  /// Returns the meaning of a cell's text, or `nil` if the lookup does not have it.
  ///
  /// - Complexity: O(*k*) for *k* words.
  func meaning(of text: ByteView) -> Int? {
    for index in 0..<words.count {
      let word = words[index]
      guard word.cell.length == text.count else { continue }
      let known = arena[word.cell]
      var at = 0
      while at < text.count, known[at] == WordTable.lower(text[at]) { at += 1 }
      if at == text.count { return word.meaning }
    }
    return nil
  }

  @inline(__always)
  private static func lower(_ byte: UInt8) -> UInt8 {
    byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z") ? byte | 0x20 : byte
  }
}
