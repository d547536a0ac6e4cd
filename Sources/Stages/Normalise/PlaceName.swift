import Model

extension ByteArena {
  /// Stores the name of a street or place with single blanks; one in capitals or small letters alone
  /// gets capitals where Dutch has them: `DEN HAAG` is `Den Haag`, `'S-GRAVENHAGE` and `S-GRAVENHAGE` are
  /// `'s-Gravenhage`.
  ///
  /// - Parameters:
  ///   - name: The text, which must not be of this arena.
  ///   - table: The words of addresses.
  /// - Returns: Where the name stands.
  /// - Complexity: O(*n*) in the length of the text.
  func store(placeName name: ByteView, _ table: WordTable<AddressWord>) -> TextCell {
    let from = count
    var capitals = false
    var smalls = false
    var at = 0
    while at < name.count {
      let (scalar, length) = name.scalar(at: at)
      if Folding.small(scalar) != scalar { capitals = true }
      if Folding.capital(scalar) != scalar { smalls = true }
      at += length
    }
    let keep = capitals && smalls
    at = 0
    var gap = false
    while at < name.count {
      let byte = name[at]
      if byte <= 0x20 || byte == 0xC2 && at + 1 < name.count && name[at + 1] == 0xA0 {
        gap = true
        at += byte == 0xC2 ? 2 : 1
        continue
      }
      if gap && count > from { append(UInt8(ascii: " ")) }
      gap = false
      let start = at
      // The bytes of the hyphen that ends the word, of whatever kind.
      var hyphen = 0
      while at < name.count, name[at] > 0x20,
        name[at] != 0xC2 || at + 1 >= name.count || name[at + 1] != 0xA0
      {
        let (scalar, length) = name.scalar(at: at)
        at += length
        let sign = NameLetter.plainPunctuation(scalar)
        if sign == 0x2D { hyphen = length }
        if sign == 0x2D || sign == 0x2E { break }
      }
      if count == from, hyphen > 0, at - hyphen - start == 1,
        name[start] | 0x20 == UInt8(ascii: "s"),
        !keep || at < name.count && name[at] &- UInt8(ascii: "A") < 26
      {
        append("'s-")
        continue
      }
      let word = name[start..<at]
      let letters = name[start..<at - hyphen]
      append(
        letters: word,
        as: keep ? .delivered : placeCase(word, letters, isFirst: count == from, table))
    }
    return cell(from: from)
  }

  private func placeCase(
    _ word: ByteView, _ letters: ByteView, isFirst: Bool, _ table: WordTable<AddressWord>
  ) -> NameLetter {
    if isDigit(word[0]) { return .small }
    let (first, length) = word.scalar(at: 0)
    // Signs, not bytes: an apostrophe can take three.
    var signs = 0
    for index in min(length, word.count)..<word.count where word[index] & 0xC0 != 0x80 {
      signs += 1
    }
    let isShort = signs <= 2 && NameLetter.plainPunctuation(first) == 0x27
    if isShort { return .small }
    if !isFirst, AddressWord.meaning(letters, in: table).contains(.small) { return .small }
    let isRoman = (0..<word.count).allSatisfy {
      word[$0] == UInt8(ascii: "I") || word[$0] == UInt8(ascii: "V")
        || word[$0] == UInt8(ascii: "X")
    }
    return isRoman ? .delivered : .title
  }
}
