import Model

extension ByteArena {
  /// Stores the name of a street with its most usual abbreviations written out: `Kadestr.` is `Kadestraat`,
  /// `St. Annastr` `Sint Annastraat`, `Burg.` `Burgemeester`.
  ///
  /// Only what can be read in one way; `v.d.` and `Dr.` stay.
  ///
  /// - Parameters:
  ///   - name: The text, which must not be of this arena.
  ///   - table: The words of addresses.
  ///   - scratch: Memory to write in.
  /// - Returns: Where the name stands.
  /// - Complexity: O(*n*) in the length of the text.
  /// - Source: `domain-address-spelling`.
  func store(
    street name: ByteView, _ table: WordTable<AddressWord>, _ scratch: ByteArena
  ) -> TextCell {
    let from = count
    let cell = store(placeName: name, table)
    let street = self[cell]
    let opening = StreetOpening(street)
    let ending = StreetEnding(street)
    guard opening != nil || ending != nil else { return cell }
    let start = scratch.count
    var middle = street
    if let ending { middle = middle[0..<middle.count - ending.length] }
    if let opening {
      scratch.append(opening.word)
      middle = middle[opening.length..<middle.count]
    }
    scratch.append(middle)
    if let ending { scratch.append(ending.word) }
    truncate(to: from)
    return store(scratch[scratch.cell(from: start)])
  }
}

/// An abbreviation that a street begins with.
private struct StreetOpening {
  var word: StaticString
  /// The bytes of the abbreviation and the blank behind it.
  var length: Int

  init?(_ street: ByteView) {
    if street.begins("St.") || street.begins("St ") {
      (word, length) = ("Sint ", 3)
    } else if street.begins("Burg.") {
      (word, length) = ("Burgemeester ", 5)
    } else {
      return nil
    }
    if length < street.count, street[length] == UInt8(ascii: " ") { length += 1 }
    guard length < street.count, isLetter(street[length]) else { return nil }
  }
}

/// An abbreviation that a street ends with.
private struct StreetEnding {
  var word: StaticString
  var length: Int

  init?(_ street: ByteView) {
    guard street.count > 4 else { return nil }
    let hasPoint = street[street.count - 1] == UInt8(ascii: ".")
    let letters = street[0..<street.count - (hasPoint ? 1 : 0)]
    if letters.ends("str") {
      (word, length) = ("straat", 3)
    } else if letters.ends("pln") {
      (word, length) = ("plein", 3)
    } else if letters.ends("wg") {
      (word, length) = ("weg", 2)
    } else if hasPoint, letters.ends("ln") {
      (word, length) = ("laan", 2)
    } else {
      return nil
    }
    guard letters.count > length, isLetter(letters[letters.count - length - 1]) else { return nil }
    if hasPoint { length += 1 }
  }
}

extension ByteView {
  fileprivate func begins(_ text: StaticString) -> Bool {
    count >= text.utf8CodeUnitCount && self[0..<text.utf8CodeUnitCount].equals(text)
  }

  fileprivate func ends(_ text: StaticString) -> Bool {
    count >= text.utf8CodeUnitCount && self[count - text.utf8CodeUnitCount..<count].equals(text)
  }
}
