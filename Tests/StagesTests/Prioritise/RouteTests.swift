import Definitions
import Model
import Pipeline
import Testing

@testable import Stages

/// One household and the routes that the shipped rules suggest.
struct RouteCase: CustomTestStringConvertible, Sendable {
  var what: String
  var signals: [ReportedSignal]
  var routes: [String]

  var testDescription: String { what }

  init(_ what: String, _ signals: [ReportedSignal], _ routes: String...) {
    (self.what, self.signals, self.routes) = (what, signals, routes)
  }
}

@Suite("Routes, teams and focus areas: suggestions that change no order")
struct RouteTests {
  private static let young = PartialDate(year: 2003, month: 5, day: 1) ?? .absent
  private static let justAdult = PartialDate(year: 2007, month: 5, day: 1) ?? .absent
  private static let adult = PartialDate(year: 1980, month: 5, day: 1) ?? .absent

  private static func signal(
    _ type: PartnerType, _ birthDate: PartialDate = adult, id: UInt64 = 1, amount: Int64 = 500_00
  ) -> ReportedSignal {
    ReportedSignal(
      id: id, partner: type.rawValue, type: type, amount: amount, birthDate: birthDate)
  }

  static let cases = [
    RouteCase("nothing special", [signal(.energy)]),
    RouteCase("a single premium of a young person", [signal(.health, young)], "ROUTE-JONGEREN"),
    RouteCase(
      "of one who just came of age", [signal(.health, justAdult)], "ROUTE-JONGEREN", "ROUTE-18"),
    RouteCase("a premium of somebody older", [signal(.health)]),
    RouteCase("a premium and rent", [signal(.health, young), signal(.rent, young, id: 2)]),
    RouteCase(
      "three types of partner",
      [signal(.health), signal(.rent, id: 2), signal(.water, id: 3)], "ROUTE-DOORBRAAK"),
    RouteCase(
      "an eviction", [ReportedSignal(id: 1, kind: .eviction, amount: 500_00)], "ROUTE-ONTRUIMING"),
    RouteCase(
      "maybe self-employed",
      [ReportedSignal(id: 1, amount: 500_00, debtorKind: .soleTrader)], "ROUTE-ZZP"),
    RouteCase("a single low signal", [signal(.water, amount: 90_00)], "ROUTE-VRIJWILLIGERS"),
  ]

  @Test(arguments: cases)
  func suggests(_ given: RouteCase) throws {
    let list = try TestContext.prioritise(
      given.signals, in: TestContext.make(rules: try ShippedRules.load()))
    #expect(Self.codes(list) == given.routes)
  }

  @Test("Three months of signals before are a reason for another approach")
  func repeated() throws {
    let history = History(
      ["2026-08-03", "2026-09-03", "2026-10-05"].enumerated().map {
        ReportedSignal(id: UInt64(100 + $0), receivedAt: $1)
      }, pickedUp: true)
    let list = try TestContext.prioritise(
      [ReportedSignal(id: 1, amount: 500_00)], history: history,
      in: TestContext.make(rules: try ShippedRules.load()))
    #expect(Self.codes(list) == ["ROUTE-DOORBRAAK-HERHAALD"])
    #expect(list.text(\.routes).contains("In 3 van de zes maanden ervoor"))
  }

  @Test(
    "Many attempts and no result",
    arguments: [(4, "2026-08-09", true), (3, "2026-08-09", false), (4, "2026-08-10", false)])
  func stuck(attempts: Int, began: String, expected: Bool) throws {
    var tables = MunicipalityTables([ReportedSignal(id: 1, amount: 500_00)])
    tables.cases.add(case: 1, signal: 90, household: 1, result: nil, began: began)
    for _ in 0..<attempts { tables.contactAttempts.add(case: 1, on: "2026-10-01") }
    try Prioritise(settings: [:]).run(
      &tables, TestContext.make(rules: try ShippedRules.load()))
    #expect(Self.codes(tables.prioritised).contains("ROUTE-VASTGELOPEN") == expected)
  }

  @Test("A municipality follows the routes that it names")
  func followed() throws {
    let context = TestContext.make(rules: try ShippedRules.load()) {
      $0.routes = ["ROUTE-18"]
    }
    let list = try TestContext.prioritise([Self.signal(.health, Self.justAdult)], in: context)
    #expect(Self.codes(list) == ["ROUTE-18"])
  }

  @Test("Routes, teams and areas change nothing else")
  func changeNothing() throws {
    let rules = try ShippedRules.load()
    var without = rules
    without.routes = []
    let signals = Self.cases.enumerated().flatMap { household, given in
      given.signals.enumerated().map { index, signal in
        var signal = signal
        signal.id = UInt64(household * 10 + index + 1)
        signal.household = UInt64(household + 1)
        signal.address = UInt64(household + 1)
        return signal
      }
    }
    let bare = try TestContext.prioritise(signals, in: TestContext.make(rules: without))
    let full = try TestContext.prioritise(
      signals,
      in: TestContext.make(rules: rules) {
        $0.teams = [PostcodeArea(id: "oost", name: "Oost", postcodes: ["3111"])]
        $0.focusAreas = [PostcodeArea(id: "kade", name: "Kade", postcodes: ["3111AB"])]
      })
    #expect(full.householdID == bare.householdID)
    #expect(full.rank == bare.rank && full.priorityClass == bare.priorityClass)
    #expect(full.deadline == bare.deadline && full.firstAttemptBy == bare.firstAttemptBy)
    #expect(full.plannedOn == bare.plannedOn && full.plannedMeans == bare.plannedMeans)
    #expect(full.text(\.team) == "oost" && full.text(\.focusArea) == "kade")
  }

  @Test("Six characters of a postcode come before four; a secret address is in no area")
  func areas() throws {
    let context = TestContext.make {
      $0.teams = [
        PostcodeArea(id: "oost", name: "Oost", postcodes: ["3111"]),
        PostcodeArea(id: "haven", name: "Haven", postcodes: ["3111AC"]),
      ]
    }
    func team(_ postcode: String, _ flags: RegisterFlags = []) throws -> String {
      try TestContext.prioritise(
        [ReportedSignal(id: 1, postcode: postcode, flags: flags)], in: context
      ).text(\.team)
    }
    #expect(try team("3111AB") == "oost")
    #expect(try team("3111AC") == "haven")
    #expect(try team("3112AB") == "")
    #expect(try team("3111AB", .secret) == "")
  }

  private static func codes(_ list: Prioritised) -> [String] {
    list.text(\.routes).split(separator: "|").map { String($0.prefix { $0 != ":" }) }
  }
}
