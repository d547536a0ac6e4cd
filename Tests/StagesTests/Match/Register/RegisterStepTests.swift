import Model
import Pipeline
import TestSupport
import Testing

@testable import Stages

@Suite("What the register answers about the persons of a run")
struct RegisterStepTests {
  /// Matches rows and asks a register.
  private func tables(
    _ rows: [DeliveredRow], _ people: [RegisterRow]
  ) throws -> MunicipalityTables {
    var tables = try MatchTests.tables(rows)
    tables.register = try RegisterTable.of(people)
    try Match(settings: [:]).run(&tables, StageFixture.context())
    return tables
  }

  private func row(
    _ initials: String, _ surname: String, _ birthDate: String = "", at number: String = "1",
    on date: String = "2026-10-05"
  ) -> DeliveredRow {
    MatchTests.row(initials, surname, birthDate, at: number, on: date)
  }

  private static let jan = RegisterRow(
    givenNames: "Jan Pieter", surname: "Bakker", birthDate: "1980-05-06", at: "1")

  /// What a case is about, the signal's birth date and house, the register, and the outcome with its flags.
  static let cases: [(String, [RegisterRow], RegisterOutcome, RegisterFlags)] = [
    ("one at the address", [jan], .unique, []),
    (
      "nobody of that name", [RegisterRow(givenNames: "Jan", surname: "Visser", at: "1")], .none, []
    ),
    ("another initial", [RegisterRow(givenNames: "Piet", surname: "Bakker", at: "1")], .none, []),
    (
      "a son of another initial",
      [jan, RegisterRow(givenNames: "Piet", surname: "Bakker", birthDate: "2004-01-01", at: "1")],
      .unique, []
    ),
    (
      "a son of the same initial",
      [jan, RegisterRow(givenNames: "Johan", surname: "Bakker", birthDate: "2004-01-01", at: "1")],
      .several, []
    ),
    ("one of that name elsewhere", [changed { $0.at = "99" }], .none, []),
    ("secret", [changed { $0.flags = .secret }], .secret, .secret),
    (
      "in doubt and for letters only",
      [changed { $0.flags = [.underInvestigation, .postalAddress] }],
      .underInvestigation, [.underInvestigation, .postalAddress]
    ),
    ("deceased", [changed { $0.suspension = .deceased }], .deceased, .deceased),
    (
      "deceased and secret", [changed { ($0.suspension, $0.flags) = (.deceased, .secret) }],
      .deceased, [.deceased, .secret]
    ),
    ("emigrated", [changed { $0.suspension = .emigrated }], .movedAway, .movedAway),
    ("a list by mistake", [changed { $0.suspension = .mistake }], .none, []),
    (
      "moved away", [changed { ($0.at, $0.previously, $0.municipality) = ("5", "1", 599) }],
      .movedAway, .movedAway
    ),
    (
      "moved within", [changed { ($0.at, $0.previously) = ("5", "1") }], .movedWithin,
      .movedWithin
    ),
    (
      "moved within to a secret address",
      [changed { ($0.at, $0.previously, $0.flags) = ("5", "1", .secret) }], .secret,
      [.secret, .movedWithin]
    ),
    ("an addition that the partner leaves out", [changed { $0.at = "1 A" }], .unique, []),
    ("one letter wrong in the surname", [changed { $0.surname = "Bekker" }], .unique, []),
  ]

  private static func changed(_ change: (inout RegisterRow) -> Void) -> RegisterRow {
    var row = jan
    change(&row)
    return row
  }

  @Test(arguments: cases)
  func `Outcomes`(
    what: String, people: [RegisterRow], outcome: RegisterOutcome, flags: RegisterFlags
  ) throws {
    let tables = try tables([row("J.", "Bakker")], people)
    #expect(tables.matched.registerOutcome == [outcome], "\(what)")
    #expect(tables.matched.registerFlags == [flags], "\(what)")
    #expect(tables.linked.outcome == [outcome] && tables.linked.flags == [flags])
    let isFound = outcome != .none && outcome != .several
    #expect(tables.linked.registerRow[0].isAbsent != isFound)
  }

