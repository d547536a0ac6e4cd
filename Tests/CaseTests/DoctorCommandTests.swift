import Foundation
import TestSupport
import Testing

/// The doctor on the machine that runs the tests, of which little is known.
@Suite struct DoctorCommandTests {
  private struct Line: Decodable {
    var check: String
    var verdict: String
    var said: String
    var help: String
  }

  /// What the doctor says of a night in a folder.
  private func doctor(
    _ folder: TemporaryFolder, pipeline: String = NightFixture.pipeline
  ) throws -> (lines: [Line], exitCode: Int32) {
    let outcome = try Program.run([
      "doctor", pipeline, "--output", folder.path("output"), "--state", folder.path("state"),
      "--json",
    ])
    #expect(outcome.complaints.isEmpty)
    return (
      try JSONDecoder().decode([Line].self, from: Data(outcome.output.utf8)), outcome.exitCode
    )
  }

  @Test func aNightThatWentWellIsFoundWell() throws {
    let folder = try TemporaryFolder()
    _ = try NightFixture.run(into: folder)
    let before = try NightFixture.files(of: folder.url.appendingPathComponent("output"))
    let (lines, exitCode) = try doctor(folder)
    #expect(try NightFixture.files(of: folder.url.appendingPathComponent("output")) == before)
    // Cores and swap are of the machine, and may be as they are.
    let problems = lines.filter { $0.verdict == "problem" }
    #expect(problems.allSatisfy { $0.check == "core dumps" || $0.check == "room" })
    #expect(exitCode == (problems.isEmpty ? 0 : 75))
    let state = lines.filter { $0.check == "state" }
    #expect(state.map(\.said) == NightFixture.municipalities.map { "\($0).sqlite is whole" })
    #expect(lines.first { $0.check == "last run" }?.verdict == "ok")
    #expect(lines.filter { $0.verdict != "ok" }.allSatisfy { !$0.help.isEmpty })
  }

  @Test func theReportHasALineForEachFinding() throws {
    let folder = try TemporaryFolder()
    let outcome = try Program.run(["doctor", "--output", folder.path("output")])
    let lines = outcome.output.split(separator: "\n")
    let helps = lines.filter { $0.contains("→ ") }
    let findings = lines.filter {
      $0.hasPrefix("ok ") || $0.hasPrefix("warning ") || $0.hasPrefix("problem ")
    }
    #expect(findings.count + helps.count + 1 == lines.count)
    #expect(helps.count == findings.filter { !$0.hasPrefix("ok ") }.count)
    #expect(lines.last?.contains(/^[0-9]+ ok, [0-9]+ warnings?, [0-9]+ problems?$/) == true)
  }

  @Test func aDamagedStateEndsWithThirteen() throws {
    let folder = try TemporaryFolder()
    try folder.write(String(repeating: "Z", count: 8192), to: "state/0606.sqlite")
    let (lines, exitCode) = try doctor(folder)
    #expect(exitCode == 13)
    #expect(lines.first { $0.check == "state" }?.verdict == "problem")
  }

  @Test func aStateOfANewerProgramEndsWithThirteen() throws {
    let folder = try TemporaryFolder()
    _ = try NightFixture.run(into: folder)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/python3")
    process.arguments = [
      "-c",
      "import sqlite3,sys; c=sqlite3.connect(sys.argv[1]); "
        + "c.execute(\"insert into grdb_migrations values ('2999-01-01 later')\"); c.commit()",
      folder.path("state/0606.sqlite"),
    ]
    try process.run()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0)
    let (lines, exitCode) = try doctor(folder)
    #expect(exitCode == 13)
    #expect(
      lines.filter { $0.verdict == "problem" && $0.check == "state" }.map(\.said) == [
        "0606.sqlite: it was written by a newer version"
      ])
  }

  @Test func wrongDefinitionsEndWithSeventyEight() throws {
    let folder = try TemporaryFolder()
    let (lines, exitCode) = try doctor(
      folder, pipeline: try folder.write("title: x\n", to: "a.yml"))
    #expect(exitCode == 78)
    #expect(lines.first?.check == "definitions")
    #expect(lines.first?.verdict == "problem")
  }
}
