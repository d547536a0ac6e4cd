import Foundation
import TestSupport
import Testing

/// A night that was stopped, or whose files were damaged afterwards, is completed by the next.
@Suite struct RecoveryTests {
  /// Lets some calls of a night fail, kills it at others, and lets two runs begin at once.
  ///
  /// `make faults` tries every call.
  @Test func aNightThatIsDisturbedEndsAsOneThatIsNot() throws {
    let folder = try TemporaryFolder()
    let output = folder.url.appendingPathComponent("sweep.txt")
    try folder.write("", to: "sweep.txt")
    let process = Process()
    process.executableURL = Repository.url("Tests/Faults/sweep")
    process.arguments = [
      "--program", Program.path, "--trials", "7", "--pairs", "2", "--signals", "60",
    ]
    let handle = try FileHandle(forWritingTo: output)
    process.standardOutput = handle
    process.standardError = handle
    try process.run()
    process.waitUntilExit()
    let said = try String(contentsOf: output, encoding: .utf8)
    #expect(process.terminationStatus == 0, "\(said)")
    #expect(said.contains("21 trials, 2 times two runs at once"))
    #expect(said.contains("torn 0, lost 0, doubled 0, integrity 0, other 0"))
  }

  @Test func aRunWhoseFilesWereDamagedIsMadeAnew() throws {
    let folder = try TemporaryFolder()
    #expect(try NightFixture.run(into: folder).exitCode == 3)
    let run = NightFixture.current(folder)
    let whole = try NightFixture.files(of: run)
    let list = run.appendingPathComponent("0606/werklijst.csv")
    try Data("Nr;Klasse\n".utf8).write(to: list)
    try FileManager.default.removeItem(at: run.appendingPathComponent("0622/matched.csv.gz"))
    let again = try NightFixture.run(into: folder)
    #expect(again.exitCode == 3, "\(again.complaints)")
    #expect(again.complaints.contains("RUN-034"))
    #expect(try NightFixture.files(of: NightFixture.current(folder)) == whole)
    #expect(try Program.run(["verify", folder.path("output")]).exitCode == 0)
  }

  @Test func aStageDoesNotGoOnFromADamagedFile() throws {
    let folder = try TemporaryFolder()
    _ = try NightFixture.run(into: folder)
    let run = NightFixture.current(folder)
    let whole = try NightFixture.files(of: run)
    // A whole file of another municipality: readable, and not what was written here.
    let file = run.appendingPathComponent("0606/distinct.csv.gz")
    try FileManager.default.removeItem(at: file)
    try FileManager.default.copyItem(
      at: run.appendingPathComponent("0622/distinct.csv.gz"), to: file)
    let again = try NightFixture.run(into: folder, extra: ["--from", "prioritise"])
    #expect(again.complaints.contains("RUN-035"))
    #expect(again.complaints.contains("begins with deduplicate"))
    let made = try NightFixture.files(of: NightFixture.current(folder))
    #expect(made["0606/werklijst.csv"] == whole["0606/werklijst.csv"])
    #expect(made["0606/matched.csv.gz"] == whole["0606/matched.csv.gz"])
  }

  /// The run was published, and the program was stopped before the municipalities remembered it.
  @Test func aRunThatNobodyRememberedIsRememberedByTheNext() throws {
    let folder = try TemporaryFolder()
    _ = try NightFixture.run(into: folder)
    let other = try TemporaryFolder()
    for name in ["output", "state"] {
      try FileManager.default.copyItem(atPath: folder.path(name), toPath: other.path(name))
    }
    for name in try FileManager.default.contentsOfDirectory(atPath: other.path("state")) {
      try FileManager.default.removeItem(atPath: other.path("state/" + name))
    }
    let next = ["--reference-date", "2026-11-10"]
    #expect(try NightFixture.run(into: folder, extra: next).exitCode == 3)
    #expect(try NightFixture.run(into: other, extra: next).exitCode == 3)
    #expect(
      try NightFixture.files(of: NightFixture.current(other))
        == NightFixture.files(of: NightFixture.current(folder)))
  }

  @Test func planTellsWhyARunIsAnother() throws {
    let folder = try TemporaryFolder()
    _ = try NightFixture.run(into: folder)
    let plan = try Program.run([
      "plan", NightFixture.pipeline, "--inbox", "fixtures/deliveries", "--output",
      folder.path("output"), "--state", folder.path("state"), "--reference-date", "2026-11-10",
    ])
    #expect(plan.exitCode == 0, "\(plan.complaints)")
    let why = try #require(plan.output.firstMatch(of: /run  receive .*: (.*)/))
    #expect(
      why.1.wholeMatch(of: /reference date [0-9a-f]{16} → [0-9a-f]{16}.*/) != nil, "\(why.1)")
    #expect(plan.output.contains("normalise (version") && plan.output.contains("receive runs"))
  }
}
