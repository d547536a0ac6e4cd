/// The forms of the report.
///
/// Names in braces are of the views; values are escaped.
enum ReportTemplates {
  /// Contrast with white: bars 7.7, bands 3.6, warning text 7.3.
  static let style = """
    <style>
    .skip { background: #ffffff; color: #0b5394; left: 0.5rem; padding: 0.5rem; position: absolute; top: -4rem; }
    .skip:focus { top: 0.5rem; }
    a { color: #0b5394; }
    a:focus { outline: 3px solid #0b5394; outline-offset: 2px; }
    header, nav, footer { margin: 0 auto; max-width: 60rem; padding: 0 1rem; }
    nav ul { padding-left: 1.2rem; }
    .warning { border-left: 0.4rem solid #a33b00; padding-left: 0.8rem; }
    .definition { max-width: 45rem; }
    .chart { margin: 0.5rem 0 1rem; max-width: 30rem; }
    .chart svg text { font-size: 12px; }
    .chart svg .amount { font-weight: bold; }
    .bar, .block { fill: #0b5394; }
    .band { fill: #5b8db8; }
    .veiled { stroke: #3d3d3d; stroke-width: 1; }
    .stripe { stroke: #3d3d3d; stroke-width: 2; }
    thead .number { white-space: normal; }
    .figure caption { font-weight: normal; }
    tfoot th, tfoot td { background: #e8eef4; font-weight: bold; }
    @media (max-width: 30rem) {
      th, td { font-size: 0.9rem; padding: 0.2rem 0.3rem; }
      .chart svg text { font-size: 14px; }
    }
    @media print {
      @page { margin: 15mm; }
      .skip, nav { display: none; }
      header, footer { max-width: none; padding: 0; }
      .chart { break-inside: avoid; }
      .definition { break-after: avoid; }
      .chart { max-width: 11cm; }
      a { color: inherit; text-decoration: none; }
    }
    </style>
    """

  /// Bars under each other.
  ///
  /// A hidden number is striped, so that it does not look like one.
  static let bars = """
    <figure class="chart">
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 360 {{height}}" role="img" aria-labelledby="{{id}}-title {{id}}-text">
    <title id="{{id}}-title">{{title}}</title>
    <desc id="{{id}}-text">{{text}}</desc>
    <defs><pattern id="{{id}}-stripes" width="6" height="6" patternUnits="userSpaceOnUse"><path class="stripe" d="M0 6L6 0"></path></pattern></defs>
    {{#bars}}
    <text x="0" y="{{labelTop}}">{{label}}</text>
    {{#isHidden}}
    <rect class="veiled" x="0.5" y="{{top}}" width="{{width}}" height="16" fill="url(#{{id}}-stripes)"></rect>
    {{/isHidden}}
    {{^isHidden}}
    <rect class="bar" x="0" y="{{top}}" width="{{width}}" height="16"></rect>
    {{/isHidden}}
    <text class="amount" x="{{amountLeft}}" y="{{amountTop}}">{{amount}}</text>
    {{/bars}}
    </svg>
    </figure>
    """

  /// One block, and a band to each part.
  static let flow = """
    <figure class="chart">
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 360 {{height}}" role="img" aria-labelledby="{{id}}-title {{id}}-text">
    <title id="{{id}}-title">{{title}}</title>
    <desc id="{{id}}-text">{{text}}</desc>
    <defs><pattern id="{{id}}-stripes" width="6" height="6" patternUnits="userSpaceOnUse"><path class="stripe" d="M0 6L6 0"></path></pattern></defs>
    <rect class="block" x="0" y="{{leftTop}}" width="12" height="{{leftHeight}}"></rect>
    {{#parts}}
    {{#isHidden}}
    <path class="veiled" d="{{band}}" fill="url(#{{id}}-stripes)"></path>
    {{/isHidden}}
    {{^isHidden}}
    <path class="band" d="{{band}}"></path>
    {{/isHidden}}
    <rect class="block" x="120" y="{{top}}" width="6" height="{{height}}"></rect>
    {{#lines}}
    <text{{#isAmount}} class="amount"{{/isAmount}} x="134" y="{{top}}">{{text}}</text>
    {{/lines}}
    {{/parts}}
    </svg>
    </figure>
    """

