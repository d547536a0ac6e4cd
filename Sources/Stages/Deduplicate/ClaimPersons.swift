internal import Model

/// Whether rows can be of one person, as far as initials and birth dates tell.
extension ClaimRows {
  /// Whether two of the rows cannot be of one person.
  ///
  /// Birth dates contradict where they differ in what both know, initials where neither is the
  /// beginning of the other. Under one reference, one whole birth date outweighs other initials.
  ///
  /// - Complexity: O(*n*): all agree with each other when they agree with what all know together.
  func contradict(_ rows: some Collection<Int>) -> Bool {
    guard let first = rows.first else { return false }
    var (year, month, day) = (0, 0, 0)
    var hasOneBirth = hasReference[first]
    var longest = initials[first]
    var initialsDiffer = false
    for row in rows {
      let date = birthDate[row]
      guard Self.agree(date.year, &year), Self.agree(date.month, &month), Self.agree(date.day, &day)
      else { return true }
      hasOneBirth = hasOneBirth && date.isComplete
      let (less, more) =
        initials[row].length < longest.length
        ? (initials[row], longest) : (longest, initials[row])
      if !names[more][0..<less.length].equals(names[less]) { initialsDiffer = true }
      longest = more
    }
    return initialsDiffer && !hasOneBirth
  }

  /// A hash of what tells a person from others of the same surname or address.
  func profile(_ row: Int) -> UInt64 {
    var hash = ByteHash(3)
    hash.add(UInt64(birthDate[row].packed))
    hash.add(names[initials[row]])
    return hash.value
  }

  /// A hash of all that is known of a person.
  func wholeProfile(_ row: Int) -> UInt64 {
    var hash = ByteHash(4)
    hash.add(profile(row))
    hash.add(surname[row])
    hash.add(partnerSurname[row])
    hash.add(address[row])
    return hash.value
  }

  private static func agree(_ part: Int, _ known: inout Int) -> Bool {
    if part == 0 { return true }
    if known == 0 { known = part }
    return part == known
  }
}
