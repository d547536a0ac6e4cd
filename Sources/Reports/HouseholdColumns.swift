internal import Model

/// The columns of the list of households, in `werklijst.csv` and `werklijst.xlsx` alike.
enum HouseholdColumns {
  /// What the product fills in.
  static let filled = printed + onScreen.map(\.notPrinted)

  /// What also stands on paper.
  private static let printed: [ListColumn<WorklistHousehold>] = [
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
    ListColumn("Soort schuld", width: 15, "Waarvoor er een achterstand is.") {
      .lines($0.partnerTypes.map(\.dutch))
    },
    ListColumn("Totaal", width: 12, "Alle achterstanden op dit adres bij elkaar.") {
      .euro($0.total)
    },
    ListColumn("Redenen", width: 40, "Waarom dit adres op deze plek staat.") {
      .lines($0.reasons.map { $0.code.isEmpty ? $0.sentence : "\($0.sentence) (\($0.code))" })
    },
    ListColumn(
      "Route", width: 26,
      "Een voorstel voor wie dit adres het best kan helpen, met de reden. U beslist zelf. Het verandert de volgorde niet."
    ) { .lines($0.routes.map { "\($0.code): \($0.sentence)" }) },
    ListColumn("Let op", width: 26, "Wat u eerst moet controleren of moet weten.") {
      .lines($0.doubts)
    },
  ]

  /// What a page has no room for.
  private static let onScreen: [ListColumn<WorklistHousehold>] = [
    ListColumn("Manier", width: 13, "Hoe u contact zoekt, in deze volgorde.") {
      .lines($0.means.map(\.rawValue))
    },
    ListColumn("E-mail", width: 21, "De e-mailadressen die de partners doorgeven.") {
      .lines($0.emails)
    },
    ListColumn("Meldingen", width: 11, "Hoeveel meldingen er zijn. Zie het blad Signalen.") {
      .number($0.signals.count)
    },
    ListColumn("Samenloop", width: 25, "Of er meer meldingen zijn, met de manier van tellen.") {
      .lines($0.matchKinds)
    },
    ListColumn(
      "Wijkteam", width: 16, "Het team dat daar werkt. Het staat ook op de lijst van dat team."
    ) {
      .text($0.team)
    },
    ListColumn(
      "Aandachtsgebied", width: 16,
      "Een gebied waarvoor de gemeente het werk apart telt. Het verandert de volgorde niet."
    ) { .text($0.focusArea) },
    ListColumn(
      "Incasso stopt tot", width: 12,
      "Zo lang mogen partners niet incasseren, omdat iemand hulp aanvaardde."
    ) { .date($0.entries.collectionStopsUntil) },
    ListColumn("Eerste ontvangst", width: 12, "De dag waarop de termijn is begonnen.") {
      .date($0.receivedAt)
    },
  ]

  /// What a worker fills in, with what is known already.
  static let entries: [ListColumn<WorklistHousehold>] =
    (1...CaseAttempt.rooms).flatMap(attempt) + [
      ListColumn(
        WorklistTitles.pickedUpOn, width: 12, "De dag waarop u met dit adres aan de slag ging.",
        entry: .date
      ) { .date($0.entries.pickedUpOn) },
      ListColumn(
        WorklistTitles.helpAcceptedOn, width: 12,
        "De dag waarop iemand ja zei tegen hulp. Vanaf die dag stopt de incasso 30 dagen.",
        entry: .date
      ) { .date($0.entries.helpAcceptedOn) },
      ListColumn(
        WorklistTitles.result, width: 34, "Hoe het is afgelopen. Kies uit de lijst.",
        entry: .choice(.result)
      ) { .text($0.entries.result?.rawValue) },
      ListColumn(
        WorklistTitles.remark, width: 30,
        "Uw eigen opmerking. Het programma bewaart die niet: zet hier niets dat u later nodig hebt.",
        entry: .text),
    ]

  /// What the list needs to be read back.
  static func closing(
    state: String, code: String, day: CalendarDate
  ) -> [ListColumn<WorklistHousehold>] {
    [
      ListColumn(
        WorklistTitles.household, width: 35,
        "Hiermee vindt het programma de regel terug. Verander dit niet."
      ) { .text($0.id.description) },
      ListColumn("Lijst", width: 11, "Of alle leveringen in deze lijst zitten.") { _ in .text(state)
      },
      ListColumn(WorklistTitles.municipality, width: 13, "De gemeente. Verander dit niet.") { _ in
        .text(code)
      },
      ListColumn(WorklistTitles.referenceDate, width: 12, "De dag van de lijst. Verander dit niet.")
      {
        _ in .date(day)
      },
      ListColumn(
        "Stand", width: 10, "Open: nog niets ingevuld. Bezig: nog geen resultaat. Of afgerond."
      ) { .text($0.standing.rawValue) },
    ]
  }

  /// All columns of a list.
  static func all(_ worklist: Worklist) -> [ListColumn<WorklistHousehold>] {
    filled + entries
      + closing(
        state: state(of: worklist), code: worklist.municipality.description,
        day: worklist.referenceDate)
  }

  /// `volledig` or `onvolledig`.
  static func state(of worklist: Worklist) -> String {
    worklist.isComplete ? "volledig" : "onvolledig"
  }

  private static func attempt(_ number: Int) -> [ListColumn<WorklistHousehold>] {
    @Sendable func known(_ line: WorklistHousehold) -> CaseAttempt? {
      line.entries.shownAttempts.dropFirst(number - 1).first
    }
    return [
      ListColumn(
        WorklistTitles.contactedOn(number), width: 12, "De dag van poging \(number).", entry: .date
      ) { .date(known($0)?.contactedOn) },
      ListColumn(
        WorklistTitles.means(number), width: 16, "Hoe u het probeerde. Kies uit de lijst.",
        entry: .choice(.contactMeans)
      ) { .text(known($0)?.means.rawValue) },
      ListColumn(
        WorklistTitles.dayPart(number), width: 11, "Ochtend is voor 12 uur, avond is vanaf 18 uur.",
        entry: .choice(.dayPart)
      ) { .text(known($0)?.dayPart?.rawValue) },
      ListColumn(
        WorklistTitles.reached(number), width: 10, "Ja als u iemand van dit adres hebt gesproken.",
        entry: .choice(.yesNo)
      ) { .text(known($0)?.reached?.rawValue) },
    ]
  }
}

extension ListCell {
  /// A day, or nothing.
  fileprivate static func date(_ day: CalendarDate?) -> ListCell { day.map { .date($0) } ?? .empty }

  /// A word, or nothing.
  fileprivate static func text(_ word: String?) -> ListCell { word.map { .text($0) } ?? .empty }
}
