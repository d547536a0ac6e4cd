import Foundation
import TestSupport
import Testing

/// Every stage alone on the folder of a run writes the same bytes as the run did.
@Suite struct StageTests {
  @Test(arguments: [
    ("normalise", ["normalised.csv.gz"]), ("deduplicate", ["distinct.csv.gz"]),
    (
      "match",
      ["linked.csv.gz", "matched.csv.gz", "person-changes.csv.gz", "review-pairs.csv.gz"]
    ),
    ("prioritise", ["prioritised.csv.gz", "workload.csv.gz"]),
    (
      "publish",
      ["beoordeling.csv", "brieven.csv", "ddas.json", "indicatoren.csv", "rapport.html"]
        + [
          "havenstad-wonen", "maasoever-wonen", "noorderlicht-energie", "waterdruppel", "zorgvast",
        ]
        .map { "terugkoppeling/\($0).csv" } + ["werklijst.csv", "werklijst.xlsx"]
    ),
  ])
  func aStageAloneReproducesItsFiles(stage: String, files: [String]) throws {
    let folder = try TemporaryFolder()
    _ = try NightFixture.run(into: folder)
    let run = NightFixture.current(folder)
    for code in NightFixture.municipalities {
      let input = run.appendingPathComponent(code)
      let output = folder.path("again/\(code)")
      let outcome = try Program.run([
        "stage", stage, NightFixture.pipeline, "--input", input.path, "--output", output,
      ])
      #expect(outcome.exitCode == 0, "\(outcome.complaints)")
      let written = try NightFixture.files(of: URL(fileURLWithPath: output)).keys
      // Which teams and routes have a list differs by municipality.
      let parts = try NightFixture.files(of: input).keys.filter {
        stage == "publish" && $0.hasPrefix("deellijsten/")
      }
      #expect(stage != "publish" || !parts.isEmpty)
      #expect(written.sorted() == (files + parts).sorted())
      for file in files + parts {
        #expect(
          try Data(contentsOf: input.appendingPathComponent(file))
            == Data(contentsOf: URL(fileURLWithPath: output).appendingPathComponent(file)),
          "\(code)/\(file)")
      }
    }
  }

  @Test func receiveAloneReproducesItsFiles() throws {
    let folder = try TemporaryFolder()
    _ = try NightFixture.run(into: folder)
    let outcome = try Program.run([
      "stage", "receive", NightFixture.pipeline, "--input", "fixtures/deliveries", "--output",
      folder.path("again"), "--reference-date", NightFixture.referenceDate,
    ])
    #expect(outcome.exitCode == 3, "\(outcome.complaints)")
    let expected = try NightFixture.files(of: NightFixture.current(folder))
    let found = try NightFixture.files(of: URL(fileURLWithPath: folder.path("again")))
    for name in found.keys where !["ledger.csv.gz", "lock"].contains(name) {
      #expect(found[name] == expected[name], "\(name)")
    }
    for code in NightFixture.municipalities {
      #expect(found["\(code)/received.csv.gz"] != nil)
      #expect(found["\(code)/deliveries.csv.gz"] != nil)
    }
  }

  @Test(arguments: ["normalise", "prioritise", "publish"])
  func aRunFromALaterStageMakesTheSameFiles(stage: String) throws {
    let folder = try TemporaryFolder()
    _ = try NightFixture.run(into: folder)
    let first = NightFixture.current(folder)
    let expected = try NightFixture.files(of: first)
    let outcome = try Program.run([
      "run", NightFixture.pipeline, "--output", folder.path("output"), "--state",
      folder.path("state"), "--from", stage,
    ])
    #expect(outcome.exitCode == 3, "\(outcome.complaints)")
    let second = NightFixture.current(folder)
    #expect(second != first)
    let found = try NightFixture.files(of: second)
    #expect(found.keys.sorted() == expected.keys.sorted())
    for (name, bytes) in expected { #expect(found[name] == bytes, "\(name)") }
    let counts = try #require(NightFixture.manifest(of: second)["counts"] as? [String: Any])
    let before = try #require(NightFixture.manifest(of: first)["counts"] as? [String: Any])
    #expect(counts["by_fate"] as? [String: Int] == before["by_fate"] as? [String: Int])
  }

  @Test func aRunFromALaterStageNeedsAnEarlierRun() throws {
    let folder = try TemporaryFolder()
    let outcome = try Program.run([
      "run", NightFixture.pipeline, "--output", folder.path("output"), "--state",
      folder.path("state"), "--from", "match",
    ])
    #expect(outcome.exitCode == 66)
    #expect(outcome.complaints.contains("RUN-015"))
  }

  @Test func aRunToAnEarlierStagePublishesNothing() throws {
    let folder = try TemporaryFolder()
    let outcome = try NightFixture.run(into: folder, extra: ["--to", "deduplicate"])
    #expect(outcome.exitCode == 3, "\(outcome.complaints)")
    #expect(!FileManager.default.fileExists(atPath: folder.path("output/current")))
    let runs = try FileManager.default.contentsOfDirectory(atPath: folder.path("output/runs"))
    let files = try NightFixture.files(
      of: URL(fileURLWithPath: folder.path("output/runs/\(try #require(runs.first))")))
    #expect(files["0606/distinct.csv.gz"] != nil)
    #expect(files["0606/matched.csv.gz"] == nil)
    #expect(files["0606/werklijst.csv"] == nil)
  }

  @Test func aStageWithoutItsFilesSaysWhichItNeeds() throws {
    let folder = try TemporaryFolder()
    try folder.write(
      "{\"municipality\":\"0606\",\"reference_date\":\"2026-11-09\"}\n", to: "in/run.json")
    let outcome = try Program.run([
      "stage", "match", NightFixture.pipeline, "--input", folder.path("in"), "--output",
      folder.path("out"),
    ])
    #expect(outcome.exitCode == 66)
    #expect(outcome.complaints.contains("STAGE-001"))
    #expect(outcome.complaints.contains("the stage match reads received.csv.gz"))
  }

  @Test func anUnknownStageIsAUsageError() throws {
    let folder = try TemporaryFolder()
    let outcome = try Program.run([
      "stage", "matsh", NightFixture.pipeline, "--input", folder.url.path, "--output",
      folder.path("out"), "--reference-date", "2026-11-09", "--municipality", "0606",
    ])
    #expect(outcome.exitCode == 64)
    #expect(outcome.complaints.contains("did you mean match?"))
  }
}
