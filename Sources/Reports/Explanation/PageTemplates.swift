/// The forms of the pages.
///
/// Names in braces are of the views; values are escaped.
enum PageTemplates {
  /// Contrast with white: text 17.4, blue 7.7, brown 7.3, grey 10.9.
  static let style = """
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="robots" content="noindex">
    <style>
    body { background: #ffffff; color: #1a1a1a; font: 1rem/1.5 "Noto Sans", Verdana, sans-serif; margin: 0; }
    main { margin: 0 auto; max-width: 60rem; padding: 1rem; }
    h1 { font-size: 1.6rem; line-height: 1.25; }
    h2 { border-bottom: 2px solid #0b5394; font-size: 1.25rem; margin-top: 2rem; }
    h3 { font-size: 1.05rem; }
    .answer { border-left: 0.4rem solid #0b5394; padding-left: 0.8rem; }
    .scroll { overflow-x: auto; }
    .scroll:focus { outline: 3px solid #0b5394; outline-offset: 2px; }
    table { border-collapse: collapse; margin: 0.5rem 0 1rem; width: 100%; }
    caption { font-weight: bold; padding: 0.4rem 0; text-align: left; }
    th, td { border: 1px solid #767676; padding: 0.3rem 0.5rem; text-align: left; vertical-align: top; }
    thead th { background: #e8eef4; }
    .number { font-variant-numeric: tabular-nums; text-align: right; white-space: nowrap; }
    .id { font-family: "Noto Sans Mono", monospace; font-size: 0.85rem; overflow-wrap: anywhere; }
    svg { display: block; height: auto; max-width: 100%; }
    svg text { fill: #1a1a1a; font: 13px "Noto Sans", Verdana, sans-serif; }
    .for { fill: #0b5394; }
    .against { fill: #a33b00; }
    .total { fill: #3d3d3d; }
    .axis { stroke: #767676; stroke-width: 1; }
    footer { border-top: 1px solid #767676; margin-top: 2rem; }
    @media print {
      body { font-size: 10pt; }
      main { max-width: none; padding: 0; }
      .scroll { overflow: visible; }
      h2, h3, caption { break-after: avoid; }
      tr, figure { break-inside: avoid; }
    }
    </style>
    """

  /// Steps from top to bottom, each bar where the one before ended.
  static let waterfall = """
    <figure>
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 720 {{height}}" role="img" aria-labelledby="chart-title chart-text">
    <title id="chart-title">{{title}}</title>
    <desc id="chart-text">{{text}}</desc>
    <line class="axis" x1="{{zero}}" y1="0" x2="{{zero}}" y2="{{height}}"></line>
    {{#bars}}
    <text x="0" y="{{textTop}}">{{label}}</text>
    <rect class="{{kind}}" x="{{left}}" y="{{top}}" width="{{width}}" height="16"></rect>
    <text x="716" y="{{textTop}}" text-anchor="end">{{amount}}</text>
    {{/bars}}
    </svg>
    <figcaption>{{caption}}</figcaption>
    </figure>
    """

