import Definitions
import Diagnostics
import Model
import Pipeline
import Testing

@testable import Feeds

/// Of a row whose debtor objected, or may have, nothing but the partner's reference is kept.
@Suite struct ObjectionTests {
  /// The columns are Nr;Naam;Geboren;Bedrag;Sinds;Verzonden;Soort;Bezwaar;Notitie.
  @Test(
    arguments: [
      // The row is fine: no rejected row at all.
      ("A-1;Jansen;;12,00;;02-11-2026;huur;ja;", nil),
      // Something else is wrong, and the debtor objected.
      ("A-1;Jansen;;twaalf;;02-11-2026;huur;ja;", "FEED-130"),
      ("A-1;Jansen;;twaalf;;02-11-2026;huur; JA ;", "FEED-130"),
      ("A-1;;;12,00;;02-11-2026;huur;ja;", "FEED-130"),
      ("A-1;Jansen;;12,00;;02-11-2026;;ja;", "FEED-130"),
      ("A-1;Jansen;;12,00;;02-12-2026;huur;ja;", "FEED-130"),
      // Whether the debtor objected cannot be read.
      ("A-1;Jansen;;12,00;;02-11-2026;huur;misschien;", "FEED-131"),
      ("A-1;Jansen;;twaalf;;02-11-2026;huur;j?;", "FEED-131"),
      // No objection: the fault itself.
      ("A-1;Jansen;;twaalf;;02-11-2026;huur;nee;", "FEED-102"),
      ("A-1;Jansen;;twaalf;;02-11-2026;huur;;", "FEED-102"),
      ("A-1;Jansen;;twaalf;;02-11-2026;huur;  ;", "FEED-102"),
      // Which cell is which cannot be told.
      ("A-1;Jansen;;12,00;;02-11-2026;huur;ja", "FEED-100"),
      ("A-1;Jansen;;12,00;;02-11-2026;huur;ja;;x", "FEED-100"),
    ] as [(String, String?)])
  func nothingIsKept(row: String, code: String?) throws {
    let delivery = try InventedFeed.read(rows: [row])
    guard let code else {
      #expect(delivery.rejected.isEmpty)
      #expect(delivery.objection == [true])
      return
    }
    let rejected = try #require(delivery.rejected.first)
    let diagnostic = delivery.diagnostic(of: rejected)
    #expect(diagnostic.code.id == code)
    let content = delivery.rejectedArena[rejected.content].string
    let reference = delivery.rejectedArena[rejected.partnerReference].string
    #expect(diagnostic.fateOfRow == (code == "FEED-130" ? .refused : .malformed))
    switch code {
    case "FEED-130", "FEED-131":
      #expect(content == "")
      #expect(reference == "A-1")
      #expect(delivery.rejectedArena.count == reference.utf8.count)
      for value in ["Jansen", "misschien", "twaalf"] {
        #expect(!DiagnosticText.paragraph(diagnostic).contains(value))
      }
    default: #expect(content.filter { $0 != " " } == row.filter { $0 != " " })
    }
    #expect(!diagnostic.sentence.isEmpty)
  }

  /// The feed with the columns of the steps in place of birth date, note and days.
  static let stepFeed = InventedFeed.definition { feed in
    let word = FieldFormat.lookup("antwoord")
    feed.columns = [
      FeedColumn(header: "Nr", use: .field(.partnerReference, .text)),
      FeedColumn(header: "Naam", use: .field(.name, .text)),
      FeedColumn(header: "Bedrag", use: .field(.amount, .amountDecimalComma)),
      FeedColumn(header: "Contact", use: .field(.stepContactEffort, word)),
      FeedColumn(header: "Hulp", use: .field(.stepPointedToHelp, word)),
      FeedColumn(header: "Herinneringen", use: .field(.stepReminders, .wholeNumber)),
      FeedColumn(header: "Aanbod", use: .field(.stepOfferMade, word)),
      FeedColumn(header: "Geen bezwaar", use: .field(.stepNoRefusal, word)),
    ]
    feed.lookups = ["antwoord": ["j": "ja", "n": "nee"]]
    feed.constants[.kind] = "vroegsignaal"
  }

  @Test(
    arguments: [
      ("j;j;2;j;j", PriorStepSet.all, [], false),
      (";;;;", [], [], false),
      (
        "j;n;0;j;", [PriorStepSet(.contactEffort), PriorStepSet(.offer)],
        [PriorStepSet(.pointedToHelp), PriorStepSet(.reminder)], false
      ),
      (
        "j;j;1;j;n", PriorStepSet.all.subtracting(PriorStepSet(.noRefusal)),
        PriorStepSet(.noRefusal), true
      ),
      (
        "n;j;3;n;J",
        [PriorStepSet(.pointedToHelp), PriorStepSet(.reminder), PriorStepSet(.noRefusal)],
        [PriorStepSet(.contactEffort), PriorStepSet(.offer)], false
      ),
    ] as [(String, PriorStepSet, PriorStepSet, Bool)])
  func readsTheSteps(
    cells: String, taken: PriorStepSet, notTaken: PriorStepSet, objects: Bool
  ) throws {
    let text =
      Self.stepFeed.columns.map(\.header).joined(separator: ";")
      + "\nA-1;Jansen;12,00;\(cells)\n"
    let delivery = try InventedFeed.read(Array(text.utf8), Self.stepFeed)
    #expect(delivery.rejected.isEmpty)
    #expect(delivery.steps.map(\.taken) == [taken])
    #expect(delivery.steps.map(\.notTaken) == [notTaken])
    #expect(delivery.objection == [objects])
  }

  @Test(arguments: [
    ("j;j;twee;j;n", "FEED-130"), ("j;j;twee;j;x", "FEED-131"), ("j;j;twee;j;j", "FEED-105"),
    ("j;x;2;j;", "FEED-104"),
  ])
  func aRejectedOfferIsAnObjection(cells: String, code: String) throws {
    let text =
      Self.stepFeed.columns.map(\.header).joined(separator: ";")
      + "\nA-1;Jansen;12,00;\(cells)\n"
    let delivery = try InventedFeed.read(Array(text.utf8), Self.stepFeed)
    #expect(delivery.reasons.map(\.code.id) == [code])
  }

  @Test func aFeedWithoutStepsKeepsNone() throws {
    #expect(try InventedFeed.read(rows: ["A-1;Jansen;;12,00;;02-11-2026;huur;;"]).steps.isEmpty)
  }
}
