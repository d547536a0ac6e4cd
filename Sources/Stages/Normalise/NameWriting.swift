import Model

extension ByteArena {
  /// Appends a surname in the partner's letters; a name in capitals or small letters alone gets
  /// capitals where Dutch has them.
  func append(surname range: Range<Int>, of atoms: NameAtoms, in text: ByteView) {
    var capitals = false
    var smalls = false
    for index in range {
      if atoms[index].has(.capitals) { capitals = true }
      if atoms[index].has(.smalls) { smalls = true }
    }
    let keep = capitals && smalls
    for index in range {
      let atom = atoms[index]
      if index > range.lowerBound {
        if atoms[index - 1].has(.beforePoint) { append(UInt8(ascii: ".")) }
        append(UInt8(ascii: atom.has(.afterHyphen) ? "-" : atom.has(.afterSlash) ? "/" : " "))
      }
      let bytes = text[atom.start..<atom.end]
      if keep {
        append(letters: bytes, as: .delivered)
      } else {
        let isPrefix = index > range.lowerBound && atom.means(.prefix)
        append(letters: bytes, as: isPrefix ? .small : .title)
      }
    }
  }

  /// Appends a prefix in small letters, such as `van den`, `v.d.` or `'t`.
  func append(prefix range: Range<Int>, of atoms: NameAtoms, in text: ByteView) {
    for index in range {
      let atom = atoms[index]
      if index > range.lowerBound { append(UInt8(ascii: " ")) }
      switch atom.code {
      case WordCode("vd"), WordCode("vdr"), WordCode("vdn"): append("v.d.")
      case WordCode("v"): append("v.")
      case WordCode("t"), WordCode("t'"): append("'t")
      case WordCode("vande"): append("van de")
      case WordCode("vander"): append("van der")
      case WordCode("vanden"): append("van den")
      case WordCode("vant"): append("van 't")
      case WordCode("van't"), WordCode("in't"), WordCode("op't"), WordCode("aan't"):
        append(letters: text[atom.start..<atom.end - 2], as: .small)
        // The apostrophe may take three bytes.
        while count > 0, bytes[count - 1] < 0x61 || bytes[count - 1] > 0x7A { removeLast(1) }
        append(" 't")
      default: append(letters: text[atom.start..<atom.end], as: .small)
      }
    }
  }

  /// Appends initials with a point each: `J.P.`, `Th.`; of a given name the first letter.
  ///
  /// - Parameters:
  ///   - range: The atoms to read.
  ///   - atoms: The atoms of the text.
  ///   - text: The text.
  ///   - spelled: Whether the words are given names, of which capitals alone do not make initials.
  func append(
    initials range: Range<Int>, of atoms: NameAtoms, in text: ByteView, spelled: Bool
  ) {
    var left = 10
    for index in range {
      let atom = atoms[index]
      guard left > 0, !atom.means(.joint) else { break }
      guard atom.letters > 0 else { continue }
      left -= 1
      let bytes = text[atom.start..<atom.end]
      if atom.code == WordCode("ij") && (atom.has(.beforePoint) || atom.allCapitals) {
        append("IJ.")
      } else if atom.means(.initial) && atom.has(.smalls)
        && (atom.has(.beforePoint) || !spelled && atom.has(.capitals))
      {
        append(letters: bytes, as: .title)
        append(UInt8(ascii: "."))
      } else if atom.letters > 1, atom.letters <= 5,
        atom.allCapitals && !spelled || !atom.has(.vowels) && atom.letters <= 3
      {
        appendEach(bytes, &left)
      } else {
        appendFirst(bytes)
      }
    }
  }

  /// Appends the given names among words, such as `Jan Peter`, and leaves out initials.
  ///
  /// - Parameters:
  ///   - range: The atoms to read, up to a word that joins another debtor.
  ///   - atoms: The atoms of the text.
  ///   - text: The text.
  ///   - spelled: Whether the words are given names, of which capitals alone do not make initials.
  func append(
    givenNames range: Range<Int>, of atoms: NameAtoms, in text: ByteView, spelled: Bool
  ) {
    var marks: NameAtom.Marks = []
    var isAny = false
    for index in range {
      if atoms[index].means(.joint) { break }
      guard atoms[index].isGivenName(spelled: spelled) else { continue }
      isAny = true
      marks.formUnion(atoms[index].marks)
    }
    guard isAny else { return }
    let keep = marks.isSuperset(of: [.capitals, .smalls])
    var isFirst = true
    for index in range {
      let atom = atoms[index]
      if atom.means(.joint) { break }
      guard atom.isGivenName(spelled: spelled) else { continue }
      if !isFirst { append(UInt8(ascii: atom.has(.afterHyphen) ? "-" : " ")) }
      let isGlued =
        index > range.lowerBound && atoms[index - 1].isApostrophed
        && atoms[index - 1].end == atom.start
      if isGlued { append(letters: text[atoms[index - 1].start..<atom.start], as: .title) }
      let isSmall = !isFirst && atom.means(.prefix) && !atom.means(.given)
      let letters = text[atom.start..<atom.end]
      append(letters: letters, as: keep ? .delivered : isSmall ? .small : .title)
      isFirst = false
    }
  }

