import Foundation
import TestSupport
import Testing

/// Runs that ask a register of persons: its numbers stay in its own store, and the order of its rows
/// changes nothing.
@Suite struct RegisterTests {
  /// Every file of a folder that holds a text, as it stands or inflated; the register itself left out.
  private func holders(of text: String, in night: RegisterNight) throws -> [String] {
    let root = night.folder.url
    return try FileManager.default.subpathsOfDirectory(atPath: root.path).filter { path in
      let url = root.appendingPathComponent(path)
      guard !path.hasPrefix("registers/"), !path.hasPrefix("fixtures/"),
        try url.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile == true
      else { return false }
      var bytes = try Data(contentsOf: url)
      if path.hasSuffix(".gz") { bytes += try NightFixture.inflate(url) }
      if path.hasSuffix(".xlsx") { bytes += Data(try ZipParts(bytes).wholeText().utf8) }
      return bytes.range(of: Data(text.utf8)) != nil || path.contains(text)
    }
  }

  @Test func aNumberStandsInItsOwnStoreAndNowhereElse() throws {
    let night = try RegisterNight()
    let outcomes = try [night.run("--verbose"), night.run("--json"), night.run()]
    // The first publishes; then nothing is new.
    #expect(outcomes.map(\.exitCode) == [3, 0, 0], "\(outcomes[0].complaints)")
    for outcome in outcomes {
      for number in RegisterNight.numbers {
        #expect(!(outcome.output + outcome.complaints).contains(number))
      }
    }
    // One of the first one's signals knows no birth date and is not sure; of the second the register says that
    // she has died: their numbers are not kept.
    for (number, isKept) in zip(RegisterNight.numbers, [false, false, true]) {
      let holders = try holders(of: number, in: night)
      #expect(holders.allSatisfy { $0.hasPrefix("state/0606.register.sqlite") }, "\(holders)")
      #expect(holders.isEmpty != isKept)
    }
    // The search finds what is there.
    #expect(try !holders(of: "Nieuwe Haven", in: night).isEmpty)
    let mode = try FileManager.default.attributesOfItem(
      atPath: night.folder.path("state/0606.register.sqlite"))[.posixPermissions]
    #expect(mode as? Int == 0o600)
  }

  @Test func theOrderOfTheRegisterChangesNoFileButTheRun() throws {
    let night = try RegisterNight()
    _ = try night.run("--no-state-update")
    let lines = try RegisterNight.lines()
    let other = ([lines[0]] + lines.dropFirst().reversed()).joined(separator: "\r\n")
    try night.put(Data(other.utf8), at: "registers/0606/register.csv.gz")
    _ = try night.run("--no-state-update", output: "other")
    for name in try NightFixture.files(of: night.file("")).keys {
      #expect(
        try Data(contentsOf: night.file(name))
          == Data(contentsOf: night.file(name, output: "other")),
        "\(name)")
    }
  }

  @Test func theSameNightAgainIsNothingNewAndAnotherRegisterIs() throws {
    let night = try RegisterNight()
    _ = try night.run()
    #expect(try night.run("--verbose").output.contains("nothing new"))
    let lines = try RegisterNight.lines()
    try night.put(
      Data(lines.dropLast().joined(separator: "\n").utf8), at: "registers/0606/register.csv.gz")
    #expect(try !night.run("--verbose").output.contains("nothing new"))
  }

  @Test func matchAloneAsksTheRegisterAgain() throws {
    let night = try RegisterNight()
    _ = try night.run()
    for stage in ["match", "prioritise", "publish"] {
      let outcome = try Program.run(
        [
          "stage", stage, "pipelines/nightly.yml", "--input", "output/current/0606", "--output",
          "again/0606",
        ], in: night.folder.url)
      #expect(outcome.exitCode == 0, "\(outcome.complaints)")
    }
    for name in try NightFixture.files(of: night.folder.url.appendingPathComponent("again/0606"))
      .keys
    {
      #expect(
        try Data(contentsOf: night.file(name))
          == Data(contentsOf: night.folder.url.appendingPathComponent("again/0606/" + name)),
        "\(name)")
    }
    let resumed = try night.run("--from", "match")
    #expect(resumed.exitCode == 3, "\(resumed.complaints)")
  }

  @Test func explainSaysWhatTheRegisterSays() throws {
    let night = try RegisterNight()
    _ = try night.run()
    let lines = try NightFixture.table(night.file("linked.csv.gz"))
    let secret = try #require(lines.first { $0["register_outcome"] == "geheim" }?["person_id"])
    let outcome = try Program.run(
      ["explain", secret, "--run", "output/current"], in: night.folder.url)
    #expect(outcome.exitCode == 0, "\(outcome.complaints)")
    #expect(outcome.output.contains("register: geheim"))
    #expect(!outcome.output.contains("Kadehof"))
  }

  @Test func aSecretAddressStandsOnNoList() throws {
    let night = try RegisterNight()
    _ = try night.run()
    let list = try String(contentsOf: night.file("werklijst.csv"), encoding: .utf8)
    let workbook = try ZipParts(Data(contentsOf: night.file("werklijst.xlsx"))).wholeText()
    for text in [list, workbook] {
      #expect(text.contains("adres geheim"))
      #expect(!text.contains("Kadehof 18"), "L. Visser lives there in secret")
      #expect(text.contains("Kadehof 12"))
    }
  }

  @Test(arguments: [
    ("absent", 66, "REG-001"), ("stale", 3, "REG-007"), ("undated", 3, "REG-008"),
    ("truncated", 65, "REG-002"), ("nationality", 65, "REG-005"), ("day", 65, "REG-009"),
    ("doubled number", 3, "REG-014"),
  ])
  func whatIsWrongWithARegisterIsSaid(what: String, exit: Int32, code: String) throws {
    let night = try RegisterNight()
    let path = "registers/0606/register.csv.gz"
    let url = night.folder.url.appendingPathComponent(path)
    let lines = try RegisterNight.lines()
    switch what {
    case "absent": try FileManager.default.removeItem(at: url)
    case "stale": try night.folder.write("2026-10-01", to: path + ".date")
    case "undated":
      try FileManager.default.removeItem(
        at: night.folder.url.appendingPathComponent(path + ".date"))
    case "truncated": try Data(contentsOf: url).dropLast(20).write(to: url)
    case "nationality":
      let header = lines[0].replacing("Selectienummer", with: "Nationaliteit")
      try night.put(Data(([header] + lines.dropFirst()).joined(separator: "\n").utf8), at: path)
    case "day": try night.folder.write("gisteren", to: path + ".date")
    default:
      let twice = lines[1].replacing("Johanna", with: "Jacoba")
      try night.put(Data((lines + [twice]).joined(separator: "\n").utf8), at: path)
    }
    let outcome = try night.run()
    #expect(outcome.exitCode == exit, "\(outcome.complaints)")
    #expect(outcome.complaints.contains(code))
    for number in RegisterNight.numbers { #expect(!outcome.complaints.contains(number)) }
    let isPublished = FileManager.default.fileExists(atPath: night.file("werklijst.csv").path)
    #expect(isPublished == (exit == 3))
    if isPublished {
      let issues = try String(
        contentsOf: night.folder.url.appendingPathComponent("output/current/issues.jsonl"),
        encoding: .utf8)
      #expect(issues.contains(code))
    }
    if what == "doubled number" {
      #expect(try holders(of: "111222333", in: night).isEmpty)
    }
  }
}
