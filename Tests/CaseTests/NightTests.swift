import Foundation
import TestSupport
import Testing

/// The main job: deliveries in, one list per municipality out.
@Suite struct NightTests {
  @Test func theNightPublishesThreeListsAndAccountsForEveryRow() throws {
    let folder = try TemporaryFolder()
    let outcome = try NightFixture.run(into: folder)
    #expect(outcome.exitCode == 3, "rows of the fixtures are quarantined: \(outcome.complaints)")
    #expect(outcome.output.isEmpty, "a run that nobody watches prints no summary")
    let run = NightFixture.current(folder)
    for code in NightFixture.municipalities {
      for list in ["werklijst.csv", "werklijst.xlsx"] {
        let file = run.appendingPathComponent("\(code)/\(list)")
        #expect(FileManager.default.fileExists(atPath: file.path), "\(code)/\(list)")
      }
    }

    // One ledger line per data row of every delivery, none missing, none double.
    let ledger = try NightFixture.table(run.appendingPathComponent("ledger.csv.gz"))
    var expected: Set<String> = []
    var deliveries = 0
    for name in try FileManager.default.contentsOfDirectory(
      atPath: Repository.url("fixtures/deliveries").path)
    where name.hasSuffix(".csv.gz") {
      deliveries += 1
      let text = try NightFixture.inflate(Repository.url("fixtures/deliveries/" + name))
      let lines = text.split(separator: UInt8(ascii: "\n")).filter { $0 != Data([0x0D]) }.count
      for row in 1..<lines { expected.insert("\(name) \(row)") }
    }
    let found = ledger.map { "\($0["delivery"] ?? "") \($0["row"] ?? "")" }
    #expect(found.count == Set(found).count)
    #expect(Set(found) == expected)
    #expect(expected.count >= 2000)
    #expect(deliveries == 10)

    // Every figure of the manifest adds up with the ledger.
    let manifest = try NightFixture.manifest(of: run)
    let counts = try #require(manifest["counts"] as? [String: Any])
    #expect(counts["rows"] as? Int == ledger.count)
    let byFate = try #require(counts["by_fate"] as? [String: Int])
    for (fate, count) in byFate {
      #expect(count == ledger.filter { $0["fate"] == fate }.count, "\(fate)")
    }
    #expect(byFate.values.reduce(0, +) == ledger.count)
    let inputs = try #require(manifest["inputs"] as? [[String: Any]])
    #expect(inputs.compactMap { $0["rows"] as? Int }.reduce(0, +) == ledger.count)
    #expect(manifest["exit_code"] as? Int == 3)

    // Every signal that is listed, or joins an open claim, is on one household's line, with its cents.
    for code in NightFixture.municipalities {
      let listed = ledger.filter {
        $0["municipality"] == code && ["listed", "joined-case"].contains($0["fate"])
      }
      let households = try NightFixture.table(
        run.appendingPathComponent("\(code)/prioritised.csv.gz"))
      #expect(households.compactMap { Int($0["signals"] ?? "") }.reduce(0, +) == listed.count)
      #expect(households.compactMap { Int($0["rank"] ?? "") } == Array(1...households.count))
      let received = try NightFixture.table(run.appendingPathComponent("\(code)/received.csv.gz"))
      let distinct = try NightFixture.table(run.appendingPathComponent("\(code)/distinct.csv.gz"))
      var cents = 0
      for (signal, verdict) in zip(received, distinct) where verdict["disposition"] == "kept" {
        cents += Int(signal["amount_cents"] ?? "") ?? 0
      }
      #expect(households.compactMap { Int($0["total_cents"] ?? "") }.reduce(0, +) == cents)
      #expect(households.allSatisfy { !($0["reasons"] ?? "").isEmpty })
    }
  }

