internal import Definitions
internal import Model

// Whether the work is done in time, whether it fits, and what comes of it.

extension IndicatorCatalogue {
  static let deadlines: [IndicatorEntry] = [
    IndicatorEntry(
      "uiterste-datum", "Uiterste datum van het eerste gesprek", .deadlines,
      of: "meldingen op de werklijst",
      definition:
        "De laatste dag die de wet toelaat voor het eerste gesprek: vier weken na ontvangst, of drie werkdagen bij een crisis. Gezien vanaf de peildatum; een week loopt van maandag tot en met zondag.",
      source: "wgs/4.1"
    ) { .split($0.households.deadlines, of: $0.households.population.totals, none: noHouseholds) },
    IndicatorEntry(
      "dagen-tot-eerste-poging", "Dagen van ontvangst tot eerste poging", .deadlines, .days,
      of: "zaken met een poging",
      definition:
        "De mediaan van het aantal dagen tussen de ontvangst van het eerste signaal en de eerste poging om contact te krijgen.",
      source: "wgs/4.1"
    ) {
      $0.cases.population.count == 0 ? .absent(noCases) : .lines($0.cases.medianDays)
    },
    IndicatorEntry(
      "eerste-gesprek-op-tijd", "Eerste gesprek binnen de termijn", .deadlines, .percent,
      of: "zaken",
      definition:
        "Zaken waarin iemand binnen de wettelijke termijn met het huishouden sprak, als deel van alle zaken. De termijn is vier weken, of drie werkdagen bij een crisis.",
      source: "wgs/4.1"
    ) {
      .share(
        of: [CaseFigures.Contact.talkInTime.rawValue], in: $0.cases.contacts,
        $0.cases.population.totals, none: noCases)
    },
    IndicatorEntry(
      "eerste-poging-op-tijd", "Eerste poging binnen de termijn", .deadlines, .percent, of: "zaken",
      definition:
        "Zaken waarin de eerste poging om contact te krijgen binnen de wettelijke termijn was, als deel van alle zaken.",
      source: "wgs/4.1"
    ) {
      .share(
        of: [
          CaseFigures.Contact.talkInTime.rawValue, CaseFigures.Contact.talkLate.rawValue,
          CaseFigures.Contact.attemptInTime.rawValue,
        ], in: $0.cases.contacts, $0.cases.population.totals, none: noCases)
    },
  ]

  static let capacity: [IndicatorEntry] = [
    IndicatorEntry(
      "eerste-poging-week", "Meldingen naar de dag van de eerste poging", .capacity,
      of: "meldingen op de werklijst",
      definition:
        "De dag waarop de gemeente uiterlijk een eerste poging wil doen. Gezien vanaf de peildatum; een week loopt van maandag tot en met zondag.",
      source: "voorsein-keuze"
    ) {
      .split($0.households.firstAttempts, of: $0.households.population.totals, none: noHouseholds)
    },
    IndicatorEntry(
      "eerste-manier", "Meldingen naar eerste manier van contact", .capacity,
      of: "meldingen op de werklijst",
      definition:
        "De eerste manier om contact te zoeken die de regels voorstellen en die kan met de gegevens die er zijn.",
      source: "voorsein-keuze"
    ) { .split($0.households.firstMeans, of: $0.households.population.totals, none: noHouseholds) },
    IndicatorEntry(
      "capaciteit-per-werkdag", "Pogingen die per werkdag kunnen", .capacity,
      definition:
        "Hoeveel pogingen de gemeente per werkdag kan doen, per manier van contact. De gemeente heeft dit zelf opgegeven.",
      source: "voorsein-keuze"
    ) { facts in
      .lines(
        ContactMeans.allCases.compactMap { means in
          facts.municipality.capacity[means].map {
            IndicatorLine(
              .whole, group: means.rawValue, .figure(PublishedFigure(impersonal: $0)))
          }
        }, orBecause: "De gemeente heeft geen capaciteit opgegeven.")
    },
    IndicatorEntry(
      "werkdagen-nodig", "Werkdagen voor één poging bij iedereen", .capacity, .workingDays,
      of: "pogingen die per werkdag kunnen",
      definition:
        "Meldingen naar eerste manier van contact, afgerond, gedeeld door de pogingen die per werkdag kunnen.",
      source: "voorsein-keuze", workingDaysNeeded),
  ]

