import Foundation
import TestSupport
import Testing

/// A delivery full of values that stand nowhere else goes through every way a command can end; none of them
/// shows in what is said or in a file that must hold none.
@Suite struct CanaryTests {
  private static let file = "havenstad-wonen_2026-10_20261104.csv.gz"
  private let canary = Canary(rows: 40)

  /// The inbox with a text as the delivery under test.
  private func night(_ text: Data) throws -> SmallNight {
    let night = try SmallNight(feed: Canary.feed, file: Self.file)
    try night.folder.write("", to: "inbox/" + Self.file)
    try NightFixture.deflate(text, to: night.delivery)
    return night
  }

  /// Runs and validates in words and as JSON, and looks through everything.
  private func expectSilence(
    _ night: SmallNight, exit: Int32, code: String? = nil,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let outcome = try night.run(["--verbose"])
    #expect(outcome.exitCode == exit, "\(outcome.complaints)", sourceLocation: sourceLocation)
    for outcome in try [
      outcome, night.run(["--verbose", "--json"], output: "other"), night.validate(),
      night.validate("--json"),
    ] {
      try canary.expectSilence(outcome, in: night, sourceLocation: sourceLocation)
    }
    if let code {
      #expect(
        outcome.complaints.contains(code), "\(code) in: \(outcome.complaints)",
        sourceLocation: sourceLocation)
    }
  }

  @Test func theSearchFindsWhatIsThere() throws {
    let surname = canary.rows[7][3]
    #expect(canary.sings(in: Data("…\(surname.uppercased())…".utf8)))
    #expect(canary.sings(in: Data(surname.dropFirst(2).prefix(8).utf8)))
    #expect(!canary.sings(in: Data(surname.prefix(7).utf8)))
    #expect(canary.sings(in: Data("111222333".utf8)))
    #expect(canary.sings(in: Data(canary.rows[7][0].utf8)))
    #expect(!canary.sings(in: Data(canary.rows[7][0].utf8), referencesToo: false))
  }

  @Test func aRunThatSucceeds() throws {
    let night = try night(canary.text())
    try expectSilence(night, exit: 0)
    let run = night.folder.url.appendingPathComponent("output/current/0606")
    let list = try Data(contentsOf: run.appendingPathComponent("werklijst.csv"))
    #expect(canary.sings(in: list), "the list holds them, so the search could find them")
    let households = try NightFixture.table(run.appendingPathComponent("prioritised.csv.gz"))
    let id = try #require(households.first?["household_id"])
    for extra in [[], ["--json"]] {
      try canary.expectSilence(night.run(extra, command: "plan"), in: night)
      try canary.expectSilence(
        Program.run(["explain", id, "--run", night.folder.path("output/current")] + extra),
        in: night)
      try canary.expectSilence(
        Program.run(["check", "pipelines/nightly.yml"] + extra, in: night.folder.url), in: night)
    }
    let signals = try NightFixture.table(run.appendingPathComponent("matched.csv.gz")).prefix(2)
    let ids = signals.compactMap { $0["signal_id"] }
    for subject in [[id], ids] {
      let page = night.folder.path("inbox/page.html")
      let outcome = try Program.run(
        ["explain"] + subject
          + ["--run", run.path, "--pipeline", "pipelines/nightly.yml", "--html", page],
        in: night.folder.url)
      #expect(outcome.exitCode == 0, "\(outcome.complaints)")
      #expect(!canary.sings(in: try Data(contentsOf: URL(fileURLWithPath: page))))
      try FileManager.default.removeItem(atPath: page)
    }
    for what in ["ddas", "feedback"] {
      let outcome = try Program.run(
        [
          "export", what, "--run", run.path, "--pipeline", "pipelines/nightly.yml", "--output",
          night.folder.path("export"),
        ], in: night.folder.url)
      #expect(outcome.exitCode == 0, "\(outcome.complaints)")
      try canary.expectSilence(outcome, in: night)
    }
    let again = try night.run(["--verbose"])
    #expect(again.output.contains("nothing new"))
    try canary.expectSilence(again, in: night)
    for stage in ["normalise", "deduplicate", "match", "prioritise"] {
      let outcome = try Program.run(
        [
          "stage", stage, "pipelines/nightly.yml", "--input",
          night.folder.path("output/current/0606"), "--output",
          night.folder.path("stages/0606"),
        ], in: night.folder.url)
      #expect(outcome.exitCode == 0, "\(outcome.complaints)")
      try canary.expectSilence(outcome, in: night)
    }
  }

  @Test func rowsThatCannotBeRead() throws {
    let secret = { (row: Int) in canary.rows[row][3] }
    let night = try night(
      canary.text([
        0: ["Openstaand bedrag": secret(0)],
        1: ["Datum melding": secret(1)],
        2: ["Soort melding": secret(2)],
        3: ["Maanden achterstand": secret(3)],
        4: [
          "Postcode": secret(4) + ";" + secret(5), "Geboortedatum": secret(6), "Bezwaar": secret(7),
        ],
        8: ["Geboortedatum": secret(8)],
        9: ["Telefoon": secret(9), "E-mail": secret(10), "Huisnummer": secret(11)],
        12: ["Postcode": "9999 ZZ", "Plaats": secret(12)],
        13: ["Bezwaar": "Ja"],
        14: ["Achternaam": secret(14) + " Beheer B.V."],
      ]))
    try night.changeFeed("rejects-at-most-per-mille: 100", to: "rejects-at-most-per-mille: 500")
    try expectSilence(night, exit: 3, code: "FEED-102")
    let run = night.folder.url.appendingPathComponent("output/current")
    let quarantine = run.appendingPathComponent("quarantine/\(Canary.feed).csv.gz")
    #expect(canary.sings(in: try NightFixture.inflate(quarantine)))
    let again = try Program.run(
      [
        "requeue", run.path, "--feed", night.feedFile, "--inbox", night.folder.path("inbox"),
      ], in: night.folder.url)
    #expect(again.exitCode == 0, "\(again.complaints)")
    try canary.expectSilence(again, in: night)
  }

  @Test func moreBrokenRowsThanAGateAllows() throws {
    let changes = Dictionary(
      uniqueKeysWithValues: (0..<20).map { ($0, ["Openstaand bedrag": canary.rows[$0][3]]) })
    try expectSilence(night(canary.text(changes)), exit: 4, code: "FEED-020")
  }

  /// A code that refuses a delivery, and how to provoke it.
  struct Refusal: Sendable, CustomTestStringConvertible {
    var code: String
    var change: @Sendable (_ night: SmallNight, _ text: Data) throws -> Void
    var testDescription: String { code }

    /// The text is changed before it is compressed.
    static func text(_ code: String, _ change: @escaping @Sendable (Data) -> Data) -> Refusal {
      Refusal(code: code) { night, text in
        try NightFixture.deflate(change(text), to: night.delivery)
      }
    }

    /// The compressed bytes are changed.
    static func bytes(_ code: String, _ change: @escaping @Sendable (Data) -> Data) -> Refusal {
      Refusal(code: code) { night, _ in
        try change(Data(contentsOf: night.delivery)).write(to: night.delivery)
      }
    }

    /// A line is put below `file:` of the feed.
    static func limit(_ code: String, _ limits: String) -> Refusal {
      Refusal(code: code) { night, _ in
        try night.changeFeed("file:\n", to: "file:\n  \(limits)\n")
      }
    }
  }

  static let refusals: [Refusal] = [
    Refusal(code: "FEED-003") { night, text in try text.write(to: night.delivery) },
    .bytes("FEED-004") { $0.prefix($0.count / 2) },
    .bytes("FEED-005") { $0 + Data("no longer gzip".utf8) },
    .limit("FEED-006", "maximum-bytes: 2000"),
    .limit("FEED-007", "maximum-rows: 20"),
    .limit("FEED-008", "maximum-row-length: 100"),
    .text("FEED-009") { $0 + Data("H-1;\"open".utf8) },
    .text("FEED-010") { $0 + Data("H-1;\"open\"text;\r\n".utf8) },
    .text("FEED-011") { text in
      text.dropFirst((text.firstIndex(of: 0x0A) ?? 0) - text.startIndex + 1)
    },
    .text("FEED-012") {
      Data(String(decoding: $0, as: UTF8.self).replacing("Postcode", with: "x").utf8)
    },
    .text("FEED-014") { text in
      Data(
        String(decoding: text, as: UTF8.self).replacing("Complexnummer", with: "Straat").utf8)
    },
    .text("FEED-015") { text in Data(text.map { $0 == 0x3B ? 0x2C : $0 }) },
    .text("FEED-016") { Data([0xFF, 0xFE]) + $0.flatMap { [$0, 0] } },
    .text("FEED-017") { $0 + Data([0]) },
    .text("FEED-021") { text in
      let lines = String(decoding: text, as: UTF8.self).split(separator: "\r\n")
      let numbers = lines.dropFirst().map { line in
        line[...(line.lastIndex(of: ";") ?? line.startIndex)] + "111222333"
      }
      return Data((lines.prefix(1) + numbers).joined(separator: "\r\n").utf8)
    },
    Refusal(code: "FEED-026") { night, _ in
      try night.changeFeed("at-least: 1,", to: "at-least: 1000,")
    },
  ]

  @Test(arguments: refusals)
  func aDeliveryThatIsRefused(_ refusal: Refusal) throws {
    let night = try night(canary.text())
    try refusal.change(night, canary.text())
    try expectSilence(night, exit: 3, code: refusal.code)
  }

  @Test func aDayOfReceiptThatIsNone() throws {
    let night = try SmallNight(feed: Canary.feed, file: "havenstad-wonen_2026-10.csv.gz")
    try night.changeFeed("{period}_{received}", to: "{period}")
    try night.folder.write("", to: "inbox/" + night.file)
    try NightFixture.deflate(canary.text(), to: night.delivery)
    try night.folder.write(canary.rows[3][3], to: "inbox/\(night.file).received")
    try expectSilence(night, exit: 3)
  }

  @Test func whatStopsACommand() throws {
    let night = try night(canary.text())
    let output = night.folder.path("output")
    func expect(_ exit: Int32, _ outcome: Program.Outcome) throws {
      #expect(outcome.exitCode == exit, "\(outcome.complaints)")
      try canary.expectSilence(outcome, in: night)
    }
    try expect(64, night.run(["--to", "nowhere"]))
    try expect(64, night.run(["--unknown"]))
    try expect(66, Program.run(["validate", night.feedFile, "nothing"], in: night.folder.url))
    try expect(73, night.run(["--verbose"], output: "inbox/\(night.file)/output"))
    try FileManager.default.createDirectory(atPath: output, withIntermediateDirectories: true)
    let descriptor = open(output + "/lock", O_RDWR | O_CREAT, 0o600)
    #expect(flock(descriptor, LOCK_EX | LOCK_NB) == 0)
    try expect(11, night.run(["--verbose"]))
    close(descriptor)
    try night.folder.write(canary.text(), to: "state/0606.sqlite")
    try expect(13, night.run(["--verbose"]))
    try FileManager.default.removeItem(atPath: night.folder.path("state"))
    let keys = try String(
      contentsOfFile: night.folder.path("fixtures/keys/test.keys"), encoding: .utf8)
    try night.folder.write(keys + "0606 test \(canary.rows[1][3])\n", to: "fixtures/keys/test.keys")
    try expect(12, night.run(["--verbose"]))
    try night.folder.write(keys, to: "fixtures/keys/test.keys")
    try night.changeFeed("columns:", to: "colums:")
    try expect(78, night.run(["--verbose"]))
    try expect(78, Program.run(["check", "pipelines/nightly.yml"], in: night.folder.url))
  }

  /// A disk without room, a crash, and somebody who stops it, with the runtime's report asked for.
  @Test(arguments: [
    ["/usr/bin/prlimit", "--fsize=512"], ["/usr/bin/prlimit", "--fsize=8192"],
    ["/usr/bin/timeout", "--signal=ABRT", "0.2"], ["/usr/bin/timeout", "--signal=ABRT", "1"],
    ["/usr/bin/timeout", "--signal=SEGV", "0.6"], ["/usr/bin/timeout", "--signal=TERM", "0.4"],
  ])
  func aRunThatDies(_ wrapper: [String]) throws {
    let night = try night(canary.text(times: 400))
    let outcome = try night.run(
      ["--verbose"], behind: ["/usr/bin/env", "SWIFT_BACKTRACE=enable=yes"] + wrapper)
    #expect(![0, 3, 4].contains(outcome.exitCode), "\(outcome.output)")
    #expect(!outcome.complaints.contains("crashed"), "a report shows what the registers point at")
    try canary.expectSilence(outcome, in: night)
    #expect(!FileManager.default.fileExists(atPath: night.folder.path("output/current")))
  }
}
