import Foundation
import TestSupport
import Testing

/// Two nights of a region, run whole or in parts: with a register, answers about pairs, and a feed that serves one
/// municipality alone.
struct PartitionNight {
  static let first = "2026-10-09"
  static let second = "2026-11-09"

  let folder: TemporaryFolder

  /// Prepares definitions, deliveries and extracts.
  init() throws {
    folder = try TemporaryFolder()
    try folder.copy("pipelines", "fixtures/keys", "docs/sources.yml")
    try change(
      "pipelines/nightly.yml", "output: ../output",
      to:
        "register: { definition: brp, folder: ../registers }\nreviews: ../reviews\noutput: ../output"
    )
    try change(
      "pipelines/feeds/havenstad-wonen/feed.yml", "\ndelivery:",
      to: "\nmunicipalities: [\"0606\"]\ndelivery:")
    let made = try Program.run(
      ["sample", "--signals", "150", "--seed", "39", "--register", "--output", "inbox"],
      in: folder.url)
    try #require(made.exitCode == 0, "\(made.complaints)")
    try FileManager.default.moveItem(
      atPath: folder.path("inbox/register"), toPath: folder.path("registers"))
    for code in ["0556", "0622"] {
      try FileManager.default.removeItem(
        atPath: folder.path("registers/\(code)/register.csv.gz.date"))
    }
    // Two extracts have no day, the answers are of nobody or no answers: problems of one municipality, and of all.
    try folder.write("", to: "reviews/astray.csv")
    for code in ["0556", "0622"] {
      try folder.write("Nr;Oordeel\n1;zelfde\n", to: "reviews/\(code)/a.csv")
    }
  }

  /// Puts a text in place of another in a file.
  func change(_ name: String, _ text: String, to other: String) throws {
    let old = try String(contentsOfFile: folder.path(name), encoding: .utf8)
    try #require(old.contains(text), "\(name)")
    try folder.write(old.replacing(text, with: other, maxReplacements: 1), to: name)
  }

  /// Runs a night, or a part of it.
  @discardableResult
  func run(_ date: String, _ output: String, state: String, _ extra: String...) throws
    -> Program.Outcome
  {
    try Program.run(
      [
        "run", "pipelines/nightly.yml", "--inbox", "inbox", "--output", output, "--state", state,
        "--reference-date", date,
      ] + extra, in: folder.url)
  }

  /// Runs every part of a night.
  ///
  /// - Returns: Their output folders.
  func runParts(_ date: String, of count: Int, state: String, jobs: Int = 2) throws -> [String] {
    try (1...count).map { number in
      let output = "parts-\(count)/\(number)"
      let ended = try run(
        date, output, state: state, "--partition", "\(number)/\(count)", "--jobs", "\(jobs)")
      #expect([0, 3].contains(ended.exitCode), "\(ended.complaints)")
      return output
    }
  }

  /// Merges parts.
  @discardableResult
  func merge(_ parts: [String], _ output: String) throws -> Program.Outcome {
    try Program.run(["merge"] + parts + ["--output", output], in: folder.url)
  }

  /// The current run of an output folder.
  func current(_ output: String) -> URL {
    folder.url.appendingPathComponent("\(output)/current").resolvingSymlinksInPath()
  }

  /// The manifest of a run without what tells how it was made, and how long that took.
  func promised(of run: URL) throws -> NSDictionary {
    var manifest = try NightFixture.manifest(of: run)
    for key in ["seconds", "peak_rss_bytes", "merged_from"] { manifest[key] = nil }
    let stages = try #require(manifest["stages"] as? [[String: Any]])
    manifest["stages"] = stages.map { stage in
      var stage = stage
      stage["seconds"] = nil
      return stage
    }
    return manifest as NSDictionary
  }

  /// The ids of the runs that a municipality remembers.
  func remembered(_ state: String, by code: String) throws -> [String] {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [
      "python3", "-c",
      "import sqlite3,sys; c=sqlite3.connect(sys.argv[1]); "
        + "print(*[r[0] for r in c.execute('SELECT run_id FROM run ORDER BY 1')])",
      folder.path("\(state)/\(code).sqlite"),
    ]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let said = try #require(try pipe.fileHandleForReading.readToEnd())
    process.waitUntilExit()
    return String(decoding: said, as: UTF8.self).split(whereSeparator: \.isWhitespace).map(
      String.init)
  }
}
