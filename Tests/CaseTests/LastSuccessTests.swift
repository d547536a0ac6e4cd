import Foundation
import TestSupport
import Testing

/// One line says when lists were last found or made complete.
@Suite struct LastSuccessTests {
  private func line(_ night: CalendarNights) throws -> [String: String] {
    let text = try String(contentsOfFile: night.folder.path("output/last-success"), encoding: .utf8)
    #expect(text.hasSuffix("\n") && text.split(separator: "\n").count == 1)
    return Dictionary(
      text.dropLast().split(separator: " ").map { pair in
        let words = pair.split(separator: "=", maxSplits: 1).map(String.init)
        return (words[0], words[1])
      }, uniquingKeysWith: { first, _ in first })
  }

  private func run(_ night: CalendarNights, _ extra: String...) throws -> Program.Outcome {
    try Program.run(
      [
        "run", "pipelines/nightly.yml", "--inbox", "inbox", "--output", "output", "--state",
        "state", "--municipality", "0606", "--reference-date", "2026-11-09",
      ] + extra, in: night.folder.url)
  }

  @Test func itTellsOfListsThatStand() throws {
    let night = try CalendarNights()
    try night.deliver("2026-10", on: "2026-11-09", 1...3)
    #expect(try run(night, "--to", "match").exitCode == 0)
    #expect(!FileManager.default.fileExists(atPath: night.folder.path("output/last-success")))
    let outcome = try run(night)
    #expect([0, 3].contains(outcome.exitCode))
    let first = try line(night)
    #expect(first["finished_at"]?.wholeMatch(of: /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ/) != nil)
    #expect(first["reference_date"] == "2026-11-09")
    #expect(first["run_id"] == night.current.lastPathComponent)
    #expect(first["exit_code"] == "\(outcome.exitCode)")
    // Nothing new, but somebody looked: the file is written again.
    let url = night.folder.url.appendingPathComponent("output/last-success")
    let past = Date(timeIntervalSince1970: 1_000_000_000)
    try FileManager.default.setAttributes([.modificationDate: past], ofItemAtPath: url.path)
    #expect(try run(night).exitCode == 0)
    let attributes = try FileManager.default.attributesOfItem(atPath: url.path)
    #expect(attributes[.modificationDate] as? Date != past)
    #expect(try line(night)["run_id"] == first["run_id"])
    // A run that fails leaves it.
    let before = try Data(contentsOf: url)
    try night.empty()
    #expect(try run(night).exitCode == 66)
    #expect(try Data(contentsOf: url) == before)
    let names = try FileManager.default.contentsOfDirectory(atPath: night.folder.path("output"))
    #expect(!names.contains { $0.hasSuffix(".new") })
  }
}
