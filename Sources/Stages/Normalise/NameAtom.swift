import Model

/// The smallest piece of a name: a run of letters and what stands around it.
struct NameAtom {
  /// First byte in the text.
  var start = 0
  /// Byte after the last.
  var end = 0
  var letters = 0
  var word: NameWord = []
  var code = WordCode()
  var marks: Marks = []

  /// What stands around an atom and which letters it has.
  struct Marks: OptionSet {
    let rawValue: UInt16
    static let afterBlank = Marks(rawValue: 1 << 0)
    static let afterComma = Marks(rawValue: 1 << 1)
    static let afterHyphen = Marks(rawValue: 1 << 2)
    static let afterSlash = Marks(rawValue: 1 << 3)
    static let beforePoint = Marks(rawValue: 1 << 4)
    static let capitals = Marks(rawValue: 1 << 5)
    static let smalls = Marks(rawValue: 1 << 6)
    static let vowels = Marks(rawValue: 1 << 7)
    static let digits = Marks(rawValue: 1 << 8)
    static let firstCapital = Marks(rawValue: 1 << 9)
  }

  func has(_ mark: Marks) -> Bool { marks.contains(mark) }
  func means(_ meaning: NameWord) -> Bool { !word.isDisjoint(with: meaning) }
  var allCapitals: Bool { has(.capitals) && !has(.smalls) }
  var noCapitals: Bool { !has(.capitals) }
  var isLoneLetter: Bool { letters == 1 && code.value < 32 && !has(.digits) && word != .joint }
  /// Whether it is parted from the atom before by a hyphen or slash, not by a blank alone.
  var isLinked: Bool { has(.afterHyphen) || has(.afterSlash) }
  /// Whether it is a given name in full, and no initials or a name cut short (`Joh.`).
  ///
  /// In a text of initials, capitals alone are initials up to five letters, and two small letters may be.
  ///
  /// - Parameter spelled: Whether the text holds given names.
  /// - Returns: Whether it is.
  func isGivenName(spelled: Bool) -> Bool {
    guard letters > 1, has(.vowels), !has(.beforePoint), !means([.title, .family, .estate]) else {
      return false
    }
    if spelled { return true }
    if allCapitals { return letters > 5 }
    return has(.firstCapital) ? !means(.initial) : letters > 2
  }
  /// Whether it is `d'`, `l'` or `t'`, which the next atom follows without a blank.
  var isApostrophed: Bool {
    code == WordCode("d'") || code == WordCode("l'") || code == WordCode("t'")
  }
}

/// The atoms of one text.
struct NameAtoms {
  private(set) var atoms: [NameAtom] = []
  /// Whether letters were lost before the text reached us.
  private(set) var lossy = false
  private let words: WordTable<NameWord>

  /// The most atoms of one name that are read.
  static let most = 48

  init() {
    words = NameWord.table
    atoms.reserveCapacity(Self.most)
  }

  var count: Int { atoms.count }

  subscript(index: Int) -> NameAtom {
    @inline(__always) get { atoms[index] }
    @inline(__always) set { atoms[index] = newValue }
  }

  /// Takes some atoms of the same text in place of its own.
  mutating func take(_ range: Range<Int>, of others: NameAtoms) {
    atoms.removeAll(keepingCapacity: true)
    atoms.append(contentsOf: others.atoms[range])
    lossy = false
  }

  mutating func remove(_ range: Range<Int>) { atoms.removeSubrange(range) }

  /// Which prefixes are cut off where a capital shows the seam.
  enum GluedPrefixes {
    /// None: given names have such capitals of their own.
    case none
    /// Those that begin no given name: `vandenBerg`, `VanDijk`, `deVries`.
    case plain
    /// All: `DeVries`, `ElAmrani`.
    case all
  }

