import Foundation
import Model
import Pipeline
import Reports
import TestSupport
import Testing

/// One page about several municipalities.
@Suite struct OverviewPageTests {
  /// A result as it stands in `result.json`.
  static func result(
    _ code: String, _ name: String, exit: Int = 0, published: String, deliveries: String = ""
  ) throws -> MunicipalityResult {
    let text = """
      {"municipality": "\(code)", "name": "\(name)", "reference_date": "2026-11-09",
       "status": "\(exit == 0 ? "complete" : "incomplete")", "exit_code": \(exit),
       "rows_by_fate": {}, "doubts": {}, "deliveries": [\(deliveries)],
       "published": {"signals_by_fate": {}, "unused_by_fate": {}, \(published)}}
      """
    return try JSONDecoder().decode(MunicipalityResult.self, from: Data(text.utf8))
  }

  static func delivery(_ status: String, words: String = "") -> String {
    """
    {"feed": "waterdruppel", "delivery": "", "period": "2026-10", "status": "\(status)", "code": "",
     "words": [\(words)]}
    """
  }

  static func page() throws -> String {
    let date = try #require(CalendarDate(iso: "2026-11-09"))
    return try OverviewPage(
      [
        result(
          "0622", "Vlaardingen",
          published:
            "\"signals\": 1205, \"households\": 310, \"unused\": 0, \"deadlines_passed\": 0, "
            + "\"deadlines_this_week\": 15, \"shortfall\": 0"),
        result(
          "0556", "A & <b>", exit: 3,
          published: "\"signals\": 20, \"deadlines_passed\": 10, \"shortfall\": 25",
          deliveries: [
            delivery("missing"), delivery("refused"), delivery("accepted", words: "\"late\""),
            delivery("replaced", words: "\"replaced\""),
          ].joined(separator: ",")),
      ], on: date
    ).html
  }

  @Test func everyMunicipalityHasALineInTheOrderOfItsCode() throws {
    let page = try Self.page()
    let first = try #require(page.range(of: "<th scope=\"row\">A &amp; &lt;b&gt;</th>"))
    let second = try #require(page.range(of: "<th scope=\"row\">Vlaardingen</th>"))
    #expect(first.lowerBound < second.lowerBound)
    #expect(
      page.contains(
        "<td>Compleet</td><td class=\"number\">1.205</td><td class=\"number\">310</td>"
          + "<td class=\"number\">0</td><td class=\"number\">0</td><td class=\"number\">15</td>"
          + "<td class=\"number\">0</td><td class=\"number\">0</td>"))
    // What is absent is hidden, which is not nought; a replaced delivery asks for nothing.
    #expect(
      page.contains(
        "<td>Onvolledig</td><td class=\"number\">20</td><td class=\"number\">verborgen</td>"
          + "<td class=\"number\">verborgen</td><td class=\"number\">10</td>"
          + "<td class=\"number\">verborgen</td><td class=\"number\">25</td><td class=\"number\">3</td>"
      ))
    #expect(page.contains("van A &amp; &lt;b&gt; zijn de gegevens onvolledig"))
  }

  @Test func itSaysWhatToDo() throws {
    let page = try Self.page()
    for sentence in [
      "Van ongeveer tien meldingen is de uiterste datum verstreken.",
      "Er is te weinig ruimte voor ongeveer 25 pogingen.",
      "De levering waterdruppel over oktober 2026 is niet gekomen.",
      "De levering waterdruppel over oktober 2026 is niet te gebruiken.",
      "De levering waterdruppel over oktober 2026 kwam te laat.",
      "U hoeft niets te doen. Werk de werklijst af.",
    ] {
      #expect(page.contains("<li>\(sentence)"), "\(sentence)")
    }
  }

  @Test func itIsAPageOfItsOwn() throws {
    let page = try Self.page()
    #expect(page.hasPrefix("<!DOCTYPE html>\n<html lang=\"nl\">"))
    for word in ["<script", "http:", "https:", "src=", "@import", "url("] {
      #expect(!page.contains(word), "\(word)")
    }
    #expect(page.components(separatedBy: "<h1").count == 2)
  }
}
