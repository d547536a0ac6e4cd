import Model
import TestSupport
import Testing

@testable import Stages

/// Two nights, one after the other, and the same reports in one.
@Suite struct DeduplicateNightsTests {
  @Test(arguments: 1...8)
  func aPlainImplementationAgrees(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    var seen: [Fate: Int] = [:]
    for _ in 0..<120 {
      let monday = reports(&generator)
      let history = try remembered(monday, &generator)
      let tuesday = reports(&generator, after: monday)
      let distinct = try DeduplicateNight.run(tuesday, history: history)
      let plain = PlainDeduplicator(tuesday, history: history).verdicts()
      for place in tuesday.indices {
        #expect(
          verdict(distinct, place) == plain[place], "\(place) of \(tuesday) after \(history)")
        seen[distinct.fate(place), default: 0] += 1
      }
    }
    for fate in [Fate.listed, .joinedCase, .repeated, .superseded, .technicalDuplicate] {
      #expect(seen[fate, default: 0] > 15, "\(fate) is hardly tried")
    }
  }

  /// Nothing leaves the list because of a claim that nobody acted on.
  @Test(arguments: 11...14)
  func openClaimsNeverMakeAReportFallAway(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<200 {
      let monday = reports(&generator)
      var history = try remembered(monday, &generator)
      for place in history.indices { history[place].pickedUp = false }
      let tuesday = reports(&generator, after: monday)
      let distinct = try DeduplicateNight.run(tuesday, history: history)
      for place in tuesday.indices where distinct.disposition[place] != .kept {
        let standing = Int(distinct.sameAs[place].high) - 1
        #expect(standing < tuesday.count && distinct.disposition[standing] == .kept)
      }
    }
  }

  /// One person's reports, of which those of Tuesday are newer: in two nights or in one.
  @Test(arguments: 21...24)
  func twoNightsDecideAsOneDoes(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let days = ["2026-07-01", "2026-08-01", "2026-09-01", "2026-10-01"]
    for _ in 0..<200 {
      let all = (0..<Int.random(in: 2...6, using: &generator)).map { _ in
        Report(
          reference: ["A", "B", ""].randomElement(using: &generator) ?? "",
          sent: days.randomElement(using: &generator) ?? "",
          cents: [100, 200].randomElement(using: &generator) ?? 100, initials: "J.")
      }
      let cut = days.randomElement(using: &generator) ?? ""
      let monday = all.filter { $0.sent <= cut }
      let tuesday = all.filter { $0.sent > cut }
      let together = try DeduplicateNight.run(monday + tuesday)
      let known = try DeduplicateNight.run(monday)
      let history = monday.indices.map { place in
        EarlierReport(report: monday[place], disposition: known.disposition[place])
      }
      let apart = try DeduplicateNight.run(tuesday, history: history)
      #expect(Array(together.disposition.suffix(tuesday.count)) == apart.disposition)
    }
  }

  private func verdict(_ distinct: Distinct, _ place: Int) -> PlainDeduplicator.Verdict {
    let joins = distinct.joins[place]
    let other = joins.isAbsent ? distinct.sameAs[place] : joins
    return PlainDeduplicator.Verdict(
      disposition: distinct.disposition[place], other: other.isAbsent ? nil : Int(other.high) - 1,
      grownFrom: distinct.grownFromCents[place])
  }

  /// What the state holds after a night, some of it picked up.
  private func remembered(
    _ reports: [Report], _ generator: inout SeededGenerator
  ) throws -> [EarlierReport] {
    let distinct = try DeduplicateNight.run(reports)
    return reports.indices.filter { distinct.disposition[$0] != .technicalDuplicate }.map { place in
      EarlierReport(
        report: reports[place], pickedUp: Bool.random(using: &generator),
        disposition: distinct.disposition[place],
        person: Int.random(in: 0..<8, using: &generator) == 0 ? 2 : 1,
        replaced: Int.random(in: 0..<8, using: &generator) == 0)
    }
  }

  /// Reports of a few people; of `earlier` ones many come again with something else in them.
  private func reports(
    _ generator: inout SeededGenerator, after earlier: [Report] = []
  ) -> [Report] {
    (0..<Int.random(in: 1...8, using: &generator)).map { _ in
      let other = report(&generator)
      guard var report = earlier.randomElement(using: &generator) else { return other }
      switch Int.random(in: 0..<9, using: &generator) {
      case 0: return other
      case 1: report.cents = other.cents
      case 2, 3: report.sent = other.sent
      case 4: report.address = other.address
      case 5: report.kind = other.kind
      case 6: (report.initials, report.born) = (other.initials, other.born)
      case 7: report.surname = other.surname
      default: break
      }
      return report
    }
  }

  private func report(_ generator: inout SeededGenerator) -> Report {
    func one(_ words: [String]) -> String { words.randomElement(using: &generator) ?? "" }
    return Report(
      partner: one(["havenstad-wonen", "havenstad-wonen", "waterdruppel"]),
      reference: one(["A", "A", "B", "", ""]),
      kind: [.earlySignal, .earlySignal, .update, .eviction, .lateSignal]
        .randomElement(using: &generator) ?? .update,
      sent: one(["2026-02-01", "2026-08-01", "2026-09-01", "2026-10-01", "2026-10-01"]),
      cents: [100, 100, 200].randomElement(using: &generator) ?? 100,
      surname: one(["zeegers", "zeegers", "duinker", ""]),
      partnerSurname: one(["", "", "", "zeegers"]), initials: one(["", "j.", "j.", "j.p.", "p."]),
      born: one(["", "", "1980", "1980-05-31", "1980-05-31", "1981-01-01"]),
      address: [0, 1, 1, 2].randomElement(using: &generator) ?? 0)
  }
}
