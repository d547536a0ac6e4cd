import Foundation
import Definitions
import Model
import Pipeline
import TestSupport
import Testing

@testable import Stages

@Suite("Prioritise: what holds for any signals")
struct RankPropertyTests {
  /// Signals of some twenty households at some fifteen addresses.
  private func signals(_ count: Int, _ random: inout SeededGenerator) -> [ReportedSignal] {
    (0..<count).map { index in
      let household = UInt64.random(in: 1...20, using: &random)
      var signal = ReportedSignal(id: UInt64(index + 1), household: household)
      signal.person = household * 10 + .random(in: 0...1, using: &random)
      signal.address = household % 15 + 1
      signal.type = PartnerType.allCases.randomElement(using: &random) ?? .rent
      signal.partner = signal.type.rawValue
      signal.kind = .random(percent: 5, using: &random) ? .eviction : .earlySignal
      signal.receivedAt = "2026-\(["09", "10", "11"].randomElement(using: &random) ?? "11")-04"
      signal.amount = .random(in: 20_00...3_000_00, using: &random)
      signal.terms = .random(in: 0...4, using: &random)
      signal.disposition = Disposition.allCases.randomElement(using: &random) ?? .kept
      if .random(percent: 60, using: &random) { signal.disposition = .kept }
      return signal
    }
  }

  @Test("The order of rows does not matter", arguments: UInt64(1)...20)
  func orderDoesNotMatter(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let signals = signals(60, &random)
    let expected = try TestContext.prioritise(signals)
    let shuffled = try TestContext.prioritise(signals.shuffled(using: &random))
    #expect(shuffled.written == expected.written)
  }

  @Test(
    "Every household of a kept signal stands in one line, with its signals and cents",
    arguments: UInt64(1)...20)
  func nothingIsLost(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let signals = signals(80, &random)
    let kept = signals.filter { $0.disposition == .kept }
    let list = try TestContext.prioritise(signals)
    #expect(Set(list.householdID.map(\.high)) == Set(kept.map(\.household)))
    #expect(Set(list.householdID).count == list.count)
    #expect(list.rank == Array(1...UInt32(list.count)))
    #expect(list.signals.reduce(0, +) == UInt32(kept.count))
    #expect(list.totalCents.reduce(0, +) == kept.reduce(0) { $0 + $1.amount })
    for line in 0..<list.count {
      #expect(list.text(\.reasons, line).contains("R-TERMIJN-"))
      #expect(!list.text(\.means, line).isEmpty)
      #expect(list.firstAttemptBy[line] <= list.deadline[line])
    }
  }

  @Test("No threat stands below anything else, and deadlines follow", arguments: UInt64(1)...20)
  func threatsFirst(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let signals = signals(80, &random)
    let list = try TestContext.prioritise(signals)
    let threatened = Set(
      signals.filter { $0.kind.isThreat && $0.disposition == .kept }.map(\.household))
    for line in 0..<list.count {
      #expect((list.priorityClass[line] == .c0) == threatened.contains(list.householdID[line].high))
      guard line > 0 else { continue }
      let (above, here) = (list.priorityClass[line - 1], list.priorityClass[line])
      #expect(above == .c0 || here != .c0)
      if (above == .c0) == (here == .c0) { #expect(list.deadline[line - 1] <= list.deadline[line]) }
    }
  }

  @Test("More arrears never lower a rank", arguments: UInt64(1)...30)
  func moreNeverLowers(seed: UInt64) throws {
    try moreNeverLowers(seed: seed, TestContext.make())
  }

  @Test(
    "More arrears never lower a rank under the rules that are shipped", arguments: UInt64(1)...30)
  func moreNeverLowersAsShipped(seed: UInt64) throws {
    try moreNeverLowers(seed: seed, TestContext.make(rules: try ShippedRules.load()))
  }

  private func moreNeverLowers(seed: UInt64, _ context: StageContext) throws {
    var random = SeededGenerator(seed: seed)
    var signals = signals(60, &random)
    // Young people with a premium in arrears are among them.
    for index in signals.indices where signals[index].household % 2 == 0 {
      signals[index].type = .health
      signals[index].birthDate = PartialDate(year: 2003, month: 5, day: 1) ?? .absent
    }
    let before = try TestContext.prioritise(signals, in: context)
    for line in 0..<before.count {
      let household = before.householdID[line].high
      guard let known = signals.first(where: { $0.household == household }) else { continue }
      var another = known
      another.id = 1000
      another.disposition = .kept
      another.kind = .earlySignal
      if Bool.random(using: &random) {
        another.type = PartnerType.allCases.randomElement(using: &random) ?? .rent
      }
      another.amount = .random(in: 1_00...500_00, using: &random)
      another.receivedAt = "2026-11-04"
      let after = try TestContext.prioritise(signals + [another], in: context)
      let place = try #require(after.line(of: household))
      #expect(place <= line, "household \(household)")

      var larger = signals
      for index in larger.indices where larger[index].household == household {
        larger[index].amount += 400_00
      }
      let grown = try TestContext.prioritise(larger, in: context)
      #expect(try #require(grown.line(of: household)) <= line, "household \(household)")
    }
  }
}

extension Bool {
  /// True in so many of a hundred cases.
  static func random(percent: Int, using random: inout SeededGenerator) -> Bool {
    Int.random(in: 0..<100, using: &random) < percent
  }
}
