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
    #expect(inbox.strangers.map(\.code) == [.noFeedForFile])
    #expect(inbox.strangers.map(\.location.file) == [name])
  }

  /// The delivery of a period is due on the tenth of the month after it.
  @Test(arguments: [
    ("2026-11-09", ["2026-09"], []), ("2026-11-10", ["2026-09"], []),
    ("2026-11-11", ["2026-09"], ["2026-10"]), ("2026-11-11", ["2026-10"], []),
    ("2026-11-11", ["2026-11"], []), ("2027-01-05", ["2026-10"], ["2026-11"]),
    ("2027-01-11", ["2026-11"], ["2026-12"]),
  ])
  func theLatestPeriodThatIsDueIsMissed(
    date: String, arrived: [String], expected: [String]
  ) throws {
    let folder = try TemporaryFolder()
    for period in arrived { try folder.write("", to: "havenstad_\(period)_20261104.csv.gz") }
    let feeds = [feed("havenstad")]
    let inbox = try Inbox(folder: folder.url.path, feeds: feeds)
    let day = try #require(CalendarDate(iso: date))
    #expect(inbox.missing(feeds: feeds, on: day).map(\.period) == expected)
  }

  private func feed(_ id: String) -> FeedDefinition {
    FeedDefinition(
      id: FeedID(id), title: id, partner: Partner(id: id, name: id, type: .rent),
      source: "besluit-gs/2", municipalities: nil,
      delivery: DeliveryDefinition(
        name: NamePattern("\(id)_{period}_{received}.csv.gz"), dueDay: 10),
      file: FileFormat(encoding: .utf8, delimiter: UInt8(ascii: ";")), columns: [], lookups: [:],
      constants: [:], expectations: FeedExpectations())
  }
}
