import Foundation
import TestSupport
import Testing

/// Runs that are not whole never become the current one.
@Suite struct StageFilesOptionTests {
  private func run(_ options: [String], in folder: TemporaryFolder) throws -> Program.Outcome {
    try Program.run(
      [
        "run", NightFixture.pipeline, "--output", folder.path("output"), "--state",
        folder.path("state"), "--reference-date", "2026-11-09", "--verbose",
      ] + options)
  }

  @Test func aRunWithoutStageFilesMakesTheSameListsAndIsNotRemembered() throws {
    let folder = try TemporaryFolder()
    let trial = try run(["--stage-files", "none"], in: folder)
    #expect(trial.exitCode == 3, "\(trial.complaints)")
    #expect(!FileManager.default.fileExists(atPath: folder.path("output/current")))
    #expect(!FileManager.default.fileExists(atPath: folder.path("state")))
    let runs = try FileManager.default.contentsOfDirectory(atPath: folder.path("output/runs"))
    let first = folder.path("output/runs/" + (try #require(runs.first)))
    #expect(!FileManager.default.fileExists(atPath: first + "/0606/received.csv.gz"))

    let whole = try run([], in: folder)
    #expect(whole.exitCode == 3, "\(whole.complaints)")
    #expect(!whole.output.contains("nothing new"))
    for code in ["0556", "0606", "0622"] {
      for list in ["werklijst.csv", "werklijst.xlsx"] {
        let trialList = try Data(contentsOf: URL(fileURLWithPath: "\(first)/\(code)/\(list)"))
        let wholeList = try Data(
          contentsOf: URL(fileURLWithPath: folder.path("output/current/\(code)/\(list)")))
        #expect(trialList == wholeList, "\(code) \(list)")
      }
    }
  }

  /// Somebody looks into the tables; nothing else is different.
  @Test func plainStageFilesHoldTheSameRows() throws {
    let folder = try TemporaryFolder()
    var tables: [[[String: String]]] = []
    for form in ["csv", "csv.gz"] {
      let outcome = try run(["--stage-files", form, "--municipality", "0606"], in: folder)
      #expect(outcome.exitCode == 3, "\(outcome.complaints)")
      let names = try FileManager.default.contentsOfDirectory(atPath: folder.path("output/runs"))
      let found = try #require(
        names.map { folder.path("output/runs/\($0)/0606/matched.\(form)") }.first {
          FileManager.default.fileExists(atPath: $0)
        })
      tables.append(try NightFixture.table(URL(fileURLWithPath: found)))
      guard form == "csv" else { continue }
      #expect(!FileManager.default.fileExists(atPath: folder.path("output/current")))
      let input = URL(fileURLWithPath: found).deletingLastPathComponent().path
      let stage = try Program.run(
        [
          "stage", "prioritise", NightFixture.pipeline, "--input", input, "--output",
          folder.path("again"),
        ])
      #expect(stage.exitCode == 0, "\(stage.complaints)")
    }
    #expect(tables[0] == tables[1] && !tables[0].isEmpty)
  }

  @Test func aPartOfARunStaysApartHoweverOftenItRuns() throws {
    let folder = try TemporaryFolder()
    for _ in 1...2 {
      let outcome = try run(["--to", "receive"], in: folder)
      #expect([0, 3].contains(outcome.exitCode), "\(outcome.complaints)")
      #expect(!FileManager.default.fileExists(atPath: folder.path("output/current")))
    }
  }
}
