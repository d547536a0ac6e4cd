import Definitions
import Diagnostics
import Feeds
import Foundation
import Model
import Pipeline
import TestSupport
import Testing

/// Quarantined rows that are delivered again.
@Suite struct SupplementTests {
  private static let feeds = [
    InventedFeed.definition(),
    InventedFeed.definition { $0.file.encoding = .windows1252 },
    InventedFeed.definition {
      $0.delivery.name = NamePattern("voorbeeld_{period}.csv.gz")
    },
  ]

  /// The folder of a run that read one delivery.
  private static func run(
    _ delivery: DecodedDelivery, in folder: TemporaryFolder, header: String? = nil
  ) throws -> String {
    var quarantine = Quarantine()
    quarantine.keys.deliveries = [delivery.name]
    for rejected in delivery.rejected {
      quarantine.keys.signalID.append(.absent)
      quarantine.keys.delivery.append(0)
      quarantine.keys.row.append(rejected.row)
      quarantine.code.append(quarantine.arena.store("FEED-100"))
      quarantine.column.append(.empty)
      quarantine.problem.append(.empty)
      quarantine.content.append(
        quarantine.arena.store(delivery.rejectedArena[rejected.content]))
    }
    var headers = QuarantineHeaders()
    headers.feed = [headers.arena.store(delivery.feed.id.name)]
    headers.delivery = [headers.arena.store(delivery.name.file)]
    headers.receivedAt = [delivery.receivedAt]
    headers.header = [headers.arena.store(header ?? delivery.header)]
    try folder.write("{}", to: "run/manifest.json")
    try folder.write("", to: "run/quarantine/none")
    let path = folder.path("run/quarantine/\(delivery.feed.id)")
    try StageFile.write(quarantine, to: path + ".csv.gz")
    try StageFile.write(headers, to: path + ".headers.csv.gz")
    return folder.path("run")
  }

  @Test(arguments: [UInt64(1), 2, 3, 4, 5])
  func whatWasSetAsideReadsBackByteForByte(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    for feed in Self.feeds {
      var text = InventedFeed.header + "\n"
      let fields = [
        "x", "", "\"\"", "\"a;b\"", "\"say \"\"no\"\"\"", "\"two\nlines\"", "\" blank \"",
        "  bare  ",
        "Ça \u{20AC}lik", "31-02-2026", "\"\r\n\"",
      ]
      for _ in 0..<40 {
        let row = (0..<Int.random(in: 1...11, using: &random)).map { _ in
          fields.randomElement(using: &random) ?? ""
        }
        text += row.joined(separator: ";") + "\n"
      }
      let bytes =
        feed.file.encoding == .utf8
        ? Array(text.utf8) : Array(try #require(text.data(using: .windowsCP1252)))
      let hasDay = feed.delivery.name.text.contains("{received}")
      let name = hasDay ? InventedFeed.name : "voorbeeld_2026-10.csv.gz"
      let delivery = try InventedFeed.read(
        bytes, name: name, sidecar: hasDay ? nil : "2026-11-06\n", feed)
      // A row whose debtor may have objected is not kept, so it cannot come again.
      let kept = delivery.rejected.filter {
        !delivery.reasons[Int($0.reason)].withholdsContent
      }
      #expect(kept.count > 20)
      let folder = try TemporaryFolder()
      let run = try Self.run(delivery, in: folder)
      let inbox = folder.path("inbox")
      let written = try Supplements(run: run, feed: feed).write(of: nil, rows: nil, to: inbox)
      #expect(written.map(\.rows) == [kept.count])
      let path = try #require(written.first?.path)
      let again = try DeliveryReader().read(
        DeliveryFile(at: path, feed: feed), feed: feed)
      #expect(again.rows == kept.count)
      #expect(
        try String(contentsOfFile: path + ".sha256", encoding: .utf8)
          == "\(again.sha256)  \(FileSystem.name(of: path))\n")
      #expect(again.rejected.map(\.digest) == kept.map(\.digest))
      #expect(again.receivedAt == CalendarDate(iso: "2026-11-06"))
      #expect(again.period == "2026-10")
      #expect(!again.diagnostics.contains { $0.code.effect == .publicationRefused })
      // The next one gets a number of its own.
      let second = try Supplements(run: run, feed: feed).write(of: name, rows: nil, to: inbox)
      #expect(second.first?.path.hasSuffix("_aanvulling-2.csv.gz") == true)
    }
  }

