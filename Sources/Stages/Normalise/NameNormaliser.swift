import Model

/// Fills the name columns of a table.
struct NameNormaliser {
  private var main = NameAtoms()
  private var other = NameAtoms()
  private let folded = ByteArena()

  /// Reads every row.
  ///
  /// - Complexity: O(*n*) in the bytes of the columns.
  mutating func run(_ received: Received, _ normalised: inout Normalised) {
    let count = received.count
    normalised.initials.reserveCapacity(count)
    normalised.prefix.reserveCapacity(count)
    normalised.surname.reserveCapacity(count)
    normalised.partnerPrefix.reserveCapacity(count)
    normalised.partnerSurname.reserveCapacity(count)
    normalised.debtorKind.reserveCapacity(count)
    for row in 0..<count { read(received, row, &normalised) }
  }

  private mutating func read(_ received: Received, _ row: Int, _ normalised: inout Normalised) {
    let texts = received.arena
    let arena = normalised.arena
    var quality = normalised.quality[row]

    let initialsCell = texts[received.initials[row]].trimmed
    let givenCell = texts[received.givenNames[row]].trimmed
    let prefixCell = texts[received.prefix[row]].trimmed
    var text = texts[received.surname[row]].trimmed
    var scope = prefixCell.isEmpty ? NameScope.surname : .surnameAfterPrefix
    if text.isEmpty {
      text = texts[received.name[row]].trimmed
      if initialsCell.isEmpty && givenCell.isEmpty && prefixCell.isEmpty { scope = .whole }
    }
    main.scan(text)
    if main.lossy { quality.insert(.lossyName) }
    let reading = NameReading(&main, scope: scope)
    if reading.joint { quality.insert(.joint) }
    if reading.estate { quality.insert(.estate) }
    if reading.trade || Self.isNumber(texts[received.kvk[row]]) { quality.insert(.tradeName) }
    if reading.ambiguous { quality.insert(.nameAmbiguous) }

    // The partner's surname may stand in its own column, beside two in this one.
    let partnerCell = texts[received.partnerSurname[row]].trimmed
    other.scan(partnerCell)
    if other.lossy { quality.insert(.lossyName) }
    let partner = NameReading(&other, scope: .partner)
    var surnameRange = reading.surname
    var usesOwnPartner = !reading.partnerSurname.isEmpty
    if usesOwnPartner, !partner.surname.isEmpty, other.count > 0,
      !holds(partner.surname, partnerCell, reading, text)
    {
      // A native double name beside the partner's.
      surnameRange = reading.surname.lowerBound..<reading.partnerSurname.upperBound
      usesOwnPartner = false
    }

    let surname = store(surnameRange, main, text, arena)
    let prefix = storePrefix(prefixCell, reading.prefix, text, arena, &quality)
    normalised.initials.append(
      storeInitials(initialsCell, givenCell, reading, text, arena, &quality))

    var partnerSurname = TextCell.empty
    var partnerPrefix = TextCell.empty
    if usesOwnPartner {
      partnerSurname = store(reading.partnerSurname, main, text, arena)
      partnerPrefix = storePrefix(reading.partnerPrefix, main, text, arena)
    } else if other.count > 0 {
      other.scan(partnerCell)
      let partner = NameReading(&other, scope: .partner)
      partnerSurname = store(partner.surname, other, partnerCell, arena)
      partnerPrefix = storePartnerPrefix(
        texts[received.partnerPrefix[row]].trimmed, partner, partnerCell, arena)
    }
    if equalFolded(arena[surname], arena[partnerSurname]) {
      partnerSurname = .empty
      partnerPrefix = .empty
    }
    let isPartnerAlone = surname.isEmpty && !partnerSurname.isEmpty
    normalised.surname.append(isPartnerAlone ? partnerSurname : surname)
    normalised.prefix.append(isPartnerAlone ? partnerPrefix : surname.isEmpty ? .empty : prefix)
    normalised.partnerSurname.append(isPartnerAlone ? .empty : partnerSurname)
    normalised.partnerPrefix.append(isPartnerAlone ? .empty : partnerPrefix)
    if surname.isEmpty && partnerSurname.isEmpty { quality.insert(.surnameMissing) }
    normalised.quality[row] = quality
    normalised.debtorKind.append(Self.kind(quality))
  }

  private static func kind(_ quality: Quality) -> DebtorKind {
    if quality.contains(.estate) { return .estate }
    if quality.contains(.joint) { return .joint }
    if quality.contains(.tradeName) { return .soleTrader }
    return quality.contains(.surnameMissing) ? .unknown : .person
  }