  private func appendEach(_ bytes: ByteView, _ left: inout Int) {
    var at = 0
    left += 1
    while at < bytes.count, left > 0 {
      let (scalar, length) = bytes.scalar(at: at)
      if NameLetter.isLetter(scalar) {
        append(initial: scalar)
        left -= 1
      }
      at += length
    }
  }

  private func appendFirst(_ bytes: ByteView) {
    var at = 0
    while at < bytes.count {
      let (scalar, length) = bytes.scalar(at: at)
      at += length
      guard NameLetter.isLetter(scalar) else { continue }
      if NameLetter.isDigraph(scalar, before: at, of: bytes) {
        append("IJ.")
        return
      }
      append(initial: scalar)
      return
    }
  }

  /// Appends a letter as an initial; the ligature `ĳ` as the two letters that it stands for.
  private func append(initial scalar: UInt32) {
    if scalar | 1 == 0x133 {
      append("IJ.")
    } else {
      append(scalar: Folding.capital(scalar))
      append(UInt8(ascii: "."))
    }
  }

  /// Appends letters in a case, with one kind of apostrophe and hyphen.
  func append(letters text: ByteView, as letterCase: NameLetter) {
    var at = 0
    var letters = 0
    while at < text.count {
      let (raw, length) = text.scalar(at: at)
      at += length
      let scalar = NameLetter.plainPunctuation(raw)
      guard NameLetter.isLetter(scalar) else {
        // A single letter before an apostrophe is a prefix: O'Brien.
        if scalar == 0x27 && letters == 1 { letters = 0 }
        // A letter that was lost.
        if scalar == 0x3F || scalar == 0xFFFD { letters += 1 }
        append(scalar: scalar)
        continue
      }
      letters += 1
      if scalar | 1 == 0x133 {
        // The ligature, as the two letters that it stands for.
        let isCapital =
          letterCase == .title ? letters == 1 : letterCase == .delivered && scalar == 0x132
        append(isCapital ? "IJ" : "ij")
        letters += 1
        continue
      }
      switch letterCase {
      case .delivered: append(scalar: scalar)
      case .small: append(scalar: Folding.small(scalar))
      case .title:
        guard letters == 1 else {
          append(scalar: Folding.small(scalar))
          continue
        }
        append(scalar: Folding.capital(scalar))
        if NameLetter.isDigraph(scalar, before: at, of: text) {
          append(UInt8(ascii: "J"))
          at += 1
          letters += 1
        }
      }
    }
  }
}

/// The case to write letters in.
enum NameLetter {
  case delivered
  case small
  /// A capital first; `IJ` as one letter.
  case title

  static func isLetter(_ scalar: UInt32) -> Bool {
    (0x61...0x7A).contains(scalar) || (0x41...0x5A).contains(scalar)
      || scalar >= 0xC0 && scalar != 0xD7 && scalar != 0xF7 && scalar != 0xFFFD
        && !(0x300...0x36F).contains(scalar)
  }

  /// Whether a letter begins the Dutch `ij`, as in `IJssel`; not where a vowel follows in small letters or
  /// capitals alone, as in `Ijaz`.
  static func isDigraph(_ scalar: UInt32, before next: Int, of text: ByteView) -> Bool {
    guard scalar | 0x20 == 0x69, next < text.count, text[next] | 0x20 == 0x6A else { return false }
    guard next + 1 < text.count else { return true }
    let isMixed = text[next] == UInt8(ascii: "J") && text[next + 1] >= 0x61
    switch text[next + 1] | 0x20 {
    case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"),
      UInt8(ascii: "u"):
      return isMixed
    default: return true
    }
  }

  /// Returns the ASCII form of the many apostrophes and hyphens, and any other scalar as it is.
  static func plainPunctuation(_ scalar: UInt32) -> UInt32 {
    switch scalar {
    case 0x60, 0xB4, 0x2018, 0x2019, 0x2BC, 0x2032: 0x27
    case 0x2010...0x2015: 0x2D
    default: scalar
    }
  }
}
