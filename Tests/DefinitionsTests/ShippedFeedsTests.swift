import Definitions
import Diagnostics
import Foundation
import Model
import TestSupport
import Testing

@Suite struct ShippedFeedsTests {
  static let feeds = [
    "havenstad-wonen", "maasoever-wonen", "noorderlicht-energie", "stadswal-vastgoed",
    "waterdruppel", "zorgvast",
  ]

  @Test(arguments: feeds) func `A shipped feed loads without problems`(name: String) throws {
    let path = Repository.url("pipelines/feeds/\(name)/feed.yml").path
    do {
      let feed = try FeedLoader().load(path: path)
      #expect(feed.id.name == name)
      #expect(feed.partner.id == name)
      #expect(feed.delivery.name.read("\(name)_2026-10_20261104.csv.gz")?.period == "2026-10")
    } catch {
      Issue.record(
        "\(error.diagnostics.map(DiagnosticText.paragraph).joined(separator: "\n"))")
    }
  }

  @Test(arguments: feeds) func `The example has the columns of the feed`(name: String) throws {
    let feed = try FeedLoader().load(
      path: Repository.url("pipelines/feeds/\(name)/feed.yml").path)
    let example = try Data(contentsOf: Repository.url("pipelines/feeds/\(name)/example.csv"))
    let firstLine = example.prefix { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }
    let bytes = firstLine.starts(with: [0xEF, 0xBB, 0xBF]) ? firstLine.dropFirst(3) : firstLine
    let headers = bytes.split(separator: feed.file.delimiter).map {
      String(decoding: $0, as: UTF8.self)
    }
    #expect(headers == feed.columns.map(\.header))
    let rows = example.filter { $0 == UInt8(ascii: "\n") }.count - 1
    #expect((1...20).contains(rows))
    let isWindows = feed.file.encoding == .windows1252
    #expect(isWindows == (String(bytes: example, encoding: .utf8) == nil))
  }
}