  /// Whether a chamber-of-commerce number was delivered: eight digits, not all zero.
  private static func isNumber(_ text: ByteView) -> Bool {
    let text = text.trimmed
    return text.count >= 7 && (text.unsignedDecimal ?? 0) > 0
  }

  private func store(
    _ range: Range<Int>, _ atoms: NameAtoms, _ text: ByteView, _ arena: ByteArena
  ) -> TextCell {
    let from = arena.count
    arena.append(surname: range, of: atoms, in: text)
    return arena.cell(from: from)
  }

  private func storePrefix(
    _ range: Range<Int>, _ atoms: NameAtoms, _ text: ByteView, _ arena: ByteArena
  ) -> TextCell {
    let from = arena.count
    arena.append(prefix: range, of: atoms, in: text)
    return arena.cell(from: from)
  }

  /// Stores the prefix of the column and the one found with the surname, once if they are the same.
  private mutating func storePrefix(
    _ cell: ByteView, _ found: Range<Int>, _ text: ByteView, _ arena: ByteArena,
    _ quality: inout Quality
  ) -> TextCell {
    guard !cell.isEmpty else { return storePrefix(found, main, text, arena) }
    folded.removeAll()
    let foundCell = storePrefix(found, main, text, folded)
    other.scan(cell)
    other.joinLetters(person: false, prefix: true)
    let from = arena.count
    arena.append(prefix: 0..<other.count, of: other, in: cell)
    let delivered = arena.cell(from: from)
    if foundCell.isEmpty || arena[delivered].endsWith(word: folded[foundCell]) { return delivered }
    if folded[foundCell].startsWith(word: arena[delivered]) {
      arena.truncate(to: from)
    } else if !delivered.isEmpty {
      arena.append(UInt8(ascii: " "))
    }
    arena.append(folded[foundCell])
    return arena.cell(from: from)
  }

  private mutating func storePartnerPrefix(
    _ cell: ByteView, _ partner: NameReading, _ text: ByteView, _ arena: ByteArena
  ) -> TextCell {
    guard partner.prefix.isEmpty else { return storePrefix(partner.prefix, other, text, arena) }
    other.scan(cell)
    other.joinLetters(person: false, prefix: true)
    return storePrefix(0..<other.count, other, cell, arena)
  }

  /// Stores the initials: those of their column, else of the given names, else found with the name.
  private mutating func storeInitials(
    _ initials: ByteView, _ given: ByteView, _ reading: NameReading, _ text: ByteView,
    _ arena: ByteArena, _ quality: inout Quality
  ) -> TextCell {
    let from = arena.count
    for (cell, spelled) in [(initials, false), (given, true)] where !cell.isEmpty {
      other.scan(cell)
      if other.lossy { quality.insert(.lossyName) }
      other.joinLetters(person: true)
      var start = 0
      while start < other.count, other[start].means(.title) { start += 1 }
      if start == other.count { start = 0 }
      arena.append(initials: start..<other.count, of: other, in: cell, spelled: spelled)
      if arena.count > from { return arena.cell(from: from) }
    }
    arena.append(initials: reading.initials, of: main, in: text, spelled: true)
    return arena.cell(from: from)
  }

  /// Whether the partner's surname is one of the two that were found in the surname column.
  private func holds(
    _ range: Range<Int>, _ cell: ByteView, _ reading: NameReading, _ text: ByteView
  ) -> Bool {
    folded.removeAll()
    let partner = store(range, other, cell, folded)
    let first = store(reading.surname, main, text, folded)
    let second = store(reading.partnerSurname, main, text, folded)
    return equalFolded(folded[partner], folded[first])
      || equalFolded(folded[partner], folded[second])
  }

  private func equalFolded(_ left: ByteView, _ right: ByteView) -> Bool {
    guard !left.isEmpty, !right.isEmpty else { return false }
    if left.equals(right) { return true }
    let arena = ByteArena(capacity: 64)
    let first = arena.store(folded: left)
    let second = arena.store(folded: right)
    return !first.isEmpty && arena[first].equals(arena[second])
  }
}

extension ByteView {
  fileprivate func startsWith(word: ByteView) -> Bool {
    count >= word.count && self[0..<word.count].equals(word)
      && (count == word.count || self[word.count] == UInt8(ascii: " "))
  }

  fileprivate func endsWith(word: ByteView) -> Bool {
    count >= word.count && self[count - word.count..<count].equals(word)
      && (count == word.count || self[count - word.count - 1] == UInt8(ascii: " "))
  }
}
