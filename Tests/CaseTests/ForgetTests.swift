import Foundation
import TestSupport
import Testing

/// What is past its term goes: from the runs, from the state, and out of reach of what lies in the inbox.
@Suite struct ForgetTests {
  private let people = RightsPeople()

  private func nights(_ days: [String], retention: (Int, Int, Int)? = nil) throws -> RightsNight {
    let night = try RightsNight(retention: retention)
    try night.deliver(people.rows, period: "2024-12", on: "2025-01-06")
    try night.deliverWater(people.water, period: "2024-12", on: "2025-01-06")
    for day in days { try night.run(day) }
    return night
  }

  @Test func nothingOfAnybodyIsLeftAfterTheTerm() throws {
    let night = try nights(["2025-01-06", "2025-01-07"])
    let all = people.values + people.others
    #expect(try night.files(holding: all).count > 10)
    let early = try night.command(
      "forget", "--reason", "nacht", "--reference-date", "2025-07-06")
    #expect(early.exitCode == 0, "\(early.complaints)")
    #expect(early.output.contains("0606: 0 signals"))

    let outcome = try night.command("forget", "--reason", "nacht", "--reference-date", "2025-07-07")
    #expect(outcome.exitCode == 0, "\(outcome.complaints)")
    #expect(outcome.output.contains("0606: 5 signals"), "\(outcome.output)")
    #expect(outcome.complaints.contains("RIGHT-004"), "deliveries in the inbox are named")
    #expect(outcome.complaints.contains("RIGHT-005"), "the current run lost its lists")
    let left = try night.files(holding: all)
    // What nobody could read counts from the run's day.
    #expect(
      left.allSatisfy {
        $0.contains("2025-01-07") && $0.contains("/quarantine/") || $0.contains("/receipts/")
      }, "\(left)")
    try night.expectWhole()
    let later = try night.command("forget", "--reason", "nacht", "--reference-date", "2025-07-08")
    #expect(later.exitCode == 0)
    #expect(try night.files(holding: all) == [])
    #expect(try night.runs() == [])

    let figures = try String(
      contentsOfFile: night.folder.path("output/cijfers/0606/2025-01.csv"), encoding: .utf8)
    #expect(figures.contains("indicator"))
    #expect(figures.firstMatch(of: /[0-9a-f]{32}/) == nil)
    let certificates = try FileManager.default.contentsOfDirectory(
      atPath: night.folder.path("output/certificates"))
    #expect(certificates.filter { $0.hasPrefix("0606-2025-07-07-1") }.count == 1)
    let text = try certificates.map {
      try String(contentsOfFile: night.folder.path("output/certificates/\($0)"), encoding: .utf8)
    }.joined()
    // The head of the audit log alone is a digest, of 64 digits.
    #expect(text.firstMatch(of: /"[0-9a-f]{32}"/) == nil)
    #expect(text.contains("\"not_picked_up_months\" : 6"))
    #expect(text.contains("\"signals\" : 5"))
  }

  @Test func aDeliveryThatStaysInTheInboxIsNotListedAgain() throws {
    let night = try nights(["2025-01-06"])
    _ = try night.command("forget", "--reason", "nacht", "--reference-date", "2025-07-07")
    try night.run("2025-07-07")
    let ledger = try night.table("ledger.csv.gz")
    #expect(ledger.count == people.rows.count + people.water.count)
    for row in ledger where row["fate"] != "malformed" {
      #expect(row["fate"] == "outside-window" && row["reason"] == "retention", "\(row)")
      #expect(row["signal_id"] == "")
    }
    #expect(try night.table("0606/prioritised.csv.gz").isEmpty)
    #expect(try night.files(holding: people.values + people.others) == [])
    // The day before, everybody is listed still.
    let before = try nights(["2025-01-06", "2025-07-06"])
    #expect(try before.table("0606/prioritised.csv.gz").count == 4)
  }

  @Test func aTrialRemovesNothingAndTheFutureIsRefused() throws {
    let night = try nights(["2025-01-06"])
    let before = try NightFixture.files(of: night.folder.url.appendingPathComponent("output/runs"))
    let outcome = try night.command(
      "forget", "--reason", "nacht", "--reference-date", "2025-07-07", "--dry-run", "--json")
    #expect(outcome.exitCode == 0, "\(outcome.complaints)")
    #expect(outcome.output.contains("\"signals\" : 5"))
    #expect(
      try NightFixture.files(of: night.folder.url.appendingPathComponent("output/runs")) == before)
    #expect(!FileManager.default.fileExists(atPath: night.folder.path("output/certificates")))
    let future = try night.command(
      "forget", "--reason", "nacht", "--reference-date", "9999-01-01")
    #expect(future.exitCode == 64)
    #expect(future.complaints.contains("RIGHT-003"))
    #expect(try night.command("forget").exitCode == 64)
  }

  @Test func aRunIsMadeAnewWhenItsListsWereForgotten() throws {
    let night = try nights(["2025-01-07"], retention: (1, 2, 1))
    let run = night.current.lastPathComponent
    _ = try night.command("forget", "--reason", "nacht", "--reference-date", "2025-02-07")
    #expect(try night.runs() == [run], "the quarantine is kept to the day")
    try night.run("2025-01-07")
    #expect(night.current.lastPathComponent == run)
    #expect(try night.table("0606/prioritised.csv.gz").count == 4)
    try night.expectWhole()
  }

  @Test func whoIsStoppedHalfwayGoesOn() throws {
    let night = try nights(["2025-01-06", "2025-01-07"])
    for delay in ["0.15", "0.2", "0.25", "0.3", "0.35", "0.4"] {
      let other = try night.copied()
      _ = try other.command(
        "forget", "--reason", "nacht", "--reference-date", "2025-07-08",
        behind: ["/usr/bin/timeout", "--signal=KILL", delay])
      let outcome = try other.command(
        "forget", "--reason", "nacht", "--reference-date", "2025-07-08")
      #expect(outcome.exitCode == 0, "\(delay): \(outcome.complaints)")
      #expect(try other.files(holding: people.values + people.others) == [], "\(delay)")
      #expect(try other.runs() == [])
      #expect(
        FileManager.default.fileExists(
          atPath: other.folder.path("output/cijfers/0606/2025-01.csv")))
    }
  }
}
