import Definitions
import Model
import Pipeline
import Testing

@testable import Stages

@Suite("Lists of teams and routes beside the whole list")
struct PartsTests {
  private static let teams = [
    PostcodeArea(id: "oost", name: "Wijkteam Oost", postcodes: ["3111"]),
    PostcodeArea(id: "west", name: "Wijkteam West", postcodes: ["3112"]),
    PostcodeArea(id: "leeg", name: "Wijkteam Leeg", postcodes: ["3113"]),
  ]

  private func worklist(_ signals: [ReportedSignal]) throws -> Worklist {
    let context = TestContext.make(rules: try ShippedRules.load()) { $0.teams = Self.teams }
    var tables = MunicipalityTables(signals)
    try Prioritise(settings: [:]).run(&tables, context)
    return try Publish().run(tables, context)
  }

  private static let signals = [
    ReportedSignal(id: 1, household: 1, address: 1, partner: "a", kind: .eviction),
    ReportedSignal(id: 2, household: 1, address: 1, partner: "water", type: .water),
    ReportedSignal(id: 3, household: 2, address: 2, partner: "b", kind: .eviction),
    ReportedSignal(id: 4, household: 3, address: 3, postcode: "3112AB"),
    ReportedSignal(id: 5, household: 4, address: 4, postcode: "3119AB"),
    ReportedSignal(id: 6, household: 5, address: 5, flags: .secret),
  ]

  @Test("A team's list holds the households of its postcodes, with their ranks")
  func teams() throws {
    let list = try worklist(Self.signals)
    let parts = list.parts.filter { $0.fileName.hasPrefix("team-") }
    #expect(parts.map(\.fileName) == ["team-oost", "team-west"])
    #expect(parts.map(\.title) == ["Wijkteam Oost", "Wijkteam West"])
    let east = list.list(of: parts[0])
    #expect(east.count == 2 && east.partTitle == "Wijkteam Oost")
    for (place, position) in parts[0].positions.enumerated() {
      #expect(east[place].id == list[position].id && east[place].rank == list[position].rank)
      #expect(east[place].team == "Wijkteam Oost")
    }
    #expect(list.count == 5)
  }

  @Test("A corporation's list holds the evictions that it announced, and no other partner's")
  func evictions() throws {
    let list = try worklist(Self.signals)
    let parts = list.parts.filter { $0.fileName.hasPrefix("route-ontruiming") }
    #expect(parts.map(\.fileName) == ["route-ontruiming-a", "route-ontruiming-b"])
    #expect(parts.map(\.positions.count) == [1, 1])
  }

  @Test("The whole list has every household of every part once")
  func nothingIsLost() throws {
    let list = try worklist(Self.signals)
    #expect(Set((0..<list.count).map { list[$0].id }).count == list.count)
    for part in list.parts {
      #expect(!part.positions.isEmpty && part.positions == part.positions.sorted())
      #expect(part.positions.allSatisfy { (0..<list.count).contains($0) })
    }
  }
}
