import Definitions
import Diagnostics
import Model
import Pipeline
import TestSupport
import Testing

@testable import Stages

@Suite struct ReceiveTests {
  typealias Row = ReceiveFixture.Row

  /// Each row breaks one rule more than the one before, so that the order of the rules shows.
  @Test(arguments: [
    (Row(), Fate.listed),
    (Row(postcode: "1011AB", city: "Amsterdam"), .outsideMunicipality),
    (Row(signalledOn: ReceiveFixture.day("2020-12-31")), .unlawful),
    (Row(objection: true), .refused),
    (Row(surname: "Stichting De Brug"), .legalPerson),
    (Row(amountCents: 0), .noArrears),
    (Row(amountCents: -100), .noArrears),
    (Row(arisenOn: ReceiveFixture.day("2026-09-15")), .outsideWindow),
    (Row(arisenOn: ReceiveFixture.day("2026-05-01")), .outsideWindow),
    (Row(amountCents: 4_999), .belowThreshold),
    (Row(amountCents: 5_000), .listed),
    (Row(amountCents: 100, kind: .eviction), .listed),
    (Row(kind: .eviction, arisenOn: ReceiveFixture.day("2026-09-30")), .listed),
    (Row(surname: "Stichting De Brug", objection: true), .refused),
    (Row(surname: "Stichting De Brug", amountCents: 0), .legalPerson),
    (Row(arisenOn: nil), .listed),
    (Row(postcode: "3131AB", city: "", amountCents: 100, arisenOn: nil), .listed),
  ])
  func fate(row: Row, expected: Fate) throws {
    let intake = try ReceiveFixture.intake([ReceiveFixture.delivery([row])])
    #expect(intake.ledger.fate == [expected])
    #expect(intake.received.values.reduce(0) { $0 + $1.count } == (expected == .listed ? 1 : 0))
    // Of what may not be processed not even a keyed id is left.
    let leavesNothing: Set<Fate> = [.outsideMunicipality, .unlawful, .refused]
    #expect(intake.ledger.keys.signalID[0].isAbsent == leavesNothing.contains(expected))
  }

  @Test func everyRowStandsInTheLedgerOnceAndInOneMunicipality() throws {
    let rows = [
      Row(reference: "1"), Row(postcode: "3131AB", reference: "2"), Row(reference: "3"),
      Row(postcode: "1011AB", city: "Amsterdam", reference: "4"),
    ]
    let intake = try ReceiveFixture.intake([ReceiveFixture.delivery(rows)])
    #expect(intake.ledger.keys.row.sorted() == [1, 2, 3, 4])
    #expect(intake.received[try ReceiveFixture.code("0606")]?.count == 2)
    #expect(intake.received[try ReceiveFixture.code("0622")]?.count == 1)
    let receipts = try #require(intake.receipts[ReceiveFixture.feed.id])
    #expect(receipts.count == 4)
    #expect(receipts.outcome.filter { $0 == .accepted }.count == 3)
  }

  @Test func theOrderOfRowsChangesOnlyTheirNumbers() throws {
    var generator = SeededGenerator(seed: 2026)
    var rows = (1...40).map { index in
      Row(
        reference: "R\(index % 31)", amountCents: Int64(index % 31) * 1000,
        digest: UInt64(index % 31) + 7)
    }
    let first = try ReceiveFixture.intake([ReceiveFixture.delivery(rows)])
    rows.shuffle(using: &generator)
    let second = try ReceiveFixture.intake([ReceiveFixture.delivery(rows)])
    #expect(first.ledger.keys.signalID == second.ledger.keys.signalID)
    #expect(first.ledger.fate == second.ledger.fate)
    #expect(first.ledger.keys.row != second.ledger.keys.row)
    let code = try ReceiveFixture.code("0606")
    #expect(first.received[code]?.amountCents == second.received[code]?.amountCents)
    #expect(first.received[code]?.keys.signalID == second.received[code]?.keys.signalID)
  }

  @Test func aRejectedRowIsMalformedQuarantinedAndAcknowledged() throws {
    var delivery = ReceiveFixture.delivery([Row()])
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
    #expect(intake.ledger.count == 2)
    #expect(intake.ledger.fate.contains(.malformed))
    let quarantine = try #require(intake.quarantine[ReceiveFixture.feed.id])
    #expect(quarantine.count == 1)
    #expect(quarantine.arena[quarantine.content[0]].string == "HW-2;Zeegers;")
    let receipts = try #require(intake.receipts[ReceiveFixture.feed.id])
    let place = try #require(receipts.outcome.firstIndex(of: .unreadable))
    #expect(receipts.arena[receipts.partnerReference[place]].string == "HW-2")
    #expect(receipts.arena[receipts.reason[place]].string == "FEED-101 Openstaand bedrag")
  }

