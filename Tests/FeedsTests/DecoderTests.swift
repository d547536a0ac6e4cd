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
    ("(€ 1.234,56)", -123456), ("0", 0), ("12,50 CR", -1250), ("12,50cr", -1250),
    ("12,50 DB", 1250), ("12,50 D", 1250), ("€ 1.234,50 CR", -123450), ("12 d", 1200),
  ])
  func readsDecimalComma(_ text: String, _ cents: Int) {
    #expect(decoding(text) { AmountDecoder.decode($0, as: .decimalComma) } == Int64(cents))
  }

  @Test(arguments: [
    "", "-", "€", "12.50", "1.23,45", "1.2345,00", "12,345", "1,234.56", "1E3", "1.23E+03",
    "twaalf",
    "12,50,00", "--12", "-12-", "(-12)", "12,", ",50", "12,5x", "1.234 567,00", "1..234,00", ".",
    "9999999999999999", "12 50", "€€12", "12,-5", "NaN", "0x10", "(12", "12)",
    "-12,50 CR", "12,50- DB", "(12,50) CR", "CR", "D", "12,50 CRD", "12,50 CR CR", "12,50 C",
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

  @Test(arguments: [
    ("1,23E+03", AmountForm.decimalComma, AmountDecoder.Doubt.scientific),
    ("1E3", .decimalPoint, .scientific), ("-1.5e-2", .cents, .scientific),
    ("1,234", .decimalComma, .threeDecimals), ("€ 123,456", .decimalComma, .threeDecimals),
    ("1.234", .decimalPoint, .threeDecimals), ("-12.345", .decimalPoint, .threeDecimals),
  ])
  func saysWhyAnAmountIsDoubtful(_ text: String, _ form: AmountForm, _ doubt: AmountDecoder.Doubt) {
    #expect(decoding(text) { AmountDecoder.decode($0, as: form) } == nil)
    #expect(decoding(text) { AmountDecoder.doubt($0, as: form) } == doubt)
  }

  @Test(arguments: ["abc", "1.2345", "1234.567", ".123", "1E", "E3", "1,2,345", "1E3x", "12345"])
  func findsNoDoubtInOthers(_ text: String) {
    for form in [AmountForm.decimalComma, .decimalPoint, .cents] {
      #expect(decoding(text) { AmountDecoder.doubt($0, as: form) } == nil)
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

  @Test(arguments: [
    ("31-10-26", 26, 10, 31), ("1/9/26", 26, 9, 1), ("31-10-26 0:00", 26, 10, 31),
    ("00-00-80", 80, 0, 0),
  ])
  func readsShortYears(_ text: String, _ year: Int, _ month: Int, _ day: Int) {
    let written = decoding(text) { DateDecoder.decode($0, as: .dayMonthShortYear) }
    #expect(written == WrittenDate(year: year, month: month, day: day, hasShortYear: true))
    #expect(decoding("31-10-2026") { DateDecoder.decode($0, as: .dayMonthShortYear) } == nil)
    #expect(decoding(text) { DateDecoder.hasShortYear($0) })
  }

  @Test(arguments: [
    ("1 mrt 2024", 2024, 3, 1), ("01-mrt-2024", 2024, 3, 1), ("31 oktober 2026", 2026, 10, 31),
    ("31 OKT. 2026", 2026, 10, 31), ("5-mei-2026", 2026, 5, 5), ("5 Sept. 2026", 2026, 9, 5),
    ("1/jan/2026", 2026, 1, 1), ("1 mrt 2024 0:00", 2024, 3, 1),
  ])
  func readsNamesOfMonths(_ text: String, _ year: Int, _ month: Int, _ day: Int) {
    #expect(
      decoding(text) { DateDecoder.decode($0, as: .monthName) }
        == WrittenDate(year: year, month: month, day: day))
    #expect(
      decoding("01-mrt-24") { DateDecoder.decode($0, as: .monthName) }
        == WrittenDate(year: 24, month: 3, day: 1, hasShortYear: true))
    for other in [
      "", "mrt 2024", "1 mrt", "1 mrt 202", "1 marts 2024", "1 x 2024", "1-3-2024", "mrt-24",
      "1 mrt 2024x", "111 mrt 2024",
    ] {
      #expect(decoding(other) { DateDecoder.decode($0, as: .monthName) } == nil)
    }
  }

  @Test(arguments: [
    ("45292", "2024-01-01"), ("1", "1900-01-01"), ("59", "1900-02-28"), ("61", "1900-03-01"),
    ("46326,5", "2026-10-31"), ("46326.75", "2026-10-31"), ("2958465", "9999-12-31"),
  ])
  func readsDaysOfSpreadsheets(_ text: String, _ iso: String) throws {
    let written = try #require(decoding(text) { DateDecoder.decode($0, as: .serial) })
    let date = CalendarDate(year: written.year, month: written.month, day: written.day)
    #expect(date?.description == iso)
    for other in ["", "60", "2958466", "45292,", "-1", "45-292", "31-10-2026", "4529a"] {
      #expect(decoding(other) { DateDecoder.decode($0, as: .serial) } == nil)
    }
  }

  /// Every day of the century comes back in every form that is written from it.
  @Test func readsEveryDayItWrites() throws {
    let names = [
      "jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec",
    ]
    for days in stride(from: Int32(10_957), to: 47_482, by: 13) {
      let (year, month, day) = CalendarDate(days: days).civil
      let whole = WrittenDate(year: year, month: month, day: day)
      #expect(decoding("\(days + 25_569)") { DateDecoder.decode($0, as: .serial) } == whole)
      let named = "\(day) \(names[month - 1]) \(year)"
      #expect(decoding(named) { DateDecoder.decode($0, as: .monthName) } == whole)
      let two = year % 100 < 10 ? "0\(year % 100)" : "\(year % 100)"
      let short = decoding("\(day)-\(month)-\(two)") {
        DateDecoder.decode($0, as: .dayMonthShortYear)
      }
      #expect(short?.inThisCentury == whole)
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
    ("01-01-1970", .placeholder), ("00-00-0000", .absent),
    ("01-07-1970", .date(partial(1970, 7, 1))),
    ("01-01-1971", .date(partial(1971, 1, 1))),
    ("29-02-1988", .date(partial(1988, 2, 29))), ("29-02-1987", .part(partial(1987, 2))),
    ("01-01-1900", .placeholder), ("31-12-9999", .placeholder),
    ("31-02-1980", .part(partial(1980, 2))), ("72-05-1960", .part(partial(1960, 5))),
    ("01-00-1932", .date(partial(1932))), ("15-00-1980", .date(partial(1980))),
    ("99-00-1980", .part(partial(1980))), ("00-13-1980", .part(partial(1980))),
    ("99-99-1980", .part(partial(1980))), ("31-04-2026", .part(partial(2026, 4))),
    ("40-11-2026", .part(partial(2026, 11))), ("40-12-2026", .impossible),
    ("31-02-1889", .impossible), ("31-02-2027", .impossible),
    ("32-01-1900", .part(partial(1900, 1))),
    ("12-03-1889", .impossible), ("07-11-2026", .impossible),
    ("06-11-2026", .date(partial(2026, 11, 6))), ("00-00-2026", .date(partial(2026))),
    ("00-12-2026", .impossible), ("00-00-2027", .impossible), ("onbekend", .unreadable),
    ("12-03-84", .unreadable), ("12-13-1984", .swapped(partial(1984))),
    ("12-13-2027", .swapped(.absent)), ("12-13-1889", .swapped(.absent)),
    ("13-13-1984", .part(partial(1984))),
    ("12-32-1984", .part(partial(1984))), ("00-00-1889", .impossible),
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
    ("19800231", .part(partial(1980, 2))), ("19801300", .part(partial(1980))),
    ("19800015", .date(partial(1980))), ("31121980", .impossible), ("12031984", .impossible),
  ])
  func readsCompact(_ text: String, _ expected: BirthDateReading) {
    #expect(
      decoding(text) { BirthDateDecoder.decode($0, as: .compact, latest: Self.latest) } == expected)
  }

  @Test(arguments: [
    ("12-03-84", BirthDateReading.date(partial(1984, 3, 12))),
    ("06-11-26", .date(partial(2026, 11, 6))), ("07-11-26", .date(partial(1926, 11, 7))),
    ("00-00-80", .date(partial(1980))), ("00-00-00", .absent), ("01-01-70", .placeholder),
    ("01-01-00", .date(partial(2000, 1, 1))), ("72-05-60", .part(partial(1960, 5))),
    ("31-02-80", .part(partial(1980, 2))), ("12-13-84", .part(partial(1984))),
  ])
  func readsShortYears(_ text: String, _ expected: BirthDateReading) {
    let read = decoding(text) {
      BirthDateDecoder.decode($0, as: .dayMonthShortYear, latest: Self.latest)
    }
    #expect(read == expected)
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
