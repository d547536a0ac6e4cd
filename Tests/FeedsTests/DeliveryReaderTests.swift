import Definitions
import Diagnostics
import Feeds
import Foundation
import Model
import Pipeline
import Tabular
import TestSupport
import Testing

@Suite struct DeliveryReaderTests {
  let good = "A-1;Jansen;12-03-1984;1.234,56;01-08-2026;02-11-2026;huur;nee;x"

  @Test func decodesARow() throws {
    let delivery = try InventedFeed.read(rows: [good])
    let signals = delivery.signals
    #expect(delivery.rows == 1)
    #expect(delivery.rejected.isEmpty)
    #expect(delivery.period == "2026-10")
    #expect(delivery.receivedAt?.description == "2026-11-06")
    #expect(signals.arena[signals.partnerReference[0]].string == "A-1")
    #expect(signals.arena[signals.name[0]].string == "Jansen")
    #expect(signals.arena[signals.city[0]].string == "Schiedam")
    #expect(signals.arena[signals.partner[0]].string == "voorbeeld")
    #expect(signals.partnerType == [.rent])
    #expect(signals.amountCents == [123456])
    #expect(signals.kind == [.earlySignal])
    #expect(signals.crisis == [false])
    #expect(signals.receivedAt.map(\.description) == ["2026-11-06"])
    #expect(signals.signalledOn.map(\.description) == ["2026-11-02"])
    #expect(signals.quality == [[]])
    #expect(signals.keys.row == [1])
    #expect(signals.keys.deliveries.map(\.file) == [InventedFeed.name])
    #expect(delivery.objection == [false])
    #expect(signals.surname == [.empty])
  }

