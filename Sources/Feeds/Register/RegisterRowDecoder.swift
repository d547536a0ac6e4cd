internal import Definitions
internal import Model

/// Decodes the rows of an extract into columns.
struct RegisterRowDecoder {
  /// How many columns a row has.
  let width: Int
  private(set) var rows = RegisterRows()
  /// Rows whose citizen service number is none.
  private(set) var invalidNumbers = 0
  /// Cells that could not be read, by field.
  private(set) var unreadable: [RegisterField: Int] = [:]

  private let isWindows1252: Bool
  private let key: SipHash
  private let forms: [DateForm]
  /// Where each field stands, by its place among all fields; `nil` where it does not.
  private let positions: [Int?]
  private let converted = ByteArena(capacity: 256)
  private let message = ByteArena(capacity: 1024)
  private let scratch = ByteArena(capacity: 64)

  init(_ header: RegisterHeader, isWindows1252: Bool, key: SipHash) {
    width = header.fields.count
    self.isWindows1252 = isWindows1252
    self.key = key
    positions = RegisterField.allCases.map { field in
      header.fields.firstIndex { $0 == field }
    }
    forms = header.formats.map { format in
      switch format {
      case .dateISO: .iso
      case .dateDayMonthYear: .dayMonthYear
      default: .compact
      }
    }
  }

  /// What a cell of a field should be, for messages.
  static func expected(of field: RegisterField) -> String {
    switch field {
    case .birthDate, .suspensionDate, .movedInDate: "dates as the definition says"
    case .municipality: "municipality codes of four digits"
    case .addressFunction: "W or B"
    case .suspensionReason: "reasons of suspension: O, E, M, R, F or W"
    case .nameUse: "E, P, V or N"
    case .secrecy: "digits"
    default: "readable"
    }
  }

  /// The rows so far, which the decoder forgets.
  mutating func take() -> RegisterRows {
    let taken = rows
    rows = RegisterRows()
    return taken
  }

  /// Adds a row.
  ///
  /// - Parameters:
  ///   - cells: Its cells, at least ``width``.
  ///   - source: Where their bytes stand.
  mutating func decode(_ cells: UnsafePointer<TextCell>, in source: ByteArena) {
    message.removeAll()
    var cell: [TextCell] = []
    cell.reserveCapacity(RegisterField.allCases.count)
    for (index, field) in RegisterField.allCases.enumerated() {
      if field == .citizenServiceNumber {
        // Neither kept with the texts nor part of the pseudonym, not even whether there is one.
        takeNumber(cells, in: source, at: positions[index])
        cell.append(.empty)
        continue
      }
      guard let position = positions[index], !cells[position].isEmpty else {
        cell.append(.empty)
        message.append(0x1F)
        continue
      }
      var text = source[cells[position]]
      if isWindows1252 && text.hasHighBytes {
        converted.removeAll()
        Windows1252.convert(text, into: converted)
        text = converted.bytes
      }
      text = text.trimmed
      message.append(text)
      message.append(0x1F)
      cell.append(rows.persons.arena.store(text))
    }
    let (high, low) = key.hash(message.bytes)
    func of(_ field: RegisterField) -> TextCell { cell[field.place] }
    appendPerson(SignalID(high: high, low: low), of)
    appendRegistration(of)
  }

  private mutating func takeNumber(
    _ cells: UnsafePointer<TextCell>, in source: ByteArena, at position: Int?
  ) {
    guard let position, !cells[position].isEmpty else { return rows.number.append(nil) }
    let text = source[cells[position]].trimmed
    let number = CitizenServiceNumber(text)
    if number == nil && !text.isEmpty { invalidNumbers += 1 }
    rows.number.append(number)
  }

  private mutating func appendPerson(_ id: SignalID, _ of: (RegisterField) -> TextCell) {
    rows.persons.keys.signalID.append(id)
    rows.persons.keys.delivery.append(0)
    rows.persons.keys.row.append(0)
    rows.persons.name.append(.empty)
    rows.persons.initials.append(of(.initials))
    rows.persons.givenNames.append(of(.givenNames))
    rows.persons.prefix.append(of(.prefix))
    rows.persons.surname.append(of(.surname))
    rows.persons.partnerPrefix.append(of(.partnerPrefix))
    rows.persons.partnerSurname.append(of(.partnerSurname))
    rows.persons.kvk.append(.empty)
    rows.persons.addressLine.append(.empty)
    rows.persons.street.append(of(.street))
    rows.persons.houseNumber.append(houseNumber(of(.houseNumber), of(.addressDesignation)))
    rows.persons.houseLetter.append(of(.houseLetter))
    rows.persons.houseAddition.append(of(.houseAddition))
    rows.persons.postcode.append(of(.postcode))
    rows.persons.city.append(of(.city))
    rows.persons.birthDate.append(date(.birthDate, of(.birthDate)))
    rows.persons.quality.append([])
  }

