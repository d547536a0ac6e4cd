import Model
import Pipeline
import TestSupport
import Testing

@testable import Stages

@Suite("Who is the same person, and which household")
struct MatchTests {
  /// A signal of somebody at a number of one street.
  static func row(
    _ initials: String, _ surname: String, _ birthDate: String = "", at number: String = "1",
    on date: String = "2026-10-05"
  ) -> DeliveredRow {
    DeliveredRow(
      initials: initials, surname: surname,
      addressLine: number.isEmpty ? "" : "Kadehof \(number)",
      postcode: number.isEmpty ? "" : "3111AB", birthDate: birthDate, signalledOn: date)
  }

  /// Matches rows as they are, none of them copies.
  static func tables(_ rows: [DeliveredRow]) throws -> MunicipalityTables {
    var tables = MunicipalityTables()
    tables.received = Received.of(rows)
    let context = try StageFixture.context()
    try Normalise(settings: [:]).run(&tables, context)
    tables.distinct.keys = tables.received.keys
    tables.distinct.disposition = Array(repeating: .kept, count: rows.count)
    tables.distinct.sameAs = Array(repeating: .absent, count: rows.count)
    tables.distinct.grownFromCents = Array(repeating: nil, count: rows.count)
    try Match(settings: [:]).run(&tables, context)
    return tables
  }

  /// A letter for each row's person, in order of appearance: `aab`.
  static func letters<Subject>(_ ids: [Identifier<Subject>]) -> String {
    var known: [Identifier<Subject>] = []
    var text = ""
    for id in ids {
      let index = known.firstIndex(of: id) ?? known.count
      if index == known.count { known.append(id) }
      text.unicodeScalars.append(Unicode.Scalar(UInt8(ascii: "a") + UInt8(index)))
    }
    return text
  }

  /// What a case is about, its rows, persons, households, and the grades' first letters.
  static let cases: [(String, [DeliveredRow], String, String, String)] = [
    ("one and the same", [row("J.", "Bakker"), row("J.P.", "BAKKER")], "aa", "aa", "ww"),
    ("another initial", [row("J.", "Bakker"), row("P.", "Bakker")], "ab", "aa", "zz"),
    ("another surname", [row("J.", "Bakker"), row("J.", "Smit")], "ab", "aa", "zz"),
    ("another house", [row("J.", "Bakker"), row("J.", "Bakker", at: "2")], "ab", "ab", "zz"),
    (
      "a unit of the house in one only", [row("J.", "Bakker"), row("J.", "Bakker", at: "1 A")],
      "aa", "aa", "ww"
    ),
    (
      "two units of the house", [row("J.", "Bakker", at: "1 B"), row("J.", "Bakker", at: "1 A")],
      "ab", "ab", "zz"
    ),
    ("married name", [row("A.", "de Vries-Jansen"), row("A.", "Jansen")], "aa", "aa", "ww"),
    (
      "married name in the other order", [row("A.", "Jansen-de Vries"), row("A.", "Vries, de")],
      "aa", "aa", "ww"
    ),
    ("accents", [row("J.", "Müller"), row("J.", "Muller")], "aa", "aa", "ww"),
    (
      "father and son of one name",
      [row("J.", "Bakker", "1955-03-02"), row("J.", "Bakker", "1980-05-06")], "ab", "aa", "zz"
    ),
    (
      "father, son, and one of them",
      [row("J.", "Bakker", "1955-03-02"), row("J.", "Bakker", "1980-05-06"), row("J.", "Bakker")],
      "abc", "aaa", "zzt"
    ),
    (
      "a birth date in one only", [row("J.", "Bakker", "1955-03-02"), row("J.", "Bakker")], "aa",
      "aa", "ww"
    ),
    (
      "a year of birth", [row("J.", "Bakker", "1955-03-02"), row("", "Bakker", "1955")], "aa", "aa",
      "zz"
    ),
    (
      "another year of birth", [row("J.", "Bakker", "1955-03-02"), row("J.", "Bakker", "1980")],
      "ab", "aa", "zz"
    ),
    (
      "a nickname", [row("J.", "Bakker", "1955-03-02"), row("H.", "Bakker", "1955-03-02")], "aa",
      "aa", "ww"
    ),
    (
      "twins of one initial at two addresses are taken for one who moved",
      [row("J.", "Bakker", "1955-03-02"), row("J.", "Bakker", "1955-03-02", at: "2")], "aa", "aa",
      "ww"
    ),
    (
      "moved with another initial",
      [row("J.", "Bakker", "1955-03-02"), row("P.", "Bakker", "1955-03-02", at: "2")], "aa", "aa",
      "ww"
    ),
    (
      "moved, with an estimated birth date",
      [row("J.", "Bakker", "1955-01-01"), row("J.", "Bakker", "1955-01-01", at: "2")], "ab", "ab",
      "zz"
    ),
    ("other second initials", [row("J.P.", "Bakker"), row("J.B.", "Bakker")], "ab", "aa", "zz"),
    (
      "a second initial in one only", [row("J.P.", "Bakker"), row("J.", "Bakker")], "aa", "aa", "ww"
    ),
    (
      "other second initials, one birth date",
      [row("J.P.", "Bakker", "1955-03-02"), row("J.B.", "Bakker", "1955-03-02")], "aa", "aa", "zz"
    ),
    ("surname only, one candidate", [row("J.", "Bakker"), row("", "Bakker")], "ab", "aa", "zt"),
    (
      "surname only, two candidates",
      [row("J.", "Bakker"), row("P.", "Bakker"), row("", "Bakker")],
      "abc", "aaa", "zzt"
    ),
    ("surname only, twice", [row("", "Bakker"), row("", "Bakker")], "aa", "aa", "ww"),
    ("no surname", [row("J.", ""), row("J.", "")], "ab", "aa", "aa"),
    ("no address", [row("J.", "Bakker", at: ""), row("J.", "Bakker", at: "")], "ab", "ab", "tt"),
    (
      "no address but a birth date",
      [row("J.", "Bakker", "1955-03-02", at: ""), row("J.", "Bakker", "1955-03-02")], "aa", "aa",
      "ww"
    ),
  ]