  /// Cuts a text into atoms.
  ///
  /// - Parameters:
  ///   - text: The text.
  ///   - glued: Which prefixes are cut off without a blank.
  /// - Complexity: O(*n*) in the length of the text.
  mutating func scan(_ text: ByteView, glued: GluedPrefixes = .none) {
    atoms.removeAll(keepingCapacity: true)
    lossy = false
    var open = false
    var atom = NameAtom()
    var pending: NameAtom.Marks = .afterBlank

    @inline(__always)
    func close(_ self: inout NameAtoms, at end: Int) {
      guard open else { return }
      open = false
      atom.end = end
      if atom.letters > 0 || atom.has(.digits) { self.finish(atom) }
    }

    var index = 0
    while index < text.count {
      let (raw, length) = text.scalar(at: index)
      let scalar = NameLetter.plainPunctuation(raw)
      switch scalar {
      case 0x20, 0x09...0x0D, 0xA0, 0x22, 0x202F:
        close(&self, at: index)
        pending.insert(.afterBlank)
      case 0x2E:  // .
        if open { atom.marks.insert(.beforePoint) }
        close(&self, at: index)
      case 0x2C, 0x3B:  // , ;
        close(&self, at: index)
        pending.insert([.afterComma, .afterBlank])
      case 0x2D:  // -
        close(&self, at: index)
        pending.insert(.afterHyphen)
      case 0x2F, 0x5C:  // / \
        close(&self, at: index)
        pending.insert(.afterSlash)
      case 0x26, 0x2B:  // & +
        close(&self, at: index)
        if count < Self.most {
          var joint = NameAtom(start: index, end: index + 1, letters: 1, word: .joint)
          joint.marks = pending
          atoms.append(joint)
        }
        pending = .afterBlank
      case 0x28, 0x5B:  // ( [
        close(&self, at: index)
        pending.insert(.afterBlank)
        let shut: UInt8 = scalar == 0x28 ? 0x29 : 0x5D
        var probe = index + 1
        while probe < text.count && text[probe] != shut { probe += 1 }
        if probe < text.count { index = probe }
      case 0x29, 0x5D:
        close(&self, at: index)
        pending.insert(.afterBlank)
      default:
        if open, scalar <= 0x5A, scalar >= 0x41, atom.has(.smalls), isPrefix(atom, glued) {
          close(&self, at: index)
          pending.insert(.afterBlank)
        }
        if !open {
          open = true
          atom = NameAtom(start: index)
          atom.marks = pending
          pending = []
        }
        add(scalar, to: &atom)
        if scalar == 0x27, atom.isApostrophed {
          // Prefixes of what follows without a blank.
          close(&self, at: index + length)
        }
      }
      index += length
    }
    close(&self, at: text.count)
  }

  private mutating func add(_ scalar: UInt32, to atom: inout NameAtom) {
    switch scalar {
    case 0x61...0x7A:
      atom.letters += 1
      atom.marks.insert(.smalls)
      atom.code.append(UInt8(scalar))
      if Self.isVowel(UInt8(scalar)) { atom.marks.insert(.vowels) }
    case 0x41...0x5A:
      atom.letters += 1
      if atom.letters == 1 { atom.marks.insert(.firstCapital) }
      atom.marks.insert(.capitals)
      atom.code.append(UInt8(scalar + 32))
      if Self.isVowel(UInt8(scalar + 32)) { atom.marks.insert(.vowels) }
    case 0x27: atom.code.append(0x27)
    case 0x30...0x39:
      atom.marks.insert(.digits)
      atom.code.append(0)
    case 0x3F, 0xFFFD:
      lossy = true
      atom.code.append(0)
    case 0x300...0x36F: break
    default:
      atom.letters += 1
      if Folding.small(scalar) != scalar {
        if atom.letters == 1 { atom.marks.insert(.firstCapital) }
        atom.marks.insert(.capitals)
      } else if Folding.capital(scalar) != scalar {
        atom.marks.insert(.smalls)
      }
      let (first, second) = Folding.plain(scalar)
      atom.code.append(first)
      if second != 0 { atom.code.append(second) }
      if Self.isVowel(first) || scalar >= 0x180 { atom.marks.insert(.vowels) }
    }
  }

