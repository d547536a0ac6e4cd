internal import Definitions
internal import Model
internal import Pipeline

/// A draft of the entry for the Dutch register of algorithms, in the fields of its publication standard.
///
/// What only the municipality knows stands as `[in te vullen: …]`.
///
/// - Source: `algoritmeregister`.
struct AlgorithmEntry {
  let text: String

  /// Writes the draft.
  init(_ definitions: DefinitionsInForce) {
    let municipality = definitions.municipality
    var out = MarkdownText()
    out.heading(1, "Concept voor het Algoritmeregister: Vroegsignalering \(municipality.name)")
    out.paragraph(definitions.origin)
    out.paragraph(
      "SHA-256 van alle definities van de pijplijn: `\(definitions.pipeline.digest())`.")
    Self.general(definitions, &out)
    Self.purpose(definitions, &out)
    Self.working(definitions, &out)
    Self.decisions(definitions, &out)
    out.heading(2, "De definities die gelden")
    out.table(["Bestand", "SHA-256"], definitions.files)
    text = out.text
  }

  private static func general(_ definitions: DefinitionsInForce, _ out: inout MarkdownText) {
    let municipality = definitions.municipality
    out.heading(2, "Algemene informatie")
    out.table(
      ["Veld", "Inhoud"],
      [
        ["Naam", "Vroegsignalering van schulden: volgorde van de werklijst"],
        ["Organisatie", "Gemeente \(municipality.name) (\(municipality.code))"],
        ["Thema", "[in te vullen: een thema uit de lijst, bijvoorbeeld sociale zekerheid]"],
        [
          "Korte omschrijving",
          "De gemeente krijgt meldingen over betalingsachterstanden. Dit algoritme zoekt welke meldingen bij dezelfde persoon en hetzelfde huishouden horen. Het maakt een werklijst met een volgorde, een uiterste datum en de redenen. Een medewerker beslist.",
        ],
        ["Status", "[in te vullen: in ontwikkeling, in gebruik of buiten gebruik]"],
        ["Begindatum", "[in te vullen]"],
        ["Einddatum", "[in te vullen, of leeg]"],
        ["Contactgegevens", "[in te vullen]"],
        [
          "Publicatiecategorie",
          "Impactvolle algoritmes [in te vullen: de gemeente bevestigt dit; zie ook de DPIA]",
        ],
        [
          "Impacttoetsen", "DPIA, met de bijlage dpia-bijlage.md [in te vullen: datum en uitkomst]",
        ],
        ["Leverancier", "Voorsein, open source (EUPL-1.2) [in te vullen: wie het beheert]"],
        ["Link naar broncode", "https://github.com/voorsein/voorsein"],
        ["Versie", "Voorsein \(definitions.version), regels \(definitions.rules.label)"],
      ])
  }

  private static func purpose(_ definitions: DefinitionsInForce, _ out: inout MarkdownText) {
    out.heading(2, "Verantwoord gebruik")
    out.heading(3, "Doel en impact")
    out.paragraph(
      "De gemeente moet na een melding hulp aanbieden. Doel is dat mensen die hulp op tijd krijgen, de meest dringende eerst. Iedereen op de lijst krijgt een aanbod; het algoritme bepaalt alleen hoe snel en op welke manier. Gaat het mis, dan krijgt iemand te laat een aanbod, of hoort iemand van een achterstand van een ander. De lijst toont daarom hoe zeker een koppeling is."
    )
    out.heading(3, "Afwegingen")
    out.paragraph(
      "Zonder algoritme koppelt en sorteert een medewerker met de hand. Dat kost tijd en gaat ongelijk. Het algoritme gebruikt vaste regels met een reden en een bron, en leert niet van eerdere uitkomsten. Het gebruikt geen nationaliteit, gezondheid, inkomen of gezinsvorm, en de buurt telt niet mee voor de volgorde. Naam en adres dienen alleen om meldingen te koppelen, niet om te wegen wie hulp krijgt."
    )
    out.heading(3, "Menselijke tussenkomst")
    out.paragraph(
      "Een medewerker opent de lijst, ziet bij elke regel de redenen en beslist zelf. Twijfel over een koppeling staat op een aparte lijst; het antwoord van een mens gaat voor. Het algoritme weigert niemand, sluit niemand uit en sluit geen zaak."
    )
    out.heading(3, "Risicobeheer")
    out.list([
      "Elke regel van een levering krijgt precies één uitkomst, met een reden.",
      "Dezelfde invoer geeft dezelfde lijst; elke koppeling en elke plaats is na te rekenen en uit te leggen.",
      "Gemeenten zijn gescheiden: eigen bestanden, eigen sleutels, geen koppeling over grenzen heen.",
      "De kwaliteit van het koppelen is te meten, ook voor namen met een andere schrijfwijze.",
      "Cijfers die naar buiten gaan, zijn afgerond; kleine aantallen zijn verborgen.",
    ])
    out.heading(3, "Wettelijke basis")
    let keys = ["wgs/3.1b", "wgs/4.1", "wgs/4.2", "wgs/8", "wgs/8b"]
    let feeds = definitions.feeds.map(\.source)
    let register = definitions.pipeline.register.map { [$0.definition.source] } ?? []
    var seen: Set<String> = []
    out.list((keys + feeds + register).filter { seen.insert($0).inserted }.map(definitions.source))
  }

