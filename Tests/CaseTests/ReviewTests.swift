import Foundation
import TestSupport
import Testing

/// People are asked about doubtful pairs, and what they answer binds all later nights.
@Suite struct ReviewTests {
  @Test(arguments: ["zelfde", "niet-zelfde", "onzeker"])
  func mondayAsksTuesdayObeysAndWednesdayRemembers(word: String) throws {
    let night = try ReviewNight()
    try night.run(9)
    #expect(try !night.isOne())
    #expect(try night.matched("match_grade")[1] == "twijfel")
    let asked = try night.asked()
    #expect(asked.count == 2, "one doubtful pair")
    #expect(asked[1].contains("apart") && asked[1].contains("Müller"))

    try night.answer(word)
    for day in [10, 11] {
      try night.run(day)
      #expect(try night.isOne() == (word == "zelfde"), "day \(day)")
      #expect(try night.asked().isEmpty, "what was answered is not asked again")
      if word == "zelfde" {
        #expect(try !night.matched("match_grade").prefix(2).contains("twijfel"))
      }
      if day == 10 { try night.takeAway() }
    }
    let again = try night.run(11, "--verbose")
    #expect(again.output.contains("nothing new"))
  }

  @Test func aNightWithAnswersCanBeRepeated() throws {
    let night = try ReviewNight()
    try night.run(9)
    try night.answer("onzeker")
    try night.run(10)
    for _ in 0..<2 {
      let again = try night.run(10, "--verbose")
      #expect(again.output.contains("nothing new"))
    }
    try night.takeAway()
    #expect(try night.run(10, "--verbose").output.contains("nothing new"))
  }

  @Test func whatWasJoinedIsParted() throws {
    let night = try ReviewNight([("J.", "Bakker", "1"), ("J.", "Bakker", "1")])
    try night.run(9)
    #expect(try night.isOne())
    let ids = try night.matched("signal_id")
    try night.put("Niet zelfde", ids[1], ids[0], as: "a.csv")
    try night.run(10)
    #expect(try !night.isOne())
    // A later answer in place of the first.
    try night.takeAway("a.csv")
    try night.put("zelfde", ids[0], ids[1], as: "b.csv")
    try night.run(11)
    #expect(try night.isOne())
  }

  @Test func withoutUpdateOfTheStateNothingIsRemembered() throws {
    let night = try ReviewNight()
    try night.run(9)
    try night.answer("zelfde")
    try night.run(10, "--no-state-update", output: "trial")
    #expect(try night.isOne(output: "trial"))
    try night.takeAway()
    try night.run(11)
    #expect(try !night.isOne())
    #expect(try night.asked().count == 2)
  }