  private mutating func appendRegistration(_ of: (RegisterField) -> TextCell) {
    rows.previousPostcode.append(of(.previousPostcode))
    rows.previousHouseNumber.append(of(.previousHouseNumber))
    rows.previousHouseLetter.append(of(.previousHouseLetter))
    rows.previousHouseAddition.append(of(.previousHouseAddition))
    rows.suspendedOn.append(date(.suspensionDate, of(.suspensionDate)))
    rows.movedInOn.append(date(.movedInDate, of(.movedInDate)))

    let municipality = rows.persons.arena[of(.municipality)]
    let code = municipality.count == 4 ? municipality.unsignedDecimal : nil
    if code == nil && !municipality.isEmpty { note(.municipality) }
    rows.municipality.append(code.map { UInt16($0) } ?? 0)

    var flags: RegisterFlags = []
    let suspension = rows.persons.arena[of(.suspensionReason)]
    let reason = SuspensionReason(rawValue: suspension.string.uppercased())
    if reason == nil && !suspension.isEmpty {
      // It is suspended for a reason that nobody knows: not a person to call on unseen.
      note(.suspensionReason)
      flags.insert(.underInvestigation)
    }
    rows.suspension.append(reason)

    let secrecy = rows.persons.arena[of(.secrecy)]
    if !secrecy.isEmpty {
      // What cannot be read is taken for secret: the other error cannot be put right.
      if secrecy.unsignedDecimal == nil { note(.secrecy) }
      if secrecy.unsignedDecimal != 0 { flags.insert(.secret) }
    }
    if !rows.persons.arena[of(.underInvestigation)].isZeros { flags.insert(.underInvestigation) }
    let function = rows.persons.arena[of(.addressFunction)]
    switch AddressFunction(rawValue: function.string.uppercased()) {
    case .home: break
    case .postal: flags.insert(.postalAddress)
    case nil:
      guard !function.isEmpty else { break }
      note(.addressFunction)
      flags.insert(.postalAddress)
    }
    let use = rows.persons.arena[of(.nameUse)]
    if !use.isEmpty, NameUse(rawValue: use.string.uppercased()) == nil { note(.nameUse) }
    rows.flags.append(flags)
  }

  /// The number with what stands before it, such as `to 14` (opposite number 14).
  private func houseNumber(_ number: TextCell, _ designation: TextCell) -> TextCell {
    guard !designation.isEmpty, !number.isEmpty else { return number }
    scratch.removeAll()
    scratch.append(rows.persons.arena[designation])
    scratch.append(UInt8(ascii: " "))
    scratch.append(rows.persons.arena[number])
    return rows.persons.arena.store(scratch.bytes)
  }

  /// A date of which month and day may be zeros.
  private mutating func date(_ field: RegisterField, _ cell: TextCell) -> PartialDate {
    let text = rows.persons.arena[cell]
    guard !text.isEmpty, let position = positions[field.place] else {
      return .absent
    }
    guard let written = DateDecoder.decode(text, as: forms[position]) else {
      note(field)
      return .absent
    }
    if written.isZero { return .absent }
    guard
      let date = PartialDate(year: written.year, month: written.month, day: written.day)
    else {
      note(field)
      return .absent
    }
    return date
  }

  private mutating func note(_ field: RegisterField) { unreadable[field, default: 0] += 1 }
}

extension ByteView {
  /// Whether there is nothing, or nothing but zeros.
  fileprivate var isZeros: Bool {
    for index in 0..<count where self[index] != UInt8(ascii: "0") { return false }
    return true
  }
}

extension RegisterField {
  /// Its place among all fields; a dictionary would be asked too often.
  var place: Int {
    switch self {
    case .citizenServiceNumber: 0
    case .givenNames: 1
    case .initials: 2
    case .prefix: 3
    case .surname: 4
    case .partnerPrefix: 5
    case .partnerSurname: 6
    case .nameUse: 7
    case .birthDate: 8
    case .municipality: 9
    case .street: 10
    case .houseNumber: 11
    case .houseLetter: 12
    case .houseAddition: 13
    case .addressDesignation: 14
    case .postcode: 15
    case .city: 16
    case .addressFunction: 17
    case .bagID: 18
    case .suspensionReason: 19
    case .suspensionDate: 20
    case .secrecy: 21
    case .underInvestigation: 22
    case .movedInDate: 23
    case .previousPostcode: 24
    case .previousHouseNumber: 25
    case .previousHouseLetter: 26
    case .previousHouseAddition: 27
    }
  }
}
