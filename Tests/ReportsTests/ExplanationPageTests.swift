import Foundation
import Model
import TestSupport
import Testing

@testable import Reports

@Suite("The page that explains a match")
struct ExplanationPageTests {
  private static let estimates = MatchEstimates(
    records: 1200, defaultPrior: -1000, prior: -978, defaultPersonOverRelatives: 149,
    personOverRelatives: 150, trustsBirthDates: true)

  private static func grade(_ id: String) -> PersonExplanation.Grade {
    PersonExplanation.Grade(
      signal: PairExplanation.Signal(
        id: id, personID: "p", feed: "f", delivery: "<b>&\"'.csv.gz", row: 7, isRemembered: false),
      grade: .certain, condition: .fields, evidence: "address+surname~", weight: 900, average: 812)
  }

  static let pair: PairExplanation = {
    let outcome = PairExplanation.Outcome(
      strangers: -38, relatives: 543, redLine: .tooLittleForMove, weight: -100,
      contradiction: nil, joins: false)
    return PairExplanation(
      first: grade("a").signal, second: grade("b").signal, isOnePerson: false, decision: .tooLight,
      groups: PairExplanation.Groups(
        first: 1, second: 2, average: -100, leastAverage: -450, leastWeight: -50),
      estimates: estimates,
      steps: [
        .init(name: "before", level: "", strangers: -978, rarity: 0, relatives: 150),
        .init(name: "surname", level: "same", strangers: 940, rarity: 890, relatives: 393),
        .init(name: "phone", level: "absent", strangers: 0, rarity: 0, relatives: 0),
      ], outcome: outcome,
      whatIfs: [
        .init(
          field: .birthDate, change: .different,
          outcome: .init(
            strangers: 1, relatives: 2, redLine: nil, weight: 1, contradiction: .birthDates,
            joins: false), changesOutcome: true)
      ], grades: [grade("a"), grade("b")])
  }()

  static let household = HouseholdExplanation(
    id: "h",
    members: [
      .init(
        place: .unitLeftOut,
        person: PersonExplanation(
          id: "p", signals: [grade("a"), grade("b")],
          links: [.init(first: "a", second: "b", weight: 900, evidence: "address+surname~")],
          leftOut: 3))
    ], crowdedAddressSurnames: 4, estimates: estimates)

  static func pages() throws -> [String] {
    [try ExplanationPage(pair).html, try ExplanationPage([household]).html]
  }

  @Test func `A page has a language, a title, one first heading and no gap below it`() throws {
    for page in try Self.pages() {
      #expect(page.hasPrefix("<!DOCTYPE html>\n<html lang=\"nl\">"))
      #expect(page.matches(of: /<title>[^<]{20,}<\/title>/).count == 1)
      let levels = page.matches(of: /<h([1-6])>/).compactMap { Int($0.1) }
      #expect(levels.first == 1 && levels.filter { $0 == 1 }.count == 1)
      #expect(zip(levels, levels.dropFirst()).allSatisfy { $1 <= $0 + 1 })
      #expect(page.contains("<main>") && page.contains("name=\"viewport\""))
    }
  }

  @Test func `Every table has a caption and every header a scope`() throws {
    for page in try Self.pages() {
      let tables = page.matches(of: /<table>/).count
      #expect(tables > 1 && page.matches(of: /<table>\n<caption>[^<]+<\/caption>/).count == tables)
      #expect(page.matches(of: /<th[ >]/).count == page.matches(of: /<th scope="(col|row)"/).count)
      let rows = page.split(separator: "\n").filter { $0.hasPrefix("<tr><th scope=\"row\"") }
      #expect(rows.count > 1)
      #expect(
        page.matches(of: /class="scroll" role="region" aria-label="[^"]+" tabindex="0"/).count
          == tables)
    }
  }

  @Test func `The drawing says what it shows`() throws {
    let page = try ExplanationPage(Self.pair).html
    #expect(page.contains("role=\"img\" aria-labelledby=\"chart-title chart-text\""))
    #expect(page.contains("<title id=\"chart-title\">Hoe het gewicht"))
    #expect(
      page.contains(
        "<desc id=\"chart-text\">Vooraf: −9,78; Achternaam: +9,40; Samen: −0,38; Na de harde grens: −1,00.</desc>"
      ))
    #expect(page.contains("<figcaption>"))
  }

  @Test func `Bars follow each other inside the drawing`() {
    let drawing = Waterfall(Self.pair)
    #expect(drawing.bars.map(\.kind) == ["against", "for", "total", "total"])
    for bar in drawing.bars {
      #expect(bar.left >= 180 && bar.left + bar.width <= 641 && bar.width > 0)
      #expect(bar.top + 16 <= drawing.height)
    }
    #expect(drawing.bars[0].left == drawing.bars[1].left)
    #expect(drawing.bars[0].left + drawing.bars[0].width == drawing.zero)
  }

  @Test func `No script, nothing from elsewhere, and values are escaped`() throws {
    for page in try Self.pages() {
      for word in ["<script", "javascript:", " href=", " src=", "url(", "@import", " on", "<b>"] {
        let inTags = page.matches(of: /<[^>]*>/).map { String($0.0) }.joined()
        #expect(!(word == " on" ? inTags.contains(/\son[a-z]+=/) : page.contains(word)), "\(word)")
      }
      let links = page.matches(of: /https?:[^"]*/).map { String($0.0) }
      #expect(links.allSatisfy { $0 == "http://www.w3.org/2000/svg" })
      #expect(page.contains("&lt;b&gt;&amp;&quot;"))
      #expect(!page.contains("{{") && !page.contains("}}"))
    }
  }

  @Test func `Words stand out from their ground, and bars from the page`() throws {
    let colours = Set(
      PageTemplates.style.matches(of: /(?:color|fill|background): (#[0-9a-f]{6})/).map {
        String($0.1)
      })
    #expect(colours.count >= 5)
    #expect(contrast("#1a1a1a", "#ffffff") >= 4.5 && contrast("#1a1a1a", "#e8eef4") >= 4.5)
    for bar in ["#0b5394", "#a33b00", "#3d3d3d", "#767676"] {
      #expect(PageTemplates.style.contains(bar))
      #expect(contrast(bar, "#ffffff") >= 4.5)
    }
  }

  private func contrast(_ one: String, _ other: String) -> Double {
    func luminance(_ colour: String) -> Double {
      let value = Int(colour.dropFirst(), radix: 16) ?? 0
      let parts = [16, 8, 0].map { shift -> Double in
        let part = Double(value >> shift & 255) / 255
        return part <= 0.03928 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4)
      }
      return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
    }
    let (first, second) = (luminance(one), luminance(other))
    return (max(first, second) + 0.05) / (min(first, second) + 0.05)
  }

  @Test func `Every word of matching has a Dutch one`() {
    for field in MatchField.allCases {
      #expect(MatchWords.step(field.rawValue) != "Namen verwisseld")
      for level in field.levels { #expect(MatchWords.level(level) != "–", "\(level)") }
    }
    #expect(MatchWords.step("swapped-names") == "Namen verwisseld")
    let words = MatchWords.evidence("address~+surname+email")
    #expect(words == "adres (bijna), achternaam en e-mailadres")
    #expect(MatchWords.bits(-5) == "−0,05" && MatchWords.bits(416) == "+4,16")
  }

  @Test func `The file is for its owner alone`() throws {
    let folder = try TemporaryFolder()
    let path = folder.path("page.html")
    try ExplanationPage(Self.pair).write(to: path)
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    #expect((attributes[.posixPermissions] as? NSNumber)?.intValue == 0o600)
  }
}
