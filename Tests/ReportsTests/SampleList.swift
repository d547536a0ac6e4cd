import Model

/// An invented list.
enum SampleList {
  static func day(_ text: String) -> CalendarDate {
    CalendarDate(iso: text) ?? CalendarDate(days: 0)
  }

  /// A household that is not out of the ordinary.
  static func household(_ rank: Int, _ priorityClass: PriorityClass = .c3) -> WorklistHousehold {
    var made = WorklistHousehold(
      id: HouseholdID(high: UInt64(rank), low: 3), rank: rank, priorityClass: priorityClass,
      deadline: day("2026-12-02"), firstAttemptBy: day("2026-11-18"), receivedAt: day("2026-11-04"))
    made.means = priorityClass == .c0 ? [.phone, .visit] : [.phone, .textMessage, .mail, .letter]
    made.persons = [
      WorklistPerson(
        name: "J. van den Ketelaar", birthDate: PartialDate(year: 1980, month: 5) ?? .absent),
      WorklistPerson(name: "M. Ploegmakers-Dirkx", birthDate: .absent),
    ]
    made.address = "Kadehof 12 A"
    made.postcode = "3111 AB"
    made.city = "Schiedam"
    made.phones = ["06 12345678"]
    made.emails = ["j@voorbeeld.example"]
    made.partnerTypes = [.energy, .rent]
    made.total = Money(cents: 1_234_56)
    made.matchKinds = ["Twee soorten partners melden (telling BKR)."]
    made.reasons = [
      WorklistReason(code: "R-HUUR-2M", sentence: "De huur is 3 maanden niet betaald."),
      WorklistReason(
        code: "R-TERMIJN-2026-12-02",
        sentence:
          "Het eerste gesprek moet uiterlijk op 02-12-2026 zijn, vier weken na de ontvangst op 04-11-2026."
      ),
    ]
    made.doubts = [
      "Er zijn twee personen. Vertel de een niets over de schulden van de ander.",
      "De naam is op meer manieren te lezen.",
    ]
    made.signals = [
      WorklistSignal(
        person: "J. van den Ketelaar", partner: "Havenstad Wonen", partnerType: .rent,
        kind: priorityClass == .c0 ? .eviction : .earlySignal, isThreat: priorityClass == .c0,
        amount: Money(cents: 1_000_00), arisenOn: day("2026-08-01"), signalledOn: day("2026-11-03"),
        receivedAt: day("2026-11-04"), threatOn: priorityClass == .c0 ? day("2026-11-20") : nil,
        reference: "0012345", grade: .certain),
      WorklistSignal(
        person: "M. Ploegmakers-Dirkx", partner: "Noorderlicht Energie", partnerType: .energy,
        kind: .update, isThreat: false, amount: Money(cents: 234_56), arisenOn: nil,
        signalledOn: day("2026-11-02"), receivedAt: day("2026-11-05"), threatOn: nil,
        reference: "=1+1", grade: .addressOnly),
    ]
    return made
  }

  /// What somebody filled in.
  static var entries: CaseEntries {
    var entries = CaseEntries()
    entries.attempts = [
      CaseAttempt(contactedOn: day("2026-11-05"), means: .visit, dayPart: .evening, reached: .no)
    ]
    entries.pickedUpOn = day("2026-11-05")
    return entries
  }

  /// A list of households.
  static func list(_ households: [WorklistHousehold], gaps: [String] = []) -> Worklist {
    let code = MunicipalityCode(number: 606)
    guard let code else { fatalError("606 is a code") }
    return Worklist(
      municipality: code, municipalityName: "Schiedam", referenceDate: day("2026-11-09"),
      ruleSet: "standaard 2026-1",
      classes: PriorityClass.allCases.map {
        WorklistClass(
          priorityClass: $0, term: $0 == .c0 ? "drie werkdagen" : "vier weken",
          firstAttemptWorkingDays: $0 == .c0 ? 1 : 10, means: [.phone, .visit])
      },
      deliveries: [
        WorklistDelivery(
          partner: "Havenstad Wonen", period: "oktober 2026",
          file: "havenstad-wonen_2026-10_20261104.csv.gz", receivedAt: day("2026-11-04"),
          status: .accepted, admitted: 12),
        WorklistDelivery(
          partner: "Zorgvast", period: "oktober 2026", file: "", receivedAt: nil,
          status: gaps.isEmpty ? .accepted : .missing, admitted: 0),
      ],
      gaps: gaps, count: households.count, household: { households[$0] })
  }
}
