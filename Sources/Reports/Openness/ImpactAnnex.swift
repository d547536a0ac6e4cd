internal import Definitions
internal import Model

/// The annex of a data-protection impact assessment that follows from the definitions: which data, why, on
/// what ground, how long, for whom, and what can go wrong.
///
/// - Source: `avg/35`.
struct ImpactAnnex {
  let text: String

  /// Writes the annex.
  init(_ definitions: DefinitionsInForce) {
    var out = MarkdownText()
    out.heading(1, "Bijlage bij de DPIA: vroegsignalering \(definitions.municipality.name)")
    out.paragraph(definitions.origin)
    out.paragraph(
      "Deze bijlage vervangt de DPIA niet. De gemeente beoordeelt zelf of de verwerking nodig en evenredig is."
    )
    Self.data(definitions, &out)
    Self.retention(definitions, &out)
    Self.recipients(&out)
    Self.risks(definitions, &out)
    out.heading(2, "De definities die gelden")
    out.table(["Bestand", "SHA-256"], definitions.files)
    text = out.text
  }

  private static func data(_ definitions: DefinitionsInForce, _ out: inout MarkdownText) {
    out.heading(2, "Gegevens, doel en grondslag per kolom")
    for feed in definitions.feeds {
      out.heading(3, "\(feed.partner.name) (\(feed.partner.type.rawValue))")
      out.paragraph("Grondslag voor alle kolommen: \(definitions.source(feed.source)).")
      out.table(
        ["Kolom", "Gegeven", "Waarvoor"],
        feed.columns.map { column in
          switch column.use {
          case .field(let field, _): [column.header, field.dutch, field.purpose]
          case .ignored(let reason): [column.header, "wordt niet gelezen", reason]
          }
        })
      if let attestation = feed.attestation {
        out.paragraph(
          "De partner verklaart de stappen vooraf: \(definitions.source(attestation.source)).")
      }
    }
    out.heading(3, "Basisregistratie personen")
    guard let register = definitions.pipeline.register?.definition else {
      out.paragraph("De BRP wordt niet geraadpleegd.")
      return
    }
    out.paragraph(
      "\(register.title). Grondslag: \(definitions.source(register.source)). Een selectie is hoogstens \(register.maximumAgeDays) dagen oud."
    )
    out.table(
      ["Kolom", "Gegeven", "Waarvoor"],
      register.columns.map { column in
        guard let field = column.field else {
          return [column.header, "wordt niet gelezen", "niet nodig"]
        }
        return [column.header, field.rawValue, field.purpose]
      })
    out.paragraph(
      "Een regel van de selectie geldt als antwoord bij een gewicht van \(register.answer.atLeast) tienden van een bit of meer, en een voorsprong van \(register.answer.margin) tienden op de volgende."
    )
    out.paragraph(
      "Burgerservicenummers staan in een eigen bestand en in geen enkele lijst. Grondslag: \(definitions.source("wgs/8c"))."
    )
  }

  private static func retention(_ definitions: DefinitionsInForce, _ out: inout MarkdownText) {
    let retention = definitions.municipality.retention
    out.heading(2, "Bewaartermijnen")
    out.table(
      ["Wat", "Hoe lang"],
      [
        ["Signalen die niet zijn opgepakt", "\(retention.notPickedUpMonths) maanden na ontvangst"],
        ["Signalen die zijn opgepakt", "\(retention.pickedUpMonths) maanden na ontvangst"],
        ["Zaken", "\(retention.afterClosingMonths) maanden na het einde"],
      ])
    out.paragraph("Bron van de termijnen: \(definitions.source(retention.source)).")
    out.paragraph(
      "De map met runs, de private kopieën en reservekopieën horen onder dezelfde termijnen te vallen. [in te vullen: hoe de gemeente die opruimt]"
    )
  }

  private static func recipients(_ out: inout MarkdownText) {
    out.heading(2, "Wie wat krijgt")
    out.table(
      ["Ontvanger", "Wat", "Wat niet"],
      [
        [
          "Medewerkers vroegsignalering", "werklijst, twijfelgevallen, overdracht en overleden",
          "burgerservicenummers",
        ],
        [
          "Wijkteams en uitvoerders van een route", "een deellijst met alleen hun huishoudens",
          "huishoudens met een geheim adres (wijkteams), burgerservicenummers",
        ],
        [
          "De bewoner", "een brief aan ieder die moet betalen, met naam en adres",
          "bedragen, partners, meldingen over anderen",
        ],
        [
          "De partner die meldde",
          "ontvangstbewijs, afkeuringen en stand van eigen meldingen, en als dat is afgesproken de laatste dag van de incassopauze",
          "reden van 'andere reden', hulp, meldingen van anderen",
        ],
        [
          "CBS", "ddas.json, als de gemeente een leverancier heeft opgegeven",
          "burgerservicenummers, geheime adressen, opmerkingen",
        ],
        [
          "Raad en leiding", "rapport.html en indicatoren.csv",
          "persoonsgegevens en kleine aantallen",
        ],
        ["Beheerder", "manifest en meldingen van de run", "waarden uit leveringen"],
        ["Andere gemeenten", "niets; een medewerker draagt zelf over", "alle bestanden"],
      ])
  }

  private static func risks(_ definitions: DefinitionsInForce, _ out: inout MarkdownText) {
    out.heading(2, "Risico's en maatregelen")
    out.table(
      ["Risico", "Maatregel in de software", "Maatregel van de gemeente"],
      [
        [
          "Iemand hoort van een achterstand van een ander",
          "harde grenzen bij het koppelen; hoe zeker een koppeling is, staat op de lijst",
          "eerst nagaan met wie u praat; geen bedragen op kaartjes of in berichten",
        ],
        [
          "Een melding die niet mag, wordt verwerkt",
          "toets op partner, soort, dag, bezwaar en stappen vooraf; van een regel met bezwaar blijft niets bewaard",
          "aanwijzingen en verklaringen actueel houden",
        ],
        [
          "Iemand krijgt te laat hulp",
          "de termijn begint bij ontvangst en begint nooit opnieuw; een ontbrekende levering wordt gemeld",
          "genoeg capaciteit; elke dag de lijst bekijken",
        ],
        [
          "Ongelijke behandeling",
          "geen nationaliteit, gezondheid, inkomen, gezin of buurt; meten per schrijfwijze van namen",
          "een steekproef nakijken voordat een model geldt",
        ],
        [
          "Aanbellen waar dat niet mag",
          "een geheim adres staat niet op de lijst; bij een briefadres of onderzoek geen bezoek of brief",
          "vrijgave door een leidinggevende",
        ],
        [
          "Gegevens lekken",
          "geen netwerk; meldingen zonder waarden; bestanden alleen voor de gebruiker; ids onder een sleutel per gemeente",
          "sleutel apart bewaren; toegang tot de map beperken",
        ],
        [
          "Iemand is te herkennen in cijfers",
          "1 tot en met \(SmallCells.largest) verborgen, de rest afgerond op \(SmallCells.roundedTo); en niet uit de rest te berekenen",
          "geen rapporten van dagen vlak na elkaar openbaar maken",
        ],
        [
          "Automatische besluiten",
          "de volgorde is een voorstel met redenen; niets wordt geweigerd of gesloten",
          "een medewerker beslist",
        ],
      ])
    let type = definitions.pipeline.dataAreReal ? "echte gegevens" : "verzonnen gegevens"
    out.paragraph("De pijplijn is ingesteld op \(type).")
  }
}
