internal import Definitions
internal import Model
internal import Pipeline

/// The kept signals about people who, as the register says, have died or left the municipality.
///
/// They stand on no worklist. What follows is for a person to choose: to hand a signal over to another
/// municipality, or to offer help to those who are left.
///
/// - Source: `ddas-vroegsignalering`.
struct Departures {
  /// In the order of receipt and then of the signal's id.
  let all: [WorklistDeparture]

  /// Collects them.
  ///
  /// - Complexity: O(*n* log *n*).
  init(_ tables: MunicipalityTables, _ context: StageContext) {
    let (received, normalised, matched) = (tables.received, tables.normalised, tables.matched)
    let rows = (0..<matched.count).filter {
      tables.distinct.disposition[$0] == .kept && matched.outcome(ofRow: $0).leavesList
    }.sorted { left, right in
      (received.receivedAt[left].days, received.keys.signalID[left], left)
        < (received.receivedAt[right].days, received.keys.signalID[right], right)
    }
    guard !rows.isEmpty else {
      all = []
      return
    }
    let onList = Set(tables.prioritised.householdID)
    let names = PartnerNames(context.feeds)
    all = rows.map { row in
      let line = tables.linked.line(of: matched.personID[row])
      var departure = WorklistDeparture(
        outcome: matched.outcome(ofRow: row), name: DutchAddress.name(normalised, row),
        birthDate: normalised.birthDate[row],
        since: line.map { tables.linked.since[$0] } ?? .absent,
        partner: names[received.arena[received.partner[row]].string],
        partnerType: received.partnerType[row], kind: received.kind[row],
        isThreat: HouseholdSource.isThreat(received, row), threatOn: received.threatOn[row],
        amount: Money(cents: received.amountCents[row]), signalledOn: received.signalledOn[row],
        receivedAt: received.receivedAt[row],
        reference: received.arena[received.partnerReference[row]].string)
      departure.destination = Departures.destination(
        line.map { tables.linked.municipality[$0] } ?? 0, context.reference)
      if matched.flags(ofRow: row).contains(.secret) {
        departure.address = RegisterDoubt.secretAddress
      } else {
        departure.address = DutchAddress.line(normalised, row)
        departure.postcode = DutchAddress.postcode(normalised.postcode[row])
        departure.city = normalised.arena[normalised.city[row]].string
      }
      let household = matched.householdID[row]
      departure.householdOnList = onList.contains(household) ? household : nil
      return departure
    }
  }

  /// The name of the municipality that somebody moved to, as far as it is known.
  private static func destination(_ code: UInt16, _ reference: ReferenceTables) -> String {
    guard code > 0, let municipality = MunicipalityCode(number: Int(code)) else {
      return "onbekend of buitenland"
    }
    return reference.municipalityNames[municipality] ?? municipality.description
  }
}
