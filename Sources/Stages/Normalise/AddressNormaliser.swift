import Model

/// Fills the address columns of a table and the address key.
struct AddressNormaliser {
  private let words = AddressWord.table
  private let units = UnitWord.table
  private let scratch = ByteArena()
  private let message = ByteArena(capacity: 64)

  /// Reads every row.
  ///
  /// - Complexity: O(*n*) in the bytes of the columns.
  func run(_ received: Received, _ normalised: inout Normalised, key: SipHash) {
    let count = received.count
    normalised.postcode.reserveCapacity(count)
    normalised.houseNumber.reserveCapacity(count)
    normalised.houseLetter.reserveCapacity(count)
    normalised.houseAddition.reserveCapacity(count)
    normalised.street.reserveCapacity(count)
    normalised.city.reserveCapacity(count)
    normalised.addressKey.reserveCapacity(count)
    var memo = AddressMemo()
    for row in 0..<count {
      let line = place(received, row, &normalised, &memo)
      number(received, row, line, &normalised, &memo)
      let address = Address(
        postcode: normalised.postcode[row], number: normalised.houseNumber[row],
        letter: normalised.arena[normalised.houseLetter[row]],
        addition: normalised.arena[normalised.houseAddition[row]])
      normalised.addressKey.append(address.key(key, message, units))
    }
  }

  /// Reads postcode and place.
  ///
  /// - Returns: The address line without a postcode and place at its end.
  private func place(
    _ received: Received, _ row: Int, _ normalised: inout Normalised, _ memo: inout AddressMemo
  ) -> ByteView {
    let texts = received.arena
    var line = texts[received.addressLine[row]].trimmed
    let postcodeCell = texts[received.postcode[row]]
    var city = texts[received.city[row]].trimmed
    var postcode = Postcode.absent
    if let found = Postcode.find(in: postcodeCell) {
      postcode = found.postcode
      if city.isEmpty {
        city = postcodeCell[found.range.upperBound..<postcodeCell.count].trimmed
        if city.isEmpty { city = postcodeCell[0..<found.range.lowerBound].withoutCountry }
      }
    } else if let found = Postcode.find(in: city) {
      postcode = found.postcode
      city = city[found.range.upperBound..<city.count].trimmed
    } else if let found = Postcode.find(in: line) {
      postcode = found.postcode
      if city.isEmpty { city = line[found.range.upperBound..<line.count].trimmed }
      line = line[0..<found.range.lowerBound].trimmed
    }
    normalised.postcode.append(postcode)
    if postcode.isAbsent { normalised.quality[row].insert(.postcodeMissing) }
    normalised.city.append(self.city(city, normalised.arena, &memo))
    return line
  }

  private func city(_ text: ByteView, _ arena: ByteArena, _ memo: inout AddressMemo) -> TextCell {
    if let known = memo.cities[text] { return known }
    let cell = arena.store(placeName: text.withoutComma, words)
    memo.cities[text] = cell
    return cell
  }

  /// Reads street, number, letter and addition.
  private func number(
    _ received: Received, _ row: Int, _ line: ByteView, _ normalised: inout Normalised,
    _ memo: inout AddressMemo
  ) {
    let texts = received.arena
    var street = texts[received.street[row]].trimmed
    var numberText = texts[received.houseNumber[row]].trimmed
    if street.isEmpty { street = line }
    if numberText.isEmpty, !normalised.quality[row].contains(.addressNumberMissing) {
      let whole = line.isEmpty ? street : line
      let parts = AddressLine(whole, words)
      street = whole[parts.street]
      numberText = whole[parts.number].trimmed
    }
    let name = self.street(street, normalised.arena, &memo)
    let house = self.house(
      numberText, letter: texts[received.houseLetter[row]].trimmed,
      addition: texts[received.houseAddition[row]].trimmed, normalised.arena, &memo)
    normalised.quality[row].formUnion(name.quality.union(house.quality))
    normalised.street.append(name.cell)
    normalised.houseNumber.append(house.number)
    normalised.houseLetter.append(house.letter)
    normalised.houseAddition.append(house.addition)
  }

  private func street(
    _ text: ByteView, _ arena: ByteArena, _ memo: inout AddressMemo
  ) -> AddressMemo.Street {
    if let known = memo.streets[text] { return known }
    scratch.removeAll()
    let street = AddressMemo.Street(
      cell: arena.store(street: text.withoutComma, words, scratch),
      quality: text.startsWith(postBox: words) ? .postOfficeBox : [])
    memo.streets[text] = street
    return street
  }