  @Test(arguments: [
    ("A-1;Jansen;;abc;;02-11-2026;huur;;", "FEED-102", "Bedrag"),
    ("A-1;Jansen;;1,23E+03;;02-11-2026;huur;;", "FEED-111", "Bedrag"),
    ("A-1;Jansen;;1,234;;02-11-2026;huur;;", "FEED-112", "Bedrag"),
    ("A-1;Jansen;;12,00;;31-02-2026;huur;;", "FEED-103", "Verzonden"),
    ("A-1;Jansen;;12,00;;02-11-26;huur;;", "FEED-113", "Verzonden"),
    ("A-1;Jansen;;12,00;;01-01-1900;huur;;", "FEED-114", "Verzonden"),
    ("A-1;Jansen;;12,00;;01-01-1970;huur;;", "FEED-114", "Verzonden"),
    ("A-1;Jansen;;12,00;;31-12-9999;huur;;", "FEED-114", "Verzonden"),
    ("A-1;Jansen;;12,00;;02-11-2026;gas;;", "FEED-104", "Soort"),
    ("A-1;Jansen;;;;02-11-2026;huur;;", "FEED-101", "Bedrag"),
    ("A-1;Jansen;;12,00;;;huur;;", "FEED-101", "Verzonden"),
    ("A-1;Jansen;;12,00;;00-00-0000;huur;;", "FEED-101", "Verzonden"),
    ("A-1;Jansen;;12,00;;02-11-2026;;;", "FEED-101", "Soort"),
    ("A-1;Jansen;;12,00;;07-11-2026;huur;;", "FEED-106", "Verzonden"),
    ("A-1; ;;12,00;;02-11-2026;huur;;", "FEED-108", ""),
    ("A-1;Jansen;;12,00;;02-11-2026;huur;", "FEED-100", ""),
    ("A-1;Jansen;;12,00;;02-11-2026;huur;;;x", "FEED-100", ""),
  ])
  func setsARowAside(_ row: String, _ code: String, _ column: String) throws {
    let delivery = try InventedFeed.read(rows: [good, row, good])
    #expect(delivery.rows == 3)
    #expect(delivery.signals.keys.row == [1, 3])
    let rejected = try #require(delivery.rejected.first)
    let diagnostic = delivery.diagnostic(of: rejected)
    #expect(diagnostic.code.id == code)
    #expect(diagnostic.location.column ?? "" == column)
    #expect(diagnostic.location.row == 2)
    #expect(rejected.row == 2)
    #expect(rejected.line == 3)
    #expect(!diagnostic.sentence.contains("abc"))
    let trimmed = row.split(separator: ";", omittingEmptySubsequences: false)
      .map { $0.trimmingCharacters(in: .whitespaces) }.joined(separator: ";")
    #expect(delivery.rejectedArena[rejected.content].string == trimmed)
    #expect(
      delivery.rejectedArena[rejected.partnerReference].string == (code == "FEED-100" ? "" : "A-1"))
    // What the broken row had left behind is gone.
    #expect(delivery.signals.arena[delivery.signals.name[1]].string == "Jansen")
    #expect(Set(delivery.contentDigest).count == 1)
    #expect(rejected.digest != delivery.contentDigest[0])
  }

  @Test func keepsWhatOthersJudge() throws {
    let delivery = try InventedFeed.read(rows: [
      "A-1;Jansen;;-5,00;;02-11-2026;huur;ja;",
      "A-2;?lkan;31-02-1980;0,00;;02-11-2026;ontruiming;;",
      "A-3;Smit;01-01-1900;1,00;01-01-1900;02-11-2026;HUUR;NEE;",
      "A-4;Mulder;gisteren;1,00;;02-11-2026;huur;;",
    ])
    #expect(delivery.rejected.isEmpty)
    #expect(delivery.signals.amountCents == [-500, 0, 100, 100])
    #expect(delivery.objection == [true, false, false, false])
    #expect(delivery.signals.crisis == [false, true, false, false])
    #expect(delivery.signals.arisenOn == [nil, nil, nil, nil])
    #expect(
      delivery.signals.quality
        == [[], [.lossyName, .birthDateImpossible], .datePlaceholder, .birthDateImpossible])
    #expect(
      delivery.signals.birthDate
        == [.absent, try #require(PartialDate(year: 1980, month: 2)), .absent, .absent])
    #expect(delivery.diagnostics.map(\.code.id) == ["FEED-201", "FEED-200"])
    #expect(delivery.diagnostics[0].sentence.contains("lost before the delivery: 1;"))
    let note = try #require(delivery.diagnostics.last)
    #expect(note.location.row == 2)
    #expect(note.sentence.contains("10 characters with digits and signs, and 1 more such cells"))
  }

  @Test func startsTheClockAtReceipt() throws {
    let text = Array("\(InventedFeed.header)\n\(good)\n".utf8)
    let beside = try InventedFeed.read(text, name: "other.csv.gz", sidecar: "2026-11-05\n")
    #expect(beside.signals.receivedAt.map(\.description) == ["2026-11-05"])
    #expect(beside.period == "")
    let unknown = try InventedFeed.read(text, name: "other.csv.gz")
    #expect(unknown.receivedAt == nil)
    #expect(unknown.signals.receivedAt.map(\.description) == ["2026-11-02"])
    #expect(unknown.signals.quality == [.receiptAssumed])
    let named = try InventedFeed.read(text, sidecar: "2026-11-05\n")
    #expect(named.receivedAt?.description == "2026-11-06")
    for wrong in ["", "vandaag", "2026-11-05\n2026-11-06\n", "2026-02-30"] {
      let list = #expect(throws: DiagnosticList.self) {
        try InventedFeed.read(text, name: "other.csv.gz", sidecar: wrong)
      }
      #expect(list?.diagnostics.map(\.code.id) == ["FEED-028"])
    }
  }

  @Test func usesTheDayOfReceiptWithoutAColumn() throws {
    let feed = InventedFeed.definition { feed in
      feed.columns[5].use = .ignored(reason: "not agreed")
    }
    let delivery = try InventedFeed.read(rows: [good], feed)
    #expect(delivery.signals.signalledOn.map(\.description) == ["2026-11-06"])
  }

  @Test func usesConstants() throws {
    let feed = InventedFeed.definition { feed in
      feed.columns[6].use = .ignored(reason: "always the same")
      feed.constants[.kind] = "laatsignaal"
      feed.constants[.warmHandover] = "ja"
      feed.constants[.termsInArrears] = "3"
    }
    let delivery = try InventedFeed.read(rows: [good], feed)
    #expect(delivery.signals.kind == [.lateSignal])
    #expect(delivery.signals.warmHandover == [true])
    #expect(delivery.signals.termsInArrears == [3])
  }

  @Test func readsWindows1252() throws {
    let feed = InventedFeed.definition { $0.file.encoding = .windows1252 }
    let text =
      "\(InventedFeed.header)\r\nA-1;Zoë Çelik;;\u{80} 12,50;;02-11-2026;huur;;é\r\nA-2;Müller;;é;;02-11-2026;huur;;\r\n"
    let delivery = try InventedFeed.read(text.unicodeScalars.map { UInt8($0.value) }, feed)
    #expect(delivery.signals.arena[delivery.signals.name[0]].string == "Zoë Çelik")
    #expect(delivery.signals.amountCents == [1250])
    #expect(delivery.rejectedArena[delivery.rejected[0].content].string.contains("Müller;;é"))
  }

  @Test func digestsContentWhateverItsPlace() throws {
    let other = good.replacingOccurrences(of: "Jansen", with: "Smit")
    let first = try InventedFeed.read(rows: [good, other])
    let second = try InventedFeed.read(rows: [other, good])
    #expect(first.contentDigest == second.contentDigest.reversed())
    #expect(Set(first.contentDigest).count == 2)
    #expect(first.sha256 != second.sha256)
    #expect(first.sha256.count == 64)
  }

  @Test func judgesTheShareOfRejectedRows() throws {
    let bad = "A-1;Jansen;;abc;;02-11-2026;huur;;"
    let under = try InventedFeed.read(rows: Array(repeating: good, count: 19) + [bad])
    #expect(under.diagnostics.isEmpty)
    let over = try InventedFeed.read(rows: Array(repeating: good, count: 18) + [bad, bad])
    #expect(over.diagnostics.map(\.code.id) == ["FEED-020"])
    #expect(over.diagnostics.map(\.sentence)[0].contains("2 of 20 rows"))
    let few = try InventedFeed.read(rows: [good, bad])
    #expect(few.diagnostics.isEmpty)
  }

  @Test func judgesTheNumberOfRows() throws {
    #expect(InventedFeed.refusal(InventedFeed.header + "\n").map(\.code.id) == ["FEED-019"])
    #expect(InventedFeed.refusal("\n\n").map(\.code.id) == ["FEED-011"])
    #expect(InventedFeed.refusal("").map(\.code.id) == ["FEED-011"])
    let text = InventedFeed.header + "\n" + good + "\n\n" + good + "\n"
    let five = InventedFeed.definition { $0.expectations.minimumRows = 5 }
    let refusal = InventedFeed.refusal(text, five)
    #expect(refusal.map(\.code.id) == ["FEED-026"])
    #expect(refusal.map(\.sentence)[0].contains("2 rows"))
    let none = InventedFeed.definition { $0.expectations.minimumRows = 0 }
    #expect(try InventedFeed.read(rows: [], none).rows == 0)
    let one = InventedFeed.definition { $0.expectations.maximumRows = 1 }
    let read = try InventedFeed.read(Array(text.utf8), one)
    #expect(read.diagnostics.map(\.code.id) == ["FEED-024", "FEED-025"])
    #expect(read.diagnostics.map(\.sentence)[0].contains("delimiters only: 1;"))
    let limited = InventedFeed.definition { $0.file.maximumRows = 1 }
    #expect(InventedFeed.refusal(text, limited).map(\.code.id) == ["FEED-007"])
  }

  @Test func refusesBrokenText() {
    let start = InventedFeed.header + "\n" + good + "\n"
    func refusal(_ rest: [UInt8], _ feed: FeedDefinition = InventedFeed.definition()) -> String {
      let found = InventedFeed.refusal(Array(start.utf8) + rest, feed)
      return found.map { "\($0.code.id):\($0.location.line ?? 0) \($0.sentence)" }
        .joined(separator: "|")
    }
    #expect(refusal(Array("A;\"B\n\n".utf8)).hasPrefix("FEED-009:3"))
    #expect(refusal(Array("A;B\"C\n".utf8)).hasPrefix("FEED-010:3"))
    #expect(refusal([0x41, 0x0A, 0x00, 0x0A]).hasPrefix("FEED-017:4"))
    #expect(refusal([0x41, 0xE9, 0x0A]).hasPrefix("FEED-016:3"))
    #expect(refusal([0x41, 0xE9, 0x0A]).contains("it looks like windows-1252"))
    let latin = InventedFeed.definition { $0.file.encoding = .windows1252 }
    #expect(refusal(Array("A;é".utf8), latin).contains("it looks like utf-8"))
    let short = InventedFeed.definition { $0.file.maximumRowLength = 100 }
    #expect(
      refusal(Array(String(repeating: "x", count: 101).utf8), short).hasPrefix("FEED-008:3"))
    let small = InventedFeed.definition { $0.file.maximumBytes = 100 }
    #expect(refusal([], small).hasPrefix("FEED-006"))
    let wide = start.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    for bytes in [wide, [0xFF, 0xFE] + wide] {
      #expect(InventedFeed.refusal(bytes).map(\.sentence).first?.contains("utf-16") == true)
    }
  }

  @Test func refusesWhatIsNoGzipFile() throws {
    let folder = try TemporaryFolder()
    let feed = InventedFeed.definition()
    func code(_ path: String) -> [String] {
      let list = #expect(throws: DiagnosticList.self) {
        try DeliveryReader().read(DeliveryFile(at: path, feed: feed), feed: feed)
      }
      return list?.diagnostics.map { "\($0.code.id) \($0.sentence)" } ?? []
    }
    #expect(code(folder.url.path)[0].hasPrefix("FEED-001 the delivery is a folder"))
    #expect(code(folder.path("absent"))[0].hasPrefix("FEED-002"))
    #expect(code(try folder.write("a;b\n", to: "plain"))[0].hasSuffix("found plain text"))
    #expect(code(try folder.write("", to: "empty"))[0].hasSuffix("found an empty file"))
  }

  @Test func handsNothingOverBeforeTheChecksum() throws {
    let folder = try TemporaryFolder()
    let feed = InventedFeed.definition()
    let path = folder.path(InventedFeed.name)
    let writer = try GzipWriter(path: path)
    let text = ByteArena()
    text.append(string: InventedFeed.header + "\n" + good + "\n")
    try writer.write(text.bytes)
    try writer.finish()
    var bytes = try Data(contentsOf: URL(fileURLWithPath: path))
    bytes[bytes.count - 6] ^= 1
    try bytes.write(to: URL(fileURLWithPath: path))
    func codes() -> [String] {
      let list = #expect(throws: DiagnosticList.self) {
        try DeliveryReader().read(DeliveryFile(at: path, feed: feed), feed: feed)
      }
      return list?.diagnostics.map(\.code.id) ?? []
    }
    #expect(codes() == ["FEED-005"])
    try bytes.prefix(bytes.count - 5).write(to: URL(fileURLWithPath: path))
    #expect(codes() == ["FEED-004"])
  }
}
