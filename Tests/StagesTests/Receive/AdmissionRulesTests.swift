import Definitions
import Model
import Pipeline
import TestSupport
import Testing

@testable import Stages

@Suite struct AdmissionRulesTests {
  typealias Row = ReceiveFixture.Row
  private static func day(_ text: String) -> CalendarDate { ReceiveFixture.day(text) }

  private func verdict(
    _ row: Row, feed: FeedDefinition = ReceiveFixture.feed, admissions: [Admission]? = nil
  ) throws -> Verdict {
    let rules = AdmissionRules(pipeline: try ReceiveFixture.pipeline(admissions: admissions))
    return try #require(
      rules.verdicts(on: ReceiveFixture.delivery([row], feed: feed)).first)
  }

  // MARK: Who may report

  @Test(arguments: [
    ("partner never admitted", PartnerType.water, "ander", "0622", "2026-01-01"),
    ("partner never admitted", .rent, "ander", "0622", "2026-01-01"),
    ("partner not admitted in this municipality", .rent, "havenstad-wonen", "0622", "2026-01-01"),
    ("kind of signal not admitted", .rent, "havenstad-wonen", "", "2026-01-01"),
    ("partner not admitted on this day", .rent, "havenstad-wonen", "0606", "2026-10-02"),
  ])
  func theReasonSaysWhichTestFailed(
    reason: String, type: PartnerType, partner: String, municipality: String, from: String
  ) throws {
    let kind = municipality.isEmpty ? SignalKind.eviction : .earlySignal
    let found = try verdict(
      Row(),
      admissions: [
        Admission(
          partnerType: type, partner: partner, kinds: [kind],
          municipality: MunicipalityCode(municipality), validFrom: Self.day(from), validTo: nil,
          source: "wgs/10")
      ])
    #expect(found.fate == .unlawful)
    #expect(found.reason == reason)
  }

  @Test(arguments: [
    ("2026-09-30", Fate.unlawful), ("2026-10-01", .listed), ("2026-10-31", .listed),
    ("2026-11-01", .unlawful),
  ])
  func bothEndsOfAnAdmissionBelongToIt(signalledOn: String, expected: Fate) throws {
    let row = Row(signalledOn: Self.day(signalledOn), arisenOn: nil)
    let line = Admission(
      partnerType: .rent, municipality: nil, validFrom: Self.day("2026-10-01"),
      validTo: Self.day("2026-10-31"), source: "wgs/10")
    #expect(try verdict(row, admissions: [line]).fate == expected)
  }

  @Test func aFeedOfOtherMunicipalitiesIsUnlawful() throws {
    var feed = ReceiveFixture.feed
    feed.municipalities = [try ReceiveFixture.code("0622")]
    #expect(try verdict(Row(), feed: feed).reason == "feed not for this municipality")
  }

  // MARK: Steps before a report

  private static func steps(taken: [PriorStep], not: [PriorStep] = []) -> PriorSteps {
    var steps = PriorSteps()
    for step in taken { steps.note(step, isTaken: true) }
    for step in not { steps.note(step, isTaken: false) }
    return steps
  }

  @Test(arguments: [
    (steps(taken: PriorStep.allCases), ""),
    (steps(taken: [.contactEffort, .pointedToHelp, .reminder, .offer]), "step d not attested"),
    (steps(taken: [.contactEffort, .pointedToHelp, .offer, .noRefusal]), "step c not attested"),
    (steps(taken: []), "step a not attested"),
    (steps(taken: [.contactEffort], not: [.pointedToHelp]), "step b not taken"),
    (steps(taken: [.contactEffort, .pointedToHelp], not: [.reminder]), "step c not taken"),
    (steps(taken: [], not: [.offer]), "step d not taken"),
    (steps(taken: [], not: [.contactEffort, .offer]), "step a not taken"),
  ])
  func withoutAttestationEachStepIsShown(steps: PriorSteps, reason: String) throws {
    var feed = ReceiveFixture.feed
    feed.attestation = nil
    let found = try verdict(Row(steps: steps), feed: feed)
    #expect(found.reason == reason)
    #expect(found.fate == (reason.isEmpty ? .listed : .unlawful))
  }

  @Test func anAttestationStandsInForWhatIsNotToldOnItsDays() throws {
    var feed = ReceiveFixture.feed
    feed.attestation = StepAttestation(
      steps: [PriorStepSet(letter: "a"), PriorStepSet(letter: "d")],
      validFrom: Self.day("2026-10-01"), validTo: Self.day("2026-10-31"), source: "besluit-gs/2")
    var row = Row(arisenOn: nil, steps: Self.steps(taken: [.pointedToHelp, .reminder]))
    for (text, reason) in [
      ("2026-09-30", "step a not attested"), ("2026-10-01", ""), ("2026-10-31", ""),
      ("2026-11-01", "step a not attested"),
    ] {
      row.signalledOn = Self.day(text)
      #expect(try verdict(row, feed: feed).reason == reason, "\(text)")
    }
    row.signalledOn = Self.day("2026-10-15")
    row.steps = Self.steps(taken: [.reminder])
    #expect(try verdict(row, feed: feed).reason == "step b not attested")
    row.steps = Self.steps(taken: [.pointedToHelp, .reminder], not: [.contactEffort])
    #expect(try verdict(row, feed: feed).reason == "step a not taken")
  }

  /// Of other partners a step that is denied counts, one that is not told does not.
  @Test func otherPartnersNeedNotShowSteps() throws {
    var feed = ReceiveFixture.feed
    feed.partner.type = .water
    feed.attestation = nil
    let line = Admission(
      partnerType: .water, municipality: nil, validFrom: Self.day("2021-01-01"), validTo: nil,
      source: "besluit-gs/3")
    #expect(try verdict(Row(), feed: feed, admissions: [line]).fate == .listed)
    let denied = Row(steps: Self.steps(taken: [], not: [.reminder]))
    #expect(try verdict(denied, feed: feed, admissions: [line]).reason == "step c not taken")
  }

  @Test func aColumnOfObjectionsTellsTheAnswerToTheOffer() throws {
    var feed = ReceiveFixture.feed
    feed.attestation = nil
    feed.columns = [FeedColumn(header: "Bezwaar", use: .field(.objection, .lookup("bezwaar")))]
    let told = Row(steps: Self.steps(taken: [.contactEffort, .pointedToHelp, .reminder, .offer]))
    #expect(try verdict(told, feed: feed).fate == .listed)
  }

  @Test func thePartnerHearsWhichStepIsMissing() throws {
    let denied = Row(steps: Self.steps(taken: [], not: [.reminder]))
    let intake = try ReceiveFixture.intake([ReceiveFixture.delivery([denied])])
    let receipts = try #require(intake.receipts[ReceiveFixture.feed.id])
    #expect(receipts.arena[receipts.reason[0]].string == "unlawful: step c not taken")
  }

  // MARK: Age and amount

  /// The window of Schiedam is 30 to 100 days, both included.
  @Test(arguments: [
    (29, Fate.outsideWindow), (30, .listed), (31, .listed), (99, .listed), (100, .listed),
    (101, .outsideWindow), (0, .outsideWindow), (-1, .outsideWindow),
  ])
  func edgesOfTheWindow(days: Int, expected: Fate) throws {
    let arisen = Self.day("2026-10-01").adding(days: -days)
    #expect(try verdict(Row(arisenOn: arisen)).fate == expected)
    if days >= 0 {
      #expect(try verdict(Row(arisenOn: nil, daysInArrears: Int32(days))).fate == expected)
    }
  }

  @Test func termsAreNoAge() throws {
    #expect(try verdict(Row(arisenOn: nil, termsInArrears: 0)).fate == .listed)
    #expect(try verdict(Row(arisenOn: nil, termsInArrears: 24)).fate == .listed)
  }

  @Test(
    arguments: [
      ("2026-04-01", nil, ""), ("2026-04-02", nil, "under 6 months"), (nil, 183, ""),
      (nil, 182, "under 6 months"), (nil, nil, ""), ("2025-01-01", nil, ""),
    ] as [(String?, Int32?, String)])
  func monthsAreCountedOnTheCalendar(arisenOn: String?, days: Int32?, reason: String) {
    let test = WindowTest(ArrearsWindow(fromDays: 0, fromMonths: 6, toDays: nil))
    let found = test.reason(
      days: days, arisenOn: arisenOn.map(Self.day), signalledOn: Self.day("2026-10-01"))
    #expect(found ?? "" == reason)
  }

  @Test(arguments: [
    (Int64(4_999), Fate.belowThreshold), (5_000, .listed), (5_001, .listed),
  ])
  func anAmountEqualToTheThresholdCounts(cents: Int64, expected: Fate) throws {
    #expect(try verdict(Row(amountCents: cents)).fate == expected)
  }
}
