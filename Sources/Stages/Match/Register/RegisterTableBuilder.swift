internal import Definitions
public import Model
public import Pipeline

/// Brings the rows of an extract into the form that signals have, block by block.
///
/// Names and addresses are read by the same normalisers as those of partners, so that both are compared
/// in one form.
///
/// - Invariant: the order of rows changes nothing but their order in the table, and no answer depends on that.
/// - Complexity: O(*n*) in the bytes of the extract.
public struct RegisterTableBuilder {
  private var table = RegisterTable()
  private let key: SipHash
  private let municipality: UInt16
  private var names = NameNormaliser()
  private let addresses = AddressNormaliser()
  /// Only to tell a row that stands there twice from two people; let go at the end.
  private var numbers: [CitizenServiceNumber?] = []

  /// Begins a table.
  ///
  /// - Parameters:
  ///   - keys: The keyed functions of the municipality.
  ///   - municipality: Whose register.
  ///   - leastWeight: What a row must weigh to be the answer, in hundredths of a bit.
  ///   - leastMargin: How far it must be ahead.
  public init(
    keys: MunicipalityKeys, municipality: MunicipalityCode, leastWeight: Int32, leastMargin: Int32
  ) {
    key = keys.address
    self.municipality = municipality.number
    table.isAsked = true
    table.leastWeight = leastWeight
    table.leastMargin = leastMargin
  }

  /// Adds rows.
  public mutating func add(_ rows: RegisterRows) {
    var persons = Normalised()
    persons.keys = rows.persons.keys
    persons.birthDate = rows.persons.birthDate
    persons.quality = rows.persons.quality
    names.run(rows.persons, &persons)
    addresses.run(rows.persons, &persons, key: key)
    let previous = previousAddresses(rows)
    for row in 0..<rows.count where rows.suspension[row]?.isNobody != true {
      append(persons, row)
      table.previousPostcode.append(previous.postcode[row])
      table.previousHouseNumber.append(previous.houseNumber[row])
      table.previousAddressKey.append(previous.addressKey[row])
      table.municipality.append(rows.municipality[row])
      table.flags.append(flags(rows, row))
      table.since.append(
        rows.suspension[row] == nil ? rows.movedInOn[row] : rows.suspendedOn[row])
      numbers.append(rows.number[row])
    }
  }

  private func flags(_ rows: RegisterRows, _ row: Int) -> RegisterFlags {
    var flags = rows.flags[row]
    let elsewhere = rows.municipality[row] != 0 && rows.municipality[row] != municipality
    switch rows.suspension[row] {
    case .deceased: flags.insert(.deceased)
    case .emigrated, .ministerial, .nonResident: flags.insert(.movedAway)
    case .mistake, .replaced, nil: if elsewhere { flags.insert(.movedAway) }
    }
    return flags
  }

  /// The previous addresses as if they were addresses of their own.
  private func previousAddresses(_ rows: RegisterRows) -> Normalised {
    var delivered = Received()
    delivered.keys = rows.persons.keys
    delivered.arena = rows.persons.arena
    let none = [TextCell](repeating: .empty, count: rows.count)
    delivered.addressLine = none
    delivered.street = none
    delivered.houseNumber = rows.previousHouseNumber
    delivered.houseLetter = rows.previousHouseLetter
    delivered.houseAddition = rows.previousHouseAddition
    delivered.postcode = rows.previousPostcode
    delivered.city = none
    var normalised = Normalised()
    normalised.keys = rows.persons.keys
    normalised.quality = rows.persons.quality
    addresses.run(delivered, &normalised, key: key)
    return normalised
  }

  private mutating func append(_ block: Normalised, _ row: Int) {
    let arena = table.persons.arena
    func store(_ cell: TextCell) -> TextCell { arena.store(block.arena[cell]) }
    table.persons.keys.signalID.append(block.keys.signalID[row])
    table.persons.keys.delivery.append(0)
    table.persons.keys.row.append(0)
    table.persons.initials.append(store(block.initials[row]))
    table.persons.givenNames.append(store(block.givenNames[row]))
    table.persons.prefix.append(store(block.prefix[row]))
    table.persons.surname.append(store(block.surname[row]))
    table.persons.partnerPrefix.append(store(block.partnerPrefix[row]))
    table.persons.partnerSurname.append(store(block.partnerSurname[row]))
    table.persons.birthDate.append(block.birthDate[row])
    table.persons.postcode.append(block.postcode[row])
    table.persons.houseNumber.append(block.houseNumber[row])
    table.persons.houseLetter.append(store(block.houseLetter[row]))
    table.persons.houseAddition.append(store(block.houseAddition[row]))
    table.persons.street.append(store(block.street[row]))
    table.persons.city.append(store(block.city[row]))
    table.persons.addressKey.append(block.addressKey[row])
    table.persons.quality.append(block.quality[row])
    // An extract has neither.
    table.persons.phone.append(.empty)
    table.persons.email.append(.empty)
  }

  /// The table, in which a row that stood there twice with one number stands once.
  ///
  /// Two rows that are alike in everything but the number are two people, and stay.
  ///
  /// - Complexity: O(*n*).
  public mutating func finish() -> RegisterTable {
    var firsts: [RegisterRowID: Int] = [:]
    firsts.reserveCapacity(table.count)
    var alike: [RegisterRowID: [Int]] = [:]
    for row in 0..<table.count {
      let id = table.id(ofRow: row)
      if let first = firsts[id] {
        alike[id, default: [first]].append(row)
      } else {
        firsts[id] = row
      }
    }
    var drops: Set<Int> = []
    for rows in alike.values {
      var seen: Set<CitizenServiceNumber?> = []
      for row in rows where !seen.insert(numbers[row]).inserted { drops.insert(row) }
    }
    numbers = []
    if !drops.isEmpty { table.remove(drops) }
    return table
  }
}

extension RegisterTable {
  /// Leaves out some rows.
  fileprivate mutating func remove(_ rows: Set<Int>) {
    func keep<Value>(_ values: inout [Value]) {
      values = values.indices.filter { !rows.contains($0) }.map { values[$0] }
    }
    keep(&persons.keys.signalID)
    keep(&persons.keys.delivery)
    keep(&persons.keys.row)
    keep(&persons.initials)
    keep(&persons.givenNames)
    keep(&persons.prefix)
    keep(&persons.surname)
    keep(&persons.partnerPrefix)
    keep(&persons.partnerSurname)
    keep(&persons.birthDate)
    keep(&persons.postcode)
    keep(&persons.houseNumber)
    keep(&persons.houseLetter)
    keep(&persons.houseAddition)
    keep(&persons.street)
    keep(&persons.city)
    keep(&persons.addressKey)
    keep(&persons.quality)
    keep(&persons.phone)
    keep(&persons.email)
    keep(&previousPostcode)
    keep(&previousHouseNumber)
    keep(&previousAddressKey)
    keep(&municipality)
    keep(&flags)
    keep(&since)
  }
}
