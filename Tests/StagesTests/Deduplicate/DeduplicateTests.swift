import Definitions
import Model
import Pipeline
import TestSupport
import Testing

@testable import Stages

@Suite struct DeduplicateTests {
  @Test func copiesOfAReportAreTechnicalDuplicatesOfTheFirst() throws {
    let distinct = try run([Report(), Report(), Report()])
    #expect(distinct.disposition == [.kept, .technicalDuplicate, .technicalDuplicate])
    #expect(distinct.sameAs == [.absent, id(0), id(0)])
  }

  @Test func aNewerReportReplacesAnOlderOneAndSaysWhatItGrewFrom() throws {
    let distinct = try run([
      Report(sent: "2026-09-01", cents: 10_000), Report(sent: "2026-10-01", cents: 15_000),
    ])
    #expect(distinct.disposition == [.superseded, .kept])
    #expect(distinct.sameAs == [id(1), .absent])
    #expect(distinct.grownFromCents == [nil, 10_000])
  }

  @Test func aNewerReportOfLessStillStandsAndHasNotGrown() throws {
    let distinct = try run([
      Report(sent: "2026-10-01", cents: 10_000), Report(sent: "2026-09-01", cents: 15_000),
    ])
    #expect(distinct.disposition == [.kept, .superseded])
    #expect(distinct.grownFromCents == [nil, nil])
  }

  @Test func aThreatIsNeverARepeatOfAnEarlySignal() throws {
    let distinct = try run([
      Report(kind: .earlySignal), Report(kind: .eviction),
      Report(kind: .update, sent: "2026-10-02"),
    ])
    #expect(distinct.disposition == [.superseded, .kept, .kept])
  }

  @Test func partnersNeverDeduplicateEachOther() throws {
    let distinct = try run([Report(), Report(partner: "waterdruppel")])
    #expect(distinct.disposition == [.kept, .kept])
  }

  @Test func reportsFurtherApartThanTheWindowAreBothKept() throws {
    let distinct = try run([
      Report(sent: "2026-03-31"), Report(sent: "2026-10-01"), Report(sent: "2026-04-01"),
    ])
    #expect(distinct.disposition == [.superseded, .kept, .superseded])
    let apart = try run([Report(sent: "2026-03-31"), Report(sent: "2026-10-01")])
    #expect(apart.disposition == [.kept, .kept])
  }

  @Test func twoPeopleUnderOneReferenceAreBothKept() throws {
    let distinct = try run([
      Report(), Report(surname: "Duinker", address: 2), Report(surname: "zeegers", address: 3),
    ])
    #expect(distinct.disposition == [.kept, .kept, .technicalDuplicate])
  }

  @Test func aRowWithoutNameAndAddressBelongsToNobodyWhereSeveralShareAReference() throws {
    let bare = Report(surname: "", address: 0)
    let alone = try run([Report(), bare])
    #expect(alone.disposition == [.kept, .technicalDuplicate])
    let shared = try run([Report(), bare, Report(surname: "Duinker", address: 2), bare])
    #expect(shared.disposition == [.kept, .kept, .kept, .technicalDuplicate])
  }

