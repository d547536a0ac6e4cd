import Definitions
import Model
import Pipeline

@testable import Stages

/// One row as a partner delivers it, for tests; all fields empty until set.
struct DeliveredRow {
  var name = ""
  var initials = ""
  var givenNames = ""
  var prefix = ""
  var surname = ""
  var partnerPrefix = ""
  var partnerSurname = ""
  var addressLine = ""
  var street = ""
  var houseNumber = ""
  var houseLetter = ""
  var houseAddition = ""
  var postcode = ""
  var city = ""
  var phone = ""
  var email = ""
  var kvk = ""
  var birthDate = ""
  var quality: Quality = []

  var partner = "proefpartner"
  var partnerType = PartnerType.energy
  var reference = ""
  var kind = SignalKind.earlySignal
  var signalledOn = "2026-10-05"
  var amountCents: Int64 = 10_000
}

extension Received {
  /// A table of rows, in their order, with signal ids 1, 2, ….
  static func of(_ rows: [DeliveredRow]) -> Received {
    var table = Received()
    table.keys.deliveries = [DeliveryName(feed: FeedID("proef"), file: "proef.csv.gz")]
    for (index, row) in rows.enumerated() {
      table.keys.signalID.append(SignalID(high: 0, low: UInt64(index + 1)))
      table.keys.delivery.append(0)
      table.keys.row.append(UInt32(index + 1))
      table.append(row)
    }
    return table
  }

  /// Appends everything but the keys.
  mutating func append(_ row: DeliveredRow) {
    func store(_ text: String) -> TextCell { arena.store(text) }
    partner.append(store(row.partner))
    partnerType.append(row.partnerType)
    partnerReference.append(store(row.reference))
    kind.append(row.kind)
    let day = CalendarDate(iso: row.signalledOn) ?? CalendarDate(days: 0)
    receivedAt.append(day)
    signalledOn.append(day)
    arisenOn.append(nil)
    amountCents.append(row.amountCents)
    crisis.append(row.kind.isThreat)
    warmHandover.append(false)
    threatOn.append(nil)
    daysInArrears.append(nil)
    termsInArrears.append(nil)
    let birth = ByteArena()
    let cell = birth.store(row.birthDate)
    birthDate.append(PartialDate(iso: birth[cell]) ?? .absent)
    name.append(store(row.name))
    initials.append(store(row.initials))
    givenNames.append(store(row.givenNames))
    prefix.append(store(row.prefix))
    surname.append(store(row.surname))
    partnerPrefix.append(store(row.partnerPrefix))
    partnerSurname.append(store(row.partnerSurname))
    addressLine.append(store(row.addressLine))
    street.append(store(row.street))
    houseNumber.append(store(row.houseNumber))
    houseLetter.append(store(row.houseLetter))
    houseAddition.append(store(row.houseAddition))
    postcode.append(store(row.postcode))
    city.append(store(row.city))
    phone.append(store(row.phone))
    email.append(store(row.email))
    kvk.append(store(row.kvk))
    quality.append(row.quality)
  }
}

/// What the stages of one municipality run in, for tests.
enum StageFixture {
  static func context() throws -> StageContext {
    struct NoCode: Error {}
    guard let code = MunicipalityCode("0606"), let day = CalendarDate(iso: "2026-11-09") else {
      throw NoCode()
    }
    let municipality = MunicipalityDefinition(
      code: code, name: "Schiedam", rules: "proef", thresholds: [:], windows: [:],
      retention: Retention(notPickedUpMonths: 6, pickedUpMonths: 12, afterClosingMonths: 18),
      capacity: [:], firstAttemptWorkingDays: [:])
    return try StageContext(
      referenceDate: day, municipality: municipality,
      rules: RuleSet(name: "proef", version: "proef 1", rules: [], classes: [:]),
      matching: ShippedModel.load(),
      reference: ReferenceTables(
        municipalityOfArea: [], municipalityNames: [:], holidays: [], admissions: []),
      keys: MunicipalityKeys(
        secret: Array(repeating: 7, count: 32), name: "proef", municipality: code),
      feeds: [])
  }

  /// Normalises rows.
  static func normalise(_ rows: [DeliveredRow]) throws -> Normalised {
    var tables = MunicipalityTables()
    tables.received = Received.of(rows)
    try Normalise(settings: [:]).run(&tables, context())
    return tables.normalised
  }
}

extension Normalised {
  func text(_ path: KeyPath<Normalised, [TextCell]>, _ row: Int = 0) -> String {
    arena[self[keyPath: path][row]].string
  }

  /// A name as `initials|prefix|surname|partner prefix|partner surname`.
  func nameText(_ row: Int = 0) -> String {
    let paths: [KeyPath<Normalised, [TextCell]>] = [
      \.initials, \.prefix, \.surname, \.partnerPrefix, \.partnerSurname,
    ]
    return paths.map { text($0, row) }.joined(separator: "|")
  }

  /// What is known of the person beside the name: `given names|phone|second phone|e-mail`.
  func contactText(_ row: Int = 0) -> String {
    [text(\.givenNames, row), text(\.phone, row), text(\.secondPhone, row), text(\.email, row)]
      .joined(separator: "|")
  }

  /// An address as `street|number|letter|addition|postcode|place`.
  func addressText(_ row: Int = 0) -> String {
    let code = ByteArena()
    code.append(postcode[row])
    return [
      text(\.street, row), houseNumber[row] > 0 ? String(houseNumber[row]) : "",
      text(\.houseLetter, row), text(\.houseAddition, row), code.bytes.string, text(\.city, row),
    ].joined(separator: "|")
  }

  /// The row as a partner would deliver it in parts.
  func delivered(_ row: Int) -> DeliveredRow {
    let code = ByteArena()
    code.append(postcode[row])
    let birth = ByteArena()
    birth.append(birthDate[row])
    let phones = [text(\.phone, row), text(\.secondPhone, row)].filter { !$0.isEmpty }
    return DeliveredRow(
      initials: text(\.initials, row), givenNames: text(\.givenNames, row),
      prefix: text(\.prefix, row), surname: text(\.surname, row),
      partnerPrefix: text(\.partnerPrefix, row), partnerSurname: text(\.partnerSurname, row),
      street: text(\.street, row),
      houseNumber: houseNumber[row] > 0 ? String(houseNumber[row]) : "",
      houseLetter: text(\.houseLetter, row), houseAddition: text(\.houseAddition, row),
      postcode: code.bytes.string, city: text(\.city, row), phone: phones.joined(separator: " / "),
      email: text(\.email, row), birthDate: birth.bytes.string, quality: quality[row])
  }
}