  @Test func theDigestsInTheManifestAreThoseOfTheFiles() throws {
    let folder = try TemporaryFolder()
    _ = try NightFixture.run(into: folder)
    let run = NightFixture.current(folder)
    let outputs = try #require(
      NightFixture.manifest(of: run)["outputs"] as? [[String: String]])
    let files = try NightFixture.files(of: run)
    #expect(Set(outputs.compactMap { $0["path"] }) == Set(files.keys))
    #expect(outputs.allSatisfy { $0["sha256"]?.count == 64 })
  }

  @Test func theSameRunAgainPublishesNothingNew() throws {
    let folder = try TemporaryFolder()
    _ = try NightFixture.run(into: folder)
    let before = try NightFixture.files(of: NightFixture.current(folder))
    let manifest = try NightFixture.manifest(of: NightFixture.current(folder))
    let again = try NightFixture.run(into: folder, extra: ["--verbose"])
    #expect(again.exitCode == 0)
    #expect(again.output.hasPrefix("nothing new"))
    #expect(try NightFixture.files(of: NightFixture.current(folder)) == before)
    let runs = try FileManager.default.contentsOfDirectory(atPath: folder.path("output/runs"))
    #expect(runs == [try #require(manifest["run_id"] as? String)])
  }

  @Test func aRunThatStoppedBeforeItsLastStepsIsCompletedByTheNext() throws {
    let folder = try TemporaryFolder()
    _ = try NightFixture.run(into: folder)
    let run = NightFixture.current(folder)
    try FileManager.default.removeItem(atPath: folder.path("output/current"))
    try FileManager.default.removeItem(atPath: folder.path("state"))
    let again = try NightFixture.run(into: folder)
    #expect(again.exitCode == 0)
    #expect(NightFixture.current(folder) == run)
    let states = try FileManager.default.contentsOfDirectory(atPath: folder.path("state"))
    #expect(states.filter { $0.hasSuffix(".sqlite") }.count == 3)
  }

  @Test func whatARunRemembersIsHistoryOfTheNextDelivery() throws {
    let folder = try TemporaryFolder()
    let inbox = try NightFixture.inbox(in: folder)
    let october = try FileManager.default.contentsOfDirectory(atPath: inbox.path).filter {
      $0.contains("_2026-10_")
    }
    #expect(october.count == 5)
    try FileManager.default.createDirectory(
      atPath: folder.path("later"), withIntermediateDirectories: true)
    for name in october {
      try FileManager.default.moveItem(
        atPath: inbox.appendingPathComponent(name).path, toPath: folder.path("later/" + name))
    }
    let september = try Program.run([
      "run", NightFixture.pipeline, "--inbox", inbox.path, "--output", folder.path("output"),
      "--state", folder.path("state"), "--reference-date", "2026-10-09",
    ])
    #expect(september.exitCode == 3, "\(september.complaints)")
    let first = NightFixture.current(folder)
    _ = try NightFixture.run(inbox: folder.path("later"), into: folder)
    let second = NightFixture.current(folder)
    #expect(second != first)
    for code in NightFixture.municipalities {
      let history = try NightFixture.table(second.appendingPathComponent("\(code)/history.csv.gz"))
      let distinct = try NightFixture.table(first.appendingPathComponent("\(code)/distinct.csv.gz"))
      let known = distinct.filter { $0["disposition"] != "technical-duplicate" }
        .compactMap { $0["signal_id"] }
      #expect(Set(history.compactMap { $0["signal_id"] }) == Set(known))
      let surnames = try NightFixture.table(
        first.appendingPathComponent("\(code)/normalised.csv.gz")
      ).compactMap { $0["surname"] }
      #expect(Set(history.compactMap { $0["surname"] }).isSubset(of: Set(surnames)))
      #expect(history.contains { $0["surname"] != "" })
      let grown = try NightFixture.table(second.appendingPathComponent("\(code)/distinct.csv.gz"))
        .filter { $0["grown_from_cents"] != "" }
      #expect(!grown.isEmpty)
    }
    // Nobody acted on September: what is reported again in October joins it, and stays on the list.
    let ledger = try NightFixture.table(second.appendingPathComponent("ledger.csv.gz"))
    let joined = ledger.filter { $0["fate"] == "joined-case" }
    #expect(joined.count > 100)
    #expect(joined.allSatisfy { $0["reason"]?.hasPrefix("same claim as ") == true })
    #expect(!ledger.contains { $0["fate"] == "repeat" })
    let households = try NightFixture.municipalities.flatMap { code in
      try NightFixture.table(second.appendingPathComponent("\(code)/prioritised.csv.gz"))
    }
    let listed = ledger.filter { ["listed", "joined-case"].contains($0["fate"]) }
    #expect(households.compactMap { Int($0["signals"] ?? "") }.reduce(0, +) == listed.count)
  }

  @Test func nobodyMeetsAnotherMunicipality() throws {
    let folder = try TemporaryFolder()
    _ = try NightFixture.run(into: folder)
    let alone = try TemporaryFolder()
    _ = try NightFixture.run(into: alone, extra: ["--municipality", "0606"])
    let together = try NightFixture.files(of: NightFixture.current(folder))
    let single = try NightFixture.files(of: NightFixture.current(alone))
    let names = together.keys.filter { $0.hasPrefix("0606/") }
    #expect(!names.isEmpty)
    for name in names { #expect(together[name] == single[name], "\(name)") }
    #expect(!single.keys.contains { $0.hasPrefix("0622/") || $0.hasPrefix("0556/") })
  }
}