  static let outcomes: [IndicatorEntry] = [
    IndicatorEntry(
      "zaken", "Zaken", .outcomes,
      definition:
        "Meldingen waar iemand iets over invulde, naar de maand van de lijst. Alleen zaken die nog bewaard worden.",
      source: "ddas-vroegsignalering"
    ) { .totals($0.cases.population.totals, none: noCases) },
    IndicatorEntry(
      "contact", "Contact en termijn", .outcomes, of: "zaken",
      definition:
        "Elke zaak staat in precies één groep. Een gesprek is een poging waarbij is ingevuld dat iemand is bereikt. De termijn is die van de wet.",
      source: "wgs/4.1"
    ) { .split($0.cases.contacts, of: $0.cases.population.totals, none: noCases) },
    IndicatorEntry(
      "bereik", "Bereikt", .outcomes, .percent, of: "zaken",
      definition: "Zaken waarin iemand is gesproken, als deel van alle zaken.",
      source: "divosa-monitor-2023"
    ) { .share(of: talks, in: $0.cases.contacts, $0.cases.population.totals, none: noCases) },
    IndicatorEntry(
      "resultaat", "Hoe de zaken staan", .outcomes, of: "zaken",
      definition:
        "Elke zaak staat in precies één groep. Hulp is aanvaard als de dag daarvan is ingevuld, of als het resultaat advies, financiële hulp of andere hulp is.",
      source: "ddas-vroegsignalering"
    ) { .split($0.cases.results, of: $0.cases.population.totals, none: noCases) },
    IndicatorEntry(
      "aanvaard-van-bereikt", "Hulp aanvaard, van wie is bereikt", .outcomes, .percent,
      of: "zaken waarin iemand is gesproken",
      definition:
        "Zaken waarin hulp is aanvaard, als deel van de zaken waarin iemand is gesproken. Berekend uit afgeronde aantallen.",
      source: "divosa-monitor-2023"
    ) { acceptedOfReached($0.cases) },
    IndicatorEntry(
      "aanvaard-van-zaken", "Hulp aanvaard, van alle zaken", .outcomes, .percent, of: "zaken",
      definition:
        "Zaken waarin hulp is aanvaard, als deel van alle meldingen waar iemand iets over invulde.",
      source: "divosa-monitor-2023"
    ) {
      .share(
        of: [CaseFigures.Result.accepted.rawValue], in: $0.cases.results,
        $0.cases.population.totals, none: noCases)
    },
    IndicatorEntry(
      "pogingen-manier", "Pogingen naar manier van contact", .outcomes, of: "pogingen",
      definition: "Alle pogingen die zijn ingevuld, naar de maand van de poging.",
      source: "ddas-vroegsignalering"
    ) { .split($0.cases.means, of: $0.cases.attempts, none: noCases) },
    IndicatorEntry(
      "pogingen-per-zaak", "Pogingen per zaak", .outcomes, .ratio, of: "zaken",
      definition:
        "Alle pogingen die zijn ingevuld, gedeeld door alle zaken. Berekend uit afgeronde aantallen.",
      source: "divosa-monitor-2023"
    ) { facts in
      let cases = facts.cases.population.totals
      guard facts.cases.population.count > 0 else { return .absent(noCases) }
      return .whole(
        PublishedFigure(ratio: facts.cases.attempts.total, to: cases.total), .whole,
        of: cases.total)
    },
  ]

  static let deliveries: [IndicatorEntry] = [
    IndicatorEntry(
      "leveringen", "Leveringen naar partner", .deliveries,
      definition:
        "Bestanden die verwacht werden of kwamen, per partner. Een bestand kan in meer kolommen staan.",
      source: "lcv"
    ) { .lines($0.deliveries.lines, orBecause: "Er zijn geen leveringen bekend.") }
  ]

  static let talks: Set<String> = [
    CaseFigures.Contact.talkInTime.rawValue, CaseFigures.Contact.talkLate.rawValue,
    CaseFigures.Contact.talkAndAttemptLate.rawValue,
  ]

  @Sendable static func workingDaysNeeded(_ facts: IndicatorFacts) -> IndicatorEntry.Outcome {
    guard let table = facts.households.firstMeans else {
      return .absent("Er zijn te weinig meldingen om dit te tonen.")
    }
    return .lines(
      zip(table.groups, table.totals).compactMap { group, count in
        let capacity = ContactMeans(rawValue: group).flatMap { facts.municipality.capacity[$0] }
        return capacity.map {
          IndicatorLine(
            facts.households.population.totals.whole, group: group,
            IndicatorValue(PublishedFigure(count, inPartsOf: $0)), of: count)
        }
      }, orBecause: "De gemeente heeft geen capaciteit opgegeven.")
  }

  static func acceptedOfReached(_ cases: CaseFigures) -> IndicatorEntry.Outcome {
    guard cases.population.count > 0 else { return .absent(noCases) }
    guard let contacts = cases.contacts, let results = cases.results,
      let accepted = results.groups.firstIndex(of: CaseFigures.Result.accepted.rawValue)
    else { return .absent("Er zijn te weinig zaken om dit te tonen.") }
    let reached = zip(contacts.groups, contacts.totals).filter { talks.contains($0.0) }.map(\.1)
    guard let first = reached.first else { return .absent(noCases) }
    let whole = reached.dropFirst().reduce(first, +)
    return .whole(
      PublishedFigure(percent: results.totals[accepted], of: whole),
      cases.population.totals.whole, of: whole)
  }
}
