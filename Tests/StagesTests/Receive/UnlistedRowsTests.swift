import Definitions
import Diagnostics
import Model
import Pipeline
import TestSupport
import Testing

@testable import Stages

@Suite struct UnlistedRowsTests {
  typealias Row = ReceiveFixture.Row

  private func lines(_ intake: Intake, _ municipality: String) throws -> [String] {
    let counts = try #require(intake.counts[ReceiveFixture.code(municipality)])
    return (0..<counts.count).map { line in
      let texts = counts.arena
      return "\(texts[counts.feed[line]].string) \(texts[counts.delivery[line]].string) "
        + "\(counts.fate[line].rawValue) \(texts[counts.reason[line]].string) \(counts.rows[line])"
    }
  }

  private let unlisted = [
    Row(postcode: "1011AB", city: "Amsterdam"),
    Row(reference: "1", amountCents: 100),
    Row(reference: "2", amountCents: 200),
    Row(postcode: "3131AB", reference: "3", objection: true),
    Row(reference: "4", objection: true),
    Row(surname: "Stichting De Brug", reference: "5"),
    Row(reference: "6", arisenOn: ReceiveFixture.day("2026-09-20")),
    Row(reference: "7"),
  ]

  @Test func everyMunicipalityCountsItsOwnByFateAndReason() throws {
    let intake = try ReceiveFixture.intake([
      ReceiveFixture.delivery(unlisted),
      ReceiveFixture.delivery(
        [Row(reference: "8", amountCents: 1)], file: "havenstad-wonen_2026-11.csv.gz"),
    ])
    let file = "havenstad-wonen havenstad-wonen_2026"
    #expect(
      try lines(intake, "0606") == [
        "\(file)-10.csv.gz below-threshold under 5000 cents 2",
        "\(file)-10.csv.gz outside-window under 30 days 1",
        "\(file)-10.csv.gz refused objection 1",
        "\(file)-10.csv.gz legal-person legal form 1",
        "\(file)-11.csv.gz below-threshold under 5000 cents 1",
      ])
    #expect(try lines(intake, "0622") == ["\(file)-10.csv.gz refused objection 1"])
  }

  @Test func whatIsSetAsideHoldsTheClaimAndNothingOfThePerson() throws {
    let intake = try ReceiveFixture.intake([ReceiveFixture.delivery(unlisted)])
    let aside = try #require(intake.setAside[ReceiveFixture.code("0606")])
    #expect(aside.count == 3)
    #expect(aside.fate.filter { $0 == .belowThreshold }.count == 2)
    #expect(Set(aside.keys.row) == [2, 3, 7])
    #expect(!aside.keys.signalID.contains(.absent))
    #expect(aside.arena[aside.partner[0]].string == "havenstad-wonen")
    #expect(try #require(intake.setAside[ReceiveFixture.code("0622")]).count == 0)
    let columns = Set(SetAside.columns.map(\.name))
    let person = Set(Normalised.columns.map(\.name)).subtracting([
      "signal_id", "feed", "delivery", "row",
    ])
    #expect(columns.isDisjoint(with: person))
    #expect(!aside.arena.bytes.string.contains("Zeegers"))
  }

  @Test func theOrderOfRowsChangesOnlyTheirNumbers() throws {
    var rows = (1...30).map { Row(reference: "R\($0)", amountCents: Int64($0), digest: UInt64($0)) }
    let first = try ReceiveFixture.intake([ReceiveFixture.delivery(rows)])
    var random = SeededGenerator(seed: 30)
    rows.shuffle(using: &random)
    let second = try ReceiveFixture.intake([ReceiveFixture.delivery(rows)])
    let code = try ReceiveFixture.code("0606")
    #expect(first.setAside[code]?.keys.signalID == second.setAside[code]?.keys.signalID)
    #expect(first.setAside[code]?.amountCents == second.setAside[code]?.amountCents)
    #expect(try lines(first, "0606") == lines(second, "0606"))
  }

  @Test func aDeliveryThatACorrectionReplacesAddsNothing() throws {
    var delivery = ReceiveFixture.delivery(unlisted)
    delivery.isReplaced = true
    let intake = try ReceiveFixture.intake([delivery])
    #expect(try lines(intake, "0606").isEmpty)
    #expect(intake.setAside.values.allSatisfy { $0.count == 0 })
    #expect(intake.counts.values.allSatisfy { $0.count == 0 })
  }

  /// Whose a row is that cannot be read is known only where the feed serves nobody else.
  @Test(arguments: [(["0606"], 1), (["0606", "0622"], 0), (nil, 0)])
  func aRowThatCannotBeReadCountsWhereItCanOnlyBe(served: [String]?, count: Int) throws {
    var feed = ReceiveFixture.feed
    feed.municipalities = try served?.map { try ReceiveFixture.code($0) }
    var delivery = ReceiveFixture.delivery([Row()], feed: feed)
    delivery.rows = 2
    delivery.reasons = [
      Diagnostic(
        .fieldMissing, at: Location(feed: "havenstad-wonen", column: "Openstaand bedrag"),
        ["expected": "an amount"])
    ]
    delivery.rejected = [
      RejectedRow(
        row: 2, line: 3, digest: RowDigest(high: 9, low: 9), reason: 0,
        content: delivery.rejectedArena.store("HW-2;Zeegers;"),
        partnerReference: delivery.rejectedArena.store("HW-2"))
    ]
    let intake = try ReceiveFixture.intake([delivery])
    let file = "havenstad-wonen havenstad-wonen_2026-10.csv.gz malformed FEED-101 1"
    #expect(try lines(intake, "0606") == (count == 1 ? [file] : []))
    #expect(try lines(intake, "0622").isEmpty)
  }
}
