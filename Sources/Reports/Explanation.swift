internal import Model

/// What the sheet that explains a list says, from top to bottom.
struct Explanation {
  /// One line of the sheet.
  enum Part {
    case title(String)
    case warning(String)
    case heading(String)
    /// A word and what it means.
    case term(String, String)
    case paragraph(String)
  }

  /// The lines in order.
  let parts: [Part]

  /// Explains a list.
  init(_ worklist: Worklist) {
    parts =
      Self.top(worklist) + Self.howToUse + Self.work(worklist) + Self.classes(worklist) + Self.terms
      + Self.counting + Self.columns(worklist) + Self.deliveries(worklist)
  }

  private static func top(_ worklist: Worklist) -> [Part] {
    var parts: [Part] = [
      .title(
        "Werklijst vroegsignalering \(worklist.municipalityName)"
          + (worklist.partTitle.map { ": \($0)" } ?? "")),
      .paragraph(
        "Peildatum \(worklist.referenceDate.dutch). Er staan \(worklist.count) adressen op deze lijst. De regels heten: \(worklist.ruleSet)."
      ),
    ]
    if worklist.isComplete {
      parts.append(
        .paragraph("Deze lijst is volledig: alle leveringen die we verwachtten zijn verwerkt."))
    } else {
      parts.append(
        .warning(
          "Let op: deze lijst is onvolledig. Er kunnen mensen op ontbreken. Alles wat er wel op staat, klopt en kunt u gebruiken."
        ))
      parts += worklist.gaps.map(Part.warning)
    }
    return parts
  }

  private static let howToUse: [Part] = [
    .heading("Zo gebruikt u de lijst"),
    .paragraph(
      "Elke regel is een adres met de mensen over wie een melding is gedaan. Begin bovenaan. De volgorde is een voorstel: u beslist zelf."
    ),
    .paragraph(
      "Iedereen op deze lijst krijgt een aanbod voor een gesprek. De klasse bepaalt alleen hoe snel en op welke manier u contact zoekt."
    ),
    .warning(
      "Vertel iemand nooit wat een ander op hetzelfde adres moet betalen. Op het blad Signalen ziet u welke melding bij welke persoon hoort. Zet geen bedragen op een kaartje of in een sms."
    ),
    .paragraph("Controleer met wie u praat voordat u over de achterstand praat."),
    .paragraph("Vul in de gele kolommen in wat u hebt gedaan. Kies waar dat kan uit de lijst."),
    .paragraph(
      "Lever de lijst daarna weer in. Op de volgende lijst staat dan wat u hebt ingevuld. Is iets fout, verander het dan op die lijst. Is er een resultaat, dan gaat het adres naar het blad Afgerond. Komt er een nieuwe melding, dan staat het weer op het blad Werklijst."
    ),
    .paragraph(
      "In deze lijst staan gegevens van mensen. Deel de lijst met niemand buiten uw werk."),
  ]

  /// What the plan asks of each day, what does not fit, and which letters there are.
  private static func work(_ worklist: Worklist) -> [Part] {
    guard worklist.partTitle == nil else {
      return [
        .paragraph(
          "Dit is een deel van de werklijst. Het nummer van een regel is dat van de hele lijst.")
      ]
    }
    var parts: [Part] = [
      .heading("Het werk per dag"),
      .paragraph(
        "De lijst verdeelt het werk over de werkdagen. Wat meer is dan u op een dag kunt doen, komt op een latere dag, maar niet na de laatste dag volgens de wet. Is die dag al voorbij, dan komt het adres op de eerste dag waarop er plaats is. Niemand valt af."
      ),
    ]
    let short = worklist.workload.reduce(0) { $0 + $1.beyond }
    if short > 0 {
      parts.append(
        .warning(
          "Er is te weinig tijd voor \(short) \(short == 1 ? "adres" : "adressen"). Die staan op een dag die al vol is. Zoek extra mensen of overleg wat u doet."
        ))
    }
    for day in Set(worklist.workload.map(\.day)).sorted() {
      let loads = worklist.workload.filter { $0.day == day }.map { load in
        let most = load.capacity.map { " (er is plaats voor \($0))" } ?? ""
        return "\(load.means.rawValue) \(load.planned)\(load.beyond > 0 ? most : "")"
      }
      parts.append(.term(day.dutch, loads.joined(separator: ", ") + "."))
    }
    return parts + [
      .paragraph(
        "Voor wie een brief kan krijgen, staat er een regel in brieven.csv: een voor iedere persoon. Er staat geen brief in voor wie een geheim adres heeft, of van wie we de naam niet goed weten."
      )
    ]
  }