  @Test func namesOfFilesAndOrderOfLinesChangeNothing() throws {
    let night = try ReviewNight([
      ("J.", "Bakker", "1"), ("", "Bakker", "1"), ("P.", "Smit", "2"), ("", "Smit", "2"),
    ])
    try night.run(9)
    let ids = try night.matched("signal_id")
    let (header, one, other) = (
      "Oordeel;Melding A;Melding B", "zelfde;\(ids[0]);\(ids[1])",
      "niet-zelfde;\(ids[2]);\(ids[3])"
    )
    try night.put([header, one, other], as: "a.csv")
    try night.run(10, "--no-state-update", output: "first")
    try night.takeAway("a.csv")
    try night.put([header, other], as: "1.csv")
    try night.put(["sep=;", header, one, one], as: "2.CSV")
    try night.put([header, "", ";;"], as: "3.csv")
    try night.run(10, "--no-state-update", output: "second")
    #expect(
      try NightFixture.files(of: night.file("", output: "first"))
        == NightFixture.files(of: night.file("", output: "second")))
  }

  /// What can be wrong with a file, its lines, the code, and how the run ends.
  static let faults: [(String, [String], String, Int32)] = [
    ("word", ["Oordeel;Melding A;Melding B", "misschien;{0};{1}"], "REV-005", 3),
    ("id", ["Oordeel;Melding A;Melding B", "zelfde;{0};1,2E+31"], "REV-006", 3),
    ("one", ["Oordeel;Melding A;Melding B", "zelfde;{0};{0}"], "REV-007", 3),
    ("uneven", ["Oordeel;Melding A;Melding B", "zelfde;{0}"], "REV-004", 3),
    ("column", ["Oordeel;Melding A", "zelfde;{0}"], "REV-003", 3),
    ("quote", ["Oordeel;Melding A;Melding B", "zelfde;\"{0};{1}"], "REV-002", 3),
    ("empty", [], "REV-002", 3),
    ("nul", ["Oordeel;Melding A;Melding B\u{0}", "zelfde;{0};{1}"], "REV-002", 3),
    (
      "unknown",
      ["Oordeel;Melding A;Melding B", "zelfde;{0};" + String(repeating: "ab", count: 16)],
      "REV-008", 0
    ),
    (
      "contradiction",
      ["Oordeel;Melding A;Melding B", "zelfde;{0};{1}", "niet-zelfde;{1};{0}"], "REV-009", 3
    ),
    (
      "chain",
      [
        "Oordeel;Melding A;Melding B", "zelfde;{0};{1}", "zelfde;{1};{2}", "niet-zelfde;{0};{2}",
      ], "REV-010", 3
    ),
  ]

  @Test(arguments: faults)
  func whatCannotBeReadIsToldWithoutItsValue(
    name: String, lines: [String], code: String, exit: Int32
  ) throws {
    let night = try ReviewNight()
    try night.run(9)
    let ids = try night.matched("signal_id")
    let written = lines.map { line in
      ids.enumerated().reduce(line) { $0.replacing("{\($1.offset)}", with: $1.element) }
    }
    if written.isEmpty {
      try night.folder.write("", to: "reviews/0606/zz.csv")
    } else {
      try night.put(written, as: "zz.csv")
    }
    let outcome = try night.run(10, "--verbose", exit: exit)
    #expect(outcome.complaints.contains(code), "\(outcome.complaints)")
    if code != "REV-010" { #expect(outcome.complaints.contains("zz.csv")) }
    let issues = try String(
      contentsOfFile: night.folder.path("output/current/issues.jsonl"), encoding: .utf8)
    #expect(issues.contains(code))
    for value in ids + ["misschien", "1,2E+31", "abababab"] {
      #expect(!(outcome.output + outcome.complaints + issues).contains(value))
    }
    // A chain is asked about again, and joined until it is answered; of the others nothing binds.
    #expect(try night.isOne() == (name == "chain"))
    #expect(try night.asked().count == 2)
    let planned = try Program.run(
      [
        "plan", "pipelines/nightly.yml", "--inbox", "inbox", "--output", "output", "--state",
        "state", "--reference-date", "2026-11-10",
      ], in: night.folder.url)
    #expect((planned.output + planned.complaints).contains(code) || code == "REV-008")
  }

  @Test func filesThatNobodyWouldReadAreTold() throws {
    let night = try ReviewNight()
    try night.folder.write("Oordeel\r\n", to: "reviews/beoordeling.csv")
    try FileManager.default.createDirectory(
      atPath: night.folder.path("reviews/0606/folder.csv"), withIntermediateDirectories: true)
    let outcome = try night.run(9, exit: 3)
    #expect(outcome.complaints.contains("in the folder of no municipality"))
    #expect(outcome.complaints.contains("no regular file"))
    try FileManager.default.removeItem(atPath: night.folder.path("reviews"))
    #expect(try night.run(10).complaints.contains("REV-001"))
  }

  @Test func valuesOfAFileOfAnswersReachNoLog() throws {
    let canary = Canary(rows: 40)
    let night = try ReviewNight()
    try night.run(9)
    try night.put(
      ["Oordeel;Melding A;Melding B;Naam A"]
        + canary.rows.map { "\($0[3]);\($0[7]);\($0[14]);\($0[3])" }, as: "zz.csv")
    let outcome = try night.run(10, "--verbose", exit: 3)
    #expect(!canary.sings(in: Data((outcome.output + outcome.complaints).utf8)))
    for (path, bytes) in try NightFixture.files(
      of: night.folder.url.appendingPathComponent("output/current").resolvingSymlinksInPath())
    {
      #expect(!canary.sings(in: bytes), "\(path)")
    }
  }
}
