import Definitions
import Diagnostics
import Foundation
import Model
import TestSupport
import Testing

@Suite struct LoaderTests {
  private static let feed = "pipelines/feeds/waterdruppel/feed.yml"

  @Test func `Problems of all files are told at once, by file and line`() throws {
    let pipeline = try EditedPipeline()
    try pipeline.replace("delimiter: \"|\"", with: "delimeter: \"|\"", in: Self.feed)
    try pipeline.replace("due-day: 10", with: "due-day: ten", in: Self.feed)
    try pipeline.replace("  C1: 4", with: "  C0: 9", in: "pipelines/municipalities/0606.yml")
    try pipeline.replace(
      "class: C4\n    reason: \"De", with: "class: C5\n    reason: \"De",
      in: "pipelines/rules/standaard.yml")
    try pipeline.replace("  - match\n", with: "", in: "pipelines/nightly.yml")
    try pipeline.replace("2026-01-02,", with: "2026-02-30,", in: "pipelines/reference/holidays.csv")
    let problems = pipeline.problems()
    let told = problems.map { problem in
      let file = (problem.location.file ?? "").split(separator: "/").last ?? ""
      return "\(file) \(problem.code.id)"
    }
    #expect(
      told == [
        "feed.yml DEF-005", "feed.yml DEF-004", "feed.yml DEF-003", "0606.yml DEF-010",
        "nightly.yml DEF-004", "holidays.csv DEF-005", "standaard.yml DEF-006",
      ])
  }

  @Test func `Every one of several doubled keys is told, and the rest is still checked`() throws {
    let pipeline = try EditedPipeline()
    try pipeline.replace(
      "  encoding: windows-1252",
      with: "  encoding: windows-1252\n  encoding: utf-8\n  encoding: utf-8\n  enc: 1",
      in: Self.feed)
    let problems = pipeline.problems()
    #expect(problems.map(\.code.id) == ["DEF-009", "DEF-009", "DEF-003"])
    let lines = problems.compactMap(\.location.line)
    #expect(lines == [lines[0], lines[0] + 1, lines[0] + 2])
  }

  @Test func `Words that YAML would read as something else stay words`() throws {
    let pipeline = try EditedPipeline()
    try pipeline.replace("- \"0606\"", with: "- 0606", in: "pipelines/nightly.yml")
    try pipeline.replace(
      "code: \"0606\"", with: "code: 0606", in: "pipelines/municipalities/0606.yml")
    try pipeline.replace(
      "    X: ja\n", with: "    y: ja\n    no: nee\n    0: nee\n    1e3: ja\n",
      in: Self.feed)
    let loaded = try pipeline.load()
    #expect(loaded.municipalities.map(\.code.description) == ["0556", "0606", "0622"])
    let water = try #require(loaded.feeds.first { $0.id == FeedID("waterdruppel") })
    #expect(
      water.lookups["geen-toestemming"] == ["y": "ja", "no": "nee", "0": "nee", "1e3": "ja"])
  }

  @Test(arguments: ["606", "0x25E", "6_06", "\"606\"", "0606.0", "zes"])
  func `A code of another length is refused, never another municipality`(code: String) throws {
    let pipeline = try EditedPipeline()
    try pipeline.replace("- \"0606\"", with: "- \(code)", in: "pipelines/nightly.yml")
    let problems = pipeline.problems()
    #expect(problems.map(\.code.id) == ["DEF-005"])
    #expect(DiagnosticText.sentence(try #require(problems.first)).contains("\"0606\""))
  }

  @Test func `Windows line ends and a byte-order mark change nothing`() throws {
    let pipeline = try EditedPipeline()
    let before = try pipeline.load()
    for name in ["pipelines/nightly.yml", Self.feed, "pipelines/rules/standaard.yml"] {
      let text = try pipeline.text(name).replacingOccurrences(of: "\n", with: "\r\n")
      try pipeline.folder.write(Data([0xEF, 0xBB, 0xBF] + Array(text.utf8)), to: name)
    }
    let after = try pipeline.load()
    #expect(after.feeds.map(\.columns.count) == before.feeds.map(\.columns.count))
    #expect(
      after.ruleSets["standaard"]?.rules.map(\.reason)
        == before.ruleSets["standaard"]?.rules.map(\.reason))
  }

  @Test func `Text that is not UTF-8 is told with its place`() throws {
    let pipeline = try EditedPipeline()
    var bytes = Array("title: é\nname: Caf".utf8)
    bytes += [0xE9, 0x0A]
    try pipeline.folder.write(Data(bytes), to: Self.feed)
    let problem = try #require(pipeline.problems().first)
    #expect(problem.code.id == "DEF-002")
    #expect(problem.location.line == 2)
    #expect(problem.location.character == 10)
  }

  @Test func `Aliases that multiply are stopped`() throws {
    let pipeline = try EditedPipeline()
    var text = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n"
    for level in 1...8 {
      let alias = "*a\(level - 1)"
      let nine = Array(repeating: alias, count: 9).joined(separator: ", ")
      text += "a\(level): &a\(level) [\(nine)]\n"
    }
    try pipeline.folder.write(text, to: Self.feed)
    #expect(pipeline.problems().map(\.code.id) == ["DEF-002"])
  }

  @Test func `Paths are as the user gave them`() throws {
    let pipeline = try EditedPipeline()
    try pipeline.replace("due-day: 10", with: "due-day: ten", in: Self.feed)
    let path = pipeline.folder.path("pipelines/../pipelines/./nightly.yml")
    do throws(DiagnosticList) {
      _ = try PipelineLoader(knownStages: sampleStages).load(path: path)
      Issue.record("it loaded")
    } catch {
      #expect(error.diagnostics.map(\.location.file) == [pipeline.folder.path(Self.feed)])
    }
  }

  @Test func `What is not there, and a folder in place of a file, is told`() throws {
    let folder = try TemporaryFolder()
    for path in [folder.path("no.yml"), folder.url.path] {
      #expect(throws: DiagnosticList.self) { try FeedLoader().load(path: path) }
      do throws(DiagnosticList) {
        _ = try PipelineLoader(knownStages: sampleStages).load(path: path)
        Issue.record("it loaded")
      } catch {
        #expect(error.diagnostics.map(\.code.id) == ["DEF-001"])
      }
    }
  }

  @Test func `A feed loads alone, without a register of sources`() throws {
    let folder = try TemporaryFolder()
    let text = try String(contentsOf: Repository.url(Self.feed), encoding: .utf8)
    let path = try folder.write(text, to: "water/feed.yml")
    #expect(try FeedLoader().load(path: path).id == FeedID("water"))
  }

  @Test func `A pipeline without a register of sources is told`() throws {
    let pipeline = try EditedPipeline()
    try FileManager.default.removeItem(atPath: pipeline.folder.path("docs/sources.yml"))
    #expect(pipeline.problems().map(\.code.id) == ["DEF-007"])
  }

  @Test func `Settings of stages are read, and folders made absolute`() throws {
    let pipeline = try EditedPipeline()
    try pipeline.replace(
      "  - deduplicate", with: "  - deduplicate: { repeat-months: 3 }", in: "pipelines/nightly.yml")
    let loaded = try pipeline.load()
    #expect(loaded.stages.map(\.settings) == [[:], [:], ["repeat-months": 3], [:], [:], [:]])
    #expect(loaded.output == pipeline.folder.path("output"))
    #expect(loaded.keyFile == pipeline.folder.path("fixtures/keys/test.keys"))
  }

  @Test func `The same definitions in another place give the same files`() throws {
    let first = try EditedPipeline().load().files
    let second = try EditedPipeline().load().files
    #expect(first == second)
    #expect(first.count == 16)
  }
}
