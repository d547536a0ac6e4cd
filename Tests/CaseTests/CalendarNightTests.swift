import Foundation
import TestSupport
import Testing

/// What an operator hears of deliveries that come late, twice, corrected, halved and doubled.
@Suite struct CalendarNightTests {
  /// A year in which everything happens, in an inbox that is emptied every night and in one that never is.
  @Test(arguments: [false, true]) func aYearOfNights(keepsInbox: Bool) throws {
    let nights = try CalendarNights()
    func expect(
      _ day: String, exit: Int32, _ codes: String..., location: SourceLocation = #_sourceLocation
    ) throws {
      let outcome = try nights.run(day)
      #expect(
        outcome.exitCode == exit, "\(day): \(outcome.complaints)", sourceLocation: location)
      let told = Set(outcome.complaints.matches(of: /FEED-0[26][0-9]/).map { String($0.output) })
      if !keepsInbox || exit != 0 {
        #expect(
          told.isSuperset(of: codes), "\(day): \(outcome.complaints)", sourceLocation: location)
      }
      if !keepsInbox {
        #expect(told == Set(codes), "\(day): \(outcome.complaints)", sourceLocation: location)
        if exit != 4 { try nights.empty() }
      }
    }
    for month in 1...4 {
      try nights.deliver("2026-0\(month)", on: "2026-0\(month + 1)-05", 1...(28 + month))
      try expect("2026-0\(month + 1)-06", exit: 0)
    }
    if keepsInbox { try expect("2026-06-11", exit: 3, "FEED-022") }
    let may = try nights.deliver("2026-05", on: "2026-06-15", 1...30)
    try expect("2026-06-15", exit: 0, "FEED-060")

    // May once more, under the name of June: June is still missing.
    try nights.copy(may, as: "waterdruppel_2026-06_20260705.csv.gz")
    try expect("2026-07-11", exit: 3, "FEED-022", keepsInbox ? "FEED-023" : "FEED-062")
    try nights.deliver("2026-06", on: "2026-07-12", 1...30, amount: 95)
    try expect("2026-07-12", exit: 0, "FEED-060")

    try nights.deliver("2026-07", on: "2026-08-05", 1...30, amount: 100)
    try expect("2026-08-05", exit: 0)
    try nights.deliver("2026-07", on: "2026-08-07", 4...6, amount: 300)
    try expect("2026-08-07", exit: 0, "FEED-063")
    try nights.deliver("2026-04", on: "2026-08-08", 31...34)
    try expect("2026-08-08", exit: 0, "FEED-063")

    // Half a delivery stops the night; the list of the night before stays.
    let before = nights.current
    let half = try nights.deliver("2026-08", on: "2026-09-05", 1...12)
    try expect("2026-09-05", exit: 4, "FEED-066")
    #expect(nights.current == before)
    try nights.set("  accept:\n    - { delivery: \(half), reason: asked }\n")
    try expect("2026-09-06", exit: 0)

    // Three times as much as well.
    let doubled = try nights.deliver("2026-09", on: "2026-10-05", 1...90, amount: 110)
    try expect("2026-10-05", exit: 4, "FEED-066")
    try nights.remove(doubled)
    try nights.deliver("2026-09", on: "2026-10-06", 1...30, amount: 110)
    try expect("2026-10-06", exit: 0)
    try nights.deliver("2026-11", on: "2026-12-05", 1...30, amount: 120)
    try expect("2026-12-05", exit: 3, "FEED-022")
    try nights.deliver("2026-10", on: "2026-12-06", 1...30, amount: 130)
    try expect("2026-12-06", exit: 0, "FEED-060", "FEED-061")

    let history = try NightFixture.table(
      nights.current.appendingPathComponent("delivery-history.csv.gz"))
    #expect(history.count == (keepsInbox ? 0 : 13))
    let log = try nights.table("0606/deliveries.csv.gz")
    #expect(log.contains { $0["judgement"] == "late|older" && $0["due_on"] == "2026-11-10" })
    let list = try String(
      contentsOf: nights.current.appendingPathComponent("manifest.json"), encoding: .utf8)
    #expect(list.contains("FEED-061"))
  }

  /// All at once, night by night, and with an inbox that grows: the same signals are on the list.
  @Test(arguments: ["adds", "replaces"]) func nightsAndCorrectionsGiveTheSameList(
    rule: String
  ) throws {
    let settings = "  correction: \(rule)"
    func nights(_ plan: [(day: String, clears: Bool, deliveries: [Int])]) throws -> (
      nights: CalendarNights, listed: [String: String]
    ) {
      let nights = try CalendarNights(settings: settings)
      var listed: [String: String] = [:]
      for night in plan {
        if night.clears { try nights.empty() }
        for delivery in night.deliveries {
          switch delivery {
          case 0: try nights.deliver("2026-10", on: "2026-11-03", 1...30, amount: 90)
          case 1: try nights.deliver("2026-10", on: "2026-11-05", 6...34, amount: 80)
          default: try nights.deliver("2026-10", on: "2026-11-07", 8...36, amount: 95)
          }
        }
        #expect(try nights.run(night.day).exitCode == 0)
        if rule == "replaces" { listed = [:] }
        listed.merge(try nights.listed()) { $1 }
      }
      return (nights, listed)
    }
    let together = try nights([("2026-11-09", true, [0, 1, 2])])
    let split = try nights([
      ("2026-11-04", true, [0]), ("2026-11-06", true, [1]), ("2026-11-09", true, [2]),
    ])
    let growing = try nights([
      ("2026-11-04", true, [0]), ("2026-11-06", false, [1]), ("2026-11-09", false, [2]),
    ])
    #expect(together.listed.count == (rule == "adds" ? 36 : 29))
    #expect(together.listed == split.listed)
    #expect(together.listed == growing.listed)

    // Every row of every delivery is in the ledger once.
    let ledger = try together.nights.table("ledger.csv.gz")
    #expect(Set(ledger.map { "\($0["delivery"] ?? "") \($0["row"] ?? "")" }).count == 88)
    let replaced = ledger.filter { $0["fate"] == "superseded" && $0["reason"] == "correction" }
    #expect(replaced.count == (rule == "adds" ? 0 : 59))

    // The terms count from the first delivery, however the claims came.
    guard rule == "replaces" else { return }
    func deadlines(_ nights: CalendarNights) throws -> [String: String] {
      var deadlines: [String: String] = [:]
      for line in try nights.table("0606/prioritised.csv.gz") {
        deadlines[line["household_id"] ?? ""] = line["deadline"]
      }
      return deadlines
    }
    let expected = try deadlines(together.nights)
    #expect(Set(expected.values).count == 3, "claims of three days of receipt")
    #expect(try deadlines(split.nights) == expected)
    #expect(try deadlines(growing.nights) == expected)
  }

  /// A later stage runs again on a run in which a delivery was replaced.
  @Test func aRunFromALaterStageLeavesWhatWasReplaced() throws {
    let nights = try CalendarNights(settings: "  correction: replaces")
    try nights.deliver("2026-10", on: "2026-11-03", 1...30)
    try nights.deliver("2026-10", on: "2026-11-05", 6...34, amount: 80)
    #expect(try nights.run("2026-11-09").exitCode == 0)
    let ledger = try nights.table("ledger.csv.gz")
    let outcome = try Program.run(
      [
        "run", "pipelines/nightly.yml", "--output", "output", "--state", "state", "--municipality",
        "0606", "--from", "match",
      ], in: nights.folder.url)
    #expect(outcome.exitCode == 0, "\(outcome.complaints)")
    #expect(try nights.table("ledger.csv.gz") == ledger)
  }

  /// A plan tells what can be told without opening a delivery, and the id that the run gets.
  @Test func aPlanTellsOfTheCalendar() throws {
    let nights = try CalendarNights(settings: "  correction: replaces\n  first-period: 2026-09")
    try nights.deliver("2026-10", on: "2026-11-03", 1...30)
    try nights.deliver("2026-10", on: "2026-11-12", 6...34, amount: 80)
    let plan = try Program.run(
      [
        "plan", "pipelines/nightly.yml", "--inbox", "inbox", "--output", "output", "--state",
        "state", "--municipality", "0606", "--reference-date", "2026-11-13",
      ], in: nights.folder.url)
    #expect(plan.exitCode == 0)
    #expect(plan.output.contains("FEED-064"), "\(plan.output)")
    #expect(plan.output.contains("the delivery for 2026-09 has not come"), "\(plan.output)")
    #expect(try nights.run("2026-11-13").exitCode == 3)
    #expect(plan.output.contains(nights.current.lastPathComponent))
  }
}
