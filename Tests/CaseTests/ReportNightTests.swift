import Foundation
import TestSupport
import Testing

/// The report and the figures of the shipped invented night.
@Suite struct ReportNightTests {
  @Test func everyMunicipalityHasAReportWithoutAnybodyInIt() throws {
    let folder = try TemporaryFolder()
    _ = try NightFixture.run(into: folder)
    for code in ["0556", "0606", "0622"] {
      let own = NightFixture.current(folder).appendingPathComponent(code)
      let page = try String(contentsOf: own.appendingPathComponent("rapport.html"), encoding: .utf8)
      let figures = try String(
        contentsOf: own.appendingPathComponent("indicatoren.csv"), encoding: .utf8)
      #expect(page.contains("Rapport vroegsignalering") && page.hasSuffix("</html>\n"))
      #expect(figures.contains("\r\nsignalen;Ontvangen signalen;totaal;;"))
      // No postcode, phone number or id of anybody on the worklist.
      #expect(page.matches(of: /\b[1-9][0-9]{3} ?[A-Z]{2}\b/).isEmpty)
      #expect(page.matches(of: /\b[0-9a-f]{32}\b/).isEmpty)
      #expect(page.matches(of: /\b06[ -]?[0-9]{8}\b/).isEmpty)
      // Every number of people is nought or a multiple of five from ten on.
      for line in figures.split(separator: "\r\n").dropFirst() {
        let cells = line.split(separator: ";", omittingEmptySubsequences: false)
        guard cells[5] == "aantal", !["leveringen", "capaciteit-per-werkdag"].contains(cells[0])
        else { continue }
        for number in [cells[4], cells[7]].compactMap({ Int($0) }) {
          #expect(number == 0 || number >= 10 && number % 5 == 0, "\(line)")
        }
      }
    }
  }
}
