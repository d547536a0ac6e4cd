import Foundation
import TestSupport
import Testing

/// One case of `fixtures/cases`: a command line and everything it should say and write.
struct GoldenCase: CustomTestStringConvertible {
  var folder: URL
  var testDescription: String {
    folder.pathComponents.suffix(2).joined(separator: "/")
  }

  /// Every folder below `fixtures/cases` that holds a file `cmd`.
  static let all: [GoldenCase] = {
    let root = Repository.url("fixtures/cases")
    let paths = (try? FileManager.default.subpathsOfDirectory(atPath: root.path)) ?? []
    return paths.filter { $0.hasSuffix("/cmd") }.sorted().map {
      GoldenCase(folder: root.appendingPathComponent($0).deletingLastPathComponent())
    }
  }()

  func text(_ name: String) -> String? {
    try? String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
  }

  func lines(_ name: String) -> [String] {
    (text(name) ?? "").split(separator: "\n").map(String.init)
  }
}

/// Runs each case in a folder of its own that holds `pipelines`, `fixtures` and `docs`.
///
/// - `cmd`: the command line, one argument a line.
/// - `before`: a command line that is run first, such as a run that `cmd` looks at; it must end with 0 or 3.
/// - `deliveries`: lines with a file of the repository and its name in `inbox`, or a path in the folder,
///   where it stands as gzip.
/// - `input/`: files that are put into the folder, over those of the repository.
/// - `expected.out`, `expected.err`, `expected.exit`: what it says and how it ends.
/// - `expected/`: files it writes; `.csv.gz` is kept inflated, so that a difference can be read.
///
/// `make update-cases` writes the expected files again. A missing one is written and fails.
@Suite struct GoldenCaseTests {
  @Test func thereAreCases() {
    #expect(GoldenCase.all.count >= 9)
  }

  @Test(arguments: GoldenCase.all)
  func caseHolds(_ golden: GoldenCase) throws {
    let folder = try workingFolder(for: golden)
    if golden.text("before") != nil {
      let before = try Program.run(golden.lines("before"), in: folder.url)
      try #require([0, 3].contains(before.exitCode), "\(before.complaints)")
    }
    let outcome = try Program.run(golden.lines("cmd"), in: folder.url)
    try expect(golden, "expected.out", Data(outcome.output.utf8))
    try expect(golden, "expected.err", Data(outcome.complaints.utf8))
    try expect(golden, "expected.exit", Data("\(outcome.exitCode)\n".utf8))
    for name in golden.lines("files") {
      let url = folder.url.appendingPathComponent(name)
      let inflated = name.hasSuffix(".gz")
      let bytes = inflated ? try NightFixture.inflate(url) : try Data(contentsOf: url)
      try expect(golden, "expected/" + (inflated ? String(name.dropLast(3)) : name), bytes)
    }
  }

  private func workingFolder(for golden: GoldenCase) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    for name in ["pipelines", "fixtures", "docs"] {
      try FileManager.default.copyItem(
        at: Repository.url(name), to: folder.url.appendingPathComponent(name))
    }
    let input = golden.folder.appendingPathComponent("input")
    for path in (try? FileManager.default.subpathsOfDirectory(atPath: input.path)) ?? [] {
      let url = input.appendingPathComponent(path)
      if try url.resourceValues(forKeys: [.isDirectoryKey]).isDirectory == true { continue }
      try folder.write(Data(contentsOf: url), to: path)
    }
    for line in golden.lines("deliveries") {
      let words = line.split(separator: " ").map(String.init)
      try #require(words.count == 2)
      let path = words[1].contains("/") ? words[1] : "inbox/" + words[1]
      try folder.write("", to: path)
      try NightFixture.deflate(
        Data(contentsOf: Repository.url(words[0])), to: folder.url.appendingPathComponent(path))
    }
    return folder
  }

  private func expect(_ golden: GoldenCase, _ name: String, _ found: Data) throws {
    let url = golden.folder.appendingPathComponent(name)
    let environment = ProcessInfo.processInfo.environment
    if environment["UPDATE_CASES"] == "1" {
      #expect(environment["CI"] == nil, "golden files are not rewritten in CI")
      if environment["CI"] == nil { try write(found, to: url) }
      return
    }
    guard let expected = try? Data(contentsOf: url) else {
      if environment["CI"] == nil { try write(found, to: url) }
      Issue.record("\(golden.testDescription)/\(name) was missing; read it and commit it")
      return
    }
    #expect(
      expected == found,
      "\(golden.testDescription)/\(name): \(String(decoding: found.prefix(2000), as: UTF8.self))")
  }

  private func write(_ bytes: Data, to url: URL) throws {
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try bytes.write(to: url)
  }
}