  private static func working(_ definitions: DefinitionsInForce, _ out: inout MarkdownText) {
    out.heading(2, "Werking")
    out.heading(3, "Gegevens")
    out.table(
      ["Partner", "Soort", "Gegevens", "Grondslag"],
      definitions.feeds.map { feed in
        let fields = feed.columns.compactMap { column -> String? in
          if case .field(let field, _) = column.use { field.dutch } else { nil }
        }
        return [
          feed.partner.name, feed.partner.type.rawValue, fields.joined(separator: ", "),
          definitions.source(feed.source),
        ]
      })
    out.paragraph(
      definitions.pipeline.register.map {
        "Uit de basisregistratie personen: \($0.definition.title). Grondslag: \(definitions.source($0.definition.source))."
      } ?? "De basisregistratie personen wordt niet geraadpleegd.")
    out.heading(3, "Technische werking")
    out.list([
      "Ontvangen: nagaan of een melding mag worden verwerkt, volgens de wet en de drempels hieronder.",
      "In één vorm brengen: namen, adressen, datums en telefoonnummers.",
      "Kopieën en herhalingen herkennen.",
      "Koppelen: wat voor en tegen één persoon spreekt, krijgt een gewicht (Fellegi en Sunter). De modelkaart zegt meer.",
      "Volgorde: een huishouden krijgt de dringendste klasse van alle regels die gelden, met alle redenen erbij.",
    ])
  }

  /// Who works where, and how much fits in a day.
  private static func work(_ municipality: MunicipalityDefinition, _ out: inout MarkdownText) {
    out.heading(3, "Teams, gebieden en capaciteit")
    out.paragraph(
      "Een team of gebied volgt uit de postcode. Het verandert geen klasse, volgorde of termijn. Wie een geheim adres heeft, staat bij geen team en in geen gebied."
    )
    let areas = [("team", municipality.teams), ("aandachtsgebied", municipality.focusAreas)]
    let rows = areas.flatMap { kind, areas in
      areas.map { [kind, $0.name, $0.postcodes.joined(separator: ", ")] }
    }
    if !rows.isEmpty { out.table(["Soort", "Naam", "Postcodes"], rows) }
    out.paragraph(
      "De pogingen worden over werkdagen verdeeld, in de volgorde van de lijst. Niemand valt af als een dag vol is."
    )
    out.table(
      ["Manier", "Pogingen per werkdag"],
      ContactMeans.allCases.map { means in
        [means.rawValue, municipality.capacity[means].map { "\($0)" } ?? "geen grens"]
      })
  }

  private static func decisions(_ definitions: DefinitionsInForce, _ out: inout MarkdownText) {
    let municipality = definitions.municipality
    out.heading(3, "Klassen en termijnen")
    out.table(
      ["Klasse", "Eerste gesprek binnen", "Eerste poging binnen", "Manier", "Bron"],
      RuleWords.classes(definitions))
    out.heading(3, "Regels")
    out.table(
      ["Code", "Geldt als", "Klasse", "Reden op de lijst", "Bron"],
      RuleWords.rules(definitions.rules, definitions.source))
    out.heading(3, "Routes")
    out.paragraph(
      "Een route is een voorstel voor wie een huishouden het best kan helpen. Een route verandert geen klasse, volgorde of termijn."
    )
    out.table(
      ["Code", "Naam", "Geldt als", "Reden op de lijst", "Bron"], RuleWords.routes(definitions))
    work(municipality, &out)
    out.heading(3, "Drempels en termijnen per soort partner")
    out.table(
      ["Soort partner", "Kleinste bedrag", "Ouderdom van de achterstand"],
      PartnerType.allCases.compactMap { type in
        let (threshold, window) = (municipality.thresholds[type], municipality.windows[type])
        guard threshold != nil || window != nil else { return nil }
        return [
          type.rawValue, threshold.map { "€ \($0.dutch)" } ?? "geen",
          window.map(RuleWords.window) ?? "alle",
        ]
      })
    out.paragraph("Voor een crisis gelden geen drempel en geen termijn.")
    out.heading(3, "Wie mag melden")
    out.table(
      ["Soort partner", "Partner", "Soorten meldingen", "Vanaf", "Tot en met", "Bron"],
      definitions.pipeline.admissions.filter { $0.holds(in: municipality.code) }.map { admission in
        [
          admission.partnerType.rawValue, admission.partner ?? "alle",
          admission.kinds.isEmpty
            ? "alle" : admission.kinds.map(\.rawValue).sorted().joined(separator: ", "),
          admission.validFrom.dutch, admission.validTo?.dutch ?? "geen einde",
          definitions.source(admission.source),
        ]
      })
    out.heading(3, "Instellingen van de stappen")
    out.table(
      ["Stap", "Instelling", "Waarde"],
      definitions.settings.map { [$0.stage, $0.name, "\($0.value) \($0.unit)"] })
  }
}
