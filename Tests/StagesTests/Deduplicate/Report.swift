import Definitions
import Model
import Pipeline
import Testing

@testable import Stages

/// One report, as far as deduplication cares.
struct Report {
  var partner = "havenstad-wonen"
  var reference = "HW-1"
  var kind = SignalKind.earlySignal
  var sent = "2026-10-01"
  var cents: Int64 = 30_000
  var surname = "Zeegers"
  var partnerSurname = ""
  var initials = ""
  var born = ""
  var address: UInt64 = 1
}

/// A report of an earlier run.
struct EarlierReport {
  var report: Report
  var pickedUp = false
  var disposition = Disposition.kept
  var person: UInt64 = 1
  var replaced = false
}

/// Runs the stage on reports.
enum DeduplicateNight {
  /// The id of a report by its place; those of history begin at 1000.
  static func id(_ place: Int) -> SignalID { SignalID(high: UInt64(place + 1), low: 0) }

  static func run(
    _ reports: [Report], ids: [Int]? = nil, history: [EarlierReport] = [], acted: [Int] = []
  ) throws -> Distinct {
    var tables = MunicipalityTables()
    for place in acted {
      tables.cases.caseID.append(CaseID(high: UInt64(place + 1), low: 9))
      tables.cases.signalID.append(id(place))
      tables.cases.householdID.append(.absent)
      tables.cases.matchedOn.append(ReceiveFixture.day("2026-10-05"))
      tables.cases.pickedUpOn.append(ReceiveFixture.day("2026-10-05"))
      tables.cases.helpAcceptedOn.append(nil)
      tables.cases.result.append(nil)
      tables.cases.closedOn.append(nil)
    }
    tables.received.keys.deliveries = [
      DeliveryName(feed: FeedID("havenstad-wonen"), file: "havenstad-wonen_2026-10.csv.gz")
    ]
    for (place, report) in reports.enumerated() {
      tables.received.keys.signalID.append(id(ids?[place] ?? place))
      tables.received.keys.delivery.append(0)
      tables.received.keys.row.append(UInt32(place + 1))
      tables.received.partner.append(tables.received.arena.store(report.partner))
      tables.received.partnerReference.append(tables.received.arena.store(report.reference))
      tables.received.kind.append(report.kind)
      tables.received.signalledOn.append(ReceiveFixture.day(report.sent))
      tables.received.amountCents.append(report.cents)
      tables.normalised.append(report)
    }
    tables.normalised.keys = tables.received.keys
    for (place, earlier) in history.enumerated() {
      tables.history.append(earlier, id: id(1000 + place))
    }
    let pipeline = try ReceiveFixture.pipeline()
    let context = try StageContext(
      referenceDate: ReceiveFixture.day("2026-11-09"), municipality: pipeline.municipalities[0],
      rules: RuleSet(name: "standaard", version: "1", rules: [], classes: [:]),
      matching: ShippedModel.load(), reference: pipeline.reference,
      keys: try #require(ReceiveFixture.keys()[pipeline.municipalities[0].code]), feeds: [])
    try Deduplicate(settings: [:]).run(&tables, context)
    #expect(tables.distinct.count == reports.count)
    return tables.distinct
  }
}

extension History {
  fileprivate mutating func append(_ earlier: EarlierReport, id: SignalID) {
    let report = earlier.report
    signalID.append(id)
    partner.append(arena.store(report.partner))
    partnerType.append(.rent)
    partnerReference.append(arena.store(report.reference))
    kind.append(report.kind)
    receivedAt.append(ReceiveFixture.day(report.sent))
    signalledOn.append(ReceiveFixture.day(report.sent))
    amountCents.append(report.cents)
    personID.append(PersonID(high: earlier.person, low: 1))
    householdID.append(HouseholdID(high: 1, low: 1))
    pickedUp.append(earlier.pickedUp)
    replaced.append(earlier.replaced)
    disposition.append(earlier.disposition)
    sameAs.append(.absent)
    append(report)
  }
}

extension PersonColumns {
  /// Adds what a report says of its person.
  fileprivate mutating func append(_ report: Report) {
    appendUnknownPerson()
    let row = surname.count - 1
    surname[row] = arena.store(report.surname)
    partnerSurname[row] = arena.store(report.partnerSurname)
    initials[row] = arena.store(report.initials)
    let born = ByteArena()
    born.append(string: report.born)
    birthDate[row] = PartialDate(iso: born.bytes) ?? .absent
    addressKey[row] = AddressKey(high: report.address, low: 0)
  }
}