  /// Whatever else is wrong with it: of a row whose debtor objected only the partner's reference stays.
  @Test(arguments: [
    (DiagnosticCode.objectionOnUnusableRow, Fate.refused), (.objectionUnreadable, .malformed),
  ])
  func nothingIsKeptOfARowWithAnObjection(code: DiagnosticCode, fate: Fate) throws {
    var delivery = ReceiveFixture.delivery([])
    delivery.rows = 1
    delivery.reasons = [
      Diagnostic(
        code, at: Location(feed: "havenstad-wonen", column: "Bezwaar"), ["found": "one letter"])
    ]
    delivery.rejected = [
      RejectedRow(
        row: 1, line: 2, digest: RowDigest(high: 9, low: 9), reason: 0,
        content: .empty, partnerReference: delivery.rejectedArena.store("HW-2"))
    ]
    let intake = try ReceiveFixture.intake([delivery])
    #expect(intake.ledger.fate == [fate])
    #expect(intake.ledger.keys.signalID == [.absent])
    let receipts = try #require(intake.receipts[ReceiveFixture.feed.id])
    #expect(receipts.rowDigest == [nil])
    #expect(receipts.arena[receipts.partnerReference[0]].string == "HW-2")
    #expect(receipts.outcome == [fate == .refused ? .notTaken : .unreadable])
    let quarantine = intake.quarantine[ReceiveFixture.feed.id]
    #expect(quarantine?.content ?? [] == (fate == .refused ? [] : [.empty]))
    let log = try #require(intake.deliveryLogs[try ReceiveFixture.code("0606")])
    #expect(log.unreadable == [fate == .refused ? 0 : 1])
  }

  @Test func aRefusedRowLeavesItsReferenceAlone() throws {
    let intake = try ReceiveFixture.intake([ReceiveFixture.delivery([Row(objection: true)])])
    let receipts = try #require(intake.receipts[ReceiveFixture.feed.id])
    #expect(receipts.rowDigest == [nil])
    #expect(receipts.keys.signalID == [.absent])
    #expect(receipts.arena[receipts.partnerReference[0]].string == "HW-1")
    #expect(!intake.ledger.arena.bytes.string.contains("Zeegers"))
    #expect(intake.received.values.allSatisfy { $0.count == 0 })
  }

  @Test func thePartnerIsNotToldThatTheDebtorIsALegalPerson() throws {
    let intake = try ReceiveFixture.intake([
      ReceiveFixture.delivery([Row(surname: "Stichting De Brug")])
    ])
    let receipts = try #require(intake.receipts[ReceiveFixture.feed.id])
    #expect(receipts.outcome == [.notTaken])
    #expect(receipts.reason == [.empty])
  }

  @Test func copiesShareAnIdAndOtherPeopleUnderOneReferenceDoNot() throws {
    let intake = try ReceiveFixture.intake([
      ReceiveFixture.delivery([
        Row(surname: "Zeegers", digest: 1), Row(surname: "ZEEGERS ", digest: 2),
        Row(surname: "Duinker", digest: 3), Row(surname: "Zeegers", amountCents: 30_001, digest: 4),
      ])
    ])
    let ids = intake.ledger.keys.signalID
    #expect(ids[0] == ids[1])
    #expect(Set(ids).count == 3)
  }

  @Test func aPlaceStandsInForAMissingPostcode() throws {
    let intake = try ReceiveFixture.intake([
      ReceiveFixture.delivery([
        Row(postcode: "", city: "SCHIEDAM", reference: "1"),
        Row(postcode: "3100 Vlaardingen", city: "", reference: "2"),
        Row(postcode: "", city: "Amsterdam", reference: "3"),
        Row(postcode: "", city: "Nieuw-Schiedam", reference: "4"),
      ])
    ])
    #expect(intake.ledger.municipality == [606, 622, 0, 0])
  }

  @Test func refusedAndMissingDeliveriesAreKnownToTheMunicipality() throws {
    var receive = Receive(
      settings: [:], pipeline: try ReceiveFixture.pipeline(), keys: try ReceiveFixture.keys())
    receive.note(
      feed: ReceiveFixture.feed, file: "", period: "2026-10",
      diagnostic: Diagnostic(.deliveryMissing))
    receive.note(
      feed: ReceiveFixture.feed, file: "a.csv.gz", period: "2026-09",
      diagnostic: Diagnostic(.gzipTruncated))
    let log = try #require(receive.finish().deliveryLogs[try ReceiveFixture.code("0606")])
    #expect(log.status == [.missing, .refused])
    #expect(log.arena[log.reason[1]].string == "FEED-004")
  }
}