  static let table = """
    <div class="scroll" role="region" aria-label="Tabel: {{caption}}" tabindex="0">
    <table>
    <caption>Tabel: {{caption}}</caption>
    <thead><tr><th scope="col">{{corner}}</th>{{#columns}}<th scope="col" class="number">{{.}}</th>{{/columns}}</tr></thead>
    <tbody>
    {{#rows}}
    <tr><th scope="row">{{name}}</th>{{#cells}}<td class="number">{{.}}</td>{{/cells}}</tr>
    {{/rows}}
    </tbody>
    {{#sums}}
    <tfoot><tr><th scope="row">{{name}}</th>{{#cells}}<td class="number">{{.}}</td>{{/cells}}</tr></tfoot>
    {{/sums}}
    </table>
    </div>
    """

  static let page = """
    <!DOCTYPE html>
    <html lang="nl">
    <head>
    <title>{{title}}, {{referenceDate}}</title>
    {{> style}}
    {{> report-style}}
    </head>
    <body>
    <a class="skip" href="#inhoud">Naar de inhoud</a>
    <header>
    <h1>{{title}}</h1>
    <p>Peildatum {{referenceDate}}. De regels voor de volgorde heten {{ruleSet}}.</p>
    </header>
    <nav aria-label="Inhoud">
    <ul>
    <li><a href="#kort">In het kort</a></li>
    {{#chapters}}
    <li><a href="#{{id}}">{{title}}</a></li>
    {{/chapters}}
    <li><a href="#lezen">Hoe leest u dit rapport?</a></li>
    </ul>
    </nav>
    <main id="inhoud" tabindex="-1">
    <section aria-labelledby="kort">
    <h2 id="kort">In het kort</h2>
    {{#isIncomplete}}
    <div class="warning">
    <p><strong>Let op: de gegevens zijn onvolledig.</strong></p>
    <ul>
    {{#warnings}}
    <li>{{.}}</li>
    {{/warnings}}
    </ul>
    </div>
    {{/isIncomplete}}
    <ul>
    {{#summary}}
    <li>{{.}}</li>
    {{/summary}}
    <li>Aantallen zijn afgerond. Kleine aantallen zijn verborgen. Onderaan staat hoe u dat leest.</li>
    </ul>
    </section>
    {{#chapters}}
    <section aria-labelledby="{{id}}">
    <h2 id="{{id}}">{{title}}</h2>
    {{#figures}}
    <div class="figure">
    <h3>{{name}}</h3>
    <p class="definition">{{definition}}{{#denominator}} Noemer: {{.}}.{{/denominator}}</p>
    {{#absence}}
    <p><strong>{{.}}</strong></p>
    {{/absence}}
    {{#bars}}
    {{> bars}}
    {{/bars}}
    {{#flow}}
    {{> flow}}
    {{/flow}}
    {{#table}}
    {{> table}}
    {{/table}}
    </div>
    {{/figures}}
    </section>
    {{/chapters}}
    <section aria-labelledby="lezen">
    <h2 id="lezen">Hoe leest u dit rapport?</h2>
    <p>In dit rapport staan geen namen, adressen of bedragen van mensen. Ook uit kleine aantallen kan iemand te herkennen zijn. Daarom gelden deze regels:</p>
    <ul>
    <li>Een aantal van 1 tot en met {{largest}} is <strong>verborgen</strong>. In een tekening is zo'n aantal gestreept.</li>
    <li>Soms is ook een groter aantal verborgen. Anders is het kleine aantal uit te rekenen.</li>
    <li>Alle andere aantallen zijn afgerond op {{step}}. Daardoor tellen getallen niet altijd precies op.</li>
    <li>Een 0 is echt nul.</li>
    <li>Een maand met minder dan {{leastMonth}} staat samen met andere maanden.</li>
    <li>Een deel of een verhouding is berekend uit afgeronde aantallen, en alleen van {{leastDenominator}} of meer. Staat er <strong>te weinig</strong>, dan zijn er minder of is een van de aantallen verborgen.</li>
    <li>Een middelste waarde (mediaan) staat er alleen bij {{largestSafe}} of meer.</li>
    </ul>
    <p>De regels voor kleine aantallen zijn een keuze, geen wet. Vergelijk geen rapporten van dagen die dicht bij elkaar liggen: uit het verschil kan iemand te herkennen zijn.</p>
    <p>De volgorde van de werklijst is een voorstel. Mensen beslissen.</p>
    </section>
    </main>
    <footer><p>Gemaakt met Voorsein. Dezelfde cijfers staan in het bestand indicatoren.csv.</p></footer>
    </body>
    </html>

    """
}
