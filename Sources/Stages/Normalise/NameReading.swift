/// Which atoms of a name are what.
struct NameReading {
  var initials = 0..<0
  var prefix = 0..<0
  var surname = 0..<0
  var partnerPrefix = 0..<0
  var partnerSurname = 0..<0
  /// Several debtors.
  var joint = false
  /// Heirs.
  var estate = false
  /// A business, or somebody who trades under a name.
  var trade = false
  /// It could be read in another way too.
  var ambiguous = false
}

/// How much of a name a text holds.
enum NameScope {
  /// The whole name: given names or initials, prefix and surname in any order.
  case whole
  /// A surname that may carry a prefix, a second surname or stray words.
  case surname
  /// A surname whose prefix stands in a column of its own.
  case surnameAfterPrefix
  /// The surname of the partner in marriage.
  case partner
  /// Given names or initials.
  case given
}

extension NameReading {
  /// Reads a name from its atoms, which lose what is no part of the name.
  ///
  /// - Parameters:
  ///   - atoms: The atoms of the text.
  ///   - scope: What the text holds.
  /// - Complexity: O(*n*) in the number of atoms.
  /// - Source: `domain-name-spelling`, `brp-voorvoegsels`.
  init(_ atoms: inout NameAtoms, scope: NameScope) {
    if scope == .given {
      stripGiven(&atoms)
      return
    }
    atoms.joinLetters(person: scope == .whole)
    if scope == .partner {
      while atoms.count > 1, atoms[0].means(.spouse) { atoms.remove(0..<1) }
      (prefix, surname) = Self.segment(atoms, 0..<atoms.count)
      return
    }
    strip(&atoms, scope)
    guard atoms.count > 0 else { return }
    let all = 0..<atoms.count
    if all.contains(where: { atoms[$0].means(.trade) }) {
      trade = true
      surname = all
      return
    }
    guard
      let join = all.dropFirst().dropLast().first(where: { atoms[$0].means(.joint) })
    else {
      readPerson(atoms, all, scope)
      return
    }
    joint = true
    var second = join + 1
    while second < atoms.count - 1, atoms[second].means(.joint) { second += 1 }
    readPair(atoms, 0..<join, second..<atoms.count, scope)
  }

  /// Reads `J. Jansen en P. de Vries`, `J. en P. Jansen` and the like.
  private mutating func readPair(
    _ atoms: NameAtoms, _ first: Range<Int>, _ second: Range<Int>, _ scope: NameScope
  ) {
    let words = second.filter { !Self.isInitial(atoms, $0, second) && !atoms[$0].means(.prefix) }
    if words.isEmpty { return readPerson(atoms, first, scope) }
    let firstIsGiven =
      first.allSatisfy { Self.isInitial(atoms, $0, first) }
      || scope == .whole && first.count == 1 && words.count > 1
    var other = NameReading()
    other.readPerson(atoms, second, scope)
    if firstIsGiven {
      initials = first
      prefix = other.prefix
      surname = other.surname
      partnerPrefix = other.partnerPrefix
      partnerSurname = other.partnerSurname
      return
    }
    readPerson(atoms, first, scope)
    if partnerSurname.isEmpty {
      partnerPrefix = other.prefix
      partnerSurname = other.surname
    }
  }

  /// Reads the name of one person.
  private mutating func readPerson(_ atoms: NameAtoms, _ range: Range<Int>, _ scope: NameScope) {
    var range = range
    if let marker = range.dropFirst().first(where: { atoms[$0].means(.spouse) }) {
      var from = marker
      while from < range.upperBound,
        atoms[from].means(.spouse) || atoms[from].code == WordCode("met")
          || Self.isInitial(atoms, from, from..<range.upperBound)
      {
        from += 1
      }
      if from < range.upperBound {
        (partnerPrefix, partnerSurname) = Self.segment(atoms, from..<range.upperBound)
      }
      range = range.lowerBound..<marker
    }
    if let comma = range.dropFirst().first(where: { atoms[$0].has(.afterComma) }) {
      readReversed(atoms, range.lowerBound..<comma, comma..<range.upperBound)
      return
    }
    var lead = range.lowerBound
    while lead < range.upperBound - 1, Self.isInitial(atoms, lead, range, scope) { lead += 1 }
    if lead > range.lowerBound {
      initials = range.lowerBound..<lead
      var end = range.upperBound
      while end - 1 > lead, Self.isInitial(atoms, end - 1, range) { end -= 1 }
      readSurnames(atoms, lead..<end)
      return
    }
    if let initial = range.dropFirst().first(where: { Self.isInitial(atoms, $0, range) }) {
      var after = initial
      while after < range.upperBound, Self.isInitial(atoms, after, range) { after += 1 }
      if (after..<range.upperBound).allSatisfy({ atoms[$0].means(.prefix) }) {
        readReversed(atoms, range.lowerBound..<initial, initial..<range.upperBound)
        return
      }
      if scope == .whole {
        initials = range.lowerBound..<after
        readSurnames(atoms, after..<range.upperBound)
        return
      }
    }
    if scope == .whole { readGivenNames(atoms, range) } else { readSurnames(atoms, range) }
  }

