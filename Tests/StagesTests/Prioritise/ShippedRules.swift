import Foundation
import Definitions
import Model
import Pipeline
import TestSupport
import Testing

@testable import Stages

/// The rules that are shipped, as tests use them.
enum ShippedRules {
  /// Loads `pipelines/rules/standaard.yml` by way of the shipped pipeline; the files are read once for all tests.
  static func load() throws -> RuleSet { try loaded.get() }

  private static let loaded = Result {
    let stages = ["receive", "normalise", "deduplicate", "match", "prioritise", "publish"]
    let loader = PipelineLoader(knownStages: stages.map { StageKnowledge(name: $0) })
    let pipeline = try loader.load(path: Repository.url("pipelines/nightly.yml").path)
    return try #require(pipeline.ruleSets["standaard"])
  }
}

/// One household and what the shipped rules make of it.
struct RuleCase: CustomTestStringConvertible, Sendable {
  var what: String
  var signals: [ReportedSignal]
  var expected: PriorityClass
  /// The codes of the rules that hold, but for that of the term.
  var codes: [String]

  var testDescription: String { what }

  init(
    _ what: String, _ signals: [ReportedSignal], _ expected: PriorityClass, _ codes: String...
  ) {
    (self.what, self.signals, self.expected, self.codes) = (what, signals, expected, codes)
  }
}

@Suite("The shipped rules: a household that shows each, and one that just misses it")
struct ShippedRulesTests {
  private static let youth = PartialDate(year: 1998, month: 11, day: 10) ?? .absent
  private static let justTooOld = PartialDate(year: 1998, month: 11, day: 9) ?? .absent
  private static let justAdult = PartialDate(year: 2008, month: 11, day: 9) ?? .absent
  private static let notYetAdult = PartialDate(year: 2008, month: 11, day: 10) ?? .absent

  private static func premium(_ birthDate: PartialDate) -> [ReportedSignal] {
    [
      ReportedSignal(
        id: 1, partner: "zorgvast", type: .health, amount: 100_00, birthDate: birthDate)
    ]
  }

  private static func two(
    _ second: PartnerType, address: UInt64 = 1, receivedAt: String = "2026-11-04"
  ) -> [ReportedSignal] {
    [
      ReportedSignal(id: 1),
      ReportedSignal(
        id: 2, address: address, partner: second.rawValue, type: second, receivedAt: receivedAt),
    ]
  }

