import Definitions
import Model
import Pipeline

/// A signal of a test, with what the stages before made of it.
struct ReportedSignal {
  var id: UInt64 = 0
  var household: UInt64 = 1
  var person: UInt64 = 1
  /// 0 is no address.
  var address: UInt64 = 1
  var partner = "havenstad-wonen"
  var type = PartnerType.rent
  var reference = ""
  var kind = SignalKind.earlySignal
  var receivedAt = "2026-11-04"
  var amount: Int64 = 100_00
  var disposition = Disposition.kept
  var crisis = false
  var warmHandover = false
  var threatOn: String?
  var terms: Int32?
  var birthDate = PartialDate.absent
  var surname = "Jansen"
  var debtorKind = DebtorKind.person
  /// Four digits and two capitals.
  var postcode = "3111AB"
  var phone = "+31612345678"
  var email = ""
  var quality: Quality = []
  var grown: Int64?
  var grade = MatchGrade.certain
  /// What the register says of the person.
  var outcome = RegisterOutcome.unique
  var flags: RegisterFlags = []
  /// The id of the signal that stands for this one.
  var sameAs: UInt64?
}

/// A day of a test, written as in the files.
func day(_ text: String) -> CalendarDate {
  CalendarDate(iso: text) ?? CalendarDate(days: 0)
}

extension MunicipalityTables {
  /// The tables that hold the signals of a test, in their order.
  init(_ signals: [ReportedSignal]) {
    self.init()
    var keys = SignalKeys()
    keys.deliveries = [DeliveryName(feed: FeedID("test"), file: "test_2026-10_20261104.csv.gz")]
    let (texts, names) = (received.arena, normalised.arena)
    for (row, signal) in signals.enumerated() {
      keys.signalID.append(SignalID(high: signal.id, low: 1))
      keys.delivery.append(0)
      keys.row.append(UInt32(row + 1))
      received.partner.append(texts.store(signal.partner))
      received.partnerType.append(signal.type)
      received.partnerReference.append(
        texts.store(signal.reference.isEmpty ? "ref\(signal.id)" : signal.reference))
      received.kind.append(signal.kind)
      received.receivedAt.append(day(signal.receivedAt))
      received.signalledOn.append(day(signal.receivedAt))
      received.arisenOn.append(nil)
      received.amountCents.append(signal.amount)
      received.crisis.append(signal.crisis)
      received.warmHandover.append(signal.warmHandover)
      received.threatOn.append(signal.threatOn.map(day))
      received.daysInArrears.append(nil)
      received.termsInArrears.append(signal.terms)
      received.quality.append([])
      normalised.initials.append(names.store("J."))
      normalised.prefix.append(names.store("van den"))
      normalised.surname.append(names.store(signal.surname))
      normalised.partnerPrefix.append(.empty)
      normalised.partnerSurname.append(.empty)
      normalised.birthDate.append(signal.birthDate)
      normalised.debtorKind.append(signal.debtorKind)
      normalised.postcode.append(
        Postcode.find(in: names[names.store(signal.postcode)])?.postcode ?? .absent)
      normalised.houseNumber.append(12)
      normalised.houseLetter.append(names.store("A"))
      normalised.houseAddition.append(.empty)
      normalised.street.append(names.store("Kadehof"))
      normalised.city.append(names.store("Schiedam"))
      normalised.phone.append(names.store(signal.phone))
      normalised.secondPhone.append(.empty)
      normalised.email.append(names.store(signal.email))
      normalised.addressKey.append(AddressKey(high: signal.address, low: 0))
      normalised.quality.append(signal.quality)
      distinct.disposition.append(signal.disposition)
      distinct.sameAs.append(signal.sameAs.map { SignalID(high: $0, low: 1) } ?? .absent)
      distinct.grownFromCents.append(signal.grown)
      distinct.joins.append(.absent)
      matched.personID.append(PersonID(high: signal.person, low: 2))
      matched.householdID.append(HouseholdID(high: signal.household, low: 3))
      matched.grade.append(signal.grade)
      matched.registerOutcome.append(signal.outcome)
      matched.registerFlags.append(signal.flags)
    }
    received.keys = keys
    normalised.keys = keys
    distinct.keys = keys
    matched.keys = keys
  }
}

extension History {
  /// A history of signals that nobody acted on, unless told otherwise.
  init(_ signals: [ReportedSignal], pickedUp: Bool = false) {
    self.init()
    for signal in signals {
      signalID.append(SignalID(high: signal.id, low: 1))
      partner.append(arena.store(signal.partner))
      partnerType.append(signal.type)
      partnerReference.append(
        arena.store(signal.reference.isEmpty ? "ref\(signal.id)" : signal.reference))
      kind.append(signal.kind)
      receivedAt.append(day(signal.receivedAt))
      signalledOn.append(day(signal.receivedAt))
      amountCents.append(signal.amount)
      personID.append(PersonID(high: signal.person, low: 2))
      householdID.append(HouseholdID(high: signal.household, low: 3))
      self.pickedUp.append(pickedUp)
      replaced.append(false)
      disposition.append(.kept)
      sameAs.append(.absent)
      appendUnknownPerson()
      addressKey[count - 1] = AddressKey(high: signal.address, low: 0)
    }
  }
}
