internal import Definitions
internal import Model

// What came in, and what became of it.

extension IndicatorCatalogue {
  static let cameIn: [IndicatorEntry] = [
    IndicatorEntry(
      "signalen", "Ontvangen signalen", .cameIn,
      definition:
        "Alle signalen die de gemeente in deze leveringen kreeg en mocht verwerken, naar de maand van ontvangst. Kopieën tellen niet mee. Signalen onder het drempelbedrag of buiten de termijn tellen wel mee.",
      source: "ddas-vroegsignalering"
    ) { .totals($0.signals.population.totals, none: noSignals) },
    IndicatorEntry(
      "signalen-soort-partner", "Signalen naar soort partner", .cameIn, of: "ontvangen signalen",
      definition: "Ontvangen signalen naar het soort organisatie dat meldt.",
      source: "ddas-vroegsignalering"
    ) { .split($0.signals.partnerTypes, of: $0.signals.population.totals, none: noSignals) },
    IndicatorEntry(
      "signalen-per-1000-inwoners", "Signalen per 1000 inwoners", .cameIn, .perThousand,
      of: "inwoners",
      definition:
        "Ontvangen signalen van een maand, afgerond, gedeeld door het aantal inwoners in het bestand van de gemeente, maal 1000.",
      source: "divosa-monitor-2023", perThousand),
    IndicatorEntry(
      "signalen-crisis", "Crisissignalen", .cameIn, of: "ontvangen signalen",
      definition:
        "Signalen over een dreigende ontruiming, afsluiting of einde van de zorgverzekering, of waarbij de partner dat zelf meldt.",
      source: "wgs/4.2"
    ) { .split($0.signals.crisis, of: $0.signals.population.totals, none: noSignals) },
    IndicatorEntry(
      "aandeel-crisis", "Aandeel crisissignalen", .cameIn, .percent, of: "ontvangen signalen",
      definition:
        "Crisissignalen, als deel van alle ontvangen signalen. Berekend uit afgeronde aantallen.",
      source: "wgs/4.2"
    ) {
      .share(of: ["Crisis"], in: $0.signals.crisis, $0.signals.population.totals, none: noSignals)
    },
    IndicatorEntry(
      "mediaan-achterstand", "Middelste achterstand", .cameIn, .euros, of: "ontvangen signalen",
      definition:
        "De mediaan van het bedrag van een signaal: de helft is lager, de helft is hoger. Afgerond op 10 euro.",
      source: "voorsein-keuze"
    ) { .lines($0.signals.medianAmounts, orBecause: noSignals) },
    IndicatorEntry(
      "dagen-tot-ontvangst", "Dagen van ontstaan tot ontvangst", .cameIn, .days,
      of: "signalen met een dag van ontstaan",
      definition:
        "De mediaan van het aantal dagen tussen het ontstaan van de achterstand en de ontvangst van het signaal.",
      source: "ddas-vroegsignalering"
    ) { .lines($0.signals.medianDays, orBecause: noSignals) },
    IndicatorEntry(
      "dagen-tot-ontvangst-soort-partner", "Dagen tot ontvangst naar soort partner", .cameIn, .days,
      of: "signalen van het soort partner met een dag van ontstaan",
      definition:
        "De mediaan van het aantal dagen tussen het ontstaan van de achterstand en de ontvangst van het signaal, voor elk soort partner.",
      source: "ddas-vroegsignalering"
    ) {
      .lines(
        $0.signals.medianDaysOfTypes,
        orBecause: "Er is geen soort partner met genoeg signalen.")
    },
  ]

