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
        !atoms[2].has(.afterComma),
        atoms[1].means([.family, .estate]) || scope == .whole && atoms[1].means(.gentleman)
      {
        atoms.remove(0..<1)
      } else {
        break
      }
    }
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
