import Definitions
import Model
import Pipeline

@testable import Stages

/// What a test knows of one case.
struct HandledCase {
  var id: UInt64
  var signals: [UInt64]
  var matchedOn = "2026-11-06"
  var pickedUpOn: String?
  var helpAcceptedOn: String?
  var result: CaseResult?
  var attempts: [(ContactMeans, String, YesNo?, DayPart?)] = []
}

extension MunicipalityTables {
  /// Adds what people filled in.
  mutating func add(_ handled: [HandledCase]) {
    for one in handled {
      for signal in one.signals {
        cases.caseID.append(CaseID(high: one.id, low: 9))
        cases.signalID.append(SignalID(high: signal, low: 1))
        cases.householdID.append(HouseholdID(high: 1, low: 3))
        cases.matchedOn.append(day(one.matchedOn))
        cases.pickedUpOn.append(one.pickedUpOn.map(day))
        cases.helpAcceptedOn.append(one.helpAcceptedOn.map(day))
        cases.result.append(one.result)
        cases.closedOn.append(nil)
      }
      for (number, (means, on, reached, part)) in one.attempts.enumerated() {
        contactAttempts.caseID.append(CaseID(high: one.id, low: 9))
        contactAttempts.number.append(UInt32(number + 1))
        contactAttempts.means.append(means)
        contactAttempts.contactedOn.append(day(on))
        contactAttempts.dayPart.append(part)
        contactAttempts.reached.append(reached)
      }
    }
  }

  /// Adds signals that `receive` set aside.
  mutating func setAside(_ signals: [ReportedSignal]) {
    setAside.keys.deliveries = [DeliveryName(feed: FeedID("test"), file: "test.csv.gz")]
    for (row, signal) in signals.enumerated() {
      setAside.keys.signalID.append(SignalID(high: signal.id, low: 1))
      setAside.keys.delivery.append(0)
      setAside.keys.row.append(UInt32(row + 1))
      setAside.partner.append(setAside.arena.store(signal.partner))
      setAside.partnerType.append(signal.type)
      setAside.partnerReference.append(setAside.arena.store("ref\(signal.id)"))
      setAside.kind.append(signal.kind)
      setAside.warmHandover.append(signal.warmHandover)
      setAside.receivedAt.append(day(signal.receivedAt))
      setAside.signalledOn.append(day(signal.receivedAt))
      setAside.arisenOn.append(nil)
      setAside.amountCents.append(signal.amount)
      setAside.fate.append(.belowThreshold)
    }
  }
}

/// Makes what leaves the house of a test's tables.
enum OutgoingFixture {
  static let supplier = ExchangeSupplier(
    code: "VS-0606", organisation: "Hulpkade", kvk: "90000606",
    contacts: [
      ExchangeContact(
        name: "T. Zandstra", phone: "0670 000606", email: "a@example.org", function: "Beheerder")
    ])

  static func outgoing(
    _ tables: MunicipalityTables, tellsAcceptance: Bool = true, on date: String = "2026-11-09"
  ) -> Outgoing {
    var municipality = TestContext.make().municipality
    municipality.exchange = supplier
    municipality.tellsAcceptance = tellsAcceptance
    return Outgoing(tables, of: municipality, referenceDate: day(date))
  }

  /// What is told of each signal, by the number of its id.
  static func statuses(_ outgoing: Outgoing) -> [UInt64: SignalStatus] {
    var statuses: [UInt64: SignalStatus] = [:]
    for list in outgoing.feedback {
      for position in 0..<list.count {
        statuses[list[position].signal.high] = list[position].status
      }
    }
    return statuses
  }
}

extension NationalExchange {
  /// Its signals in order.
  var signals: [ExchangeSignal] { (0..<count).map { self[$0] } }

  /// The signal of a number.
  func signal(_ id: UInt64) -> ExchangeSignal? { signals.first { $0.id.high == id } }
}

extension PartnerFeedbackList {
  /// Its values in order.
  var all: [PartnerFeedback] { (0..<count).map { self[$0] } }
}
