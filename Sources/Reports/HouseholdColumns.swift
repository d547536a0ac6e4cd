internal import Model

/// The columns of the list of households, in `werklijst.csv` and `werklijst.xlsx` alike.
enum HouseholdColumns {
  /// What the product fills in.
  static let filled: [ListColumn<WorklistHousehold>] = [
    ListColumn("Nr", width: 6, "De volgorde van de lijst. Begin bovenaan.") { .number($0.rank) },
    ListColumn("Klasse", width: 11, "Hoe dringend het is. De klassen staan hierboven.") {
      .text($0.priorityClass.dutch)
    },
    ListColumn(
      "Eerste gesprek uiterlijk", width: 12,
      "De laatste dag voor het eerste gesprek volgens de wet."
    ) { .date($0.deadline) },
    ListColumn(
      "Eerste poging uiterlijk", width: 12,
      "De dag waarop u uiterlijk voor het eerst contact zoekt."
    ) { .date($0.firstAttemptBy) },
    ListColumn("Manier", width: 13, "Hoe u contact zoekt, in deze volgorde.") {
      .lines($0.means.map(\.rawValue))
    },
    ListColumn(
      "Gepland op", width: 12,
      "De dag waarop de volgende poging past in het werk. Staat er een uitroepteken bij Geplande manier, dan is die dag te vol."
    ) { $0.plannedOn.map(ListCell.date) ?? .empty },
    ListColumn("Geplande manier", width: 13, "Hoe u dan contact zoekt.") { line in
      line.plannedMeans.map { .text($0.rawValue + (line.planFits ? "" : " !")) } ?? .empty
    },
    ListColumn("Personen", width: 22, "De personen over wie een melding is gedaan.") {
      .lines($0.persons.map { $0.name.isEmpty ? "naam onbekend" : $0.name })
    },
    ListColumn("Geboortedatum", width: 15, "Van elke persoon, als de partner die meldt.") { line in
      guard line.persons.contains(where: { !$0.birthDate.isAbsent }) else { return .empty }
      return .lines(
        line.persons.map { $0.birthDate.isAbsent ? "onbekend" : $0.birthDate.dutch })
    },
    ListColumn("Adres", width: 20, "Straat en huisnummer.") { .text($0.address) },
    ListColumn("Postcode", width: 9, "De postcode.") { .text($0.postcode) },
    ListColumn("Plaats", width: 12, "De woonplaats.") { .text($0.city) },
    ListColumn("Telefoon", width: 14, "De nummers die de partners doorgeven.") {
      .lines($0.phones)
    },
    ListColumn("E-mail", width: 21, "De e-mailadressen die de partners doorgeven.") {
      .lines($0.emails)
    },
    ListColumn("Meldingen", width: 11, "Hoeveel meldingen er zijn. Zie het blad Signalen.") {
      .number($0.signals.count)
    },
    ListColumn("Soort schuld", width: 15, "Waarvoor er een achterstand is.") {
      .lines($0.partnerTypes.map(\.dutch))
    },
    ListColumn("Totaal", width: 12, "Alle achterstanden op dit adres bij elkaar.") {
      .euro($0.total)
    },
    ListColumn("Samenloop", width: 25, "Of er meer meldingen zijn, met de manier van tellen.") {
      .lines($0.matchKinds)
    },
    ListColumn("Redenen", width: 44, "Waarom dit adres op deze plek staat.") {
      .lines($0.reasons.map { $0.code.isEmpty ? $0.sentence : "\($0.sentence) (\($0.code))" })
    },
    ListColumn(
      "Route", width: 30,
      "Een voorstel voor wie dit adres het best kan helpen, met de reden. U beslist zelf. Het verandert de volgorde niet."
    ) { .lines($0.routes.map { "\($0.code): \($0.sentence)" }) },
    ListColumn(
      "Wijkteam", width: 16, "Het team dat daar werkt. Het staat ook op de lijst van dat team."
    ) {
      .text($0.team)
    },
    ListColumn(
      "Aandachtsgebied", width: 16,
      "Een gebied waarvoor de gemeente het werk apart telt. Het verandert de volgorde niet."
    ) { .text($0.focusArea) },
    ListColumn("Let op", width: 28, "Wat u eerst moet controleren of moet weten.") {
      .lines($0.doubts)
    },
    ListColumn("Eerste ontvangst", width: 12, "De dag waarop de termijn is begonnen.") {
      .date($0.receivedAt)
    },
  ]

  /// What a worker fills in.
  static let entries: [ListColumn<WorklistHousehold>] =
    attempt(1) + attempt(2) + [
      ListColumn(
        "Datum opgepakt", width: 12, "De dag waarop u met dit adres aan de slag ging.", entry: .date
      ),
      ListColumn(
        "Resultaat", width: 34, "Hoe het is afgelopen. Kies uit de lijst.", entry: .choice(.result)),
      ListColumn("Opmerking", width: 30, "Uw eigen opmerking.", entry: .text),
    ]

  /// What the list needs to be read back.
  static func closing(
    _ worklist: Worklist
  ) -> [ListColumn<WorklistHousehold>] {
    let state = state(of: worklist)
    return [
      ListColumn(
        "Kenmerk", width: 35, "Hiermee vindt het programma de regel terug. Verander dit niet."
      ) { .text($0.id.description) },
      ListColumn("Lijst", width: 11, "Of alle leveringen in deze lijst zitten.") { _ in .text(state)
      },
    ]
  }

  /// All columns of a list.
  static func all(_ worklist: Worklist) -> [ListColumn<WorklistHousehold>] {
    filled + entries + closing(worklist)
  }

  /// `volledig` or `onvolledig`.
  static func state(of worklist: Worklist) -> String {
    worklist.isComplete ? "volledig" : "onvolledig"
  }

  private static func attempt(_ number: Int) -> [ListColumn<WorklistHousehold>] {
    let which = number == 1 ? "eerste" : "tweede"
    return [
      ListColumn(
        "Datum poging \(number)", width: 12, "De dag van uw \(which) poging.", entry: .date),
      ListColumn(
        "Soort contact \(number)", width: 16, "Hoe u het probeerde. Kies uit de lijst.",
        entry: .choice(.contactMeans)),
      ListColumn(
        "Dagdeel \(number)", width: 11, "Ochtend is voor 12 uur, avond is vanaf 18 uur.",
        entry: .choice(.dayPart)),
      ListColumn(
        "Bereikt \(number)", width: 10, "Ja als u iemand van dit adres hebt gesproken.",
        entry: .choice(.yesNo)),
    ]
  }
}
