import Foundation
import TestSupport
import Testing

/// What goes wrong with deliveries and definitions: the exit code, the paragraph, and the others go on.
@Suite struct FaultTests {
  /// Replaces the newest delivery of `waterdruppel` and runs the night.
  private func night(
    with change: (_ delivery: URL, _ text: Data) throws -> Void
  ) throws -> (outcome: Program.Outcome, run: URL, folder: TemporaryFolder) {
    let folder = try TemporaryFolder()
    let inbox = try NightFixture.inbox(in: folder)
    let url = inbox.appendingPathComponent(try NightFixture.delivery(of: "waterdruppel"))
    let text = try NightFixture.inflate(url)
    try FileManager.default.removeItem(at: url)
    try change(url, text)
    let outcome = try NightFixture.run(inbox: inbox.path, into: folder)
    return (outcome, NightFixture.current(folder), folder)
  }

  /// Checks that one delivery was refused with a code, and that the nine others went through.
  private func expectRefused(
    _ code: String, _ words: [String],
    _ change: (_ delivery: URL, _ text: Data) throws -> Void,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let (outcome, run, folder) = try night(with: change)
    #expect(outcome.exitCode == 3, "\(outcome.complaints)", sourceLocation: sourceLocation)
    let paragraphs = outcome.complaints.components(separatedBy: "\nerror ").filter {
      $0.contains(code)
    }
    #expect(paragraphs.count == 1, "\(outcome.complaints)", sourceLocation: sourceLocation)
    for word in words + ["waterdruppel", "help: "] {
      #expect(
        outcome.complaints.contains(word), "\(word) in: \(outcome.complaints)",
        sourceLocation: sourceLocation)
    }
    let ledger = try NightFixture.table(run.appendingPathComponent("ledger.csv.gz"))
    let deliveries = Set(ledger.compactMap { $0["delivery"] })
    #expect(deliveries.count == 9, sourceLocation: sourceLocation)
    let inputs = try #require(
      NightFixture.manifest(of: run)["inputs"] as? [[String: Any]])
    #expect(
      inputs.filter { $0["status"] as? String == "refused" }.compactMap { $0["reason"] as? String }
        == [code], sourceLocation: sourceLocation)
    let list = try String(
      contentsOf: run.appendingPathComponent("0606/werklijst.csv"), encoding: .utf8)
    #expect(list.contains("onvolledig"), sourceLocation: sourceLocation)
    withExtendedLifetime(folder) {}
  }

  @Test func aTruncatedGzipFile() throws {
    try expectRefused("FEED-004", ["ends early"]) { url, text in
      try NightFixture.deflate(text, to: url)
      let whole = try Data(contentsOf: url)
      try whole.prefix(whole.count / 2).write(to: url)
    }
  }

  @Test func aWrongDelimiter() throws {
    try expectRefused("FEED-015", ["split at"]) { url, text in
      let other = Data(text.map { $0 == UInt8(ascii: "|") ? UInt8(ascii: ";") : $0 })
      try NightFixture.deflate(other, to: url)
    }
  }

  @Test func aMissingColumn() throws {
    try expectRefused("FEED-012", ["SALDO"]) { url, text in
      let words = String(decoding: text.prefix(200), as: UTF8.self)
      let header = words.prefix { $0 != "\r\n" && $0 != "\n" }
      let changed = header.replacing("|SALDO", with: "")
      try NightFixture.deflate(
        Data(changed.utf8) + text.dropFirst(header.utf8.count), to: url)
    }
  }

  @Test func anUnclosedQuote() throws {
    try expectRefused("FEED-009", ["never closed", "line "]) { url, text in
      try NightFixture.deflate(text + Data("WD-9|\"Zeegers|Kadehof 1\r\n".utf8), to: url)
    }
  }

  @Test func aFolderInPlaceOfAFile() throws {
    try expectRefused("FEED-001", ["not a regular file"]) { url, _ in
      try FileManager.default.createDirectory(at: url, withIntermediateDirectories: false)
    }
  }

  @Test func aLinkInPlaceOfAFile() throws {
    try expectRefused("FEED-001", ["a symbolic link, not a regular file"]) { url, text in
      let elsewhere = url.deletingLastPathComponent().appendingPathComponent(".elsewhere")
      try NightFixture.deflate(text, to: elsewhere)
      try FileManager.default.createSymbolicLink(at: url, withDestinationURL: elsewhere)
    }
  }

  @Test func aSecondNameOfAFile() throws {
    try expectRefused("FEED-029", ["2 names"]) { url, text in
      let elsewhere = url.deletingLastPathComponent().appendingPathComponent(".elsewhere")
      try NightFixture.deflate(text, to: elsewhere)
      try FileManager.default.linkItem(at: elsewhere, to: url)
    }
  }

  @Test func aPipeInPlaceOfAFile() throws {
    try expectRefused("FEED-001", ["a pipe, not a regular file"]) { url, _ in
      #expect(mkfifo(url.path, 0o600) == 0)
    }
  }

  @Test func theChecksumOfAnotherFile() throws {
    try expectRefused("FEED-032", [".sha256"]) { url, text in
      try NightFixture.deflate(text, to: url)
      try Data(String(repeating: "0", count: 64).utf8).write(
        to: URL(fileURLWithPath: url.path + ".sha256"))
    }
  }

  /// Once a feed sent a checksum, its next delivery needs one; the deliveries before it do not.
  @Test func aChecksumThatStaysAway() throws {
    let folder = try TemporaryFolder()
    let inbox = try NightFixture.inbox(in: folder)
    let newest = try NightFixture.delivery(of: "waterdruppel")
    let earlier = try #require(
      FileManager.default.contentsOfDirectory(atPath: inbox.path).filter {
        $0.hasPrefix("waterdruppel_")
      }.min())
    _ = try NightFixture.run(inbox: inbox.path, into: folder)
    let manifest = try NightFixture.manifest(of: NightFixture.current(folder))
    let inputs = try #require(manifest["inputs"] as? [[String: Any]])
    let digest = try #require(
      inputs.first { $0["delivery"] as? String == earlier }?["sha256"] as? String)
    let sidecar = inbox.appendingPathComponent(earlier + ".sha256")
    try Data((digest + "  " + earlier + "\n").utf8).write(to: sidecar)
    let outcome = try NightFixture.run(inbox: inbox.path, into: folder)
    #expect(outcome.exitCode == 3)
    #expect(outcome.complaints.contains("FEED-034 waterdruppel · \(newest)"))
    #expect(!outcome.complaints.contains("FEED-034 waterdruppel · \(earlier)"))
  }

  @Test func noCopyStaysBehind() throws {
    let folder = try TemporaryFolder()
    try folder.write("left by a killed run", to: "output/private/0001.csv.gz")
    let names = { try FileManager.default.contentsOfDirectory(atPath: folder.path("output")) }
    _ = try NightFixture.run(into: folder)
    #expect(try names().sorted() == ["current", "last-success", "lock", "runs"])
    // Nor after a run that fails.
    _ = try NightFixture.run(inbox: folder.path("nowhere"), into: folder)
    #expect(try names().sorted() == ["current", "last-success", "lock", "runs"])
  }

  @Test func plainTextWithTheNameOfAGzipFile() throws {
    try expectRefused("FEED-003", ["expected gzip"]) { url, text in try text.write(to: url) }
  }

  @Test func aFileThatNoFeedExpectsIsSaidAndTheRestGoesOn() throws {
    let folder = try TemporaryFolder()
    let inbox = try NightFixture.inbox(in: folder)
    try Data().write(to: inbox.appendingPathComponent("overzicht.xlsx"))
    let outcome = try NightFixture.run(inbox: inbox.path, into: folder)
    #expect(outcome.exitCode == 3)
    #expect(outcome.complaints.contains("FEED-018 overzicht.xlsx"))
  }

  @Test func aDeliveryThatDidNotComeIsSaidAndOnTheList() throws {
    let folder = try TemporaryFolder()
    let inbox = try NightFixture.inbox(in: folder)
    try FileManager.default.removeItem(
      at: inbox.appendingPathComponent(try NightFixture.delivery(of: "zorgvast")))
    let outcome = try Program.run([
      "run", NightFixture.pipeline, "--inbox", inbox.path, "--output", folder.path("output"),
      "--state", folder.path("state"), "--reference-date", "2026-11-11",
    ])
    #expect(outcome.exitCode == 3)
    #expect(outcome.complaints.contains("FEED-022"))
    #expect(outcome.complaints.contains("2026-10"))
  }

  @Test func tooManyUnreadableRowsPublishNothingAndThePreviousListStays() throws {
    let folder = try TemporaryFolder()
    _ = try NightFixture.run(into: folder)
    let previous = NightFixture.current(folder)
    let inbox = try NightFixture.inbox(in: folder)
    let url = inbox.appendingPathComponent(try NightFixture.delivery(of: "waterdruppel"))
    let text = try NightFixture.inflate(url)
    try FileManager.default.removeItem(at: url)
    let broken = (0..<200).map { "W\($0)|half a row\r\n" }.joined()
    try NightFixture.deflate(text + Data(broken.utf8), to: url)
    let outcome = try NightFixture.run(inbox: inbox.path, into: folder)
    #expect(outcome.exitCode == 4)
    #expect(outcome.complaints.contains("FEED-020"))
    #expect(NightFixture.current(folder) == previous)
  }

  @Test func noDeliveryThatCanBeUsedPublishesNothing() throws {
    let folder = try TemporaryFolder()
    try folder.write("no gzip", to: "inbox/" + NightFixture.delivery(of: "zorgvast"))
    let outcome = try NightFixture.run(inbox: folder.path("inbox"), into: folder)
    #expect(outcome.exitCode == 4)
    #expect(outcome.complaints.contains("RUN-003"))
    #expect(!FileManager.default.fileExists(atPath: folder.path("output/current")))
  }

  @Test func anEmptyOrAbsentInboxIsAnAbsentInput() throws {
    let folder = try TemporaryFolder()
    try FileManager.default.createDirectory(
      atPath: folder.path("inbox"), withIntermediateDirectories: true)
    let empty = try NightFixture.run(inbox: folder.path("inbox"), into: folder)
    #expect(empty.exitCode == 66)
    #expect(empty.complaints.contains("RUN-002"))
    let absent = try NightFixture.run(inbox: folder.path("nowhere"), into: folder)
    #expect(absent.exitCode == 66)
    #expect(absent.complaints.contains("RUN-001"))
  }

  @Test func aBadKeyInADefinitionIsToldWithItsPlace() throws {
    let folder = try TemporaryFolder()
    for name in ["pipelines", "fixtures", "docs"] {
      try FileManager.default.copyItem(
        at: Repository.url(name), to: folder.url.appendingPathComponent(name))
    }
    let feed = folder.url.appendingPathComponent("pipelines/feeds/waterdruppel/feed.yml")
    let text = try String(contentsOf: feed, encoding: .utf8)
    let line = text.split(
      separator: "\n", omittingEmptySubsequences: false
    ).firstIndex { $0.hasPrefix("columns:") }
    let changed = text.replacing("\ncolumns:", with: "\ncolums:")
    try changed.write(to: feed, atomically: false, encoding: .utf8)
    for command in [
      ["check", "pipelines/nightly.yml"],
      ["run", "pipelines/nightly.yml", "--reference-date", "2026-11-09"],
    ] {
      let outcome = try Program.run(command, in: folder.url)
      #expect(outcome.exitCode == 78)
      let place = "feed.yml:\(try #require(line) + 1):1"
      #expect(outcome.complaints.contains(place), "\(place) in: \(outcome.complaints)")
      #expect(outcome.complaints.contains("colums"))
      #expect(outcome.complaints.contains("did you mean columns?"))
    }
    #expect(!FileManager.default.fileExists(atPath: folder.path("output")))
  }

  @Test func anAbsentKeyFileIsAMissingKey() throws {
    let folder = try TemporaryFolder()
    for name in ["pipelines", "fixtures", "docs"] {
      try FileManager.default.copyItem(
        at: Repository.url(name), to: folder.url.appendingPathComponent(name))
    }
    try FileManager.default.removeItem(at: folder.url.appendingPathComponent("fixtures/keys"))
    let outcome = try Program.run(
      ["run", "pipelines/nightly.yml", "--reference-date", "2026-11-09"], in: folder.url)
    #expect(outcome.exitCode == 12)
    #expect(outcome.complaints.contains("RUN-004"))
  }

  @Test func aWrongCommandLineIsAUsageError() throws {
    #expect(try Program.run(["run"]).exitCode == 64)
    #expect(try Program.run(["runn"]).exitCode == 64)
    #expect(try Program.run(["run", "pipelines/nightly.yml", "--jobs", "0"]).exitCode == 64)
    #expect(
      try Program.run(["run", "pipelines/nightly.yml", "--reference-date", "9-11-2026"]).exitCode
        == 64)
  }
}
