import Foundation
import FoundationXML
import Model
import TestSupport
import Testing

@testable import Reports

@Suite("The report for the council")
struct ReportPageTests {
  private static func page(gaps: [String] = ["Een levering is er niet."]) throws -> String {
    try ReportPage(SampleIndicators.make(gaps: gaps)).html
  }

  @Test func `It is one well-formed page that needs nothing else`() throws {
    let page = try Self.page()
    #expect(page.hasPrefix("<!DOCTYPE html>\n<html lang=\"nl\">"))
    #expect(!page.contains("<script") && !page.contains("<link") && !page.contains("<img"))
    #expect(!page.contains("@import") && !page.contains("src="))
    let addresses = page.matches(of: /[a-z]+:\/\/[^" ]+/).map { String($0.0) }
    #expect(Set(addresses) == ["http://www.w3.org/2000/svg"])
    #expect(page.matches(of: /url\(([^)]*)\)/).allSatisfy { $0.1.hasPrefix("#") })
    // As XML, but for the two elements of HTML that have no end.
    let strict =
      page.replacing("<!DOCTYPE html>\n", with: "").replacing(/<meta [^>]*>/, with: "")
    let parser = XMLParser(data: Data(strict.utf8))
    #expect(parser.parse(), "line \(parser.lineNumber)")
  }

  @Test func `Headings follow each other, and every part can be reached`() throws {
    let page = try Self.page()
    let levels = page.matches(of: /<h([1-6])[ >]/).compactMap { Int($0.1) }
    #expect(levels.first == 1 && levels.filter { $0 == 1 }.count == 1)
    #expect(zip(levels, levels.dropFirst()).allSatisfy { $1 <= $0 + 1 })
    let targets = page.matches(of: /href="#([^"]+)"/).map { String($0.1) }
    let ids = page.matches(of: #/ id="([^"]+)"/#).map { String($0.1) }
    #expect(Set(ids).count == ids.count)
    #expect(targets.count > 5 && targets.allSatisfy(ids.contains))
    for landmark in ["<header>", "<nav aria-label", "<main id=\"inhoud\"", "<footer>"] {
      #expect(page.matches(of: try Regex(landmark)).count == 1)
    }
    #expect(page.contains("<a class=\"skip\" href=\"#inhoud\">"))
  }

  @Test func `Every drawing says what it shows, and has a table with the same numbers`() throws {
    let page = try Self.page()
    let drawings = page.components(separatedBy: "<svg").dropFirst()
    #expect(drawings.count == 3)
    for drawing in drawings {
      let named = drawing.firstMatch(of: /role="img" aria-labelledby="([^ ]+) ([^"]+)"/)
      let (title, text) = (named?.1 ?? "", named?.2 ?? "")
      #expect(
        drawing.contains("<title id=\"\(title)\">") && drawing.contains("<desc id=\"\(text)\">"))
      let table = drawing.components(separatedBy: "<table>").dropFirst().first ?? ""
      let amounts = drawing.matches(of: /class="amount"[^>]*>([^<]+)</).map { String($0.1) }
      #expect(!amounts.isEmpty)
      #expect(amounts.allSatisfy { table.contains("<td class=\"number\">\($0)</td>") })
    }
    // A hidden number differs by its stripes and its word, not by a colour alone.
    #expect(page.matches(of: /class="veiled"/).count >= 1 && page.contains(">verborgen<"))
  }

