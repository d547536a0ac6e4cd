import Foundation
import TestSupport
import Testing

/// A night that asks the invented register of `fixtures/cases/run/0003-register`.
struct RegisterNight {
  static let source = Repository.url("fixtures/cases/run/0003-register")
  /// The published numbers for tests that stand in the register.
  static let numbers = ["111222333", "123456782", "999990019"]

  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.copy("pipelines", "fixtures/keys", "docs/sources.yml")
    for name in ["pipelines/nightly.yml", "registers/0606/register.csv.gz.date"] {
      try folder.write(
        Data(contentsOf: Self.source.appendingPathComponent("input/" + name)), to: name)
    }
    let deliveries = try String(
      contentsOf: Self.source.appendingPathComponent("deliveries"), encoding: .utf8)
    for line in deliveries.split(separator: "\n") {
      let words = line.split(separator: " ").map(String.init)
      try put(
        Data(contentsOf: Repository.url(words[0])),
        at: words[1].contains("/") ? words[1] : "inbox/" + words[1])
    }
  }

  /// Puts a text as gzip somewhere in the folder.
  func put(_ text: Data, at path: String) throws {
    try folder.write("", to: path)
    try NightFixture.deflate(text, to: folder.url.appendingPathComponent(path))
  }

  /// The register as lines, the header first.
  static func lines() throws -> [String] {
    try String(contentsOf: source.appendingPathComponent("register/0606.csv"), encoding: .utf8)
      .split(separator: "\n").map(String.init)
  }

  /// Runs the pipeline.
  func run(_ extra: String..., output: String = "output") throws -> Program.Outcome {
    try Program.run(
      [
        "run", "pipelines/nightly.yml", "--inbox", "inbox", "--reference-date", "2026-11-09",
        "--output", output,
      ] + extra, in: folder.url)
  }

  /// A file of the current run of a municipality.
  func file(_ name: String, output: String = "output") -> URL {
    folder.url.appendingPathComponent("\(output)/current/0606/\(name)")
  }
}
