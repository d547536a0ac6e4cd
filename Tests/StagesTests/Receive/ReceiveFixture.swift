import Definitions
import Model
import Pipeline
import Testing

@testable import Stages

/// Builds pipelines and deliveries of invented rows for the tests of `receive`.
enum ReceiveFixture {
  /// One row of a delivery, as far as a test cares.
  struct Row {
    var surname = "Zeegers"
    var postcode = "3111AB"
    var city = "Schiedam"
    var reference = "HW-1"
    var amountCents: Int64 = 30_000
    var kind = SignalKind.earlySignal
    var signalledOn = day("2026-10-01")
    var arisenOn: CalendarDate? = day("2026-08-01")
    var objection = false
    var steps = PriorSteps()
    var daysInArrears: Int32?
    var termsInArrears: Int32?
    var digest: UInt64 = 0
  }

  static func day(_ text: String) -> CalendarDate {
    CalendarDate(iso: text) ?? CalendarDate(days: 0)
  }

  static func code(_ text: String) throws -> MunicipalityCode {
    try #require(MunicipalityCode(text))
  }

  static let feed = FeedDefinition(
    id: FeedID("havenstad-wonen"), title: "Havenstad Wonen",
    partner: Partner(id: "havenstad-wonen", name: "Havenstad Wonen", type: .rent),
    source: "besluit-gs/2", municipalities: nil,
    delivery: DeliveryDefinition(name: NamePattern("havenstad-wonen_{period}.csv.gz"), dueDay: nil),
    file: FileFormat(encoding: .utf8, delimiter: UInt8(ascii: ";")), columns: [], lookups: [:],
    constants: [:], expectations: FeedExpectations(),
    attestation: StepAttestation(
      steps: .all, validFrom: day("2021-01-01"), validTo: nil, source: "besluit-gs/2"))

  /// Schiedam with a threshold of 50 euro and rent from 30 days, and Vlaardingen without either.
  static func pipeline(
    admissions: [Admission]? = nil
  ) throws -> PipelineDefinition {
    var areas = [UInt16](repeating: 0, count: 10_000)
    areas[3111] = 606
    areas[3131] = 622
    areas[1011] = 363
    func municipality(
      _ text: String, _ name: String, _ threshold: Money?, _ window: ArrearsWindow?
    ) throws -> MunicipalityDefinition {
      MunicipalityDefinition(
        code: try code(text), name: name, rules: "standaard",
        thresholds: threshold.map { [.rent: $0] } ?? [:],
        windows: window.map { [.rent: $0] } ?? [:],
        retention: Retention(notPickedUpMonths: 6, pickedUpMonths: 12, afterClosingMonths: 18),
        capacity: [:], firstAttemptWorkingDays: [:])
    }
    return PipelineDefinition(
      title: "test", dataAreReal: false, feeds: [feed],
      municipalities: [
        try municipality(
          "0606", "Schiedam", Money(cents: 5000), ArrearsWindow(fromDays: 30, toDays: 100)),
        try municipality("0622", "Vlaardingen", nil, nil),
      ],
      ruleSets: [:], models: [:], stages: [],
      reference: ReferenceTables(
        municipalityOfArea: areas, municipalityNames: [:], holidays: [],
        admissions: admissions ?? [
          Admission(
            partnerType: .rent, municipality: nil, validFrom: day("2021-01-01"), validTo: nil,
            source: "besluit-gs/2")
        ]),
      keyFile: "", inbox: "", output: "", state: "", files: [])
  }

  static func keys() throws -> [MunicipalityCode: MunicipalityKeys] {
    var keys: [MunicipalityCode: MunicipalityKeys] = [:]
    for text in ["0606", "0622"] {
      keys[try code(text)] = MunicipalityKeys(
        secret: KeyFileSecret.test, name: "test", municipality: try code(text))
    }
    return keys
  }

  private enum KeyFileSecret { static let test = [UInt8](0..<32) }

  static func delivery(
    _ rows: [Row], file: String = "havenstad-wonen_2026-10.csv.gz", feed: FeedDefinition = feed
  ) -> DecodedDelivery {
    var delivery = DecodedDelivery(
      name: DeliveryName(feed: feed.id, file: file), feed: feed, period: "2026-10",
      receivedAt: day("2026-11-04"), sha256: "", bytes: 0)
    delivery.rows = rows.count
    var table = Received()
    table.keys.deliveries = [delivery.name]
    for (index, row) in rows.enumerated() {
      table.keys.signalID.append(.absent)
      table.keys.delivery.append(0)
      table.keys.row.append(UInt32(index + 1))
      table.partner.append(table.arena.store(feed.partner.id))
      table.partnerType.append(feed.partner.type)
      table.partnerReference.append(table.arena.store(row.reference))
      table.kind.append(row.kind)
      table.receivedAt.append(day("2026-11-04"))
      table.signalledOn.append(row.signalledOn)
      table.arisenOn.append(row.arisenOn)
      table.amountCents.append(row.amountCents)
      table.crisis.append(row.kind.isThreat)
      table.warmHandover.append(false)
      table.threatOn.append(nil)
      table.daysInArrears.append(row.daysInArrears)
      table.termsInArrears.append(row.termsInArrears)
      table.birthDate.append(.absent)
      table.surname.append(table.arena.store(row.surname))
      table.postcode.append(table.arena.store(row.postcode))
      table.city.append(table.arena.store(row.city))
      table.quality.append([])
      for path in emptyTexts { table[keyPath: path].append(.empty) }
      delivery.objection.append(row.objection)
      delivery.steps.append(row.steps)
      delivery.contentDigest.append(
        RowDigest(high: row.digest == 0 ? UInt64(index) : row.digest, low: 0))
    }
    delivery.signals = table
    return delivery
  }

  private static let emptyTexts: [any WritableKeyPath<Received, [TextCell]> & Sendable] = [
    \.name, \.initials, \.givenNames, \.prefix, \.partnerPrefix, \.partnerSurname, \.addressLine,
    \.street, \.houseNumber, \.houseLetter, \.houseAddition, \.phone, \.email, \.kvk,
  ]

  static func intake(_ deliveries: [DecodedDelivery]) throws -> Intake {
    var receive = Receive(settings: [:], pipeline: try pipeline(), keys: try keys())
    for delivery in deliveries { receive.admit(receive.judge(delivery)) }
    return receive.finish()
  }
}
