import Definitions
import Diagnostics
import Foundation
import Model
import Pipeline
import TestSupport
import Testing

@Suite struct InboxTests {
  @Test func filesAreGivenToTheFeedWhoseNameTheyFollow() throws {
    let folder = try TemporaryFolder()
    for name in [
      "waterdruppel_2026-10_20261104.csv.gz", "havenstad_2026-10_20261104.csv.gz",
      "havenstad_2026-09_20261005.csv.gz", "havenstad_2026-09_20261005.csv.gz.sha256",
      ".hidden", "truth.csv",
    ] {
      try folder.write("", to: name)
    }
    let inbox = try Inbox(
      folder: folder.url.path, feeds: [feed("waterdruppel"), feed("havenstad")])
    #expect(
      inbox.entries.map(\.name.file) == [
        "havenstad_2026-09_20261005.csv.gz", "havenstad_2026-10_20261104.csv.gz",
        "waterdruppel_2026-10_20261104.csv.gz",
      ])
    #expect(inbox.entries.map(\.period) == ["2026-09", "2026-10", "2026-10"])
    #expect(inbox.strangers.isEmpty)
  }

  @Test(arguments: [
    "havenstad_2026-13_20261104.csv.gz", "havenstad_2026-10_20261131.csv.gz",
    "havenstad_2026-10_20261104.csv.gz.bak", "Havenstad_2026-10_20261104.csv.gz",
    "havenstad_2026-10_2026110.csv.gz", "overzicht.xlsx",
  ])
  func aFileOfNoFeedIsAStranger(name: String) throws {
    let folder = try TemporaryFolder()
    try folder.write("", to: name)
    let inbox = try Inbox(folder: folder.url.path, feeds: [feed("havenstad")])
    #expect(inbox.entries.isEmpty)
    #expect(inbox.strangers.map(\.diagnostic.code) == [.noFeedForFile])
    #expect(inbox.strangers.map(\.name) == [name])
  }

  private func feed(_ id: String) -> FeedDefinition { namedFeed(id) }

  /// A name may hold anything but a slash and NUL; what is said of it holds nothing that hurts.
  @Test func aStrangeNameIsPrintedSafely() throws {
    let folder = try TemporaryFolder()
    let names: [[UInt8]] = [
      Array("x\nerror RUN-016 forged".utf8), [0x61, 0xFF], Array("\u{1B}]0;title\u{07}".utf8),
      Array("havenstad_2026-10_20261104.csv.gz\n".utf8),
    ]
    for name in names {
      let path = Array((folder.url.path + "/").utf8) + name + [0]
      let descriptor = path.withUnsafeBufferPointer { buffer in
        buffer.withMemoryRebound(to: CChar.self) {
          $0.baseAddress.map { open($0, O_CREAT | O_WRONLY, 0o600) } ?? -1
        }
      }
      #expect(descriptor >= 0)
      close(descriptor)
    }
    let inbox = try Inbox(folder: folder.url.path, feeds: [feed("havenstad")])
    #expect(inbox.entries.isEmpty)
    #expect(
      inbox.strangers.map(\.name) == [
        "\\x1B]0;title\\x07", "a\\xFF", "havenstad_2026-10_20261104.csv.gz\\x0A",
        "x\\x0Aerror RUN-016 forged",
      ])
    #expect(inbox.strangers.map(\.diagnostic.location.file) == inbox.strangers.map(\.name))
    // `Foundation` cannot remove a file whose name is no text.
    #expect(unlink(folder.url.path + "/a\u{FFFD}") != 0)
    let bytes = Array((folder.url.path + "/a").utf8) + [0xFF, 0]
    bytes.withUnsafeBufferPointer { buffer in
      _ = buffer.withMemoryRebound(to: CChar.self) { $0.baseAddress.map { unlink($0) } }
    }
  }
}