  private static func classes(_ worklist: Worklist) -> [Part] {
    [.heading("De klassen")]
      + worklist.classes.map { definition in
        let days = definition.firstAttemptWorkingDays
        return .term(
          definition.priorityClass.dutch,
          meaning(of: definition.priorityClass)
            + " Het eerste gesprek is binnen \(definition.term) na de ontvangst."
            + " Zoek binnen \(DutchText.number(days)) \(days == 1 ? "werkdag" : "werkdagen") voor het eerst contact."
            + " Manier: \(definition.means.map(\.rawValue).joined(separator: ", dan "))."
        )
      }
  }

  private static func meaning(of priorityClass: PriorityClass) -> String {
    switch priorityClass {
    case .c0: "Er dreigt ontruiming, afsluiting of einde van de zorgverzekering."
    case .c1: "Er zijn meer soorten achterstand, of de achterstand is zwaar."
    case .c2: "Er is een reden om snel contact te zoeken."
    case .c3: "Een gewone melding."
    case .c4: "Een melding met een laag bedrag."
    }
  }

  private static let terms: [Part] = [
    .heading("De termijnen"),
    .paragraph(
      "De Wet gemeentelijke schuldhulpverlening (artikel 4) zegt: het eerste gesprek is binnen vier weken nadat de gemeente de melding kreeg. Bij een bedreigende situatie is dat binnen drie werkdagen."
    ),
    .paragraph(
      "De termijn begint op de dag dat de gemeente de melding voor het eerst kreeg. Een nieuwe melding over dezelfde achterstand begint geen nieuwe termijn."
    ),
    .paragraph(
      "Eindigt de termijn op een zaterdag, een zondag of een feestdag, dan is de eerste gewone dag erna de laatste dag (Algemene termijnenwet, artikel 1). Werkdagen zijn maandag tot en met vrijdag, zonder feestdagen."
    ),
  ]

  private static let counting: [Part] = [
    .heading("Zo tellen we meldingen samen"),
    .term(
      "Meervoudig",
      "Twee of meer meldingen op hetzelfde adres in dezelfde maand. Zo telt Divosa. De maand is de maand van ontvangst."
    ),
    .term(
      "Opeenvolgend", "In de zes maanden ervoor was er al een melding op dit adres. Zo telt Divosa."
    ),
    .term(
      "Soorten partners",
      "Hoeveel soorten organisaties melden, bijvoorbeeld een verhuurder en een energiebedrijf. Zo telt BKR."
    ),
    .term("Meervoudig op persoon", "Twee of meer meldingen over dezelfde persoon."),
    .term("Enkelvoudig", "Geen van deze vier."),
    .paragraph("Een kopie of een nieuwe versie van dezelfde melding telt niet als tweede melding."),
  ]

  private static func columns(_ worklist: Worklist) -> [Part] {
    [.heading("De kolommen van het blad Werklijst")]
      + HouseholdColumns.all(worklist).map { .term($0.title, $0.meaning) }
      + [.heading("De kolommen van het blad Signalen")]
      + SignalColumns.all.map { .term($0.title, $0.meaning) }
      + [
        .heading("Hoe zeker een melding bij een persoon hoort"),
        .term(
          MatchGrade.certain.dutch, "Adres, achternaam en voorletter of geboortedatum kloppen."),
        .term(MatchGrade.probable.dutch, "Adres en achternaam kloppen."),
        .term(MatchGrade.addressOnly.dutch, "Het adres klopt, de namen zijn verschillend."),
        .term(MatchGrade.doubtful.dutch, "Kijk eerst zelf of de melding bij deze persoon hoort."),
      ]
  }

  private static func deliveries(_ worklist: Worklist) -> [Part] {
    var parts: [Part] = [
      .heading("De leveringen"),
      .paragraph(
        "Onvolledig betekent: een levering die we verwachtten is er niet, of we konden het bestand of een regel ervan niet lezen."
      ),
    ]
    parts += worklist.deliveries.map { delivery in
      let about =
        delivery.period.isEmpty ? delivery.partner : "\(delivery.partner), \(delivery.period)"
      return .term(about, state(of: delivery))
    }
    if worklist.deliveries.isEmpty { parts.append(.paragraph("Er zijn geen leveringen bekend.")) }
    return parts
  }

  private static func state(of delivery: WorklistDelivery) -> String {
    let day = delivery.receivedAt.map { " op \($0.dutch)" } ?? ""
    return switch delivery.status {
    case .accepted:
      "Ontvangen\(day) en verwerkt. Meldingen voor deze gemeente: \(delivery.admitted)."
        + (delivery.unreadable == 0
          ? "" : " Regels die niet te lezen zijn: \(delivery.unreadable).")
        + (delivery.overdueSince.map { " Te laat: de afgesproken dag was \($0.dutch)." } ?? "")
    case .replaced: "Ontvangen\(day). Een latere levering is ervoor in de plaats gekomen."
    case .refused: "Ontvangen\(day), maar niet gebruikt: er is iets mis met het bestand."
    case .missing:
      "Niet ontvangen."
        + (delivery.overdueSince.map { " De afgesproken dag was \($0.dutch)." } ?? "")
    }
  }
}
