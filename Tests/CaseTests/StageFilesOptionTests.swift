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

  @Test func aPartOfARunStaysApartHoweverOftenItRuns() throws {
    let folder = try TemporaryFolder()
    for _ in 1...2 {
      let outcome = try run(["--to", "receive"], in: folder)
      #expect([0, 3].contains(outcome.exitCode), "\(outcome.complaints)")
      #expect(!FileManager.default.fileExists(atPath: folder.path("output/current")))
    }
  }
}
