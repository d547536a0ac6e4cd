/// The form of the page about several municipalities.
///
/// Names in braces are of ``OverviewView``; values are escaped.
enum OverviewTemplate {
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
    <p>Peildatum {{referenceDate}}. Dit overzicht gaat over {{count}}. Er staan geen namen of adressen in.</p>
    </header>
    <main id="inhoud" tabindex="-1">
    <section aria-labelledby="stand">
    <h2 id="stand">Hoe staat het ervoor?</h2>
    {{#isIncomplete}}
    <p class="warning"><strong>Let op:</strong> van {{incomplete}} zijn de gegevens onvolledig.</p>
    {{/isIncomplete}}
    <div class="scroll" role="region" aria-label="Tabel: alle gemeenten" tabindex="0">
    <table>
    <caption>Tabel: alle gemeenten</caption>
    <thead><tr><th scope="col">Gemeente</th><th scope="col">Stand</th>{{#columns}}<th scope="col" class="number">{{.}}</th>{{/columns}}</tr></thead>
    <tbody>
    {{#rows}}
    <tr><th scope="row">{{name}}</th><td>{{status}}</td>{{#cells}}<td class="number">{{.}}</td>{{/cells}}</tr>
    {{/rows}}
    </tbody>
    </table>
    </div>
    </section>
    <section aria-labelledby="doen">
    <h2 id="doen">Wat moet u doen?</h2>
    {{#rows}}
    <h3>{{name}}</h3>
    <ul>
    {{#tasks}}
    <li>{{.}}</li>
    {{/tasks}}
    </ul>
    {{/rows}}
    </section>
    <section aria-labelledby="lezen">
    <h2 id="lezen">Hoe leest u dit overzicht?</h2>
    <ul>
    <li>Een signaal is een bericht van een partner over een achterstand. Een melding is een regel op de werklijst: één huishouden.</li>
    <li>Regels niet gebruikt: de gemeente mag of kan deze regels niet gebruiken, of het zijn kopieën.</li>
    <li>De uiterste datum is de laatste dag die de wet toelaat voor het eerste gesprek. Een week loopt van maandag tot en met zondag.</li>
    <li>Een aantal van 1 tot en met {{largest}} is <strong>verborgen</strong>. Soms is ook een groter aantal verborgen. Anders is het kleine aantal uit te rekenen.</li>
    <li>Alle andere aantallen zijn afgerond op {{step}}. Een 0 is echt nul. Leveringen zijn niet afgerond.</li>
    </ul>
    <p>De aantallen signalen, regels en meldingen zijn dezelfde als in het rapport van elke gemeente.</p>
    </section>
    </main>
    <footer><p>Gemaakt met Voorsein. Voor andere programma's staat dit per gemeente in het bestand result.json.</p></footer>
    </body>
    </html>

    """
}
