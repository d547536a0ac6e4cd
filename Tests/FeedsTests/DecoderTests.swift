import Model
import TestSupport
import Testing

@testable import Feeds

/// Lends a text to a decoder as bytes.
func decoding<Value>(_ text: String, _ decode: (ByteView) -> Value) -> Value {
  let arena = ByteArena()
  arena.append(string: text)
  return decode(arena.bytes)
}

@Suite struct AmountDecoderTests {
  @Test(arguments: [
    ("1.234,56", 123456), ("1234,56", 123456), ("€ 12,50", 1250), ("€12,50", 1250), ("12,-", 1200),
    ("€ 12,--", 1200), ("12,=", 1200), ("12,5", 1250), ("12", 1200), ("1.234", 123400),
    ("1.234.567,89", 123_456_789), ("-12,50", -1250), ("12,50-", -1250), ("(12,50)", -1250),
    ("€ -12,50", -1250), ("-€ 12,50", -1250), ("-12,-", -1200), ("12,50 €", 1250),
    ("EUR 12,50", 1250), ("12,50 eur", 1250), ("1\u{A0}234,56", 123456),
    ("€\u{A0}1.234,56", 123456), ("1\u{202F}234,56", 123456), ("1 234,56", 123456), ("0,00", 0),
    ("(€ 1.234,56)", -123456), ("0", 0),
  ])
  func readsDecimalComma(_ text: String, _ cents: Int) {
    #expect(decoding(text) { AmountDecoder.decode($0, as: .decimalComma) } == Int64(cents))
  }

  @Test(arguments: [
    "", "-", "€", "12.50", "1.23,45", "1.2345,00", "12,345", "1,234.56", "1E3", "1.23E+03",
    "twaalf",
    "12,50,00", "--12", "-12-", "(-12)", "12,", ",50", "12,5x", "1.234 567,00", "1..234,00", ".",
    "9999999999999999", "12 50", "€€12", "12,-5", "NaN", "0x10", "(12", "12)",
  ])
  func refusesWhatIsNoDecimalComma(_ text: String) {
    #expect(decoding(text) { AmountDecoder.decode($0, as: .decimalComma) } == nil)
  }

  @Test(arguments: [
    ("1,234.56", 123456), ("12.50", 1250), ("€ 12.5", 1250), ("-1.00", -100), ("1,234", 123400),
  ])
  func readsDecimalPoint(_ text: String, _ cents: Int) {
    #expect(decoding(text) { AmountDecoder.decode($0, as: .decimalPoint) } == Int64(cents))
    #expect(decoding("95,00") { AmountDecoder.decode($0, as: .decimalPoint) } == nil)
    #expect(decoding("1.234,56") { AmountDecoder.decode($0, as: .decimalPoint) } == nil)
  }

  @Test(arguments: [("123456", 123456), ("0", 0), ("-5", -5), ("5-", -5), ("007", 7)])
  func readsCents(_ text: String, _ cents: Int) {
    #expect(decoding(text) { AmountDecoder.decode($0, as: .cents) } == Int64(cents))
    for other in ["12,50", "12.50", "1 234", "", "€"] {
      #expect(decoding(other) { AmountDecoder.decode($0, as: .cents) } == nil)
    }
  }

  @Test func readsEveryAmountItWrites() {
    var random = SeededGenerator(seed: 42)
    for _ in 0..<2000 {
      let magnitude = Int64.random(in: 0...10_000_000_000, using: &random)
      let cents = magnitude >> Int64.random(in: 0...30, using: &random)
      let dutch = Money(cents: cents).dutch
      #expect(decoding(dutch) { AmountDecoder.decode($0, as: .decimalComma) } == cents)
      let english = String(dutch.map { $0 == "." ? "," : $0 == "," ? "." : $0 })
      #expect(decoding(english) { AmountDecoder.decode($0, as: .decimalPoint) } == cents)
    }
  }
}

