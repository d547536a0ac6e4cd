import Foundation
import TestSupport
import Testing

/// A run that is split and put together again is the run that was not split.
@Suite struct PartitionTests {
  @Test(arguments: [(1, 1), (2, 2), (7, 1)])
  func mergedPartsAreTheWholeRun(count: Int, jobs: Int) throws {
    let night = try PartitionNight()
    // The second night rests on what the first one left, as parts left it.
    for date in [PartitionNight.first, PartitionNight.second] {
      let whole = try night.run(date, "whole", state: "state-whole")
      let parts = try night.runParts(date, of: count, state: "state-parts", jobs: jobs)
      let merged = try night.merge(parts, "merged")
      #expect(merged.exitCode == whole.exitCode && merged.exitCode == 3, "\(merged.complaints)")
      let (one, other) = (night.current("whole"), night.current("merged"))
      #expect(one.lastPathComponent == other.lastPathComponent)
      let expected = try NightFixture.files(of: one)
      let found = try NightFixture.files(of: other)
      #expect(expected.count > 40 && found.keys.sorted() == expected.keys.sorted())
      for (path, bytes) in expected { #expect(found[path] == bytes, "\(path) differs") }
      let problems = String(decoding: try #require(found["issues.jsonl"]), as: UTF8.self)
      #expect(["REV-", "REG-", "FEED-"].allSatisfy { problems.contains("\"code\":\"\($0)") })
      #expect(try night.promised(of: other) == night.promised(of: one))
    }
    let ledger = try NightFixture.table(
      night.current("merged").appendingPathComponent("ledger.csv.gz"))
    #expect(ledger.count == 150)
    #expect(
      Set(ledger.compactMap { $0["municipality"] }).isSuperset(of: NightFixture.municipalities))
    #expect(!ledger.contains { $0["reason"] == "other part" })
    #expect(Set(ledger.map { "\($0["delivery"] ?? "") \($0["row"] ?? "")" }).count == 150)
    #expect(try Program.run(["verify", night.folder.path("merged")]).exitCode == 0)
    let again = try night.merge((1...count).map { "parts-\(count)/\($0)" }, "merged")
    #expect(again.exitCode == 0, "nothing new")
  }

  @Test func whatPartsRememberedIsNotRememberedAgain() throws {
    let night = try PartitionNight()
    let parts = try night.runParts(PartitionNight.first, of: 2, state: "state")
    try night.merge(parts, "merged")
    let whole = try night.run(PartitionNight.first, "merged", state: "state")
    #expect(whole.exitCode == 0, "\(whole.complaints)")
    try night.run(PartitionNight.second, "merged", state: "state")
    let second = night.current("merged").lastPathComponent
    for (code, part) in [("0556", parts[0]), ("0606", parts[1]), ("0622", parts[0])] {
      let first = night.current(part).lastPathComponent
      #expect(try night.remembered("state", by: code) == [first, second].sorted())
    }
    // The parts' own outputs find it remembered, too.
    try night.run("2026-11-10", parts[1], state: "state", "--partition", "2/2")
    let third = night.current(parts[1]).lastPathComponent
    #expect(try night.remembered("state", by: "0606").last == third)
    #expect(try night.remembered("state", by: "0606").count == 3)
  }

  @Test func aPartOfNamedMunicipalitiesIsAPartOfThem() throws {
    let night = try PartitionNight()
    let named = ["--municipality", "0606", "--municipality", "0622"]
    func plan(_ extra: String...) throws -> [String] {
      let said = try Program.run(
        ["plan", "pipelines/nightly.yml", "--inbox", "inbox", "--json"] + extra,
        in: night.folder.url)
      let object = try JSONSerialization.jsonObject(with: Data(said.output.utf8))
      return try #require((object as? [String: Any])?["municipalities"] as? [String])
    }
    #expect(try plan("--partition", "1/2") == ["0556", "0622"])
    #expect(try plan("--partition", "1/2", named[0], named[1], named[2], named[3]) == ["0606"])
    #expect(try plan("--partition", "4/4").isEmpty)
  }

  @Test(arguments: ["0/3", "4/3", "x", "1", "1/", "/2", "1/0", "-1/2", "+1/2", "1/2/3", "1 / 2"])
  func nonsenseIsRefused(partition: String) throws {
    let said = try Program.run(["run", "pipelines/nightly.yml", "--partition=" + partition])
    #expect(said.exitCode == 64)
    #expect(said.complaints.contains("--partition"))
  }

  @Test(arguments: [["--from", "match"], ["--to", "match"], ["--stage-files", "none"]])
  func aPartIsAWholeRunOfItsMunicipalities(extra: [String]) throws {
    let said = try Program.run(["run", "pipelines/nightly.yml", "--partition", "1/2"] + extra)
    #expect(said.exitCode == 64)
    #expect(said.complaints.contains("--partition goes with neither"))
  }
}
