import Model

/// Reads what a row says of a person: names, initials and birth date.
struct PersonValues {
  /// Given names and surnames, which may have changed places.
  private(set) var names = NameTable()

  /// Reads a row into a record.
  ///
  /// - Complexity: O(*n*) in the length of the texts.
  @inline(__always)
  mutating func read<Table: PersonColumns>(
    _ row: Int, of table: Table, into record: inout MatchRecord
  ) {
    let texts = table.arena
    let quality = table.quality[row]
    record.birthDate = quality.contains(.datePlaceholder) ? .absent : table.birthDate[row]
    record.isLossy = quality.contains(.lossyName)
    let given = names.number(of: texts[table.givenNames[row]].firstWord)
    // A single letter is an initial.
    record.givenName = given != 0 && names.text(given).count > 1 ? given : 0
    let initials = texts[table.initials[row]]
    let first = Self.letter(initials)
    record.initial =
      first == 0 && record.givenName != 0 ? Self.letter(names.text(record.givenName)) : first
    record.furtherInitials = Self.furtherInitials(initials)
    let (own, partners) = (texts[table.surname[row]], texts[table.partnerSurname[row]])
    record.surname = names.number(of: own)
    record.surnameSound = names.sound(record.surname)
    record.otherSurname = names.number(of: partners)
    let prefix = texts[table.prefix[row]]
    record.wholeSurname =
      record.surname == 0
      ? 0
      : record.otherSurname != 0
        ? names.number(of: own, and: partners)
        : prefix.isEmpty ? 0 : names.number(of: prefix, and: own)
  }

  private static func furtherInitials(_ text: ByteView) -> UInt16 {
    let second = text.behindFirstPoint
    if second.isEmpty { return 0 }
    let third = second.behindFirstPoint
    guard third.behindFirstPoint.isEmpty else { return 0 }
    // `I.J.` is how some systems write `IJ.`.
    if letter(text) == UInt8(ascii: "i"), letter(second) == UInt8(ascii: "j") {
      return UInt16(letter(third))
    }
    return UInt16(letter(second)) | UInt16(letter(third)) << 8
  }

  private static func letter(_ text: ByteView) -> UInt8 {
    guard text.count > 0 else { return 0 }
    let (scalar, _) = text.scalar(at: 0)
    let plain = Folding.plain(scalar).0
    let small = plain != 0 ? plain : UInt8(truncatingIfNeeded: Folding.small(scalar))
    return small == UInt8(ascii: "y") ? UInt8(ascii: "i") : small
  }
}

extension ByteView {
  /// What follows the first point: `B.` of `A.B.`; nothing when there is none.
  fileprivate var behindFirstPoint: ByteView {
    for index in 0..<count where self[index] == UInt8(ascii: ".") { return self[index + 1..<count] }
    return self[count..<count]
  }

  /// The bytes up to the first blank.
  fileprivate var firstWord: ByteView {
    for index in 0..<count where self[index] == 0x20 { return self[0..<index] }
    return self
  }
}