  static let pair = """
    <!DOCTYPE html>
    <html lang="nl">
    <head>
    <title>{{title}} – uitleg van de koppeling</title>
    {{> style}}
    </head>
    <body>
    <main>
    <h1>{{title}}</h1>
    <p class="answer"><strong>{{answer}}</strong> {{decision}}</p>
    <p>Op deze bladzijde staan geen namen, adressen of bedragen. U ziet alleen hoe goed de gegevens kloppen en wat dat weegt.</p>
    <h2>De twee meldingen</h2>
    <div class="scroll" role="region" aria-label="De twee meldingen" tabindex="0">
    <table>
    <caption>Waar de meldingen staan en hoe zeker ze bij hun persoon horen</caption>
    <thead><tr><th scope="col">Melding</th><th scope="col">Bestand en regel</th><th scope="col">Persoon</th><th scope="col">Hoe zeker</th><th scope="col">Waarom</th></tr></thead>
    <tbody>
    {{#signals}}
    <tr><th scope="row" class="id">{{id}}</th><td>{{place}}</td><td class="id">{{person}}</td><td>{{grade}}</td><td>{{condition}}</td></tr>
    {{/signals}}
    </tbody>
    </table>
    </div>
    <h2>Wat weegt hoeveel</h2>
    <p>Elk gegeven telt mee met een gewicht in bits. Bij +1 bit is het twee keer zo waarschijnlijk dat het om één persoon gaat. Bij −1 bit is het half zo waarschijnlijk.</p>
    {{#chart}}
    {{> waterfall}}
    {{/chart}}
    <div class="scroll" role="region" aria-label="De gewichten" tabindex="0">
    <table>
    <caption>De gewichten, vergeleken met twee vreemden en met twee familieleden</caption>
    <thead><tr><th scope="col">Gegeven</th><th scope="col">Hoe klopt het</th><th scope="col" class="number">Tegenover vreemden</th><th scope="col" class="number">Tegenover familie</th><th scope="col">Hoe zeldzaam</th></tr></thead>
    <tbody>
    {{#steps}}
    <tr><th scope="row">{{name}}</th><td>{{level}}</td><td class="number">{{strangers}}</td><td class="number">{{relatives}}</td><td>{{rare}}</td></tr>
    {{/steps}}
    </tbody>
    <tfoot><tr><th scope="row">Samen</th><td></td><td class="number">{{strangers}}</td><td class="number">{{relatives}}</td><td></td></tr></tfoot>
    </table>
    </div>
    <h2>Wat de doorslag gaf</h2>
    <p>{{rival}}</p>
    {{#redLines}}
    <p>{{.}}</p>
    {{/redLines}}
    <p>{{group}}</p>
    <h2>Wat de gegevens van de gemeente zeggen</h2>
    <ul>
    {{#data}}
    <li>{{.}}</li>
    {{/data}}
    </ul>
    <h2>Wat had dit veranderd?</h2>
    <p>{{whatIfIntroduction}}</p>
    {{#hasWhatIfs}}
    <div class="scroll" role="region" aria-label="Wat als" tabindex="0">
    <table>
    <caption>Dezelfde twee meldingen, opnieuw gewogen met één ander gegeven</caption>
    <thead><tr><th scope="col">Als</th><th scope="col" class="number">Gewicht</th><th scope="col">Dan</th><th scope="col">Andere uitkomst</th></tr></thead>
    <tbody>
    {{#whatIfs}}
    <tr><th scope="row">{{change}}</th><td class="number">{{weight}}</td><td>{{outcome}}</td><td>{{changes}}</td></tr>
    {{/whatIfs}}
    </tbody>
    </table>
    </div>
    {{/hasWhatIfs}}
    <footer><p>Gemaakt met voorsein explain. Een mens beslist: klopt de koppeling niet, meld dat dan aan de beheerder.</p></footer>
    </main>
    </body>
    </html>

    """

  static let households = """
    <!DOCTYPE html>
    <html lang="nl">
    <head>
    <title>Waarom deze meldingen bij elkaar staan – uitleg van de koppeling</title>
    {{> style}}
    </head>
    <body>
    <main>
    <h1>Waarom deze meldingen bij elkaar staan</h1>
    <p>Op deze bladzijde staan geen namen, adressen of bedragen. U ziet alleen hoe goed de gegevens kloppen en wat dat weegt.</p>
    {{#households}}
    <h2>Huishouden <span class="id">{{id}}</span></h2>
    <p class="answer">{{answer}}</p>
    {{#members}}
    <h3>Persoon <span class="id">{{id}}</span></h3>
    <p>{{place}}</p>
    <div class="scroll" role="region" aria-label="Meldingen van persoon {{id}}" tabindex="0">
    <table>
    <caption>De meldingen van deze persoon</caption>
    <thead><tr><th scope="col">Melding</th><th scope="col">Bestand en regel</th><th scope="col">Hoe zeker</th><th scope="col" class="number">Gemiddeld gewicht</th><th scope="col">Waarom</th></tr></thead>
    <tbody>
    {{#signals}}
    <tr><th scope="row" class="id">{{id}}</th><td>{{place}}</td><td>{{grade}}</td><td class="number">{{average}}</td><td>{{condition}}</td></tr>
    {{/signals}}
    </tbody>
    </table>
    </div>
    {{#leftOut}}
    <p>{{.}}</p>
    {{/leftOut}}
    {{#hasLinks}}
    <div class="scroll" role="region" aria-label="Verbanden van persoon {{id}}" tabindex="0">
    <table>
    <caption>De sterkste verbanden tussen deze meldingen</caption>
    <thead><tr><th scope="col">Melding</th><th scope="col">Melding</th><th scope="col" class="number">Gewicht</th><th scope="col">Wat klopt</th></tr></thead>
    <tbody>
    {{#links}}
    <tr><th scope="row" class="id">{{first}}</th><td class="id">{{second}}</td><td class="number">{{weight}}</td><td>{{evidence}}</td></tr>
    {{/links}}
    </tbody>
    </table>
    </div>
    {{/hasLinks}}
    {{/members}}
    <h3>Wat de gegevens van de gemeente zeggen</h3>
    <ul>
    {{#data}}
    <li>{{.}}</li>
    {{/data}}
    </ul>
    {{/households}}
    <footer><p>Gemaakt met voorsein explain. Een mens beslist: klopt de koppeling niet, meld dat dan aan de beheerder.</p></footer>
    </main>
    </body>
    </html>

    """
}