  private static func isVowel(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"),
      UInt8(ascii: "u"), UInt8(ascii: "y"):
      true
    default: false
    }
  }

  /// Whether what was read of an atom is a prefix that a name is glued to.
  private func isPrefix(_ atom: NameAtom, _ glued: GluedPrefixes) -> Bool {
    guard glued != .none, words[atom.code].contains(.prefix) else { return false }
    if glued == .all || atom.noCapitals { return true }
    switch atom.code {
    case WordCode("van"), WordCode("vande"), WordCode("vander"), WordCode("vanden"),
      WordCode("vant"), WordCode("van't"):
      return true
    default: return false
    }
  }

  private mutating func finish(_ atom: NameAtom) {
    guard count < Self.most else { return }
    var atom = atom
    atom.word = words[atom.code]
    if atom.letters > 7, NameWord.tradeEndings.contains(where: atom.code.hasEnding) {
      atom.word = .trade
    }
    atoms.append(atom)
  }

  /// Joins single letters that together are a word: `V.O.F.`, `e/v`, `v.d.`.
  ///
  /// - Parameters:
  ///   - person: Whether capitals at the start may be initials, so that `V.D. Berg` has two.
  ///   - prefix: Whether the text is a prefix alone.
  mutating func joinLetters(person: Bool, prefix: Bool = false) {
    var index = 0
    while index < count {
      guard atoms[index].isLoneLetter else {
        index += 1
        continue
      }
      var end = index + 1
      while end < count, end - index < 4, atoms[end].isLoneLetter,
        atoms[end].marks.isDisjoint(with: [.afterComma, .afterBlank])
      {
        end += 1
      }
      if end == index + 1, end < count, atoms[end].isLoneLetter, !atoms[end].has(.afterComma),
        atoms[index].code == WordCode("v"), atoms[end].code == WordCode("d")
      {
        end += 1
      }
      let joined = join(index..<end, person: person, prefix: prefix)
      if joined == 0 {
        for lone in index..<end { single(at: lone) }
        index = end
      } else {
        index += 1
      }
    }
  }

  /// Tries a run of letters, and shorter runs from its start; returns how many were joined.
  private mutating func join(_ range: Range<Int>, person: Bool, prefix: Bool) -> Int {
    let first = atoms[range.lowerBound]
    let inside = range.lowerBound > 0
    var end = range.upperBound
    while end - range.lowerBound >= 2 {
      var code = WordCode()
      for index in range.lowerBound..<end {
        code.append(UInt8(truncatingIfNeeded: atoms[index].code.value) | 0x60)
      }
      let plain = first.noCapitals || atoms[range.lowerBound + 1].has(.afterSlash)
      let last = end == count
      let meaning: NameWord? =
        switch code {
        case WordCode("vof"): .legalForm
        case WordCode("hodn"): .tradingAs
        case WordCode("cv"), WordCode("bv"), WordCode("nv"): last && inside ? .legalForm : nil
        case WordCode("cs"), WordCode("eo"): (plain || last) && inside ? .joint : nil
        case WordCode("ev"): plain ? .spouse : nil
        case WordCode("vd"):
          prefix || (inside || !last) && (plain || !person || inside && !first.has(.afterComma))
            ? [.prefix, .trailing] : nil
        case WordCode("tav"), WordCode("pa"): plain ? .title : nil
        default: nil
        }
      if let meaning {
        atoms[range.lowerBound].word = meaning
        atoms[range.lowerBound].code = code
        atoms[range.lowerBound].letters = end - range.lowerBound
        atoms[range.lowerBound].end = atoms[end - 1].end
        atoms[range.lowerBound].marks.formUnion(
          atoms[end - 1].marks.intersection([.beforePoint, .capitals, .smalls]))
        atoms.removeSubrange(range.lowerBound + 1..<end)
        return end - range.lowerBound
      }
      end -= 1
    }
    return 0
  }

  /// Marks a lone small letter that can only be a prefix: `v. Dijk`, `t Hart`.
  private mutating func single(at index: Int) {
    let atom = atoms[index]
    atoms[index].word = []
    guard atom.noCapitals, count > 1 else { return }
    if atom.code == WordCode("v") || atom.code == WordCode("t") && !atom.has(.beforePoint) {
      atoms[index].word = [.prefix, .trailing]
    } else if atom.code == WordCode("y"), !atom.has(.beforePoint), index > 0 {
      atoms[index].word = .prefix
    }
  }
}
