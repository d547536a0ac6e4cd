internal import Model

/// The names of a table as they are compared with those of the register.
struct RegisterNames {
  /// What is compared of one row.
  struct Name {
    /// The own surname, the other, and each with its prefix glued to it, in plain letters; may be empty.
    var surnames: [TextCell]
    /// The first and second initial as plain letters, 0 when there is none.
    var initials: (first: UInt32, second: UInt32)
    /// The first given name in plain letters.
    var givenName: TextCell
  }

  let arena = ByteArena()

  /// Forgets all names that were prepared.
  func forget() { arena.removeAll() }

  /// Prepares the name of a row, until ``forget()``.
  func name(_ table: Normalised, _ row: Int) -> Name {
    let texts = table.arena
    var surnames: [TextCell] = []
    for (prefix, surname) in [
      (table.prefix[row], table.surname[row]),
      (table.partnerPrefix[row], table.partnerSurname[row]),
    ] where !surname.isEmpty {
      surnames.append(arena.store(folded: texts[surname]))
      guard !prefix.isEmpty else { continue }
      let from = arena.count
      arena.append(folded: texts[prefix])
      arena.append(folded: texts[surname])
      surnames.append(arena.cell(from: from))
    }
    let initials = texts[table.initials[row]]
    let first = RegisterNames.initial(initials, from: 0)
    let second = RegisterNames.initial(initials, from: first.end)
    let given = texts[table.givenNames[row]]
    var end = 0
    while end < given.count, given[end] != UInt8(ascii: " ") { end += 1 }
    return Name(
      surnames: surnames.filter { !$0.isEmpty }, initials: (first.letter, second.letter),
      givenName: end > 2 ? arena.store(folded: given[0..<end]) : .empty)
  }

  /// An initial as a plain letter, `IJ` and `Y` as one, and where it ends.
  private static func initial(_ text: ByteView, from: Int) -> (letter: UInt32, end: Int) {
    guard from < text.count else { return (0, from) }
    var end = from
    while end < text.count, text[end] != UInt8(ascii: ".") { end += 1 }
    let isLongIJ =
      end - from >= 2 && text[from] == UInt8(ascii: "I") && text[from + 1] == UInt8(ascii: "J")
    let (scalar, _) = text.scalar(at: from)
    let plain = Folding.plain(scalar).0
    let letter =
      isLongIJ ? UInt32(UInt8(ascii: "y")) : plain == 0 ? Folding.small(scalar) : UInt32(plain)
    return (letter, min(end + 1, text.count))
  }

  /// What of two names agrees and what does not.
  func evidence(_ left: Name, _ right: Name) -> RegisterEvidence {
    var evidence: RegisterEvidence = []
    for one in left.surnames {
      for other in right.surnames {
        if arena[one].equals(arena[other]) {
          evidence.insert(.surname)
        } else if arena[one].isOneLetterFrom(arena[other]) {
          evidence.insert(.surnameAlike)
        }
      }
    }
    if evidence.contains(.surname) { evidence.remove(.surnameAlike) }
    let (one, other) = (left.initials, right.initials)
    if one.first != 0, other.first != 0 {
      evidence.insert(one.first == other.first ? .initial : .otherInitial)
      if one.second != 0, other.second != 0, one.second != other.second {
        evidence.insert(.otherSecondInitial)
      }
    }
    if !left.givenName.isEmpty, arena[left.givenName].equals(arena[right.givenName]) {
      evidence.insert(.givenName)
    }
    return evidence
  }
}

extension ByteView {
  /// Whether one letter was added, left out, changed, or changed places with the next, in a word of five
  /// letters or more.
  ///
  /// - Complexity: O(*n*).
  func isOneLetterFrom(_ other: ByteView) -> Bool {
    guard count >= 5, other.count >= 5, abs(count - other.count) <= 1 else { return false }
    var front = 0
    while front < count, front < other.count, self[front] == other[front] { front += 1 }
    var left = count
    var right = other.count
    while left > front, right > front, self[left - 1] == other[right - 1] {
      left -= 1
      right -= 1
    }
    let (mine, theirs) = (left - front, right - front)
    if mine <= 1 && theirs <= 1 { return true }
    return mine == 2 && theirs == 2 && self[front] == other[front + 1]
      && self[front + 1] == other[front]
  }
}
