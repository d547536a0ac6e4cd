import Foundation
import TestSupport
import Testing

/// What a run makes is for its owner alone, and stands in its own folders alone.
@Suite struct OwnFilesTests {
  /// The access of everything below a folder, by path.
  private func modes(below folder: URL) throws -> [String: Int] {
    var modes: [String: Int] = [:]
    for path in try FileManager.default.subpathsOfDirectory(atPath: folder.path) {
      let url = folder.appendingPathComponent(path)
      let attributes = try FileManager.default.attributesOfItem(atPath: url.path)
      guard attributes[.type] as? FileAttributeType != .typeSymbolicLink else { continue }
      modes[path] = try #require(attributes[.posixPermissions] as? NSNumber).intValue
    }
    return modes
  }

  @Test func everythingIsForTheOwnerWhateverTheCallersMask() throws {
    let folder = try TemporaryFolder()
    let outcome = try Program.run(
      [
        "run", NightFixture.pipeline, "--inbox", "fixtures/deliveries", "--output",
        folder.path("output"), "--state", folder.path("state"), "--reference-date",
        NightFixture.referenceDate,
      ], behind: ["/bin/sh", "-c", "umask 000; exec \"$@\"", "sh"])
    #expect([0, 3].contains(outcome.exitCode), "\(outcome.complaints)")
    var names: Set<String> = []
    for root in ["output", "state"] {
      let url = folder.url.appendingPathComponent(root)
      for (path, mode) in try modes(below: url) {
        names.insert(url.appendingPathComponent(path).pathExtension)
        #expect(mode & 0o077 == 0, "\(root)/\(path) is \(String(mode, radix: 8))")
      }
    }
    #expect(names.isSuperset(of: ["gz", "csv", "xlsx", "sqlite", "html", "json"]))
  }

  @Test func nothingStandsInAFolderForTemporaryFilesForAMoment() throws {
    let folder = try TemporaryFolder()
    let temporary = folder.url.appendingPathComponent("temporary")
    try FileManager.default.createDirectory(at: temporary, withIntermediateDirectories: false)
    // A file that comes and goes changes the time of its folder.
    let past = Date(timeIntervalSince1970: 1_000_000_000)
    try FileManager.default.setAttributes([.modificationDate: past], ofItemAtPath: temporary.path)
    let outcome = try Program.run(
      [
        "run", NightFixture.pipeline, "--inbox", "fixtures/deliveries", "--output",
        folder.path("output"), "--state", folder.path("state"), "--reference-date",
        NightFixture.referenceDate,
      ],
      behind: [
        "/usr/bin/env", "TMPDIR=\(temporary.path)", "SQLITE_TMPDIR=\(temporary.path)",
      ])
    #expect([0, 3].contains(outcome.exitCode), "\(outcome.complaints)")
    let after = try FileManager.default.attributesOfItem(atPath: temporary.path)
    #expect(after[.modificationDate] as? Date == past)
  }
}
