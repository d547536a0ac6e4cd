import Definitions
import Diagnostics
import Feeds
import Model
import Pipeline
import Testing

@testable import Feeds

@Suite struct HeaderTests {
  let row = "A-1;Jansen;;12,00;;02-11-2026;huur;;"

  func read(_ header: String, _ row: String? = nil) throws -> [Diagnostic] {
    try InventedFeed.read(Array("\(header)\n\(row ?? self.row)\n".utf8)).diagnostics
  }

  func refusal(_ header: String) -> [String] {
    InventedFeed.refusal("\(header)\n\(row)\n").map {
      "\($0.code.id) \($0.location.column ?? "") \($0.sentence)"
    }
  }

  @Test func skipsTheByteOrderMark() throws {
    #expect(try read("\u{FEFF}" + InventedFeed.header).isEmpty)
  }

  @Test func skipsTheLineOfTheSpreadsheet() throws {
    #expect(try read("sep=;\n" + InventedFeed.header).isEmpty)
    #expect(refusal("sep=,\n" + InventedFeed.header)[0].contains("commas"))
  }

  @Test func matchesWithoutCaseSpacesAndAccents() throws {
    let notes = try read("NR;naam;Gebóren;Be drag;Sinds;Verzonden;Soort;Bezwaar;Notitie")
    #expect(notes.map(\.code.id) == Array(repeating: "FEED-027", count: 4))
    #expect(notes.map(\.location.column) == ["Nr", "Naam", "Geboren", "Bedrag"])
  }

  @Test func columnsMayStandInAnyOrder() throws {
    let header = "Bedrag;Naam;Nr;Geboren;Sinds;Verzonden;Soort;Bezwaar;Notitie"
    let delivery = try InventedFeed.read(
      Array("\(header)\n12,00;Jansen;A-1;;;02-11-2026;huur;;\n".utf8))
    #expect(delivery.signals.amountCents == [1200])
    #expect(delivery.signals.arena[delivery.signals.partnerReference[0]].string == "A-1")
  }

  @Test func namesEverythingAtOnce() {
    let found = refusal("Nr;Naam;Geboren;Bedrg;Sinds;Verzonden;Soort;Soort;Opmerking")
    #expect(
      found == [
        "FEED-012  the delivery has no column Bedrag; did you mean Bedrg?",
        "FEED-012  the delivery has no column Bezwaar",
        "FEED-013 Bedrg the delivery has a column that the feed does not name; did you mean Bedrag?",
        "FEED-013 Opmerking the delivery has a column that the feed does not name",
        "FEED-014 Soort the delivery has the same column twice",
      ])
  }

  @Test func ignoredColumnsMayBeAbsent() throws {
    let header = "Nr;Naam;Geboren;Bedrag;Sinds;Verzonden;Soort;Bezwaar"
    #expect(try read(header, "A-1;Jansen;;12,00;;02-11-2026;huur;").isEmpty)
  }

  @Test func aLastColumnWithoutNameMustBeEmpty() throws {
    let header = InventedFeed.header + ";"
    #expect(try read(header, row + ";").isEmpty)
    let delivery = try InventedFeed.read(
      Array("\(header)\n\(row);x\n\(row);\n".utf8))
    #expect(delivery.reasons.map(\.code.id) == ["FEED-100"])
    #expect(delivery.signals.count == 1)
  }

  @Test(arguments: [(",", "commas (,)"), ("|", "bars (|)"), ("\t", "tabs")])
  func namesTheDelimiterItLooksSplitAt(_ delimiter: String, _ name: String) {
    let header = InventedFeed.header.split(separator: ";").joined(separator: delimiter)
    let found = refusal(header)
    #expect(found.count == 1)
    #expect(found[0].hasPrefix("FEED-015"))
    #expect(found[0].contains("split at semicolons (;); it looks split at \(name)"))
  }

  /// A wrong delimiter is named even when quoted fields make the rows break first.
  @Test func aWrongDelimiterExplainsBrokenQuotes() {
    let header = InventedFeed.header.split(separator: ";").joined(separator: ",")
    #expect(
      InventedFeed.refusal("\(header)\nA-1,\"Jansen, J.\",x\n").map(\.code.id) == ["FEED-015"])
  }

  @Test func neverPrintsARowThatStandsInPlaceOfTheHeader() {
    let found = refusal(row)
    #expect(found == ["FEED-011  the delivery has no header row"])
    let mixed = refusal("Nr;Jansen;1;2;3;4;5;6;7")
    #expect(!mixed.joined().contains("Jansen"))
    #expect(mixed.contains(where: { $0.hasPrefix("FEED-013 2 ") }))
    let joined = refusal(InventedFeed.header + row)
    #expect(!joined.joined().contains("Jansen"))
  }

  @Test func aHeaderOfStrangeColumnsDoesNotFloodANight() throws {
    let strange = (0..<5000).map { "kolom \($0)" }.joined(separator: ";")
    let problems = InventedFeed.refusal(InventedFeed.header + ";" + strange + "\n")
    #expect(problems.count == 21)
    #expect(problems.last?.code.id == "FEED-045")
    #expect(problems.last?.facts == ["count": "4980"])
  }

  @Test func findsColumnsOnlyOnce() {
    var matching = HeaderMatching(columns: [["Naam"], ["naam"]])
    matching.match(["NAAM", "naam", "Naam"])
    #expect(matching.definitions == [nil, 1, 0])
    #expect(matching.doubled == [0])
  }

  @Test func findsAliases() throws {
    let feed = InventedFeed.definition { feed in
      feed.columns[0].aliases = ["Klantnr", "Debiteurnr"]
      feed.columns[8].aliases = ["Opmerking"]
    }
    func notes(_ header: String) throws -> [String] {
      try InventedFeed.read(Array("\(header)\n\(row)\n".utf8), feed).diagnostics
        .map { "\($0.code.id) \($0.location.column ?? "")" }
    }
    let rest = "Naam;Geboren;Bedrag;Sinds;Verzonden;Soort;Bezwaar"
    #expect(try notes("Klantnr;\(rest);Opmerking").isEmpty)
    #expect(try notes("debiteur_nr;\(rest);Notitie") == ["FEED-027 Nr"])
    let twice = InventedFeed.refusal("Nr;\(rest);Klantnr\n\(row)\n", feed)
    #expect(twice.map(\.code.id) == ["FEED-014"])
  }

  @Test(arguments: [
    ("Geb.datum", "geb_datum", true), ("E-mail", "Email", true), ("huis_nr", "Huis nr.", true),
    ("Één", "een", true), ("Naam", "Namen", false), ("#", "%", false), ("Nr1", "Nr2", false),
    ("c\u{327}a", "Ça", true),
  ])
  func foldsHeaders(_ first: String, _ second: String, _ isSame: Bool) {
    #expect((HeaderName(first) == HeaderName(second)) == isSame)
  }

  @Test(arguments: ["BSN", "bsn_huurder", "Burger-servicenummer", "Sofinummer", "Fiscaal nr."])
  func refusesAHeaderOfIdentityNumbers(_ name: String) {
    let found = InventedFeed.refusal(InventedFeed.header + ";\(name)\n\(row);\n")
    #expect(found.map(\.code.id) == ["FEED-021"])
    #expect(found.first?.location.column == name)
  }
}
