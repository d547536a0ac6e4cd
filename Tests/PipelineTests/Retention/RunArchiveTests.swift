import Foundation
import TestSupport
import Testing

@testable import Pipeline

/// Something is taken out of a run, and whoever is stopped halfway is followed by one who ends it.
@Suite struct RunArchiveTests {
  private let folder: TemporaryFolder
  private var run: String { folder.path("runs/r") }

  init() throws {
    folder = try TemporaryFolder()
    for name in ["0606/a.csv", "0606/b.csv", "0622/a.csv", "ledger.csv"] {
      try folder.write("x\n1\n2\n", to: "runs/r/" + name)
    }
    var manifest = RunManifest(
      runID: "r", version: "0", referenceDate: "2026-11-09", definitionsSHA256: "",
      keyNames: ["0606": "k"])
    manifest.outputs = try FileSystem.paths(below: run).map {
      .init(path: $0, sha256: try Digest.ofFile("\(run)/\($0)"))
    }
    #expect(try !manifest.json().contains("removed"), "a whole run says nothing of it")
    try folder.write(manifest.json(), to: "runs/r/manifest.json")
  }

  private func expectWhole(_ sourceLocation: SourceLocation = #_sourceLocation) throws {
    let found = try RunVerifier(folder: run).verify()
    #expect(found.map(\.problems) == [[]], sourceLocation: sourceLocation)
  }

  @Test func whatIsTakenOutIsInTheManifestAndTheRestIsAsWritten() throws {
    var archive = try RunArchive(folder: run)
    try folder.write("x\n1\n", to: "runs/r/ledger.csv.new")
    let gone = try archive.take(
      .init(removed: ["0606"], rewritten: [("ledger.csv", 1)]), why: .erase, on: "2026-11-30")
    #expect(gone.files == 2)
    #expect(gone.bytes == 12)
    #expect(archive.municipalities == ["0622"])
    #expect(try String(contentsOfFile: run + "/ledger.csv", encoding: .utf8) == "x\n1\n")
    let removed = try #require(RunManifest(path: run + "/manifest.json").removed)
    #expect(removed.map(\.path) == ["0606", "ledger.csv"])
    #expect(removed.map(\.rows) == [nil, 1])
    #expect(removed.allSatisfy { $0.why == "erase" && $0.on == "2026-11-30" })
    try expectWhole()
  }

  @Test func whoeverOpensTheRunNextEndsWhatWasBegun() throws {
    var archive = try RunArchive(folder: run)
    try folder.write("x\n1\n", to: "runs/r/ledger.csv.new")
    _ = try archive.take(
      .init(removed: ["0606"], rewritten: [("ledger.csv", 1)]), why: .forget, on: "2026-11-30")
    // As it is when the manifest was written and nothing more.
    try folder.write("x\n1\n2\n", to: "runs/r/0606/b.csv")
    try folder.write("x\n1\n2\n", to: "runs/r/ledger.csv")
    try folder.write("x\n1\n", to: "runs/r/ledger.csv.new")
    #expect(try RunVerifier(folder: run).verify()[0].problems.count == 3)
    _ = try RunArchive(folder: run)
    try expectWhole()
  }

  @Test func whatWasPreparedAndNotDecidedIsDropped() throws {
    try folder.write("x\n1\n", to: "runs/r/ledger.csv.new")
    try folder.write("{", to: "runs/r/manifest.json.new")
    _ = try RunArchive(folder: run)
    #expect(try String(contentsOfFile: run + "/ledger.csv", encoding: .utf8) == "x\n1\n2\n")
    try expectWhole()
  }

  @Test func whatAStrangerTookAwayIsStillMissing() throws {
    try FileManager.default.removeItem(atPath: run + "/0622/a.csv")
    var archive = try RunArchive(folder: run)
    _ = try archive.take(.init(removed: ["0606"]), why: .forget, on: "2026-11-30")
    #expect(
      try RunVerifier(folder: run).verify()[0].problems
        == [.init(path: "0622/a.csv", kind: .missing)])
  }

  @Test func aTrialTouchesNothing() throws {
    try folder.write("x\n1\n", to: "runs/r/ledger.csv.new")
    _ = try RunArchive(folder: run, isTrial: true)
    #expect(FileManager.default.fileExists(atPath: run + "/ledger.csv.new"))
  }
}
