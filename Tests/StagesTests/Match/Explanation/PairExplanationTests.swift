import Definitions
import Diagnostics
import Model
import Pipeline
import TestSupport
import Testing

@testable import Stages

@Suite("Why two signals are, or are not, of one person")
struct PairExplanationTests {
  /// An id of the rows of ``MatchTests``.
  static func id(_ row: Int) -> String { SignalID(high: 0, low: UInt64(row + 1)).description }

  static func explainer(_ rows: [DeliveredRow]) throws -> MatchExplainer {
    try MatchExplainer(MatchTests.tables(rows), settings: [:], model: ShippedModel.load())
  }

  /// All rows of all cases, each case in a street of its own.
  static let crowd: [DeliveredRow] = {
    var generator = SeededGenerator(seed: 26)
    let surnames = ["Bakker", "Backer", "Smit", "Kwelder", "Zeegers", ""]
    let dates = ["1955-03-02", "1955-03-03", "1980-05-06", "1980", "", ""]
    return (0..<60).map { _ in
      var row = MatchTests.row(
        ["J.", "P.", "J.P.", ""].randomElement(using: &generator) ?? "",
        surnames.randomElement(using: &generator) ?? "",
        dates.randomElement(using: &generator) ?? "",
        at: ["1", "2", "1 A", ""].randomElement(using: &generator) ?? "")
      row.phone = ["0612345678", "", ""].randomElement(using: &generator) ?? ""
      row.givenNames = ["Jan", "Piet", "", ""].randomElement(using: &generator) ?? ""
      return row
    }
  }()

  @Test
  func `The steps add up to both sums, and the smaller one or a red line is the weight`() throws {
    let explainer = try Self.explainer(Self.crowd)
    var redLines: Set<PairExplanation.RedLine> = []
    for left in 0..<Self.crowd.count {
      for right in 0..<left {
        let pair = try explainer.pair(Self.id(left), Self.id(right))
        let outcome = pair.outcome
        #expect(pair.steps.reduce(0) { $0 + $1.strangers } == outcome.strangers)
        #expect(pair.steps.reduce(0) { $0 + $1.relatives } == outcome.relatives)
        let smaller = min(outcome.strangers, outcome.relatives)
        switch outcome.redLine {
        case nil: #expect(outcome.weight == smaller)
        case .twoBirthDates: #expect(outcome.weight == -300 && smaller > -300)
        case .nameAlone, .tooLittleForMove, .nobodyNamed:
          #expect(outcome.weight == -100 && smaller > -100)
        }
        if let line = outcome.redLine { redLines.insert(line) }
        let isOne = explainer.placeOfRecord[left] == explainer.placeOfRecord[right]
        #expect(pair.isOnePerson == isOne)
        #expect([.joined, .joinedByOthers].contains(pair.decision) == isOne)
      }
    }
    #expect(redLines.count >= 3, "the rows show too few red lines")
  }

  @Test(arguments: MatchTests.cases.filter { $0.1.count == 2 })
  func `The weight is the one that the run wrote`(
    note: String, rows: [DeliveredRow], persons: String, households: String, grades: String
  ) throws {
    let tables = try MatchTests.tables(rows)
    let pair = try MatchExplainer(tables, settings: [:], model: ShippedModel.load()).pair(
      Self.id(0), Self.id(1))
    #expect(pair.isOnePerson == (persons == "aa"), "\(note)")
    if pair.isOnePerson {
      #expect(tables.matched.weight == [pair.outcome.weight, pair.outcome.weight])
    }
    #expect(pair.grades.map(\.grade) == tables.matched.grade.map(\.rawValue), "\(note)")
  }