  static let became: [IndicatorEntry] = [
    IndicatorEntry(
      "uitkomst-signalen", "Wat er met de signalen gebeurde", .became, of: "ontvangen signalen",
      definition:
        "Elk ontvangen signaal staat bij precies één uitkomst. Een herhaalde melding gaat over een achterstand die al is opgepakt en niet is gegroeid. Verhuisd en overleden komen uit de BRP; verhuisde inwoners draagt de gemeente over.",
      source: "ddas-vroegsignalering"
    ) { .split($0.signals.outcomes, of: $0.signals.population.totals, none: noSignals) },
    IndicatorEntry(
      "niet-gebruikte-regels", "Regels die geen signaal zijn", .became,
      of: "regels van leveringen die geen signaal zijn",
      definition:
        "Regels die de gemeente niet mag of kan gebruiken, en kopieën, naar de reden. Ze tellen niet mee als signaal.",
      source: "wgs/3.1b"
    ) {
      .split(
        $0.unused.reasons, of: $0.unused.population.totals, none: "Alle regels zijn signalen.")
    },
    IndicatorEntry(
      "meldingen", "Meldingen op de werklijst", .became,
      definition:
        "Huishoudens op de werklijst, naar de maand waarin hun eerste signaal binnenkwam. Een melding is niet hetzelfde als een signaal: signalen over één huishouden vormen samen één melding.",
      source: "divosa-monitor-2023"
    ) { .totals($0.households.population.totals, none: noHouseholds) },
    IndicatorEntry(
      "signalen-per-melding", "Signalen per melding", .became, .ratio,
      of: "meldingen op de werklijst",
      definition:
        "Ontvangen signalen, gedeeld door meldingen op de werklijst. Berekend uit afgeronde aantallen.",
      source: "divosa-monitor-2023"
    ) {
      let (signals, households) = ($0.signals.population.totals, $0.households.population.totals)
      return .whole(
        PublishedFigure(ratio: signals.total, to: households.total), .whole, of: households.total)
    },
    IndicatorEntry(
      "meldingen-klasse", "Meldingen naar klasse", .became, of: "meldingen op de werklijst",
      definition:
        "De klasse zegt hoe snel en op welke manier er contact wordt gezocht. Iedereen op de lijst krijgt een aanbod.",
      source: "voorsein-keuze"
    ) { .split($0.households.classes, of: $0.households.population.totals, none: noHouseholds) },
    IndicatorEntry(
      "brp-uitkomst", "Uitkomst van de controle in de BRP", .became,
      of: "mensen met een nieuw signaal",
      definition:
        "Mensen met een signaal dat geen kopie of herhaling is, naar wat de basisregistratie personen zegt. Ieder telt één keer.",
      source: "brp-lo3"
    ) { facts in
      guard facts.persons.isChecked else {
        return .absent("De BRP is in deze run niet geraadpleegd.")
      }
      return .split(facts.persons.outcomes, of: facts.persons.population.totals)
    },
  ]

  static let matching: [IndicatorEntry] = [
    IndicatorEntry(
      "soort-match-divosa", "Enkelvoudig, meervoudig en opeenvolgend (telling Divosa)", .matching,
      of: "meldingen op de werklijst",
      definition:
        "Op adres. Meervoudig: twee of meer signalen op het adres in dezelfde maand. Opeenvolgend: ook een signaal op het adres in de zes maanden ervoor. Enkelvoudig: geen van beide.",
      source: "divosa-monitor-2023"
    ) { .split($0.households.matchKinds, of: $0.households.population.totals, none: noHouseholds) },
    IndicatorEntry(
      "soorten-partners-bkr", "Soorten partners per melding (telling BKR)", .matching,
      of: "meldingen op de werklijst",
      definition:
        "Hoeveel soorten organisaties over een huishouden melden. BKR noemt twee of meer soorten meervoudig; dat is iets anders dan bij Divosa.",
      source: "bkr-vps"
    ) {
      .split($0.households.partnerTypes, of: $0.households.population.totals, none: noHouseholds)
    },
  ]

  @Sendable static func perThousand(_ facts: IndicatorFacts) -> IndicatorEntry.Outcome {
    guard let inhabitants = facts.municipality.inhabitants else {
      return .absent(
        "Het aantal inwoners is niet bekend. De gemeente kan het opgeven in haar bestand (inhabitants)."
      )
    }
    let totals = facts.signals.population.totals
    if totals.total.rounded == 0 { return .absent(noSignals) }
    func line(_ period: IndicatorPeriod, _ count: PublishedCount) -> IndicatorLine {
      IndicatorLine(
        period, IndicatorValue(PublishedFigure(count, perThousandOf: inhabitants.count)), of: count)
    }
    return .lines(
      zip(totals.periods, totals.counts).map(line)
        + [line(totals.whole, totals.total)])
  }
}