  static let cases = [
    RuleCase(
      "an eviction", [ReportedSignal(id: 1, kind: .eviction, threatOn: "2026-12-01")], .c0,
      "R-ONTRUIMING", "R-ENKEL-LAAG", "R-AANBOD"),
    RuleCase(
      "the end of supply", [ReportedSignal(id: 1, type: .energy, kind: .endOfSupply)], .c0,
      "R-EINDELEVERING", "R-ENKEL-LAAG", "R-AANBOD"),
    RuleCase(
      "the end of health cover", [ReportedSignal(id: 1, type: .health, kind: .endOfCover)], .c0,
      "R-OPZEGGING", "R-ENKEL-LAAG", "R-AANBOD"),
    RuleCase(
      "a partner's own word for a crisis", [ReportedSignal(id: 1, crisis: true)], .c0,
      "R-ENKEL-LAAG", "R-AANBOD", "R-DREIGING"),
    RuleCase(
      "an update is no threat", [ReportedSignal(id: 1, kind: .update)], .c4, "R-ENKEL-LAAG",
      "R-AANBOD"),
    RuleCase(
      "a late signal has no term of three days by itself",
      [ReportedSignal(id: 1, type: .cakHealth, kind: .lateSignal)], .c4, "R-ENKEL-LAAG", "R-AANBOD"),

    RuleCase(
      "two months of rent", [ReportedSignal(id: 1, terms: 2)], .c1, "R-HUUR-2M", "R-ENKEL-LAAG",
      "R-AANBOD"),
    RuleCase(
      "one month of rent", [ReportedSignal(id: 1, terms: 1)], .c4, "R-ENKEL-LAAG", "R-AANBOD"),
    RuleCase(
      "two months of a mortgage", [ReportedSignal(id: 1, type: .mortgage, terms: 2)], .c1,
      "R-HUUR-2M", "R-ENKEL-LAAG", "R-AANBOD"),
    RuleCase(
      "two months of energy", [ReportedSignal(id: 1, type: .energy, terms: 2)], .c4,
      "R-ENKEL-LAAG", "R-AANBOD"),
    RuleCase(
      "two types of partner", two(.energy), .c1, "R-MEERVOUDIG", "R-MEER-MELDINGEN", "R-AANBOD"),
    RuleCase(
      "two partners of one type", two(.rent), .c3, "R-MEER-MELDINGEN", "R-AANBOD"),
    RuleCase(
      "a warm hand-over", [ReportedSignal(id: 1, warmHandover: true)], .c1, "R-WARM",
      "R-ENKEL-LAAG", "R-AANBOD"),

    RuleCase(
      "another signal at the address in the month before",
      two(.rent, receivedAt: "2026-10-31"), .c2, "R-OPEENVOLGEND", "R-MEER-MELDINGEN", "R-AANBOD"),
    RuleCase(
      "another signal six months before", two(.rent, receivedAt: "2026-05-01"), .c2,
      "R-OPEENVOLGEND", "R-MEER-MELDINGEN", "R-AANBOD"),
    RuleCase(
      "another signal seven months before", two(.rent, receivedAt: "2026-04-30"), .c3,
      "R-MEER-MELDINGEN", "R-AANBOD"),
    RuleCase(
      "the month before, at another address", two(.rent, address: 2, receivedAt: "2026-10-31"),
      .c3, "R-MEER-MELDINGEN", "R-AANBOD"),

    RuleCase(
      "a premium, on the last day of 27", premium(youth), .c2, "R-JONGERE", "R-ENKEL-LAAG",
      "R-AANBOD"),
    RuleCase("a premium, on the day of 28", premium(justTooOld), .c4, "R-ENKEL-LAAG", "R-AANBOD"),
    RuleCase(
      "a premium, on the day of 18", premium(justAdult), .c2, "R-JONGERE", "R-ENKEL-LAAG",
      "R-AANBOD"),
    RuleCase(
      "a premium, a day before 18", premium(notYetAdult), .c4, "R-ENKEL-LAAG", "R-AANBOD"),
    RuleCase("a premium, age unknown", premium(.absent), .c4, "R-ENKEL-LAAG", "R-AANBOD"),
    RuleCase(
      "a premium, only the year known and both ages possible",
      premium(PartialDate(year: 1998, month: 0, day: 0) ?? .absent), .c4, "R-ENKEL-LAAG",
      "R-AANBOD"),
    RuleCase(
      "a young person with rent", [ReportedSignal(id: 1, birthDate: youth)], .c4, "R-ENKEL-LAAG",
      "R-AANBOD"),

    RuleCase(
      "a claim that grew", [ReportedSignal(id: 1, grown: 50_00)], .c2, "R-GEGROEID",
      "R-ENKEL-LAAG", "R-AANBOD"),
    RuleCase(
      "a single signal of 150 euros", [ReportedSignal(id: 1, amount: 150_00)], .c3, "R-ENKEL",
      "R-AANBOD"),
    RuleCase(
      "a single signal of a cent less", [ReportedSignal(id: 1, amount: 149_99)], .c4,
      "R-ENKEL-LAAG", "R-AANBOD"),
  ]

  @Test(arguments: cases)
  func holds(_ given: RuleCase) throws {
    let context = TestContext.make(rules: try ShippedRules.load())
    let list = try TestContext.prioritise(given.signals, in: context)
    #expect(list.count == 1)
    #expect(list.priorityClass == [given.expected])
    let codes = list.text(\.reasons).split(separator: "|").map { String($0.prefix { $0 != ":" }) }
    #expect(codes.filter { !$0.hasPrefix("R-TERMIJN") } == given.codes)
  }
}
