import Foundation
import TestSupport
import Testing

/// `voorsein export` writes the bytes of the run again.
@Suite struct ExportTests {
  private func export(
    _ what: String, _ folder: TemporaryFolder, _ extra: String..., run: String? = nil
  ) throws -> Program.Outcome {
    try Program.run(
      [
        "export", what, "--run", run ?? folder.path("output/current"), "--pipeline",
        NightFixture.pipeline, "--output", folder.path("export"),
      ] + extra)
  }

  @Test func writesTheFilesOfTheRunAgain() throws {
    let folder = try TemporaryFolder()
    _ = try NightFixture.run(into: folder)
    for what in ["ddas", "feedback"] {
      let outcome = try export(what, folder)
      #expect(outcome.exitCode == 0, "\(outcome.complaints)")
    }
    let run = try NightFixture.files(of: NightFixture.current(folder))
    let written = try NightFixture.files(of: folder.url.appendingPathComponent("export"))
    let expected = run.filter { path, _ in
      path.contains("/ddas") || path.contains("/terugkoppeling/")
    }
    #expect(expected.count == 3 * 6)
    #expect(written == expected)
    let messages = NightFixture.municipalities.map {
      folder.url.appendingPathComponent("export/\($0)/ddas.json")
    }
    for message in messages { #expect(try ExchangeModel.check([message]).isValid) }
    // What may have been sent is never written over.
    for what in ["ddas", "feedback"] {
      let again = try export(what, folder)
      #expect(again.exitCode == 73)
      #expect(again.complaints.contains("EXC-002"))
    }
  }

  @Test func writesOneMunicipalityAlone() throws {
    let folder = try TemporaryFolder()
    _ = try NightFixture.run(into: folder)
    let outcome = try export("ddas", folder, "--municipality", "0622", "--json")
    #expect(outcome.exitCode == 0, "\(outcome.complaints)")
    let paths = try JSONDecoder().decode([String].self, from: Data(outcome.output.utf8))
    #expect(paths == [folder.path("export/0622/ddas.json")])
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder.path("export")) == ["0622"])
    let other = try export("ddas", folder, "--municipality", "0363")
    #expect(other.exitCode == 66)
    let own = try export("feedback", folder, run: folder.path("output/current/0556"))
    #expect(own.exitCode == 0, "\(own.complaints)")
  }

  @Test func saysThatTheSupplierIsNotKnown() throws {
    let night = try SmallNight(
      feed: "havenstad-wonen", file: "havenstad-wonen_2026-10_20261104.csv.gz")
    let path = "pipelines/municipalities/0606.yml"
    let text = try String(contentsOfFile: night.folder.path(path), encoding: .utf8)
    let start = try #require(text.range(of: "exchange:\n"))
    try night.folder.write(String(text[..<start.lowerBound]), to: path)
    try night.folder.write("", to: "inbox/" + night.file)
    try NightFixture.deflate(Canary(rows: 3).text(), to: night.delivery)
    #expect(try night.run().exitCode == 0)
    let run = night.folder.url.appendingPathComponent("output/current")
    let names = try NightFixture.files(of: run.resolvingSymlinksInPath()).keys
    #expect(!names.contains("0606/ddas.json") && names.contains("0622/ddas.json"))
    #expect(names.contains("0606/terugkoppeling/havenstad-wonen.csv"))
    let outcome = try Program.run(
      [
        "export", "ddas", "--run", run.path, "--pipeline", "pipelines/nightly.yml",
        "--municipality", "0606",
      ], in: night.folder.url)
    #expect(outcome.exitCode == 78)
    #expect(outcome.complaints.contains("EXC-001"))
  }
}
