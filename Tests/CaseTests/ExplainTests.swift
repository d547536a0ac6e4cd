import Foundation
import TestSupport
import Testing

/// What `explain` refuses to explain.
@Suite struct ExplainTests {
  @Test func aRunOfOtherDefinitionsOrFilesIsNotExplained() throws {
    let night = try SmallNight(feed: Canary.feed, file: "havenstad-wonen_2026-10_20261104.csv.gz")
    try NightFixture.deflate(Canary(rows: 30).text(), to: night.delivery)
    #expect(try [0, 3].contains(night.run().exitCode))
    let run = night.folder.url.appendingPathComponent("output/current/0606")
    let table = try NightFixture.table(run.appendingPathComponent("matched.csv.gz"))
    let ids = table.prefix(2).compactMap { $0["signal_id"] }
    func explain() throws -> Program.Outcome {
      try Program.run(
        ["explain"] + ids + ["--run", run.path, "--pipeline", "pipelines/nightly.yml"],
        in: night.folder.url)
    }
    let good = try explain()
    #expect(good.exitCode == 0, "\(good.complaints)")
    // A change that does not touch matching does no harm.
    let rules = "pipelines/matching/standaard.yml"
    let written = try String(contentsOfFile: night.folder.path(rules), encoding: .utf8)
    try night.folder.write(written + "# seen\n", to: rules)
    #expect(try explain().exitCode == 0)
    try night.folder.write(written, to: rules)
    let matched = run.appendingPathComponent("matched.csv.gz")
    let text = String(decoding: try NightFixture.inflate(matched), as: UTF8.self)
    try NightFixture.deflate(Data(text.replacing(",0.00,", with: ",0.07,").utf8), to: matched)
    let changed = try explain()
    #expect(changed.exitCode == 65 && changed.complaints.contains("RUN-032"))
    try night.folder.write(written + "# seen\n", to: rules)
    let other = try explain()
    #expect(other.exitCode == 78 && other.complaints.contains("RUN-031"))
  }
}
