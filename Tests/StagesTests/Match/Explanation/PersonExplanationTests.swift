import Diagnostics
import Model
import Pipeline
import TestSupport
import Testing

@testable import Stages

@Suite("Why signals are one person, and persons one household")
struct PersonExplanationTests {
  @Test
  func `The links of a person are the heaviest that join all its signals`() throws {
    let explainer = try PairExplanationTests.explainer(PairExplanationTests.crowd)
    let weigher = explainer.matching.weigher
    var seen = 0
    for (place, records) in explainer.matching.persons.enumerated() where records.count > 2 {
      let person = explainer.person(at: place)
      #expect(person.links.count == records.count - 1)
      #expect(person.signals.count == records.count && person.leftOut == 0)
      // Kruskal: the heaviest links first, each that joins two parts.
      var sets = DisjointSets(count: explainer.matching.records.count)
      var pairs: [(Int32, Int, Int)] = []
      for left in records {
        for right in records where right < left {
          pairs.append((weigher.weight(left, right), left, right))
        }
      }
      var total = 0
      for (weight, left, right) in pairs.sorted(by: { $0.0 > $1.0 })
      where sets.root(left) != sets.root(right) {
        sets.join(sets.root(left), sets.root(right))
        total += Int(weight)
      }
      #expect(person.links.reduce(0) { $0 + Int($1.weight) } == total)
      seen += 1
    }
    #expect(seen > 1)
  }

  @Test
  func `Every grade has the condition that gives it`() throws {
    let explainer = try PairExplanationTests.explainer(PairExplanationTests.crowd)
    for record in 0..<explainer.matching.records.count {
      let grade = explainer.grade(record)
      let isPair = explainer.matching.persons[explainer.placeOfRecord[record]].count > 1
      let hard = explainer.matching.evidence[record].fields.grade(isPair: isPair).rawValue
      switch grade.condition {
      case .fields, .alone: #expect(grade.grade == hard)
      case .ambiguous: #expect(grade.grade == "twijfel")
      case .againstOnAverage: #expect(grade.grade == "twijfel" && grade.average < 0)
      case .notHeavyEnough: #expect(grade.grade == "waarschijnlijk" && grade.average < 600)
      case .otherGivenName: #expect(grade.grade == "waarschijnlijk" && grade.average >= 600)
      case .contested: #expect(grade.grade == "waarschijnlijk" && hard == "zeker")
      }
    }
  }

  /// Rows, and the place of each member of the first one's household.
  static let places: [(String, [DeliveredRow], [HouseholdExplanation.Place])] = [
    ("alone", [MatchTests.row("J.", "Bakker")], [.alone]),
    (
      "two of one address", [MatchTests.row("J.", "Bakker"), MatchTests.row("P.", "Smit")],
      [.sameAddress, .sameAddress]
    ),
    (
      "a letter in one",
      [MatchTests.row("J.", "Bakker"), MatchTests.row("P.", "Bakker", at: "1 A")],
      [.unitLeftOut, .unitLeftOut]
    ),
    ("no address", [MatchTests.row("J.", "Bakker", at: "")], [.noAddress]),
    (
      "a house of many",
      ["Bakker", "Smit", "Kwelder", "Zeegers", "Windas"].map { MatchTests.row("J.", $0) },
      [.crowdedAddress]
    ),
  ]

  @Test(arguments: places)
  func `Places`(
    note: String, rows: [DeliveredRow], places: [HouseholdExplanation.Place]
  ) throws {
    let tables = try MatchTests.tables(rows)
    let explainer = try MatchExplainer(tables, settings: [:], model: ShippedModel.load())
    let household = try explainer.household(tables.matched.householdID[0].description)
    #expect(household.members.map(\.place) == places, "\(note)")
    #expect(throws: Diagnostic.self) { try explainer.household(PairExplanationTests.id(9)) }
  }

  @Test
  func `Who the register puts in a household is said to be`() throws {
    var tables = try MatchTests.tables([
      MatchTests.row("J.", "Bakker"), MatchTests.row("P.", "Smit", at: "2"),
    ])
    tables.matched.householdID[1] = tables.matched.householdID[0]
    let explainer = try MatchExplainer(tables, settings: [:], model: ShippedModel.load())
    let household = try explainer.household(tables.matched.householdID[0].description)
    #expect(household.members.map(\.place) == [.register, .register])
  }
}
