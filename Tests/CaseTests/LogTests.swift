import Foundation
import TestSupport
import Testing

/// What a night says on standard error.
@Suite struct LogTests {
  private func night(
    _ extra: String..., behind wrapper: [String] = []
  ) throws -> Program.Outcome {
    let folder = try TemporaryFolder()
    return try Program.run(
      [
        "run", NightFixture.pipeline, "--inbox", "fixtures/deliveries", "--output",
        folder.path("output"), "--state", folder.path("state"), "--reference-date",
        NightFixture.referenceDate,
      ] + extra, behind: wrapper)
  }

  @Test func everyLineIsJSONOfKnownNames() throws {
    let outcome = try night("--log-format", "json", "--log-level", "debug")
    let lines = try outcome.complaints.split(separator: "\n").map {
      try #require(
        try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: String], "\($0)")
    }
    let known: Set = [
      "level", "message", "event", "version", "run_id", "reference_date", "municipality", "feed",
      "delivery", "status", "stage", "code", "place", "column", "row", "more", "help", "rows",
      "rows_in", "rows_out", "seconds", "key_names", "exit_code",
    ]
    for line in lines { #expect(known.isSuperset(of: line.keys), "\(line.keys)") }
    func events(_ name: String) -> [[String: String]] { lines.filter { $0["event"] == name } }
    #expect(events("run-began").count == 1 && events("run-ended").count == 1)
    #expect(lines.first?["event"] == "run-began")
    #expect(events("run-ended").first?["exit_code"] == "\(outcome.exitCode)")
    #expect(events("delivery").count == 10)
    #expect(Set(events("stage").compactMap { $0["municipality"] }) == ["0556", "0606", "0622"])
    #expect(
      Set(events("stage").compactMap { $0["stage"] })
        == ["receive", "normalise", "deduplicate", "match", "prioritise", "publish"])
    #expect(events("keys").allSatisfy { $0["key_names"] == "test" })
    for problem in events("problem") {
      #expect(["error", "warning", "notice"].contains(problem["level"]))
      #expect(problem["code"]?.isEmpty == false && problem["help"]?.isEmpty == false)
    }
    let text = try night()
    let paragraphs = text.complaints.split(separator: "\n").filter { !$0.hasPrefix("  ") }
    #expect(events("problem").count == paragraphs.count)
  }

  @Test func logfmtSaysTheSameAsJSON() throws {
    let (one, other) = (
      try night("--log-format", "logfmt"), try night("--log-format", "json")
    )
    #expect(
      one.complaints.split(separator: "\n").count == other.complaints.split(separator: "\n").count)
    #expect(one.complaints.split(separator: "\n").allSatisfy { $0.hasPrefix("level=") })
  }

  @Test func onlyWhatIsBadEnoughIsTold() throws {
    let silent = try night("--log-level", "error")
    #expect(!silent.complaints.contains("warning "), "\(silent.complaints)")
    let verbose = try night("--verbose")
    #expect(verbose.complaints.contains("the run began version="))
    #expect(verbose.complaints.contains("a delivery was accepted feed=waterdruppel"))
    #expect(!verbose.complaints.contains("a stage ended"))
  }

  @Test func theJournalIsToldHowBadEachLineIs() throws {
    let script = "JOURNAL_STREAM=$(stat -L -c %d:%i /dev/stderr) exec \"$@\""
    let outcome = try night("--verbose", behind: ["/bin/sh", "-c", script, "sh"])
    let lines = outcome.complaints.split(separator: "\n")
    #expect(!lines.isEmpty && lines.allSatisfy { $0.wholeMatch(of: /<[34567]>.*/) != nil })
    #expect(lines.contains { $0.hasPrefix("<6>the run began") })
    #expect(try lines.contains { $0.hasPrefix("<4>  ") } == night().complaints.contains("warning"))
    let other = try night(behind: ["/usr/bin/env", "JOURNAL_STREAM=1:2"])
    #expect(!other.complaints.contains("<4>"), "standard error goes elsewhere")
  }

  @Test func aFailureIsALineToo() throws {
    let folder = try TemporaryFolder()
    let outcome = try Program.run([
      "run", NightFixture.pipeline, "--inbox", folder.path("absent"), "--output",
      folder.path("output"), "--state", folder.path("state"), "--log-format", "json",
    ])
    #expect(outcome.exitCode == 66)
    let line = try #require(
      try JSONSerialization.jsonObject(with: Data(outcome.complaints.utf8)) as? [String: String])
    #expect(line["code"] == "RUN-001" && line["level"] == "error")
  }
}
