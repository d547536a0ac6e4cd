import Definitions
import Diagnostics
import Model
import Pipeline
import TestSupport
import Testing

@testable import Stages

@Suite("Training on signals")
struct ModelTrainingTests {
  /// People who are reported several times, with now and then a mistake.
  private static func rows(_ people: Int, _ random: inout SeededGenerator) -> [DeliveredRow] {
    let surnames = ["Bakker", "Smit", "Visser", "Zeegers", "Kuipers", "Hofman", "Wolters", "Baas"]
    let beginnings = ["Mar", "Lie", "Tho", "San", "Rob", "Jan", "Wil", "Nad"]
    let ends = ["ijn", "ke", "mas", "ne", "ert", "na", "lem", "ia"]
    func one(_ list: [String]) -> String { list.randomElement(using: &random) ?? "" }
    var rows: [DeliveredRow] = []
    for person in 0..<people {
      let surname = one(surnames) + one(["", "", "sen", "mans"])
      let given = one(beginnings) + one(ends)
      let born =
        "19\(Int.random(in: 50...99, using: &random))-0\(Int.random(in: 1...9, using: &random))"
        + "-1\(Int.random(in: 0...9, using: &random))"
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        let isWrong = Int.random(in: 0..<10, using: &random) == 0
        rows.append(
          DeliveredRow(
            givenNames: isWrong ? "" : given, surname: isWrong ? surname + "e" : surname,
            addressLine: "Kadehof \(person % 90 + 1)",
            postcode: "31\(11 + person / 90 % 9)A\(["A", "B", "C"][person % 3])",
            birthDate: isWrong ? "" : born))
      }
    }
    return rows
  }

  private static func tables(_ rows: [DeliveredRow], ids: [Int]) throws -> MunicipalityTables {
    var tables = MunicipalityTables()
    tables.received = Received.of(rows)
    tables.received.keys.signalID = ids.map { SignalID(high: UInt64($0 + 1), low: 1) }
    try Normalise(settings: [:]).run(&tables, StageFixture.context())
    tables.distinct.keys = tables.received.keys
    tables.distinct.disposition = Array(repeating: .kept, count: rows.count)
    tables.distinct.sameAs = Array(repeating: .absent, count: rows.count)
    tables.distinct.grownFromCents = Array(repeating: nil, count: rows.count)
    return tables
  }

  @Test(arguments: UInt64(1)...2)
  func `Neither the order of rows nor threads change the estimate`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let rows = Self.rows(200, &random)
    let training = ModelTraining(from: try ShippedModel.load(), threads: 2)
    let estimate = try training.estimate(from: Self.tables(rows, ids: Array(rows.indices)))
    #expect(estimate.model != estimate.start)
    #expect(estimate.persons > 150)

    let order = Array(rows.indices).shuffled(using: &random)
    let shuffled = try Self.tables(order.map { rows[$0] }, ids: order)
    #expect(try training.estimate(from: shuffled) == estimate)
    let alone = ModelTraining(from: try ShippedModel.load(), threads: 1)
    #expect(try alone.estimate(from: shuffled) == estimate)
  }

  @Test func `A handful of signals teaches nothing`() throws {
    var random = SeededGenerator(seed: 1)
    let rows = Self.rows(5, &random)
    let training = ModelTraining(from: try ShippedModel.load())
    let problem = #expect(throws: Diagnostic.self) {
      try training.estimate(from: Self.tables(rows, ids: Array(rows.indices)))
    }
    #expect(problem?.code == .tooFewPairs)
  }
}
