import Definitions
import Diagnostics
import Foundation
import Model
import TestSupport
import Testing

@testable import Pipeline

@Suite struct DeliveryCollectorTests {
  private let folder: TemporaryFolder
  private let copies: PrivateFolder
  private let feed = namedFeed("havenstad")
  private let undated = namedFeed("havenstad", pattern: "havenstad_{period}.csv.gz")
  private static let file = "havenstad_2026-10_20261104.csv.gz"
  private static let undatedFile = "havenstad_2026-10.csv.gz"
  /// SHA-256 of the text "abc".
  private static let digits = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"

  init() throws {
    folder = try TemporaryFolder()
    try FileManager.default.createDirectory(
      atPath: folder.path("inbox"), withIntermediateDirectories: true)
    copies = try PrivateFolder(below: folder.url.path)
  }

  private func collector(_ scan: ScanDefinition? = nil) throws -> DeliveryCollector {
    DeliveryCollector(
      folder: try #require(OpenFolder(path: folder.path("inbox"))),
      scanner: scan.map(DeliveryScanner.init))
  }

  private func collect(
    _ file: String = file, _ feed: FeedDefinition? = nil, scan: ScanDefinition? = nil
  ) throws -> DeliveryCollector.Collected {
    let feed = feed ?? self.feed
    return try collector(scan).collect(
      DeliveryName(feed: feed.id, file: file), of: feed, into: copies.copy(number: 1))
  }

  private func refusal(
    _ file: String = file, _ feed: FeedDefinition? = nil, scan: ScanDefinition? = nil
  ) -> RefusedDelivery? {
    #expect(throws: RefusedDelivery.self) { _ = try collect(file, feed, scan: scan) }
  }

  @Test func copiesTheBytesAndTheirDigest() throws {
    try folder.write("abc", to: "inbox/" + Self.file)
    try folder.write(Self.digits.uppercased() + " *" + Self.file, to: "inbox/\(Self.file).sha256")
    try folder.write("no date", to: "inbox/\(Self.file).received")
    let delivery = try collect().file
    #expect(try String(contentsOfFile: delivery.path, encoding: .utf8) == "abc")
    #expect(delivery.path.hasSuffix("/private/0001.csv.gz"))
    #expect(delivery.sha256 == Self.digits)
    #expect(delivery.bytes == 3)
    #expect(delivery.hasChecksum)
    // The name says the day of receipt, so nothing else may.
    #expect(delivery.receivedAt == nil)
  }

  @Test func readsTheDayOfReceiptWhereTheNameGivesNone() throws {
    try folder.write("abc", to: "inbox/" + Self.undatedFile)
    #expect(try collect(Self.undatedFile, undated).file.receivedAt == nil)
    try copies.copy(number: 1).remove()
    try folder.write("2026-11-04\n", to: "inbox/\(Self.undatedFile).received")
    let delivery = try collect(Self.undatedFile, undated).file
    #expect(delivery.receivedAt == CalendarDate(iso: "2026-11-04"))
    #expect(!delivery.hasChecksum)
  }

  @Test(arguments: ["", "4 november", "2026-11-04 2026-11-05", "2026-11-31"])
  func refusesADayOfReceiptThatIsNone(text: String) throws {
    try folder.write("abc", to: "inbox/" + Self.undatedFile)
    try folder.write(text, to: "inbox/\(Self.undatedFile).received")
    let refused = refusal(Self.undatedFile, undated)
    #expect(refused?.diagnostics.map(\.code) == [.receiptUnreadable])
    #expect(refused?.sha256 == Self.digits)
  }

  @Test(arguments: [".sha256", ".received"])
  func refusesASidecarThatIsALink(suffix: String) throws {
    try folder.write("abc", to: "inbox/" + Self.undatedFile)
    try folder.write(suffix == ".sha256" ? Self.digits : "2026-11-04", to: "elsewhere")
    try FileManager.default.createSymbolicLink(
      atPath: folder.path("inbox/\(Self.undatedFile)\(suffix)"),
      withDestinationPath: folder.path("elsewhere"))
    let code = refusal(Self.undatedFile, undated)?.diagnostics.first?.code
    #expect(code == (suffix == ".sha256" ? .checksumUnreadable : .receiptUnreadable))
  }

  @Test func aRefusalSaysTheDigestThatWasFound() throws {
    try folder.write("abc", to: "inbox/" + Self.file)
    try folder.write(String(Self.digits.reversed()), to: "inbox/\(Self.file).sha256")
    let refused = refusal()
    #expect(refused?.diagnostics.map(\.code) == [.checksumMismatch])
    #expect(refused?.sha256 == Self.digits)
    #expect(refused?.bytes == 3)
    #expect(refused?.diagnostics.first?.location == Location(feed: "havenstad", file: Self.file))
  }

  @Test func aFeedMayAskForAChecksum() throws {
    var strict = feed
    strict.delivery.requiresChecksum = true
    try folder.write("abc", to: "inbox/" + Self.file)
    #expect(refusal(Self.file, strict)?.diagnostics.map(\.code) == [.checksumMissing])
    try copies.copy(number: 1).remove()
    try folder.write(Self.digits, to: "inbox/\(Self.file).sha256")
    #expect(try collect(Self.file, strict).file.hasChecksum)
  }

  @Test func aFileAboveTheLimitIsNotCopied() throws {
    var small = feed
    small.file.maximumFileBytes = 2
    try folder.write("abc", to: "inbox/" + Self.file)
    let refused = refusal(Self.file, small)
    #expect(refused?.diagnostics.map(\.code) == [.deliveryTooLarge])
    #expect(refused?.sha256 == "")
    #expect(try Data(contentsOf: folder.url.appendingPathComponent("private/0001.csv.gz")).isEmpty)
  }

  @Test func seesThatTheOriginalIsAnotherFileNow() throws {
    let path = try folder.write("abc", to: "inbox/" + Self.file)
    let delivery = try collect()
    let collector = try collector()
    #expect(collector.isUnchanged(delivery))
    try folder.write("abc", to: "inbox/.new")
    #expect(rename(folder.path("inbox/.new"), path) == 0)
    #expect(!collector.isUnchanged(delivery))
    try FileManager.default.removeItem(atPath: path)
    #expect(!collector.isUnchanged(delivery))
  }

  @Test func aScanDecidesAboutTheCopy() throws {
    try folder.write("abc", to: "inbox/" + Self.file)
    func scan(_ script: String) throws -> ScanDefinition {
      ScanDefinition(
        command: ["/bin/sh", try folder.write(script, to: "scan.sh"), "{file}"], timeoutSeconds: 60)
    }
    let looks = #"case "$1" in *"/private/0001.csv.gz") grep -q abc "$1";; *) exit 9;; esac"#
    #expect(try collect(scan: scan(looks)).file.bytes == 3)
    try copies.copy(number: 1).remove()
    let refused = refusal(scan: try scan("exit 1"))
    #expect(refused?.diagnostics.map(\.code) == [.scanRefused])
    #expect(refused?.sha256 == Self.digits)
    try copies.copy(number: 1).remove()
    #expect(refusal(scan: try scan("exit 2"))?.diagnostics.map(\.code) == [.scanFailed])
    try copies.copy(number: 1).remove()
    let changes = refusal(scan: try scan(#"echo more >> "$1""#))
    #expect(changes?.diagnostics.map(\.code) == [.scanFailed])
    try copies.copy(number: 1).remove()
    #expect(
      refusal(scan: try scan(#"rm "$1""#))?.diagnostics.map(\.code) == [.scanFailed])
  }
}
