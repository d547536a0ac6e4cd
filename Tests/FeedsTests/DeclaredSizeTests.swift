import Definitions
import Diagnostics
import Foundation
import Model
import Pipeline
import Tabular
import TestSupport
import Testing

@testable import Feeds

/// What a gzip file says of its own size decides how it is read, never what comes of it.
@Suite struct DeclaredSizeTests {
  private let rows = (0..<400).map { "A-\($0);Jansen \($0);;12,00;;02-11-2026;huur;;" }

  /// gzip members with so many rows each.
  private func members(of count: Int, in folder: TemporaryFolder) throws -> Data {
    let text = Data(([InventedFeed.header] + rows).map { $0 + "\n" }.joined().utf8)
    var bytes = Data()
    var from = 0
    while from < text.count {
      let piece = text[from..<min(from + text.count / count + 1, text.count)]
      let path = folder.path("member.gz")
      let writer = try GzipWriter(path: path)
      try piece.withUnsafeBytes { buffer in
        let start = try #require(buffer.bindMemory(to: UInt8.self).baseAddress)
        try writer.write(ByteView(start: start, count: buffer.count))
      }
      try writer.finish()
      bytes += try Data(contentsOf: URL(fileURLWithPath: path))
      from = piece.endIndex
    }
    return bytes
  }

  private func read(
    _ bytes: Data, in folder: TemporaryFolder, maximumBytes: Int = 1 << 20, smallText: Int
  ) throws -> DecodedDelivery {
    let path = try folder.write(bytes, to: InventedFeed.name)
    let feed = InventedFeed.definition { $0.file.maximumBytes = maximumBytes }
    return try DeliveryReader(blockSize: 512, smallText: smallText).read(
      DeliveryFile(at: path, feed: feed), feed: feed)
  }

  private func code(_ bytes: Data, in folder: TemporaryFolder, maximumBytes: Int = 1 << 20)
    -> String
  {
    let problems = #expect(throws: DiagnosticList.self) {
      try read(bytes, in: folder, maximumBytes: maximumBytes, smallText: 1000)
    }
    return problems?.diagnostics.first?.code.id ?? ""
  }

  @Test(arguments: [1, 2, 7]) func severalMembersAreReadWhateverTheLastOneSays(count: Int) throws {
    let folder = try TemporaryFolder()
    let bytes = try members(of: count, in: folder)
    let small = try read(bytes, in: folder, smallText: 100)
    let large = try read(bytes, in: folder, smallText: 1 << 20)
    #expect(small.rows == 400)
    #expect(small.signals.amountCents == large.signals.amountCents)
    #expect(small.contentDigest == large.contentDigest)
  }

  @Test func aFileThatSaysMoreThanIsAllowedIsRefusedForWhatItIs() throws {
    let folder = try TemporaryFolder()
    let bytes = try members(of: 1, in: folder)
    #expect(code(bytes, in: folder, maximumBytes: 2000) == "FEED-006")
    #expect(code(bytes + Data("no longer gzip".utf8), in: folder) == "FEED-005")
    #expect(code(bytes.prefix(bytes.count / 2), in: folder) == "FEED-004")
    #expect(code(bytes.dropLast(4) + Data([0xFF, 0xFF, 0xFF, 0xFF]), in: folder) == "FEED-005")
    #expect(code(bytes.dropLast(4) + Data([1, 0, 0, 0]), in: folder) == "FEED-005")
  }

  @Test func severalMembersTogetherMayNotBeMoreThanIsAllowed() throws {
    let folder = try TemporaryFolder()
    #expect(code(try members(of: 7, in: folder), in: folder, maximumBytes: 4000) == "FEED-006")
  }
}