  /// Reads `Jansen, J. van`: surname first, then initials or given names, then the prefix.
  private mutating func readReversed(
    _ atoms: NameAtoms, _ left: Range<Int>, _ right: Range<Int>
  ) {
    readSurnames(atoms, left)
    var end = right.upperBound
    while end > right.lowerBound, atoms[end - 1].means(.prefix),
      !(atoms[end - 1].means(.given) && atoms[end - 1].has(.firstCapital))
    {
      end -= 1
    }
    initials = right.lowerBound..<end
    if prefix.isEmpty { prefix = end..<right.upperBound }
  }

  /// Reads a name with given names in full: `Jan van den Berg`.
  private mutating func readGivenNames(_ atoms: NameAtoms, _ range: Range<Int>) {
    let first = atoms[range.lowerBound]
    if first.means(.prefix) && !(first.means(.given) && first.has(.firstCapital)) {
      return readSurnames(atoms, range)
    }
    var from =
      range.dropFirst().first(where: { atoms[$0].means(.prefix) && !atoms[$0].isLinked })
      ?? range.upperBound
    if (from..<range.upperBound).allSatisfy({ atoms[$0].means(.trailing) }) {
      let isReversed = from < range.upperBound
      if !isReversed {
        from = range.upperBound - 1
        while from > range.lowerBound, atoms[from].isLinked { from -= 1 }
      } else {
        from = range.lowerBound
      }
    }
    initials = range.lowerBound..<from
    if initials.count > 1 { ambiguous = true }
    readSurnames(atoms, from..<range.upperBound)
  }

  /// Reads one surname, or two joined by a hyphen or slash.
  private mutating func readSurnames(_ atoms: NameAtoms, _ range: Range<Int>) {
    var named = false
    for index in range {
      if named, atoms[index].isLinked {
        if atoms[index].has(.afterSlash) { ambiguous = true }
        (prefix, surname) = Self.segment(atoms, range.lowerBound..<index)
        if partnerSurname.isEmpty {
          (partnerPrefix, partnerSurname) = Self.segment(atoms, index..<range.upperBound)
        }
        return
      }
      if !atoms[index].means(.prefix) { named = true }
    }
    (prefix, surname) = Self.segment(atoms, range)
  }

  /// Parts one surname into prefix and main part; the main part is never empty.
  private static func segment(
    _ atoms: NameAtoms, _ range: Range<Int>
  ) -> (prefix: Range<Int>, surname: Range<Int>) {
    guard !range.isEmpty else { return (0..<0, 0..<0) }
    var from = range.lowerBound
    while from < range.upperBound - 1, atoms[from].means(.prefix) { from += 1 }
    if from > range.lowerBound { return (range.lowerBound..<from, from..<range.upperBound) }
    var end = range.upperBound
    while end > range.lowerBound + 1, atoms[end - 1].means(.trailing) { end -= 1 }
    return (end..<range.upperBound, range.lowerBound..<end)
  }

  /// Whether an atom is an initial: one letter, `Th.`, or in a whole name capitals such as `JP`.
  private static func isInitial(
    _ atoms: NameAtoms, _ index: Int, _ range: Range<Int>, _ scope: NameScope = .surname
  ) -> Bool {
    let atom = atoms[index]
    if atom.isLoneLetter { return !atom.means(.prefix) }
    if atom.means(.initial) && atom.has(.beforePoint) { return true }
    return scope == .whole && index == range.lowerBound && atom.allCapitals && atom.letters <= 4
      && !atom.has(.vowels) && !atom.has(.digits) && !atom.means(.prefix)
  }
}