@Suite struct DateDecoderTests {
  @Test(arguments: [
    ("31-10-2026", 2026, 10, 31), ("1-9-2026", 2026, 9, 1), ("01/09/2026", 2026, 9, 1),
    ("1.9.2026", 2026, 9, 1), ("31-10-2026 0:00", 2026, 10, 31),
    ("31-10-2026 00:00:00", 2026, 10, 31), ("00-00-1980", 1980, 0, 0), ("30-02-2026", 2026, 2, 30),
  ])
  func readsDayMonthYear(_ text: String, _ year: Int, _ month: Int, _ day: Int) {
    #expect(
      decoding(text) { DateDecoder.decode($0, as: .dayMonthYear) }
        == WrittenDate(year: year, month: month, day: day))
  }

  @Test(arguments: [
    "", "31-10-26", "2026-10-31", "31-10/2026", "31 10 2026", "1-sep-2026", "311-0-2026", "45292",
    "31-10-20261", "31-10-2026x", "31-10-2026 ", "31-10-2026 noon", "-1-10-2026", "20261031",
  ])
  func refusesOthersAsDayMonthYear(_ text: String) {
    #expect(decoding(text) { DateDecoder.decode($0, as: .dayMonthYear) } == nil)
  }

  @Test(arguments: [
    "2026-10-31", "2026-10-31T12:00:00.000+01:00", "2026-10-31 08:15", "2026-10-31T12:00Z",
  ])
  func readsISO(_ text: String) {
    #expect(
      decoding(text) { DateDecoder.decode($0, as: .iso) }
        == WrittenDate(year: 2026, month: 10, day: 31))
    for other in [
      "2026-1-31", "31-10-2026", "20261031", "2026-10-31T", "2026-10-31x", "2026/10/31",
    ] {
      #expect(decoding(other) { DateDecoder.decode($0, as: .iso) } == nil)
    }
  }

  @Test func readsCompact() {
    #expect(
      decoding("20261031") { DateDecoder.decode($0, as: .compact) }
        == WrittenDate(year: 2026, month: 10, day: 31))
    for other in ["2026103", "202610311", "2026-10-31", "2026103a", ""] {
      #expect(decoding(other) { DateDecoder.decode($0, as: .compact) } == nil)
    }
  }
}

@Suite struct BirthDateDecoderTests {
  static let latest = CalendarDate(days: 20_763)  // 2026-11-06

  @Test(arguments: [
    ("12-03-1984", BirthDateReading.date(partial(1984, 3, 12))),
    ("00-00-1980", .date(partial(1980))), ("00-05-1980", .date(partial(1980, 5))),
    ("01-01-1970", .date(partial(1970, 1, 1))), ("00-00-0000", .absent),
    ("29-02-1988", .date(partial(1988, 2, 29))), ("29-02-1987", .impossible),
    ("01-01-1900", .placeholder), ("31-12-9999", .placeholder), ("31-02-1980", .impossible),
    ("15-00-1980", .impossible), ("12-03-1889", .impossible), ("07-11-2026", .impossible),
    ("06-11-2026", .date(partial(2026, 11, 6))), ("00-00-2026", .date(partial(2026))),
    ("00-12-2026", .impossible), ("00-00-2027", .impossible), ("onbekend", .unreadable),
    ("12-03-84", .unreadable), ("12-13-1984", .impossible),
  ])
  func reads(_ text: String, _ expected: BirthDateReading) {
    #expect(Self.latest.description == "2026-11-06")
    #expect(
      decoding(text) { BirthDateDecoder.decode($0, as: .dayMonthYear, latest: Self.latest) }
        == expected)
  }

  @Test(arguments: [
    ("19800000", BirthDateReading.date(partial(1980))), ("19800500", .date(partial(1980, 5))),
    ("00000000", .absent), ("19840312", .date(partial(1984, 3, 12))),
  ])
  func readsCompact(_ text: String, _ expected: BirthDateReading) {
    #expect(
      decoding(text) { BirthDateDecoder.decode($0, as: .compact, latest: Self.latest) } == expected)
  }

  static func partial(_ year: Int, _ month: Int = 0, _ day: Int = 0) -> PartialDate {
    PartialDate(year: year, month: month, day: day) ?? .absent
  }
}

@Suite struct WordTableTests {
  @Test func findsWordsWithoutCase() {
    let table = WordTable(["Huurachterstand": "1", " Ja ": "2", "één": "3", "": "4"]) { Int($0) }
    #expect(decoding("HUURACHTERSTAND") { table.meaning(of: $0) } == 1)
    #expect(decoding("ja") { table.meaning(of: $0) } == 2)
    #expect(decoding("één") { table.meaning(of: $0) } == 3)
    #expect(decoding("jaa") { table.meaning(of: $0) } == nil)
    #expect(table.meaningOfEmpty == 4)
    #expect(WordTable(["x": "1"]) { Int($0) }.meaningOfEmpty == nil)
  }
}
