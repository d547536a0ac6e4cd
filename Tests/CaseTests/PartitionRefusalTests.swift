import Foundation
import TestSupport
import Testing

/// Parts that do not fit together are refused, and nothing is published.
@Suite struct PartitionRefusalTests {
  private func refused(
    _ night: PartitionNight, _ parts: [String], _ codes: Set<String>, exit: Int32 = 65,
    saying words: String? = nil
  ) throws {
    let said = try night.merge(parts, "merged")
    #expect(said.exitCode == exit, "\(said.complaints)")
    let told = said.complaints.matches(of: /\b[A-Z]+-[0-9]{3}\b/).map { String($0.output) }
    #expect(Set(told) == codes, "\(said.complaints)")
    if let words { #expect(said.complaints.contains(words)) }
    let left = try? FileManager.default.contentsOfDirectory(
      atPath: night.folder.path("merged/runs"))
    #expect(left?.contains { !$0.hasSuffix(".partial") } != true)
    #expect(!FileManager.default.fileExists(atPath: night.folder.path("merged/current")))
  }

  /// Writes the manifest of a part with something changed in it.
  private func changeManifest(
    of part: String, _ night: PartitionNight, _ change: (inout [String: Any]) throws -> Void
  ) throws {
    let run = night.current(part)
    var manifest = try NightFixture.manifest(of: run)
    try change(&manifest)
    try JSONSerialization.data(withJSONObject: manifest).write(
      to: run.appendingPathComponent("manifest.json"))
  }

  @Test func partsThatAreNotAllThereOrNotWhole() throws {
    let night = try PartitionNight()
    let parts = try night.runParts(PartitionNight.first, of: 2, state: "state")
    try night.run(PartitionNight.first, "whole", state: "state-whole")
    try refused(night, [parts[0]], ["RUN-039"], saying: "part 2 of 2 is missing")
    try refused(night, parts + [parts[1]], ["RUN-040"], saying: "part 2 of 2 was given twice")
    try refused(night, [parts[0], "whole"], ["RUN-036"])
    try refused(night, [parts[0], "nowhere"], ["RUN-015"], exit: 66)

    let list = night.current(parts[1]).appendingPathComponent("0606/werklijst.csv")
    let whole = try Data(contentsOf: list)
    try Data("Nr;Klasse\n".utf8).write(to: list)
    try refused(night, parts, ["RUN-037"], saying: "1 files of the part")
    try whole.write(to: list)

    try changeManifest(of: parts[1], night) { manifest in
      var part = try #require(manifest["part"] as? [String: Any])
      var own = try #require(part["own"] as? [String: Any])
      own["0556"] = own["0606"]
      own["0606"] = nil
      part["own"] = own
      manifest["part"] = part
    }
    try refused(night, parts, ["RUN-041"], saying: "municipality 0556 2 times")
    try changeManifest(of: parts[1], night) {
      $0["removed"] = [["path": "0606", "why": "forget", "on": "2026-11-09"]]
    }
    try refused(night, parts, ["RUN-036"])
  }

  @Test func partsOfOtherRuns() throws {
    let night = try PartitionNight()
    let parts = try night.runParts(PartitionNight.first, of: 2, state: "state")
    func second(_ date: String, _ output: String) throws {
      try night.run(date, output, state: "state-other", "--partition", "2/2")
    }
    try second("2026-10-10", "dated")
    try refused(night, [parts[0], "dated"], ["RUN-038"], saying: "not the same reference date")
    try night.run(PartitionNight.first, "thirds", state: "state-other", "--partition", "2/3")
    try refused(night, [parts[0], "thirds"], ["RUN-038"], saying: "not the same number of parts")

    let name = try #require(
      FileManager.default.contentsOfDirectory(atPath: night.folder.path("inbox")).first {
        $0.hasPrefix("zorgvast_2026-10")
      })
    try FileManager.default.removeItem(atPath: night.folder.path("inbox/" + name))
    try second(PartitionNight.first, "fewer")
    try refused(night, [parts[0], "fewer"], ["RUN-038"], saying: "not the same deliveries")
    try night.change("pipelines/municipalities/0622.yml", "Huur: ", to: "Huur: 1")
    try second(PartitionNight.first, "redefined")
    try refused(night, [parts[0], "redefined"], ["RUN-038"], saying: "not the same definitions")
  }

  @Test func partsThatJudgeDeliveriesOtherwise() throws {
    let night = try PartitionNight()
    let name = try #require(
      FileManager.default.contentsOfDirectory(atPath: night.folder.path("inbox")).first {
        $0.hasPrefix("zorgvast_2026-10")
      })
    let url = night.folder.url.appendingPathComponent("inbox/" + name)
    let delivered = try Data(contentsOf: url)
    // One part remembers that the partner sent this delivery before, a row shorter.
    let rows = try NightFixture.inflate(url).split(separator: UInt8(ascii: "\n"))
    try NightFixture.deflate(
      Data(rows.dropLast().joined(separator: [UInt8(ascii: "\n")])), to: url)
    try night.run("2026-11-08", "knowing", state: "state-knowing", "--partition", "2/2")
    try delivered.write(to: url)
    try night.run(PartitionNight.second, "knowing", state: "state-knowing", "--partition", "2/2")
    try night.run(PartitionNight.second, "new", state: "state-new", "--partition", "1/2")
    try refused(night, ["new", "knowing"], ["RUN-042"])
  }
}
