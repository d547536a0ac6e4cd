import Foundation
import TestSupport
import Testing

/// Each input that was kept, seed or failure, holds; without libFuzzer, in every run of the tests.
@Suite(.serialized) struct CorpusTests {
  @Test(arguments: FuzzTarget.allCases) func everyKeptInputHolds(target: FuzzTarget) throws {
    let corpus = try inputs("Corpus", target)
    #expect(!corpus.isEmpty, "Fuzz/Corpus/\(target) is empty or not there")
    for file in corpus + (try inputs("Failures", target)) {
      let bytes = Array(try Data(contentsOf: file))
      do throws(BrokenPromise) {
        try target.hold(bytes)
      } catch {
        Issue.record("\(target)/\(file.lastPathComponent): \(error)")
      }
    }
  }

  @Test(arguments: ["Corpus", "Failures"]) func everyFolderIsOfATarget(folder: String) throws {
    let found = try FileManager.default.contentsOfDirectory(
      atPath: Repository.url("Fuzz/\(folder)").path)
    let strangers = Set(found).subtracting(FuzzTarget.allCases.map(\.rawValue) + ["README.md"])
    #expect(strangers.isEmpty, "Fuzz/\(folder) has \(strangers.sorted()), which are no targets")
  }

  @Test func theCorpusIsSmall() throws {
    var size = 0
    for target in FuzzTarget.allCases {
      for file in try inputs("Corpus", target) { size += try Data(contentsOf: file).count }
    }
    #expect(size < 2_000_000, "the corpus has \(size) bytes; minimise it with Fuzz/run.sh")
  }

  private func inputs(_ folder: String, _ target: FuzzTarget) throws -> [URL] {
    let url = Repository.url("Fuzz/\(folder)/\(target.rawValue)")
    guard FileManager.default.fileExists(atPath: url.path) else { return [] }
    return try FileManager.default.contentsOfDirectory(at: url, includingPropertiesForKeys: nil)
      .sorted { $0.lastPathComponent < $1.lastPathComponent }
  }
}