  @Test func withoutAReferenceNameAndAddressDecide() throws {
    let distinct = try run([
      Report(reference: ""), Report(reference: " "), Report(reference: "", surname: "Duinker"),
      Report(reference: "", address: 2),
      Report(reference: "", surname: "", address: 0),
      Report(reference: "", surname: "", address: 0),
    ])
    #expect(
      distinct.disposition == [.kept, .technicalDuplicate, .kept, .kept, .kept, .kept])
  }

  @Test func noMoreThanWhatWasPickedUpIsARepeat() throws {
    let report = Report(sent: "2026-10-01", cents: 10_000)
    let earlier = Report(sent: "2026-08-01", cents: 10_000)
    let repeated = try run([report], history: [(earlier, true)])
    #expect(repeated.disposition == [.repeated])
    #expect(repeated.sameAs == [id(1000)])
    #expect(try run([report], history: [(earlier, false)]).disposition == [.kept])
    let grown = try run(
      [Report(sent: "2026-10-01", cents: 10_001)], history: [(earlier, true)])
    #expect(grown.disposition == [.kept])
    #expect(grown.grownFromCents == [10_000])
  }

  @Test func historyBeyondTheWindowOrOfAnotherClaimIsNoReason() throws {
    let report = Report(sent: "2026-10-01", cents: 10_000)
    for earlier in [
      Report(sent: "2026-03-01", cents: 10_000), Report(reference: "HW-2", sent: "2026-08-01"),
      Report(partner: "waterdruppel", sent: "2026-08-01"),
      Report(kind: .eviction, sent: "2026-08-01"), Report(sent: "2027-04-02"),
      Report(sent: "2026-08-01", surname: "Duinker", address: 2),
    ] {
      #expect(try run([report], history: [(earlier, true)]).disposition == [.kept])
    }
  }

  @Test func theOrderOfRowsChangesNoVerdict() throws {
    var generator = SeededGenerator(seed: 41)
    for _ in 0..<60 {
      let reports = randomReports(&generator)
      let places = Array(reports.indices)
      let first = try run(reports)
      let shuffled = places.shuffled(using: &generator)
      let second = try run(shuffled.map { reports[$0] }, ids: shuffled)
      // Copies are the same but for their place: compare what stands by content.
      func standing(_ distinct: Distinct, _ order: [Int]) -> [String] {
        zip(distinct.disposition, order).map { "\($0.0) \(describe(reports[$0.1]))" }.sorted()
      }
      #expect(standing(first, places) == standing(second, shuffled))
    }
  }

  @Test func whatIsKeptStaysKept() throws {
    var generator = SeededGenerator(seed: 42)
    for _ in 0..<60 {
      let reports = randomReports(&generator)
      let first = try run(reports)
      let kept = reports.indices.filter { first.disposition[$0] == .kept }
      let second = try run(kept.map { reports[$0] }, ids: kept)
      #expect(second.disposition.allSatisfy { $0 == .kept })
    }
  }

  /// The plain rule, pair by pair, without groups, hashes or sorting.
  @Test func aPlainImplementationAgrees() throws {
    var generator = SeededGenerator(seed: 43)
    for _ in 0..<60 {
      let reports = randomReports(&generator)
      let distinct = try run(reports)
      for place in reports.indices {
        let claim = reports.indices.filter { sameClaim(reports, $0, place) }
        let newer = claim.filter { isNewer(reports, $0, than: place) }
        #expect((distinct.disposition[place] == .kept) == newer.isEmpty, "\(reports) \(place)")
      }
    }
  }

  /// Reports within one window, of people whom surname or address connects directly.
  private func randomReports(_ generator: inout SeededGenerator) -> [Report] {
    (0..<Int.random(in: 2...9, using: &generator)).map { _ in
      Report(
        partner: ["havenstad-wonen", "waterdruppel"].randomElement(using: &generator) ?? "",
        reference: ["A", "B"].randomElement(using: &generator) ?? "",
        kind: [.earlySignal, .update, .eviction].randomElement(using: &generator) ?? .update,
        sent: ["2026-09-01", "2026-09-02", "2026-10-01"].randomElement(using: &generator) ?? "",
        cents: [100, 200].randomElement(using: &generator) ?? 100, surname: "Zeegers", address: 1)
    }
  }

  private func sameClaim(_ reports: [Report], _ left: Int, _ right: Int) -> Bool {
    let (first, second) = (reports[left], reports[right])
    let threat = first.kind.isThreat ? first.kind : nil
    let other = second.kind.isThreat ? second.kind : nil
    return first.partner == second.partner && first.reference == second.reference
      && threat == other
  }

  private func isNewer(_ reports: [Report], _ left: Int, than right: Int) -> Bool {
    let (first, second) = (reports[left], reports[right])
    if first.sent != second.sent { return first.sent > second.sent }
    if first.cents != second.cents { return first.cents > second.cents }
    if first.kind != second.kind { return first.kind.rawValue > second.kind.rawValue }
    return left < right
  }

  /// The amounts of reports in the order of their days, which of them somebody acted on, and what becomes
  /// of each.
  @Test(
    arguments: [
      ([100, 100], [0], [.kept, .repeated]),
      ([100, 90, 80], [0], [.kept, .superseded, .repeated]),
      ([100, 101], [0], [.superseded, .kept]), ([100, 90], [1], [.superseded, .kept]),
      ([50, 100, 100], [1], [.superseded, .kept, .repeated]),
      ([100, 90, 80], [0, 1], [.superseded, .kept, .repeated]),
      ([100, 100], [], [.superseded, .kept]),
    ] as [([Int64], [Int], [Disposition])])
  func aReportThatWasActedOnStandsForThoseThatSayNoMore(
    cents: [Int64], acted: [Int], expected: [Disposition]
  ) throws {
    let reports = cents.enumerated().map { place, cents in
      Report(sent: "2026-0\(place + 7)-01", cents: cents)
    }
    let distinct = try DeduplicateNight.run(reports, acted: acted)
    #expect(distinct.disposition == expected)
    let standing = try #require(distinct.disposition.firstIndex(of: .kept))
    for row in reports.indices {
      #expect(distinct.sameAs[row] == (row == standing ? .absent : id(standing)))
    }
  }

  @Test func aCopyOfWhatWasActedOnIsATechnicalDuplicate() throws {
    let distinct = try DeduplicateNight.run([Report(), Report()], acted: [1])
    #expect(
      distinct.disposition.sorted { $0.rawValue < $1.rawValue } == [.kept, .technicalDuplicate])
  }

  private func describe(_ report: Report) -> String {
    "\(report.partner) \(report.reference) \(report.kind) \(report.sent) \(report.cents)"
  }

  private func id(_ place: Int) -> SignalID { DeduplicateNight.id(place) }

  private func run(
    _ reports: [Report], ids: [Int]? = nil, history: [(Report, Bool)] = []
  ) throws -> Distinct {
    try DeduplicateNight.run(
      reports, ids: ids, history: history.map { EarlierReport(report: $0.0, pickedUp: $0.1) })
  }
}
