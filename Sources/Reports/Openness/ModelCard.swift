internal import Definitions
internal import Model

/// One page about matching and ranking: what they do, with what, how well, and who decides.
struct ModelCard {
  let text: String

  /// What was measured on invented people; `Benchmarks/match.md` holds the same figures.
  static let measured = [
    (signals: 100_000, precision: "0.9798", recall: "0.9810", harmonic: "0.9804"),
    (signals: 1_000_000, precision: "0.9801", recall: "0.9792", harmonic: "0.9797"),
  ]

  /// Writes the card.
  init(_ definitions: DefinitionsInForce) {
    var out = MarkdownText()
    out.heading(1, "Modelkaart: koppelen en ordenen in \(definitions.municipality.name)")
    out.paragraph(definitions.origin)
    out.heading(2, "Wat het doet")
    out.list([
      "Koppelen: welke meldingen gaan over dezelfde persoon, en welke mensen benaderen we als één huishouden.",
      "Ordenen: welke klasse, uiterste datum en manier van contact een huishouden krijgt. Dit is een tabel met regels, geen model dat leert.",
    ])
    out.heading(2, "Waarmee het koppelt")
    out.paragraph(
      "Model: \(definitions.matching.title). Bron van de getallen: \(definitions.source(definitions.matching.source)). De tabel zegt hoe vaak een gegeven zo goed klopt bij twee meldingen over één persoon, over vreemden en over familie. Hoe meer de eerste boven de andere twee ligt, hoe zwaarder het telt."
    )
    out.table(
      ["Gegeven", "Hoe goed het klopt", "Eén persoon", "Vreemden", "Familie"],
      Self.chances(definitions.matching))
    out.heading(2, "Waarmee het ordent")
    out.paragraph(
      "\(definitions.rules.rules.count) regels met elk een reden en een bron (zie algoritmeregister.md). Ze kijken naar soort melding, soort partner, hoogte en duur van de achterstand, eerdere meldingen, en leeftijd bij jongeren. Nooit naar nationaliteit, gezondheid, inkomen, gezin of buurt."
    )
    out.heading(2, "Hoe goed het is")
    out.table(
      ["Meldingen", "Precisie", "Gevonden (recall)", "F1"],
      Self.measured.map {
        [
          String($0.signals), Self.comma($0.precision), Self.comma($0.recall),
          Self.comma($0.harmonic),
        ]
      })
    out.paragraph(
      "Gemeten op paren van meldingen over verzonnen mensen met het model standaard, als gemiddelde over alle soorten namen. Op de eigen gegevens van de gemeente zegt dit niet genoeg: meet met een steekproef die mensen nakeken (voorsein evaluate), ook per schrijfwijze van namen."
    )
    out.heading(2, "Grenzen")
    out.list([
      "Familieleden met dezelfde achternaam en voorletter op één adres zijn zonder geboortedatum moeilijk te onderscheiden.",
      "Wie verhuist of van naam verandert, wordt soms niet herkend en komt dan twee keer op de lijst.",
      "Het model leert niet vanzelf. Een nieuw model geldt pas als de gemeente het in haar bestand noemt.",
      "De volgorde zegt hoe dringend een melding is volgens de regels, niet hoe groot de schulden van iemand zijn.",
    ])
    out.heading(2, "Wie beslist")
    out.paragraph(
      "Een medewerker. De lijst is een voorstel met redenen. Twijfelgevallen beoordeelt een mens, en dat oordeel gaat voor. Niemand wordt automatisch geweigerd of uitgesloten."
    )
    text = out.text
  }

  private static func chances(_ model: LinkageModel) -> [[String]] {
    MatchField.allCases.flatMap { field in
      zip(field.levels, model.chances[field] ?? []).map { level, chances in
        [
          MatchWords.step(field.rawValue), MatchWords.level(level), number(chances.person),
          chances.stranger.map(number) ?? "hangt af van zeldzaamheid", number(chances.relative),
        ]
      }
    }
  }

  /// A chance with at most six decimals.
  private static func number(_ value: Double) -> String {
    let millionths = Int((value * 1_000_000).rounded())
    var decimals = String(millionths % 1_000_000)
    decimals = String(repeating: "0", count: 6 - decimals.count) + decimals
    while decimals.last == "0" { decimals.removeLast() }
    return "\(millionths / 1_000_000)" + (decimals.isEmpty ? "" : "," + decimals)
  }

  private static func comma(_ digits: String) -> String { digits.replacing(".", with: ",") }
}