  private static let unreadable = ["A-1;;;x;;;;;", "A-2;;;x;;;;;", "A-3;;;x;;;;;"]

  @Test func someRowsCanBeChosen() throws {
    let folder = try TemporaryFolder()
    let feed = InventedFeed.definition()
    let run = try Self.run(InventedFeed.read(rows: Self.unreadable, feed), in: folder)
    let rows = try #require(RowSelection("3,1-1"))
    let written = try Supplements(run: run, feed: feed).write(
      of: InventedFeed.name, rows: rows, to: folder.path("inbox"))
    #expect(written.map(\.rows) == [2])
    let absent = #expect(throws: Diagnostic.self) {
      try Supplements(run: run, feed: feed).write(
        of: InventedFeed.name, rows: RowSelection("2,9"), to: folder.path("inbox"))
    }
    #expect(absent?.code == .rowNotInQuarantine)
    #expect(absent?.code.effect.exitStatus == .inputAbsent)
  }

  @Test func whatCannotBeDeliveredAgainIsSaid() throws {
    let folder = try TemporaryFolder()
    let feed = InventedFeed.definition()
    let run = try Self.run(InventedFeed.read(rows: Self.unreadable, feed), in: folder)
    func refusal(_ feed: FeedDefinition, of delivery: String? = nil, run: String = run)
      -> DiagnosticCode?
    {
      #expect(throws: Diagnostic.self) {
        try Supplements(run: run, feed: feed).write(
          of: delivery, rows: nil, to: folder.path("inbox"))
      }?.code
    }
    #expect(refusal(feed, of: "another.csv.gz") == .nothingToRequeue)
    #expect(refusal(InventedFeed.definition { $0.id = FeedID("ander") }) == .nothingToRequeue)
    #expect(refusal(feed, run: folder.path("nowhere")) == .notFound)
    let other = InventedFeed.definition {
      $0.delivery.name = NamePattern("ander_{period}_{received}.csv.gz")
    }
    #expect(refusal(other) == .nameOfOtherFeed)
    let foreign = try TemporaryFolder()
    let polish = try Self.run(
      InventedFeed.read(rows: ["Ł-1;;;x;;;;;"], feed), in: foreign)
    let narrow = InventedFeed.definition { $0.file.encoding = .windows1252 }
    #expect(refusal(narrow, run: polish) == .letterNotInEncoding)
    #expect(!FileManager.default.fileExists(atPath: folder.path("inbox")))
  }

  @Test(arguments: ["", "0", "3-2", "1,", "a", "1-2-3", "-4", "1;2", "٣", "99999999999"])
  func aSelectionOfRowsIsNumbersFromOne(text: String) {
    #expect(RowSelection(text) == nil)
  }

  @Test func aSupplementIsNotJudgedByItsSize() throws {
    let feed = InventedFeed.definition {
      $0.expectations = FeedExpectations(minimumRows: 100, rejectsAtMostPerMille: 0)
    }
    let text = ([InventedFeed.header] + Array(repeating: "A-1;;;x;;;;;", count: 30))
      .joined(separator: "\n")
    let name = NamePattern.supplement(to: InventedFeed.name, number: 1)
    let delivery = try InventedFeed.read(Array(text.utf8), name: name, feed)
    #expect(delivery.rejected.count == 30)
    #expect(delivery.diagnostics.isEmpty)
    #expect(throws: DiagnosticList.self) {
      try InventedFeed.read(Array(text.utf8), name: InventedFeed.name, feed)
    }
  }
}
