import Foundation
import TestSupport
import Testing

/// The commands that look and change nothing.
@Suite struct CommandTests {
  @Test func theShippedDefinitionsHaveNoProblems() throws {
    let outcome = try Program.run(["check", NightFixture.pipeline])
    #expect(outcome.exitCode == 0, "\(outcome.complaints)")
    #expect(outcome.output.isEmpty)
    #expect(outcome.complaints.isEmpty)
    let json = try Program.run(["check", NightFixture.pipeline, "--json"])
    #expect(json.output == "[\n\n]\n")
  }

  @Test func aPlanTellsWhatTheRunWillBe() throws {
    let folder = try TemporaryFolder()
    let arguments = [
      "plan", NightFixture.pipeline, "--output", folder.path("output"), "--state",
      folder.path("state"), "--reference-date", NightFixture.referenceDate, "--json",
    ]
    let before = try plan(Program.run(arguments))
    #expect(before["is_published"] as? Bool == false)
    #expect(!FileManager.default.fileExists(atPath: folder.path("output")))
    _ = try NightFixture.run(into: folder)
    let after = try plan(Program.run(arguments))
    #expect(after["is_published"] as? Bool == true)
    #expect(after["run_id"] as? String == before["run_id"] as? String)
    #expect(NightFixture.current(folder).lastPathComponent == after["run_id"] as? String)
    let stages = try #require(after["stages"] as? [[String: Any]])
    #expect(
      stages.compactMap { $0["name"] as? String } == [
        "receive", "normalise", "deduplicate", "match", "prioritise", "publish",
      ])
    #expect(stages.allSatisfy { $0["runs"] as? Bool == false })
  }

  @Test func aSignalAPersonAndAHouseholdAreExplainedWithoutNames() throws {
    let folder = try TemporaryFolder()
    _ = try NightFixture.run(into: folder)
    let run = NightFixture.current(folder)
    let matched = try NightFixture.table(run.appendingPathComponent("0606/matched.csv.gz"))
    let normalised = try NightFixture.table(run.appendingPathComponent("0606/normalised.csv.gz"))
    let place = try #require(normalised.firstIndex { ($0["surname"] ?? "").count > 5 })
    let surname = try #require(normalised[place]["surname"])
    for column in ["signal_id", "person_id", "household_id"] {
      let id = try #require(matched[place][column])
      let outcome = try Program.run(["explain", id, "--run", run.path])
      #expect(outcome.exitCode == 0, "\(outcome.complaints)")
      #expect(outcome.output.contains(try #require(matched[place]["household_id"])))
      #expect(outcome.output.contains("because R-"))
      #expect(outcome.output.contains("first talk by"))
      #expect(!outcome.output.contains(surname))
    }
    let unknown = try Program.run([
      "explain", String(repeating: "0f", count: 16), "--run", run.path,
    ])
    #expect(unknown.exitCode == 66)
    #expect(try Program.run(["explain", "Zeegers", "--run", run.path]).exitCode == 64)
  }

  @Test func aPartnersFileIsCheckedWithoutShowingValues() throws {
    let name = try NightFixture.delivery(of: "havenstad-wonen")
    let feed = "pipelines/feeds/havenstad-wonen/feed.yml"
    let good = try Program.run(["validate", feed, "fixtures/deliveries/" + name])
    #expect(good.output.contains(" can be read, "))
    #expect(good.exitCode == (good.output.contains(", 0 cannot") ? 0 : 65))
    let broken = try Program.run([
      "validate", feed, "fixtures/malformed/header-missing-column/delivery",
    ])
    #expect(broken.exitCode == 65)
    #expect(broken.complaints.contains("FEED-012"))
    #expect(try Program.run(["validate", feed, "fixtures/nothing.csv.gz"]).exitCode == 66)
    #expect(try Program.run(["validate", "pipelines/nothing.yml", "x"]).exitCode == 78)
  }

  @Test func theShippedDeliveriesAreTheSampleOfTheirSeed() throws {
    let folder = try TemporaryFolder()
    let outcome = try Program.run([
      "sample", "--signals", "2400", "--seed", "2026", "--output", folder.path("sample"),
    ])
    #expect(outcome.exitCode == 0, "\(outcome.complaints)")
    let made = try NightFixture.files(of: URL(fileURLWithPath: folder.path("sample")))
    let shipped = try NightFixture.files(of: Repository.url("fixtures/deliveries"))
    #expect(made.count == shipped.count + 1)
    for (name, bytes) in shipped { #expect(made[name] == bytes, "\(name): run make fixtures") }
    #expect(made["truth.csv"] == (try Data(contentsOf: Repository.url("fixtures/truth.csv"))))
  }

  @Test func aSecondRunIsKeptOutWhileOneHoldsTheLock() throws {
    let folder = try TemporaryFolder()
    try FileManager.default.createDirectory(
      atPath: folder.path("output"), withIntermediateDirectories: true)
    let descriptor = open(folder.path("output/lock"), O_RDWR | O_CREAT, 0o600)
    #expect(flock(descriptor, LOCK_EX | LOCK_NB) == 0)
    let kept = try NightFixture.run(into: folder)
    #expect(kept.exitCode == 11)
    #expect(kept.complaints.contains("RUN-011"))
    close(descriptor)
    #expect(try NightFixture.run(into: folder).exitCode == 3)
  }

  private func plan(_ outcome: Program.Outcome) throws -> [String: Any] {
    #expect(outcome.exitCode == 0, "\(outcome.complaints)")
    return try #require(
      JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
  }
}
