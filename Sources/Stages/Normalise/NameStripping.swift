extension NameReading {
  /// Takes away what is no part of a name (titles, legal forms, words for a family or for heirs) and
  /// notes what it told.
  mutating func strip(_ atoms: inout NameAtoms, _ scope: NameScope) {
    if let business = (0..<atoms.count).first(where: { atoms[$0].means(.tradingAs) }) {
      trade = true
      // Bakker h.o.d.n. De Gouden Kam, J.: what follows the comma is the person's again.
      let after =
        (business + 1..<atoms.count).first { atoms[$0].has(.afterComma) } ?? atoms.count
      atoms.remove(business == 0 ? 0..<1 : business..<after)
    }
    if scope != .surnameAfterPrefix { stripStart(&atoms, scope) }
    stripInside(&atoms)
    stripEnd(&atoms)
  }

  private mutating func stripStart(_ atoms: inout NameAtoms, _ scope: NameScope) {
    while atoms.count > 1, !atoms[1].has(.afterComma) {
      let first = atoms[0]
      if first.means(.title) {
        atoms.remove(0..<1)
      } else if first.means(.family) {
        joint = true
        atoms.remove(0..<1)
      } else if first.means(.estate) {
        estate = true
        atoms.remove(0..<1)
        let ofSomebody =
          atoms.count > 2 && atoms[0].code == WordCode("van")
          && (atoms[1].isLoneLetter || atoms[1].means(.title))
        if ofSomebody { atoms.remove(0..<1) }
      } else if first.means([.joint, .spouse]) {
        // Dhr. en mevr. Bakker
        if first.means(.joint) { joint = true }
        atoms.remove(0..<1)
      } else if first.means(.legalForm), first.letters > 2 {
        trade = true
        atoms.remove(0..<1)
      } else if first.means(.gentleman), scope == .whole {
        atoms.remove(0..<1)
      } else if first.code == WordCode("de") || first.code == WordCode("den"), atoms.count > 2,
        !atoms[2].has(.afterComma), atoms[1].means([.family, .estate])
      {
        atoms.remove(0..<1)
      } else if Self.isGentleman(atoms, scope) {
        atoms.remove(0..<2)
      } else {
        break
      }
    }
  }

  /// Whether a name begins with `de heer`; in a column of surnames that may be the name itself.
  private static func isGentleman(_ atoms: NameAtoms, _ scope: NameScope) -> Bool {
    guard atoms.count > 2, atoms[0].code == WordCode("de") || atoms[0].code == WordCode("den"),
      atoms[1].means(.gentleman), !atoms[2].has(.afterComma),
      !atoms[2].isLinked || atoms[2].means(.title)
    else { return false }
    return scope == .whole || atoms[1].noCapitals || atoms[2].means(.title)
      || atoms[2].means(.joint) && atoms.count > 3 && atoms[3].means(.title)
  }

  private mutating func stripInside(_ atoms: inout NameAtoms) {
    var index = 1
    while index < atoms.count {
      let atom = atoms[index]
      let opens = atom.has(.afterComma) || atoms[index - 1].means(.joint)
      let isGentleman =
        opens && atom.code == WordCode("de") && index + 2 < atoms.count
        && atoms[index + 1].means(.gentleman)
      if isGentleman {
        atoms.remove(index..<index + 2)
      } else if opens && atom.means([.title, .family, .estate]) || atom.means(.legalForm) {
        if atom.means(.family) { joint = true }
        if atom.means(.estate) { estate = true }
        if atom.means(.legalForm) { trade = true }
        atoms.remove(index..<index + 1)
      } else {
        index += 1
        continue
      }
      if atom.has(.afterComma), index < atoms.count { atoms[index].marks.insert(.afterComma) }
    }
  }

  /// Takes away what is no part of given names or initials: titles, `de heer`, words for a family or for heirs.
  ///
  /// Two capitals alone, such as `MR`, are initials.
  mutating func stripGiven(_ atoms: inout NameAtoms) {
    var index = 0
    while index < atoms.count {
      let atom = atoms[index]
      let isGentleman =
        atom.code == WordCode("de") && index + 1 < atoms.count && atoms[index + 1].means(.gentleman)
      if isGentleman {
        atoms.remove(index..<index + 2)
        index = max(0, index - 1)
        continue
      }
      let isInitials =
        atoms.count == 1 && atom.allCapitals && atom.letters == 2 && !atom.has(.beforePoint)
        && atom.code != WordCode("mw")
      let isForm =
        atom.means([.title, .family, .estate]) && !isInitials || atom.means(.suffix) && index > 0
      guard isForm else {
        index += 1
        continue
      }
      if atom.means(.family) { joint = true }
      if atom.means(.estate) { estate = true }
      atoms.remove(index..<index + 1)
      index = max(0, index - 1)
    }
  }

  private mutating func stripEnd(_ atoms: inout NameAtoms) {
    while let last = atoms.count > 1 ? atoms[atoms.count - 1] : nil {
      if last.means([.joint, .family]) {
        joint = true
      } else if !last.means([.suffix, .spouse]) {
        break
      }
      atoms.remove(atoms.count - 1..<atoms.count)
    }
    var index = 1
    while index + 1 < atoms.count {
      if atoms[index].means(.suffix), atoms[index + 1].has(.afterComma) {
        atoms.remove(index..<index + 1)
      } else {
        index += 1
      }
    }
  }
}