  /// Reads a number with letter and addition, which may stand behind the number, in a column of their own, or
  /// in both.
  private func house(
    _ number: ByteView, letter: ByteView, addition: ByteView, _ arena: ByteArena,
    _ memo: inout AddressMemo
  ) -> AddressMemo.House {
    memo.key.removeAll()
    memo.key.append(part: number)
    memo.key.append(part: letter)
    memo.key.append(part: addition)
    if let known = memo.houses[memo.key.bytes] { return known }
    scratch.removeAll()
    let read = HouseNumber(number, into: scratch, words)
    let behind = read.rest
    let start = scratch.count
    scratch.append(letter)
    scratch.append(" ")
    scratch.append(addition)
    let apart = scratch.cell(from: start)
    let isTwice = behind.isEmpty || scratch[behind].equalsIgnoringSeparators(scratch[apart])
    var rest = scratch[apart]
    if !isTwice {
      let from = scratch.count
      scratch.reserve(behind.length + apart.length + 1)
      scratch.append(scratch[behind])
      scratch.append(" ")
      scratch.append(scratch[apart])
      rest = scratch[scratch.cell(from: from)]
    }
    var house = AddressMemo.House(number: read.number, quality: read.quality)
    (house.letter, house.addition) = arena.store(houseRest: rest)
    if HouseNumber.isSpreadsheetDate(arena[house.addition], words) {
      house.quality.insert(.addressSpreadsheetDate)
    }
    memo.houses[memo.key.bytes] = house
    return house
  }
}

/// The parts of an address that its key is made of.
struct Address {
  var postcode: Postcode
  var number: Int32
  var letter: ByteView
  var addition: ByteView

  /// The pseudonym of the address.
  ///
  /// Letter and addition count together, without separators and case, because partners put one in the
  /// other's column; and ways to say one thing, such as `hs` and `huis`, count as one.
  ///
  /// - Parameters:
  ///   - key: The municipality's key for addresses.
  ///   - message: Scratch memory.
  ///   - words: The words of additions.
  /// - Returns: The key; absent without a postcode or number.
  func key(_ key: SipHash, _ message: ByteArena, _ words: WordTable<UnitWord>) -> AddressKey {
    guard !postcode.isAbsent, number > 0 else { return .absent }
    message.removeAll()
    message.append(postcode)
    message.append(decimal: Int(number))
    message.append(UInt8(ascii: "|"))
    if !letter.isEmpty || !addition.isEmpty {
      var unit = UnitWriting(words)
      unit.append(letter, addition, to: message)
    }
    let (high, low) = key.hash(message.bytes)
    return AddressKey(high: high, low: low)
  }
}

extension ByteView {
  /// The view without commas, blanks and control characters at its ends.
  fileprivate var withoutComma: ByteView {
    var view = trimmed
    func isLoose(_ byte: UInt8) -> Bool { byte == UInt8(ascii: ",") || byte <= 0x20 }
    while view.count > 0, isLoose(view[view.count - 1]) {
      view = view[0..<view.count - 1].trimmed
    }
    while view.count > 0, isLoose(view[0]) { view = view[1..<view.count].trimmed }
    return view
  }

  /// What stands before a postcode, unless that is the country.
  fileprivate var withoutCountry: ByteView {
    let view = withoutComma
    let isCountry =
      view.count <= 3 && view.count >= 2 && view[0] | 0x20 == UInt8(ascii: "n")
      && view[1] | 0x20 == UInt8(ascii: "l")
    return isCountry ? self[0..<0] : view
  }

  /// Whether the first word is a post-office box.
  fileprivate func startsWith(postBox table: WordTable<AddressWord>) -> Bool {
    var words = Words(self)
    guard let first = words.next() else { return false }
    // Antwoordnummer is longer than a word of the table can be.
    let start = first.count > 12 ? first.lowerBound..<first.lowerBound + 8 : first
    return AddressWord.meaning(self[start], in: table).contains(.postBox)
  }

  /// Whether the letters and digits are the same, whatever stands between them.
  fileprivate func equalsIgnoringSeparators(_ other: ByteView) -> Bool {
    var left = 0
    var right = 0
    while true {
      while left < count, !isLetter(self[left]), !isDigit(self[left]) { left += 1 }
      while right < other.count, !isLetter(other[right]), !isDigit(other[right]) { right += 1 }
      guard left < count, right < other.count else {
        return left >= count && right >= other.count
      }
      let same =
        self[left] == other[right]
        || isLetter(self[left]) && self[left] < 0x80 && self[left] | 0x20 == other[right] | 0x20
      guard same else { return false }
      left += 1
      right += 1
    }
  }
}