  @Test func `Somebody who moved is found by name and birth date`() throws {
    let moved = [Self.changed { $0.at = "5" }]
    #expect(
      try tables([row("J.", "Bakker", "1980-05-06")], moved).matched.registerOutcome
        == [.movedWithin])
    #expect(try tables([row("J.", "Bakker", "1980-05-07")], moved).linked.outcome == [.none])
    #expect(try tables([row("J.", "Bakker", "1981-05-06")], [Self.jan]).linked.outcome == [.none])
  }

  @Test func `Who moved within comes into the household of the new address`() throws {
    let tables = try tables(
      [row("J.", "Bakker"), row("K.", "Smit", at: "5"), row("L.", "Mol")],
      [Self.changed { ($0.at, $0.previously) = ("5", "1") }])
    let households = tables.matched.householdID
    #expect(households[0] == households[1])
    #expect(households[0] != households[2])
    let line = try #require(tables.linked.line(of: tables.matched.personID[0]))
    #expect(tables.linked.houseNumber[line] == 5)
    #expect(tables.linked.arena[tables.linked.street[line]].string == "Kadehof")
    #expect(tables.linked.addressKey[line] == tables.normalised.addressKey[1])
  }

  @Test func `A secret new address is written nowhere`() throws {
    let tables = try tables(
      [row("J.", "Bakker"), row("K.", "Smit", at: "5")],
      [Self.changed { ($0.at, $0.previously, $0.flags) = ("5", "1", .secret) }])
    #expect(tables.matched.householdID[0] == tables.matched.householdID[1])
    #expect(tables.linked.houseNumber == [0, 0])
    #expect(tables.linked.postcode.allSatisfy { $0.isAbsent })
  }

  @Test(arguments: [RegisterFlags.underInvestigation, .postalAddress])
  func `A doubtful new address is not taken over`(flags: RegisterFlags) throws {
    let before = try MatchTests.tables([row("J.", "Bakker")]).matched.householdID
    let tables = try tables(
      [row("J.", "Bakker")], [Self.changed { ($0.at, $0.previously, $0.flags) = ("5", "1", flags) }]
    )
    #expect(tables.matched.householdID == before)
    #expect(tables.matched.registerFlags == [flags.union(.movedWithin)])
    #expect(tables.linked.houseNumber == [0])
  }

  @Test func `A secret that may be theirs is kept even when nobody knows who it is`() throws {
    let secret = Self.changed { $0.flags = .secret }
    let other = RegisterRow(
      givenNames: "Johan", surname: "Bakker", birthDate: "2004-01-01", at: "1")
    let several = try tables([row("J.", "Bakker")], [secret, other])
    #expect(several.matched.registerOutcome == [.several])
    #expect(several.matched.registerFlags == [.secret])
    // The partner may have the birth date wrong.
    let nobody = try tables([row("J.", "Bakker", "1999-01-01")], [secret])
    #expect(nobody.matched.registerOutcome == [.none])
    #expect(nobody.matched.registerFlags == [.secret])
    let elsewhere = try tables([row("J.", "Bakker", "1999-01-01", at: "7")], [secret])
    #expect(elsewhere.matched.registerFlags == [[]])
    let stranger = try tables([row("J.", "Smit")], [secret])
    #expect(stranger.matched.registerFlags == [[]])
  }

  @Test func `Without a register nobody is checked and nothing moves`() throws {
    let tables = try MatchTests.tables([row("J.", "Bakker")])
    #expect(tables.linked.count == 0)
    #expect(tables.matched.outcome(ofRow: 0) == .unchecked)
  }

  @Test func `A number may be kept only where signals and register are sure`() throws {
    let bakker = row("J.", "Bakker", "1980-05-06")
    let sure = try tables([bakker, bakker], [Self.jan])
    #expect(sure.linked.grade == [.certain])
    let family = try tables([row("", "Bakker")], [Self.jan])
    #expect(family.linked.outcome == [.unique])
    #expect(family.linked.grade == [.probable])
  }

  @Test func `A row that stands there twice is one person, unless the numbers differ`() throws {
    let arena = ByteArena()
    let cells = ["111222333", "123456782"].map { arena.store($0) }
    let numbers = cells.map { CitizenServiceNumber(arena[$0]) }
    func twice(_ other: CitizenServiceNumber?) -> [RegisterRow] {
      [
        Self.changed { ($0.id, $0.number) = (9, numbers[0]) },
        Self.changed { ($0.id, $0.number) = (9, other) },
        Self.changed { ($0.id, $0.number) = (9, numbers[0]) },
      ]
    }
    #expect(try tables([row("J.", "Bakker")], twice(numbers[0])).linked.outcome == [.unique])
    #expect(try tables([row("J.", "Bakker")], twice(numbers[1])).linked.outcome == [.several])
  }

  @Test(arguments: UInt64(1)...8)
  func `The order of the register's rows changes nothing`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let names = ["Bakker", "Bekker", "Visser", "Smit"]
    let given = ["Jan", "Johanna", "Piet", "Karel Jan"]
    func birthDate(_ number: Int) -> String { "19\(60 + number % 9)-05-0\(1 + number % 9)" }
    func house() -> String { String(Int.random(in: 1...9, using: &random)) }
    var people: [RegisterRow] = []
    for number in 0..<60 {
      var person = RegisterRow(
        givenNames: given.randomElement(using: &random) ?? "",
        surname: names.randomElement(using: &random) ?? "", at: house())
      person.birthDate = birthDate(number)
      person.previously = house()
      person.municipality = number % 7 == 0 ? 599 : 606
      person.suspension = number % 11 == 0 ? .deceased : nil
      person.flags = number % 5 == 0 ? .secret : []
      person.id = UInt64(number + 1)
      people.append(person)
    }
    var rows: [DeliveredRow] = []
    for number in 0..<40 {
      let initials = ["J.", "P.", "K.J.", ""].randomElement(using: &random) ?? ""
      let surname = names.randomElement(using: &random) ?? ""
      rows.append(
        row(initials, surname, number % 3 == 0 ? birthDate(number) : "", at: house()))
    }
    let first = try tables(rows, people)
    let second = try tables(rows, people.shuffled(using: &random))
    #expect(Set(first.linked.outcome).count > 3, "\(first.linked.outcome)")
    #expect(Self.text(first.linked) == Self.text(second.linked))
    #expect(first.matched.householdID == second.matched.householdID)
    #expect(first.matched.registerFlags == second.matched.registerFlags)
  }

  private static func text(_ table: Linked) -> String {
    let out = ByteArena()
    for column in Linked.columns {
      let write = column.writer(table)
      for row in 0..<table.count {
        write(row, out)
        out.append(UInt8(ascii: "\n"))
      }
    }
    return out.bytes.string
  }
}
