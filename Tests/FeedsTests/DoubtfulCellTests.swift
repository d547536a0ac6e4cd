import Definitions
import Diagnostics
import Feeds
import Model
import Pipeline
import TestSupport
import Testing

@testable import Feeds

/// A doubtful cell that is not needed never costs a household its signal.
@Suite struct DoubtfulCellTests {
  /// A feed with what the usual one does not have.
  static let feed = InventedFeed.definition { feed in
    feed.columns += [
      FeedColumn(header: "Dreiging", use: .field(.threatOn, .dateDayMonthYear)),
      FeedColumn(header: "Dagen", use: .field(.daysInArrears, .wholeNumber)),
      FeedColumn(header: "Straat", use: .field(.street, .text)),
      FeedColumn(header: "Huisnummer", use: .field(.houseNumber, .text)),
    ]
  }
  static let header = InventedFeed.header + ";Dreiging;Dagen;Straat;Huisnummer"

  static func read(_ rows: [String], _ feed: FeedDefinition = feed) throws -> DecodedDelivery {
    try InventedFeed.read(Array((([header] + rows).joined(separator: "\n") + "\n").utf8), feed)
  }

  @Test func signalsGoOnWithoutWhatCannotBeRead() throws {
    let delivery = try Self.read([
      "A-1;Jansen;;12,00;31-02-2026;02-11-2026;ontruiming;;;2026-11-20;veel;Kade;12",
      "A-2;Smit;;12,00;onbekend;02-11-2026;huur;;;;-3;Kade;13",
      "A-3;Bos;;12,00;02-08-26;02-11-2026;huur;;;;;Kade;14",
    ])
    #expect(delivery.rejected.isEmpty)
    #expect(delivery.signals.crisis == [true, false, false])
    #expect(delivery.signals.arisenOn == [nil, nil, nil])
    #expect(delivery.signals.threatOn == [nil, nil, nil])
    #expect(delivery.signals.daysInArrears == [nil, nil, nil])
    #expect(
      delivery.signals.quality == [
        [.arisenOnUnreadable, .threatOnUnreadable, .arrearsUnreadable],
        [.arisenOnUnreadable, .arrearsUnreadable], .arisenOnUnreadable,
      ])
    #expect(delivery.diagnostics.map(\.code.id) == ["FEED-202", "FEED-203", "FEED-204"])
    #expect(delivery.diagnostics.map(\.location.column) == ["Sinds", "Dreiging", "Dagen"])
    #expect(delivery.diagnostics.map(\.location.row) == [1, 1, 1])
    #expect(delivery.diagnostics[0].sentence.contains("and 2 more such cells"))
    #expect(delivery.diagnostics.allSatisfy { $0.code.effect == .fieldFlagged })
  }

  @Test func rowsThatAreSetAsideAreNotCounted() throws {
    let delivery = try Self.read([
      "A-1;?ansen;;12,00;onbekend;02-11-2026;huur;;;onbekend;x;Kade;12-mrt",
      "A-1;?ansen;;geen;onbekend;02-11-2026;huur;;;onbekend;x;Kade;12-mrt",
    ])
    #expect(delivery.rejected.count == 1)
    let notes = delivery.diagnostics.filter { $0.code.effect == .fieldFlagged }
    #expect(notes.map(\.code.id) == ["FEED-201", "FEED-202", "FEED-203", "FEED-204", "FEED-205"])
    for note in notes { #expect(!note.sentence.contains("more such cells")) }
    #expect(notes[4].sentence.hasSuffix("a date of: 1"))
  }

  @Test(arguments: [
    ("12-mrt", true), ("1-feb", true), ("mrt-12", true), ("2026-03-12", true), ("12-3-2026", true),
    ("12-MEI", true), ("12", false), ("12-14", false), ("12-A", false), ("12-bis", false),
    ("12-janszoon", false), ("-mrt", false), ("mrt-", false), ("12 A-3", false), ("t/o 14", false),
  ])
  func noticesHouseNumbersThatBecameDates(_ text: String, _ isDate: Bool) throws {
    #expect(decoding(text) { SpreadsheetDate.isDate($0) } == isDate)
    let delivery = try Self.read(["A-1;Bos;;12,00;;02-11-2026;huur;;;;;Kade;\(text)"])
    #expect(delivery.signals.quality[0].contains(.addressSpreadsheetDate) == isDate)
    #expect(delivery.signals.arena[delivery.signals.houseNumber[0]].string == text)
  }

  @Test(arguments: [
    ("8,71685E+17", true), ("8.71685E+17", true), ("871685400000000000", true),
    ("871685400000000016", false), ("8716854000000000", false), ("1E", false), ("E-12", false),
    ("3E5A", false), ("000123", false),
  ])
  func noticesRoundedReferences(_ text: String, _ isRounded: Bool) throws {
    #expect(decoding(text) { RoundedNumber.stands(in: $0) } == isRounded)
    let delivery = try Self.read(["\(text);Bos;;12,00;;02-11-2026;huur;;;;;Kade;1"])
    let signals = delivery.signals
    #expect(signals.arena[signals.partnerReference[0]].string == (isRounded ? "" : text))
    #expect(signals.quality[0].contains(.referenceRounded) == isRounded)
    #expect(delivery.diagnostics.map(\.code.id) == (isRounded ? ["FEED-206"] : []))
  }

  /// A second look at garbled letters: turned back by the bytes, they are one letter with a sign.
  static func isGarbled(_ text: String) -> Bool {
    let upper = (0x80...0xBF).compactMap { byte -> Unicode.Scalar? in
      let arena = ByteArena()
      let byte = UInt8(byte)
      withUnsafePointer(to: byte) {
        Windows1252.convert(ByteView(start: $0, count: 1), into: arena)
      }
      let scalar = arena.bytes.string.unicodeScalars.first
      return Windows1252.has(byte) ? scalar : Unicode.Scalar(byte)
    }
    let scalars = Array(text.unicodeScalars)
    return zip(scalars, scalars.dropFirst()).contains { first, second in
      ["Ã", "Ä", "Å"].contains(first) && upper.contains(second)
    }
  }

  @Test func noticesGarbledLetters() throws {
    var random = SeededGenerator(seed: 207)
    let letters = Array("aB'- ÃÄÅüéßñÿ¼¶€™šž‘’“˜ƒ•Łş?".unicodeScalars)
    var found = 0
    for _ in 0..<3000 {
      var text = ""
      for _ in 0..<Int.random(in: 0...5, using: &random) {
        text.unicodeScalars.append(letters[Int.random(in: 0..<letters.count, using: &random)])
      }
      let isGarbled = Self.isGarbled(text)
      if isGarbled { found += 1 }
      #expect(decoding(text) { GarbledLetters.stand(in: $0) } == isGarbled, "\(text)")
    }
    #expect(found > 100)
    for name in ["Müller", "Çelik", "Łukasz", "Ångström", "João", "SÃO", "’s-Gravenhage", "Đorđe"] {
      #expect(!decoding(name) { GarbledLetters.stand(in: $0) })
    }
  }

  @Test func countsGarbledLettersByColumn() throws {
    let rows = [
      "A-1;MÃ¼ller;;12,00;;02-11-2026;huur;;MÃ¼;;;Kade;1",
      "A-2;Muller;;12,00;;02-11-2026;huur;;;;;PrÃ©kade;1",
      "A-3;Ã‡elik;;12,00;;02-11-2026;huur;;;;;Kade;1",
    ]
    let delivery = try Self.read(rows)
    #expect(delivery.signals.quality == [.garbled, .garbled, .garbled])
    #expect(delivery.diagnostics.map(\.code.id) == ["FEED-207", "FEED-207"])
    #expect(delivery.diagnostics.map(\.location.column) == ["Naam", "Straat"])
    #expect(delivery.diagnostics[0].sentence.hasSuffix("delivery: 2"))
  }

  @Test func refusesColumnsWithTheMonthBeforeTheDay() {
    let rows = [
      "A-1;Bos;12-31-1984;12,00;08-02-2026;11-02-2026;huur;;;;;Kade;1",
      "A-2;Bos;03-04-1984;12,00;08-31-2026;11-02-2026;huur;;;;;Kade;1",
      "A-3;Bos;;geen;08-30-2026;10-30-2026;huur;;;;;Kade;1",
    ]
    let text = (["\(Self.header)"] + rows).joined(separator: "\n")
    let refusal = InventedFeed.refusal(text, Self.feed)
    #expect(refusal.map(\.code.id) == ["FEED-041", "FEED-041"])
    #expect(refusal.map(\.location.column) == ["Geboren", "Sinds"])
    #expect(refusal.map(\.location.row) == [1, 2])
    #expect(refusal.map(\.sentence)[1].contains("month: 1;"))
    let sent = "\(Self.header)\nA-3;Bos;;12,00;;10-30-2026;huur;;;;;Kade;1"
    #expect(InventedFeed.refusal(sent, Self.feed).map(\.location.column) == ["Verzonden"])
  }

  @Test func keepsADeliveryWithAFewBirthDatesThatCannotBe() throws {
    let days = (13...28).map { "A-\($0);Bos;\($0)-02-1984;12,00;;02-11-2026;huur;;;;;Kade;1" }
    let delivery = try Self.read(days + ["A-9;Bos;12-31-1984;12,00;;02-11-2026;huur;;;;;Kade;1"])
    #expect(delivery.signals.birthDate.count == 17)
    #expect(delivery.signals.quality.last == .birthDateImpossible)
    #expect(delivery.signals.birthDate.last == PartialDate(year: 1984))
    #expect(delivery.diagnostics.map(\.code.id) == ["FEED-200"])
    #expect(delivery.diagnostics.map(\.location.row) == [17])
  }

  @Test func readsTheFormsOfSpreadsheets() throws {
    let short = InventedFeed.definition { feed in
      feed.columns[2].use = .field(.birthDate, .dateDayMonthShortYear)
      feed.columns[4].use = .field(.arisenOn, .dateExcelSerial)
      feed.columns[5].use = .field(.signalledOn, .dateMonthName)
    }
    let delivery = try InventedFeed.read(
      rows: ["A-1;Bos;12-03-84;12,50 CR;46235;2-nov-26;huur;;"], short)
    let signals = delivery.signals
    #expect(delivery.rejected.isEmpty)
    #expect(signals.amountCents == [-1250])
    #expect(signals.arisenOn.map { $0?.description } == ["2026-08-01"])
    #expect(signals.signalledOn.map(\.description) == ["2026-11-02"])
    #expect(signals.birthDate == [PartialDate(year: 1984, month: 3, day: 12)])
  }
}
