import Definitions
import Model
import Pipeline
import TestSupport
import Testing

@testable import Stages

/// Every row gets one verdict, and the first test that fails gives it: a second, plain reading of the
/// rules agrees on random rows.
@Suite struct VerdictPropertyTests {
  typealias Row = ReceiveFixture.Row

  @Test(arguments: [UInt64(1), 2, 3]) func aSecondReadingAgrees(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let start = ReceiveFixture.day("2026-10-01")
    var feed = ReceiveFixture.feed
    feed.municipalities = [try ReceiveFixture.code("0606"), try ReceiveFixture.code("0622")]
    feed.attestation = StepAttestation(
      steps: PriorStepSet(letter: "a"), validFrom: start, validTo: start.adding(days: 20),
      source: "besluit-gs/2")
    let admissions = [
      Admission(
        partnerType: .rent, kinds: [.earlySignal, .eviction], municipality: nil,
        validFrom: start.adding(days: -5), validTo: start.adding(days: 24), source: "besluit-gs/2"),
      Admission(
        partnerType: .rent, partner: "ander", municipality: nil, validFrom: start,
        validTo: nil, source: "besluit-gs/2"),
    ]
    let rows = (0..<4_000).map { _ in row(start, &random) }
    let rules = AdmissionRules(pipeline: try ReceiveFixture.pipeline(admissions: admissions))
    let verdicts = rules.verdicts(on: ReceiveFixture.delivery(rows, feed: feed))
    try #require(verdicts.count == rows.count)
    var seen: [Fate: Int] = [:]
    for (row, verdict) in zip(rows, verdicts) {
      let expected = Self.fate(row, start)
      #expect(verdict.fate == expected, "\(row)")
      #expect(verdict.reason.isEmpty == (verdict.fate == .listed))
      seen[verdict.fate, default: 0] += 1
    }
    let all: Set<Fate> = [
      .listed, .outsideMunicipality, .unlawful, .refused, .legalPerson, .noArrears, .outsideWindow,
      .belowThreshold,
    ]
    #expect(Set(seen.keys) == all, "\(seen)")
  }

  /// A row in which each rule is broken now and then.
  private func row(_ start: CalendarDate, _ random: inout SeededGenerator) -> Row {
    func rarely() -> Bool { Int.random(in: 0..<7, using: &random) == 0 }
    var row = Row()
    (row.postcode, row.city) =
      rarely() ? ("1011AB", "Amsterdam") : rarely() ? ("3131AB", "") : ("3111AB", "")
    row.signalledOn = start.adding(days: Int.random(in: -6...26, using: &random))
    row.kind = rarely() ? .update : rarely() ? .eviction : .earlySignal
    row.objection = rarely()
    for step in PriorStep.allCases where !rarely() { row.steps.note(step, isTaken: true) }
    if rarely() { row.steps.note(.reminder, isTaken: false) }
    if rarely() { row.surname = "Stichting De Brug" }
    row.amountCents =
      rarely() ? 0 : rarely() ? 4_999 : Int64.random(in: 5_000...9_000, using: &random)
    row.arisenOn =
      rarely() ? nil : row.signalledOn.adding(days: -Int.random(in: 26...104, using: &random))
    if rarely() { row.daysInArrears = Int32.random(in: 28...102, using: &random) }
    return row
  }

  private static func fate(_ row: Row, _ start: CalendarDate) -> Fate {
    let isSchiedam = row.postcode == "3111AB"
    let offset = start.days(until: row.signalledOn)
    var broken: [(Fate, Bool)] = []
    broken.append((.outsideMunicipality, row.postcode == "1011AB"))
    broken.append((.unlawful, offset < -5 || offset > 24 || row.kind == .update))
    broken.append((.refused, row.objection))
    let attested = offset >= 0 && offset <= 20
    let isUntold = PriorStep.allCases.contains { step in
      !row.steps.taken.contains(PriorStepSet(step)) && !(step == .contactEffort && attested)
    }
    broken.append((.unlawful, isUntold || row.steps.notTaken.contains(PriorStepSet(.reminder))))
    broken.append((.legalPerson, row.surname.hasPrefix("Stichting ")))
    broken.append((.noArrears, row.amountCents <= 0))
    let counts = isSchiedam && row.kind != .eviction
    if let age = row.daysInArrears.map(Int.init) ?? row.arisenOn?.days(until: row.signalledOn) {
      broken.append((.outsideWindow, counts && !(30...100).contains(age)))
    }
    broken.append((.belowThreshold, counts && row.amountCents < 5_000))
    return broken.first { $0.1 }?.0 ?? .listed
  }
}