  @Test(arguments: cases)
  func `Decisions`(
    note: String, rows: [DeliveredRow], persons: String, households: String, grades: String
  ) throws {
    let matched = try Self.tables(rows).matched
    #expect(Self.letters(matched.personID) == persons, "\(note)")
    #expect(Self.letters(matched.householdID) == households, "\(note)")
    #expect(
      matched.grade.map { String($0.rawValue.prefix(1)) }.joined() == grades, "\(note)")
  }

  @Test
  func `Evidence and weight say what agrees`() throws {
    let matched = try Self.tables([
      Self.row("J.", "Bakker"), Self.row("J.", "Bakker"), Self.row("P.", "Smit", "1980"),
    ]).matched
    let evidence = matched.evidence.map { matched.arena[$0].string }
    #expect(evidence[0] == "address+surname+initial" && evidence[1] == evidence[0])
    #expect(evidence[2] == "address+surname+initial+birth-date~")
    #expect(matched.weight == [416, 416, 0])
  }

  @Test
  func `Somebody who moved is of the household at the last address`() throws {
    let matched = try Self.tables([
      Self.row("J.", "Bakker", "1955-03-02", at: "1", on: "2026-10-05"),
      Self.row("J.", "Bakker", "1955-03-02", at: "2", on: "2026-09-05"),
      Self.row("P.", "Smit", at: "1"), Self.row("K.", "Visser", at: "2"),
    ]).matched
    #expect(Self.letters(matched.personID) == "aabc")
    #expect(Self.letters(matched.householdID) == "aaab")
  }

  @Test
  func `A row that another stands for has its ids`() throws {
    var tables = try Self.tables([
      Self.row("J.", "Bakker"), Self.row("J.", "Baker"), Self.row("J.", "Bakkr"),
      Self.row("K.", "Smit"),
    ])
    let ids = tables.received.keys.signalID
    tables.distinct.disposition = [.superseded, .kept, .technicalDuplicate, .repeated]
    tables.distinct.sameAs = [ids[1], .absent, ids[0], SignalID(high: 9, low: 9)]
    try Match(settings: [:]).run(&tables, StageFixture.context())
    #expect(Self.letters(tables.matched.personID) == "aaab")
    #expect(Self.letters(tables.matched.householdID) == "aaaa")
    #expect(tables.matched.grade[3] == .certain)
  }

  @Test
  func `Rows in the same words share an id and a person`() throws {
    var tables = try Self.tables([DeliveredRow(), DeliveredRow()])
    for path in [\MunicipalityTables.received.keys, \.normalised.keys, \.distinct.keys] {
      tables[keyPath: path].signalID[1] = tables.received.keys.signalID[0]
    }
    try Match(settings: [:]).run(&tables, StageFixture.context())
    #expect(tables.matched.personID[0] == tables.matched.personID[1])
  }

  @Test
  func `Tables of other signals are refused`() throws {
    var tables = try Self.tables([Self.row("J.", "Bakker")])
    tables.distinct = Distinct()
    let context = try StageFixture.context()
    #expect(throws: (any Error).self) { try Match(settings: [:]).run(&tables, context) }
  }
}
