import Model

/// The name columns of one row as delivered.
struct DeliveredName {
  var name: ByteView
  var initials: ByteView
  var givenNames: ByteView
  var prefix: ByteView
  var surname: ByteView
  var partnerPrefix: ByteView
  var partnerSurname: ByteView
}

extension DeliveredName {
  /// What came of a name, as if it were delivered in columns.
  init(_ parts: NameParts, in arena: ByteArena) {
    self.init(
      name: arena[.empty], initials: arena[parts.initials], givenNames: arena[parts.givenNames],
      prefix: arena[parts.prefix], surname: arena[parts.surname],
      partnerPrefix: arena[parts.partnerPrefix], partnerSurname: arena[parts.partnerSurname])
  }
}

/// Where the parts of a name stand in an arena.
struct NameParts {
  var initials = TextCell.empty
  var givenNames = TextCell.empty
  var prefix = TextCell.empty
  var surname = TextCell.empty
  var partnerPrefix = TextCell.empty
  var partnerSurname = TextCell.empty
}

/// Fills the name columns of a table.
struct NameNormaliser {
  private var main = NameAtoms()
  private var other = NameAtoms()
  private let folded = ByteArena()
  private let earlier = ByteArena()
  /// Whether the text that held the surname of the name read last held initials too.
  private var hasInitialsBesideSurname = false

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
    normalised.givenNames.reserveCapacity(count)
    let texts = received.arena
    let arena = normalised.arena
    var memo = NameMemo()
    for row in 0..<count {
      var quality = normalised.quality[row]
      let delivered = DeliveredName(
        name: texts[received.name[row]].trimmed,
        initials: texts[received.initials[row]].trimmed,
        givenNames: texts[received.givenNames[row]].trimmed,
        prefix: texts[received.prefix[row]].trimmed,
        surname: texts[received.surname[row]].trimmed,
        partnerPrefix: texts[received.partnerPrefix[row]].trimmed,
        partnerSurname: texts[received.partnerSurname[row]].trimmed)
      if Self.isNumber(texts[received.kvk[row]]) { quality.insert(.tradeName) }
      let name = name(delivered, arena, &quality, &memo)
      normalised.initials.append(name.initials)
      normalised.givenNames.append(name.givenNames)
      normalised.prefix.append(name.prefix)
      normalised.surname.append(name.surname)
      normalised.partnerPrefix.append(name.partnerPrefix)
      normalised.partnerSurname.append(name.partnerSurname)
      if name.surname.isEmpty { quality.insert(.surnameMissing) }
      normalised.quality[row] = quality
      normalised.debtorKind.append(Self.kind(quality))
    }
  }

  /// Reads a name, column by column where that comes to the same.
  ///
  /// - Parameters:
  ///   - delivered: The columns.
  ///   - arena: Receives what is new.
  ///   - quality: Receives what is doubtful.
  ///   - memo: What is already in the arena.
  /// - Returns: Where the parts stand in the arena.
  private mutating func name(
    _ delivered: DeliveredName, _ arena: ByteArena, _ quality: inout Quality, _ memo: inout NameMemo
  ) -> NameParts {
    guard !delivered.surname.isEmpty else { return settle(delivered, arena, &quality) }
    let surnames = surnames(delivered, arena, &memo)
    guard surnames.isSettled else { return settle(delivered, arena, &quality) }
    quality.formUnion(surnames.quality)
    var name = surnames.parts
    if !delivered.initials.isEmpty {
      let given = given(delivered.initials, spelled: false, arena, &memo.initials)
      quality.formUnion(given.quality)
      name.initials = given.initials
      name.givenNames = given.givenNames
    }
    if !delivered.givenNames.isEmpty {
      let given = given(delivered.givenNames, spelled: true, arena, &memo.givenNames)
      quality.formUnion(given.quality)
      if name.initials.isEmpty { name.initials = given.initials }
      if !given.givenNames.isEmpty { name.givenNames = given.givenNames }
    }
    return name
  }

  /// Reads the columns of surnames and prefixes.
  private mutating func surnames(
    _ delivered: DeliveredName, _ arena: ByteArena, _ memo: inout NameMemo
  ) -> NameMemo.Surnames {
    memo.key.removeAll()
    memo.key.append(part: delivered.surname)
    memo.key.append(part: delivered.prefix)
    memo.key.append(part: delivered.partnerPrefix)
    memo.key.append(part: delivered.partnerSurname)
    if let known = memo.surnames[memo.key.bytes] { return known }
    var surnames = NameMemo.Surnames()
    var alone = delivered
    alone.initials = memo.key[.empty]
    alone.givenNames = memo.key[.empty]
    let from = arena.count
    surnames.parts = read(alone, arena, &surnames.quality)
    surnames.isSettled = !hasInitialsBesideSurname && isSettled(surnames.parts, arena)
    if !surnames.isSettled { arena.truncate(to: from) }
    memo.surnames[memo.key.bytes] = surnames
    return surnames
  }

  /// Reads a column of initials or of given names.
  private mutating func given(
    _ cell: ByteView, spelled: Bool, _ arena: ByteArena, _ memo: inout TextMemo<NameMemo.Given>
  ) -> NameMemo.Given {
    if let known = memo[cell] { return known }
    var given = NameMemo.Given()
    var name = NameParts()
    readGiven(cell, spelled: spelled, into: &name, arena, &given.quality)
    given.initials = name.initials
    given.givenNames = name.givenNames
    memo[cell] = given
    return given
  }

  /// Whether reading what came of a name again could tell nothing more.
  private func isSettled(_ name: NameParts, _ arena: ByteArena) -> Bool {
    arena[name.surname].isOneWord && arena[name.partnerSurname].isOneWord
      && arena[name.prefix].isPlainPrefix && arena[name.partnerPrefix].isPlainPrefix
  }

  /// Reads a name, and what came of it again as long as that tells more.
  ///
  /// Most surnames are one word, which settles them at once.
  private mutating func settle(
    _ delivered: DeliveredName, _ arena: ByteArena, _ quality: inout Quality
  ) -> NameParts {
    let from = arena.count
    var name = read(delivered, arena, &quality)
    for _ in 0..<NameAtoms.most {
      if isSettled(name, arena) { break }
      earlier.removeAll()
      let before = NameParts(
        initials: earlier.store(arena[name.initials]),
        givenNames: earlier.store(arena[name.givenNames]),
        prefix: earlier.store(arena[name.prefix]), surname: earlier.store(arena[name.surname]),
        partnerPrefix: earlier.store(arena[name.partnerPrefix]),
        partnerSurname: earlier.store(arena[name.partnerSurname]))
      arena.truncate(to: from)
      name = read(DeliveredName(before, in: earlier), arena, &quality)
      if arena[name.surname].equals(earlier[before.surname]),
        arena[name.partnerSurname].equals(earlier[before.partnerSurname]),
        arena[name.prefix].equals(earlier[before.prefix]),
        arena[name.partnerPrefix].equals(earlier[before.partnerPrefix])
      {
        break
      }
    }
    return name
  }

  private mutating func read(
    _ delivered: DeliveredName, _ arena: ByteArena, _ quality: inout Quality
  ) -> NameParts {
    var text = delivered.surname
    var scope = delivered.prefix.isEmpty ? NameScope.surname : .surnameAfterPrefix
    if text.isEmpty {
      text = delivered.name
      if delivered.initials.isEmpty && delivered.givenNames.isEmpty && delivered.prefix.isEmpty {
        scope = .whole
      }
    }
    main.scan(text, glued: scope == .whole ? .plain : .all)
    if main.lossy { quality.insert(.lossyName) }
    let reading = NameReading(&main, scope: scope)
    hasInitialsBesideSurname = !reading.initials.isEmpty
    if reading.joint { quality.insert(.joint) }
    if reading.estate { quality.insert(.estate) }
    if reading.trade { quality.insert(.tradeName) }
    if reading.ambiguous { quality.insert(.nameAmbiguous) }

    // The partner's surname may stand in its own column, beside two in this one.
    let partnerText = delivered.partnerSurname
    other.scan(partnerText, glued: .all)
    if other.lossy { quality.insert(.lossyName) }
    let partner = NameReading(&other, scope: .partner)
    var surnameRange = reading.surname
    var isSplit = !reading.partnerSurname.isEmpty
    if isSplit, !partner.surname.isEmpty, !holds(partner.surname, partnerText, reading, text) {
      // A native double name beside the partner's.
      surnameRange = reading.surname.lowerBound..<reading.partnerSurname.upperBound
      isSplit = false
    }

    var name = NameParts()
    if isSplit {
      name.partnerSurname = store(reading.partnerSurname, main, text, arena)
      name.partnerPrefix = storePrefix(reading.partnerPrefix, main, text, arena)
    } else if !partner.surname.isEmpty {
      name.partnerSurname = store(partner.surname, other, partnerText, arena)
      name.partnerPrefix = storePartnerPrefix(
        delivered.partnerPrefix, partner, partnerText, arena)
    }
    name.surname = store(surnameRange, main, text, arena)
    name.prefix = storePrefix(delivered.prefix, reading.prefix, text, arena)
    readGiven(delivered.initials, spelled: false, into: &name, arena, &quality)
    readGiven(delivered.givenNames, spelled: true, into: &name, arena, &quality)
    if !reading.initials.isEmpty, name.initials.isEmpty || name.givenNames.isEmpty {
      other.take(reading.initials, of: main)
      let known = name.givenNames
      storeGiven(text, spelled: true, into: &name, arena, &quality)
      if !known.isEmpty { name.givenNames = known }
    }
    if equalFolded(arena[name.surname], arena[name.partnerSurname]) {
      name.partnerSurname = .empty
      name.partnerPrefix = .empty
    }
    if name.surname.isEmpty {
      name.surname = name.partnerSurname
      name.prefix = name.partnerPrefix
      name.partnerSurname = .empty
      name.partnerPrefix = .empty
    }
    return name
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
    _ cell: ByteView, _ found: Range<Int>, _ text: ByteView, _ arena: ByteArena
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

  /// Reads a column of initials or of given names: either may hold the other.
  ///
  /// The initials are those of the first column that has any; the given names those of the last.
  private mutating func readGiven(
    _ cell: ByteView, spelled: Bool, into name: inout NameParts, _ arena: ByteArena,
    _ quality: inout Quality
  ) {
    guard !cell.isEmpty else { return }
    other.scan(cell)
    if other.lossy { quality.insert(.lossyName) }
    storeGiven(cell, spelled: spelled, into: &name, arena, &quality)
  }

  /// Stores the initials, where there are none yet, and the given names of the atoms of a text.
  private mutating func storeGiven(
    _ text: ByteView, spelled: Bool, into name: inout NameParts, _ arena: ByteArena,
    _ quality: inout Quality
  ) {
    let reading = NameReading(&other, scope: .given)
    if reading.joint { quality.insert(.joint) }
    if reading.estate { quality.insert(.estate) }
    let all = 0..<other.count
    if name.initials.isEmpty {
      let from = arena.count
      arena.append(initials: all, of: other, in: text, spelled: spelled)
      name.initials = arena.cell(from: from)
    }
    let from = arena.count
    arena.append(givenNames: all, of: other, in: text, spelled: spelled)
    if arena.count > from { name.givenNames = arena.cell(from: from) }
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
  /// Whether there is nothing in it that could be read again.
  fileprivate var isOneWord: Bool {
    for index in 0..<count {
      switch self[index] {
      // The seam of a glued prefix.
      case UInt8(ascii: "A")...UInt8(ascii: "Z"):
        if index > 0, self[index - 1] >= 0x61 { return false }
      case 0...0x20, UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: ","):
        return false
      default: break
      }
    }
    return true
  }

  /// Whether it is a prefix without points, or a short one with them and no blank (`v.d.`): then it stays
  /// as it is.
  fileprivate var isPlainPrefix: Bool {
    var points = false
    var blanks = false
    for index in 0..<count {
      if self[index] == UInt8(ascii: ".") { points = true }
      if self[index] == UInt8(ascii: " ") { blanks = true }
    }
    return !points || (!blanks && count <= 4)
  }

  fileprivate func startsWith(word: ByteView) -> Bool {
    count >= word.count && self[0..<word.count].equals(word)
      && (count == word.count || self[word.count] == UInt8(ascii: " "))
  }

  fileprivate func endsWith(word: ByteView) -> Bool {
    count >= word.count && self[count - word.count..<count].equals(word)
      && (count == word.count || self[count - word.count - 1] == UInt8(ascii: " "))
  }
}
