import Definitions
import Diagnostics
import Model
import TestSupport
import Testing

@testable import Pipeline

/// What is said of deliveries, in whatever nights they come.
@Suite struct DeliveryJudgeTests {
  @Test func aDeliveryOnTimeIsNothingToTell() {
    let judgement = judge([delivery("2026-09", "20261005"), delivery("2026-10", "20261105")])
    #expect(judgement.words.isEmpty)
    #expect(judgement.diagnostics.isEmpty)
    #expect(judgement.periods.map(\.description).sorted() == ["2026-09", "2026-10"])
  }

  @Test func aLateDeliveryIsTold() {
    let judgement = judge([delivery("2026-10", "20261112")])
    #expect(judgement.diagnostics.map(\.code) == [.deliveryLate])
    #expect(judgement.words.values.map { $0 } == [[.late]])
    #expect(
      judgement.diagnostics.map(DiagnosticText.sentence) == [
        "the delivery for 2026-10 was received on 2026-11-12; it was due on 2026-11-10"
      ])
  }

  @Test func anOlderPeriodIsTold() {
    let newest = delivery("2026-10", "20261105")
    let older = delivery("2026-08", "20261106")
    for history in [[], [newest]] {
      let own = history.isEmpty ? [newest, older] : [older]
      let judgement = judge(own, history)
      #expect(judgement.words[older.name] == [.late, .older])
    }
  }

  @Test func theSameContentUnderAnotherNameIsNoDeliveryOfItsPeriod() {
    let first = delivery("2026-09", "20261005", sha256: "same")
    let again = delivery("2026-10", "20261105", sha256: "same")
    let together = judge([first, again])
    let later = judge([again], [first])
    for judgement in [together, later] {
      #expect(judgement.words[again.name] == [.copy])
      #expect(!judgement.periods.contains { $0.description == "2026-10" })
    }
    // Of two in one inbox the run tells already.
    #expect(together.diagnostics.isEmpty)
    #expect(later.diagnostics.map(\.code) == [.deliverySeenBefore])
  }

  @Test func emptyDeliveriesAreNoCopies() {
    let judgement = judge([
      delivery("2026-09", "20261005", rows: 0, sha256: "empty"),
      delivery("2026-10", "20261105", rows: 0, sha256: "empty"),
    ])
    #expect(judgement.words.isEmpty)
    #expect(judgement.periods.count == 2)
  }

  @Test(arguments: CorrectionRule.allCases)
  func theLaterDeliveryOfAPeriodIsACorrection(rule: CorrectionRule) {
    let first = delivery("2026-10", "20261105", sha256: "a")
    let later = delivery("2026-10", "20261107", sha256: "b")
    for history in [[], [first]] {
      let judgement = judge(
        history.isEmpty ? [later, first] : [later], history, feed(correction: rule))
      #expect(judgement.words[later.name] == [.correction])
      #expect(judgement.replaced == (rule == .replaces ? ["a"] : []))
      #expect(judgement.replaces[later.name] == (rule == .replaces ? "a" : nil))
      #expect(
        judgement.diagnostics.map(\.code)
          == [rule == .replaces ? .correctionReplaces : .correctionAdds])
    }
  }

  @Test func ofThreeOnTheSameDayTheLastNameStands() {
    let deliveries = ["b", "c", "a"].map {
      delivery("2026-10", "20261105", sha256: $0, prefix: $0)
    }
    let judgement = judge(deliveries, [], feed(correction: .replaces))
    #expect(judgement.replaced == ["a", "b"])
  }

  @Test func aCorrectionThatIsTooSmallStandsBesideTheOther() {
    let first = delivery("2026-10", "20261105", rows: 100, sha256: "a")
    let later = delivery("2026-10", "20261107", rows: 40, sha256: "b")
    let judgement = judge([first, later], [], feed(correction: .replaces))
    #expect(judgement.replaced.isEmpty)
    #expect(judgement.diagnostics.map(\.code) == [.correctionOutOfBounds])
    // Somebody asked the partner.
    let checked = judge(
      [first, later], [], feed(correction: .replaces, accepted: [later.name.file]))
    #expect(checked.replaced == ["a"])
  }

  @Test func aWholeDeliveryReplacesAHalfOne() {
    let history = (1...4).map { delivery("2026-0\($0)", "20260\($0 + 1)05", rows: 100) }
    let half = delivery("2026-05", "20260605", rows: 10, sha256: "half")
    let whole = delivery("2026-05", "20260607", rows: 110, sha256: "whole")
    let alone = judge([half], history, feed(correction: .replaces))
    #expect(alone.diagnostics.map(\.code) == [.volumeOutOfBounds])
    let both = judge([half, whole], history, feed(correction: .replaces))
    #expect(both.replaced == ["half"])
    #expect(both.diagnostics.map(\.code) == [.correctionReplaces])
  }

  @Test(arguments: [
    (49, [DeliveryWord.shrunk]), (50, []), (100, []), (200, []), (201, [.grown]),
  ])
  func rowsAreHeldAgainstTheMedian(rows: Int, words: [DeliveryWord]) {
    let history = [90, 100, 110].enumerated().map { index, rows in
      delivery("2026-0\(index + 1)", "20260\(index + 2)05", rows: rows)
    }
    let next = delivery("2026-04", "20260505", rows: rows)
    let judgement = judge([next], history)
    #expect(judgement.words[next.name, default: []] == words)
    #expect(
      judgement.diagnostics.map(\.code.effect)
        == Array(repeating: .publicationRefused, count: words.count))
    #expect(judge([next], Array(history.dropLast())).words.isEmpty, "too few to judge by")
    let warned = judge([next], history, feed(stops: false))
    #expect(warned.diagnostics.map(\.code) == words.map { _ in .volumeRemarkable })
    for name in [next.name.file, next.sha256] {
      #expect(judge([next], history, feed(accepted: [name])).diagnostics.isEmpty)
    }
  }

  @Test func aHandfulOfRowsIsNeverJudged() {
    let history = (1...4).map { delivery("2026-0\($0)", "20260\($0 + 1)05", rows: 3) }
    #expect(judge([delivery("2026-05", "20260605", rows: 19)], history).diagnostics.isEmpty)
    #expect(judge([delivery("2026-05", "20260605", rows: 20)], history).diagnostics.count == 1)
  }

  @Test func onlyTheLastTwelveAreLookedBackAt() {
    let months = (0..<24).map { (2024 + $0 / 12, $0 % 12 + 1) }
    let history = months.enumerated().map { index, month in
      let period = "\(month.0)-\(month.1 < 10 ? "0" : "")\(month.1)"
      return delivery(
        period, "\(month.0)\(month.1 < 10 ? "0" : "")\(month.1)28", rows: index < 12 ? 1000 : 100)
    }
    #expect(judge([delivery("2026-01", "20260205", rows: 120)], history).diagnostics.isEmpty)
  }

  @Test func aChangedHeaderIsNamed() {
    let first = delivery("2026-09", "20261005", columns: "Naam|Saldo|Plaats")
    for (columns, change) in [
      ("Naam|Plaats|Saldo", "the order of the columns"),
      ("Naam|Saldo|Woonplaats", "new: Woonplaats; gone: Plaats"), ("Naam|Saldo|Plaats", ""),
    ] {
      let next = delivery("2026-10", "20261105", columns: columns)
      let judgement = judge([next], [first])
      #expect(
        judgement.diagnostics.map { $0.facts["change"] ?? "" } == (change.isEmpty ? [] : [change]))
    }
  }

  @Test func aSupplementIsNoDeliveryOfItsOwn() {
    let first = delivery("2026-10", "20261105", rows: 100, sha256: "a")
    var supplement = delivery("2026-10", "20261105", rows: 2, sha256: "b")
    supplement.name.file = NamePattern.supplement(to: first.name.file, number: 1)
    let judgement = judge([first, supplement], [], feed(correction: .replaces))
    #expect(judgement.words.isEmpty)
    #expect(judgement.replaced.isEmpty)
  }

  /// However deliveries are split over nights, and in whatever order they lie in the inbox, the same ones
  /// are replaced in the end.
  @Test(arguments: 0..<60) func nightsDoNotMatter(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let definition = feed(correction: seed % 2 == 0 ? .replaces : .adds, stops: false)
    var deliveries: [AcceptedDelivery] = []
    for index in 0..<Int.random(in: 2...12, using: &random) {
      let period = "2026-0\(Int.random(in: 1...4, using: &random))"
      // One a day: the days follow each other, as nights do.
      deliveries.append(
        delivery(
          period, "202606\(10 + index)", rows: Int.random(in: 15...90, using: &random),
          sha256: "\(seed)-\(index)"))
    }
    let together = judge(deliveries.shuffled(using: &random), [], definition)
    var history: [AcceptedDelivery] = []
    var words: [DeliveryName: [DeliveryWord]] = [:]
    var replaced: Set<String> = []
    var rest = deliveries[...]
    while !rest.isEmpty {
      let count = Int.random(in: 1...rest.count, using: &random)
      let night = Array(rest.prefix(count)).shuffled(using: &random)
      rest = rest.dropFirst(count)
      let judgement = judge(night, history, definition)
      replaced.formUnion(judgement.replaced)
      words.merge(judgement.words) { first, _ in first }
      for var delivery in night {
        delivery.replaces = judgement.replaces[delivery.name] ?? ""
        history.append(delivery)
      }
    }
    #expect(replaced == together.replaced)
    for (name, said) in together.words {
      #expect(
        words[name, default: []].filter { $0 != .replaced } == said.filter { $0 != .replaced })
    }
  }

  private func judge(
    _ own: [AcceptedDelivery], _ history: [AcceptedDelivery] = [], _ feed: FeedDefinition? = nil
  ) -> DeliveryJudgement {
    DeliveryJudge(feed: feed ?? self.feed()).judge(own, history: history)
  }

  private func delivery(
    _ period: String, _ received: String, rows: Int = 50, sha256: String? = nil,
    columns: String = "", prefix: String = ""
  ) -> AcceptedDelivery {
    let iso = "\(received.prefix(4))-\(received.dropFirst(4).prefix(2))-\(received.suffix(2))"
    return AcceptedDelivery(
      name: DeliveryName(
        feed: FeedID("havenstad"), file: "havenstad_\(period)_\(received)\(prefix).csv.gz"),
      period: period, receivedAt: CalendarDate(iso: iso), rows: rows,
      sha256: sha256 ?? "\(period) \(received)", columns: columns, hadChecksum: false,
      acceptedOn: CalendarDate(iso: iso) ?? CalendarDate(days: 0))
  }

  private func feed(
    correction: CorrectionRule = .adds, stops: Bool = true, accepted: [String] = []
  ) -> FeedDefinition {
    FeedDefinition(
      id: FeedID("havenstad"), title: "Havenstad",
      partner: Partner(id: "havenstad", name: "Havenstad", type: .rent),
      source: "besluit-gs/2", municipalities: nil,
      delivery: DeliveryDefinition(
        name: NamePattern("havenstad_{period}_{received}.csv.gz"), dueDay: 10,
        volume: VolumeBounds(stops: stops), correction: correction,
        accepted: accepted.map { AcceptedException(delivery: $0, reason: "asked") }),
      file: FileFormat(encoding: .utf8, delimiter: UInt8(ascii: ";")), columns: [], lookups: [:],
      constants: [:], expectations: FeedExpectations())
  }
}
