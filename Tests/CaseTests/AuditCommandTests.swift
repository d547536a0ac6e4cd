import Foundation
import TestSupport
import Testing

/// What was done stands in the audit log, and a state that somebody else touched is not used.
@Suite struct AuditCommandTests {
  private func audit(_ arguments: [String], _ folder: TemporaryFolder) throws -> Program.Outcome {
    try Program.run(["audit"] + arguments + ["--state", folder.path("state")])
  }

  private func records(_ folder: TemporaryFolder) throws -> [[String: Any]] {
    let outcome = try audit(["show", "--json", "--municipality", "0606"], folder)
    #expect(outcome.exitCode == 0, "\(outcome.complaints)")
    return try #require(
      JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [[String: Any]])
  }

  @Test func aNightStandsInTheLogOfEachMunicipality() throws {
    let folder = try TemporaryFolder()
    _ = try NightFixture.run(into: folder)
    let manifest = try NightFixture.manifest(of: NightFixture.current(folder))
    let found = try records(folder)
    #expect(found.compactMap { $0["phase"] as? String } == ["begin", "end"])
    #expect(found.last?["run"] as? String == manifest["run_id"] as? String)
    // The same night again changes nothing, and is recorded.
    let before = try Data(contentsOf: folder.url.appendingPathComponent("state/0606.sqlite"))
    #expect(try NightFixture.run(into: folder).exitCode == 0)
    #expect(
      try Data(contentsOf: folder.url.appendingPathComponent("state/0606.sqlite")) == before)
    #expect(try records(folder).count == 4)
    let outcome = try audit(["verify"], folder)
    #expect(outcome.exitCode == 0, "\(outcome.output)")
    let head = try #require(
      outcome.output.firstMatch(of: /0606: 4 records, whole, head ([0-9a-f]{64})/))
    #expect(try audit(["verify", "--head", String(head.1)], folder).exitCode == 0)
    let unknown = try audit(["verify", "--head", String(repeating: "a", count: 64)], folder)
    #expect(unknown.exitCode == 13)
    #expect(unknown.complaints.contains("AUDIT-002"))
  }

  @Test func aStateThatSomebodyTouchedStopsTheNightUntilItIsAdopted() throws {
    let folder = try TemporaryFolder()
    _ = try NightFixture.run(into: folder)
    let url = folder.url.appendingPathComponent("state/0606.sqlite")
    let whole = try Data(contentsOf: url)
    var random = SeededGenerator(seed: 13)
    for _ in 0..<6 {
      var damaged = whole
      damaged[Int.random(in: 0..<whole.count, using: &random)] ^=
        1 << Int.random(in: 0...7, using: &random)
      try damaged.write(to: url)
      let outcome = try audit(["verify"], folder)
      #expect(outcome.exitCode == 13)
      #expect(
        outcome.output.contains("0606.sqlite: its bytes are not those that were written last"))
    }
    let run = try NightFixture.run(into: folder, extra: ["--municipality", "0606"])
    #expect(run.exitCode == 13)
    #expect(run.complaints.contains("RUN-012"))
    try FileManager.default.removeItem(at: url)
    #expect(try NightFixture.run(into: folder).exitCode == 13)
    // Another, whole file: as a backup that was put back.
    try FileManager.default.copyItem(
      atPath: folder.path("state/0622.sqlite"), toPath: folder.path("state/0606.sqlite"))
    #expect(
      try audit(["adopt", "--municipality", "0606", "--reason", "a test"], folder).exitCode == 0)
    #expect(try audit(["verify"], folder).exitCode == 0)
    #expect(try records(folder).last?["reason"] as? String == "a test")
  }

  @Test func whoLooksOrTakesSomethingOutIsRecorded() throws {
    let folder = try TemporaryFolder()
    _ = try NightFixture.run(into: folder)
    let run = NightFixture.current(folder)
    let list = try NightFixture.table(run.appendingPathComponent("0606/prioritised.csv.gz"))
    let household = try #require(list.first?["household_id"])
    let explained = try Program.run([
      "explain", household, "--run", run.path + "/0606", "--state", folder.path("state"),
    ])
    #expect(explained.exitCode == 0, "\(explained.complaints)")
    let exported = try Program.run([
      "export", "feedback", "--run", run.path, "--pipeline", NightFixture.pipeline,
      "--municipality",
      "0606", "--output", folder.path("export"), "--state", folder.path("state"),
    ])
    #expect(exported.exitCode == 0, "\(exported.complaints)")
    let actions = try records(folder).compactMap { $0["action"] as? String }
    #expect(actions == ["run", "run", "explain", "export"])
  }
}