  @Test func `Every table has a caption, a name and headers with a scope`() throws {
    let page = try Self.page()
    let tables = page.matches(of: /<table>/).count
    #expect(tables == 6)
    #expect(page.matches(of: /<table>\n<caption>[^<]+<\/caption>/).count == tables)
    #expect(
      page.matches(of: /class="scroll" role="region" aria-label="[^"]+" tabindex="0"/).count
        == tables)
    #expect(page.matches(of: /<th[ >]/).count == page.matches(of: /<th scope="(col|row)"/).count)
  }

  @Test func `Text and what is drawn stand out enough`() throws {
    let page = try Self.page()
    let text = ["#1a1a1a", "#0b5394"]
    for ground in ["#ffffff", "#e8eef4"] {
      for colour in text { #expect(Contrast.ratio(colour, ground) >= 4.5) }
    }
    let drawn = ["#5b8db8", "#3d3d3d", "#a33b00", "#767676"]
    for colour in drawn { #expect(Contrast.ratio(colour, "#ffffff") >= 3) }
    let used = Set(page.matches(of: /#[0-9a-f]{6}\b/).map { String($0.0) })
    #expect(used == Set(text + drawn + ["#ffffff", "#e8eef4"]))
    #expect(Contrast.ratio("#000000", "#ffffff") == 21)
  }

  @Test func `What comes from outside is escaped`() throws {
    let page = try ReportPage(SampleIndicators.make()).html
    #expect(page.contains("&lt;Waterdruppel&gt; &amp; co") && !page.contains("<Waterdruppel>"))
  }

  @Test func `It says when something is missing, and only then`() throws {
    #expect(try Self.page().contains("onvolledig"))
    #expect(try !Self.page(gaps: []).contains("onvolledig"))
    #expect(try Self.page().contains("Er is nog niets ingevuld over zaken."))
  }

  @Test func `The same figures give the same bytes`() throws {
    #expect(try Self.page() == Self.page())
  }

  @Test func `The table of figures has one value on a line, with its definition`() throws {
    let folder = try TemporaryFolder()
    try ReportWriter().write(SampleIndicators.make(), to: folder.url.path)
    let bytes = try Data(contentsOf: folder.url.appendingPathComponent("indicatoren.csv"))
    #expect(bytes.starts(with: [0xEF, 0xBB, 0xBF]))
    let lines = String(decoding: bytes.dropFirst(3), as: UTF8.self).split(separator: "\r\n")
    #expect(lines[0].hasPrefix("code;indicator;maand;groep;waarde;eenheid;noemer;aantal_noemer;"))
    #expect(
      lines.contains(
        "signalen;Ontvangen signalen;2026-10;;1205;aantal;;;Zo is Ontvangen signalen geteld.;divosa-monitor-2023;"
      ))
    #expect(lines.contains { $0.hasPrefix("uitkomst-signalen;") && $0.hasSuffix(";verborgen") })
    #expect(
      lines.contains {
        $0.hasPrefix("zaken;") && $0.hasSuffix(";Er is nog niets ingevuld over zaken.")
      })
    #expect(lines.contains { $0.contains(";'=Havenstad: Gebruikt;2;aantal;") })
    #expect(
      lines.contains {
        $0.hasPrefix("werkdagen-nodig;") && $0.contains(";2,5;werkdagen;zaken;100;")
      })
  }

  /// Whoever has the tools checks in a real browser; `VOORSEIN_BROWSER=1` says that they must be there.
  @Test func `A browser and a validator find nothing`() throws {
    let folder = try TemporaryFolder()
    var names: [String] = []
    let pages =
      [try ReportPage(SampleIndicators.make()).html, try Self.page(gaps: [])]
      + (try ExplanationPageTests.pages()) + [try OverviewPageTests.page()]
    for (number, page) in pages.enumerated() {
      try folder.write(page, to: "page-\(number).html")
      names.append(folder.path("page-\(number).html"))
    }
    let process = Process()
    process.executableURL = Repository.url("Scripts/check-page")
    process.arguments = names
    let output = Pipe()
    process.standardOutput = output
    process.standardError = output
    try process.run()
    let told = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    if process.terminationStatus == 69 {
      #expect(told.contains("absent: ") && told.contains("make setup-browser"))
      #expect(
        ProcessInfo.processInfo.environment["VOORSEIN_BROWSER"] != "1", "\(told)")
      return
    }
    #expect(process.terminationStatus == 0, "\(told)")
    #expect(told.contains("check-page: 5 pages, 0 findings"))
  }
}

/// Contrast as WCAG 2.1 computes it.
private enum Contrast {
  static func ratio(_ first: String, _ second: String) -> Double {
    let (one, other) = (luminance(first), luminance(second))
    return (max(one, other) + 0.05) / (min(one, other) + 0.05)
  }

  private static func luminance(_ colour: String) -> Double {
    let number = Int(colour.dropFirst(), radix: 16) ?? 0
    let parts = [number >> 16, number >> 8 & 255, number & 255].map { part in
      let share = Double(part) / 255
      return share <= 0.03928 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
  }
}