  /// The sums of a what-if, worked out from the model and the steps alone.
  @Test
  func `What-ifs are the sums with the one field changed`() throws {
    let explainer = try Self.explainer(Self.crowd)
    let model = try ShippedModel.load()
    let alone: Set<MatchField> = [.birthDate, .phone, .address]
    var checked = 0
    for left in 0..<Self.crowd.count {
      for right in 0..<left where (left + right) % 3 == 0 {
        let pair = try explainer.pair(Self.id(left), Self.id(right))
        for whatIf in pair.whatIfs where alone.contains(whatIf.field) {
          let step = try #require(pair.steps.first { $0.name == whatIf.field.rawValue })
          let weights = model.weights(of: whatIf.field)
          let new: LinkageModel.Weight
          switch whatIf.change {
          case .absent: new = .none
          case .different: new = try #require(weights.last)
          case .same: continue
          }
          let found = whatIf.outcome
          #expect(found.strangers == pair.outcome.strangers - step.strangers + new.stranger)
          #expect(found.relatives == pair.outcome.relatives - step.relatives + new.relative)
          checked += 1
        }
      }
    }
    #expect(checked > 500)
  }

  /// Rows that are really written otherwise are matched as the what-if says.
  @Test(arguments: MatchTests.cases.filter { $0.1.count == 2 })
  func `A run of the changed rows decides as the what-if says`(
    note: String, rows: [DeliveredRow], persons: String, households: String, grades: String
  ) throws {
    let pair = try Self.explainer(rows).pair(Self.id(0), Self.id(1))
    for whatIf in pair.whatIfs {
      var changed = rows
      switch (whatIf.field, whatIf.change) {
      case (.birthDate, .absent): for index in changed.indices { changed[index].birthDate = "" }
      case (.initial, .absent): for index in changed.indices { changed[index].initials = "" }
      case (.birthDate, .same):
        let known = rows.map(\.birthDate).first { !$0.isEmpty } ?? ""
        for index in changed.indices { changed[index].birthDate = known }
      case (.address, .same):
        let known = try #require(rows.first { !$0.postcode.isEmpty })
        for index in changed.indices {
          changed[index].addressLine = known.addressLine
          changed[index].postcode = known.postcode
        }
      default: continue
      }
      // What the few rows themselves tell differs a little from run to run.
      guard abs(whatIf.outcome.weight - PersonClusters.least) > 40 else { continue }
      let again = try MatchTests.tables(changed).matched
      #expect(
        (again.personID[0] == again.personID[1]) == whatIf.outcome.joins,
        "\(note): \(whatIf.field) \(whatIf.change) \(whatIf.outcome)")
    }
  }

  @Test
  func `Father and son are told apart by birth date, and would be one without it`() throws {
    let pair = try Self.explainer([
      MatchTests.row("J.", "Bakker", "1955-03-02"), MatchTests.row("J.", "Bakker", "1980-05-06"),
    ]).pair(Self.id(0), Self.id(1))
    #expect(pair.decision == .contradiction && pair.outcome.contradiction == .birthDates)
    let without = pair.whatIfs.first { $0.field == .birthDate && $0.change == .absent }
    #expect(without?.changesOutcome == true && without?.outcome.joins == true)
  }

  @Test
  func `A signal that is a copy, or the same, is no pair`() throws {
    let explainer = try Self.explainer([
      MatchTests.row("J.", "Bakker"), MatchTests.row("P.", "Smit"),
    ])
    #expect(throws: Diagnostic(.pairIsOneSignal)) { try explainer.pair(Self.id(0), Self.id(0)) }
    #expect(throws: Diagnostic.self) { try explainer.pair(Self.id(0), Self.id(7)) }
  }

  @Test
  func `A run that was matched otherwise is not explained`() throws {
    var tables = try MatchTests.tables([
      MatchTests.row("J.", "Bakker"), MatchTests.row("J.", "Bakker"), MatchTests.row("P.", "Smit"),
    ])
    tables.matched.weight[1] += 1
    #expect(throws: Diagnostic(.matchedOtherwise, ["count": "1", "rows": "3"])) {
      try MatchExplainer(tables, settings: [:], model: ShippedModel.load())
    }
    tables.matched.weight[1] -= 1
    tables.matched.personID[2] = tables.matched.personID[0]
    #expect(throws: Diagnostic.self) {
      try MatchExplainer(tables, settings: [:], model: ShippedModel.load())
    }
  }
}
