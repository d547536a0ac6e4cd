import Model
import TestSupport
import Testing

/// A table that holds one column of every kind.
private struct Everything: SignalTable {
  static let fileName = "everything"

  var keys = SignalKeys()
  var arena = ByteArena()
  var text: [TextCell] = []
  var number: [UInt32] = []
  var amount: [Int64] = []
  var maybe: [Int32?] = []
  var flag: [Bool] = []
  var date: [CalendarDate] = []
  var maybeDate: [CalendarDate?] = []
  var birthDate: [PartialDate] = []
  var postcode: [Postcode] = []
  var person: [PersonID] = []
  var kind: [SignalKind] = []
  var quality: [Quality] = []

  static let columns: [StageColumn<Everything>] =
    keyColumns + [
      .text("text", \.text), .integer("number", \.number), .integer("amount", \.amount),
      .optionalInteger("maybe", \.maybe), .flag("flag", \.flag), .date("date", \.date),
      .optionalDate("maybe_date", \.maybeDate), .partialDate("birth_date", \.birthDate),
      .postcode("postcode", \.postcode), .identifier("person_id", \.person), .word("kind", \.kind),
      .quality("quality", \.quality),
    ]
}

@Suite struct StageColumnTests {
  /// Seed 4180.
  @Test func everyKindOfCellReadsBackAsWritten() throws {
    let table = try example(rows: 200)
    var copy = Everything()
    let cells = written(table)
    for (index, column) in Everything.columns.enumerated() {
      #expect(column.reader(cells, index, &copy) == nil, "\(column.name)")
    }
    copy.keys.signalID = table.keys.signalID
    #expect(copy.count == table.count)
    #expect(copy.keys.row == table.keys.row)
    for row in 0..<table.count {
      let name = table.keys.deliveries[Int(table.keys.delivery[row])]
      #expect(copy.keys.deliveries[Int(copy.keys.delivery[row])] == name)
      #expect(copy.arena[copy.text[row]].equals(table.arena[table.text[row]]))
    }
    #expect(copy.number == table.number)
    #expect(copy.amount == table.amount)
    #expect(copy.maybe == table.maybe)
    #expect(copy.flag == table.flag)
    #expect(copy.date == table.date)
    #expect(copy.maybeDate == table.maybeDate)
    #expect(copy.birthDate == table.birthDate)
    #expect(copy.postcode == table.postcode)
    #expect(copy.person == table.person)
    #expect(copy.kind == table.kind)
    #expect(copy.quality == table.quality)
  }

  @Test(arguments: [
    ("number", "-1"), ("number", "1.5"), ("number", ""), ("number", "4294967296"), ("maybe", "x"),
    ("flag", "ja"), ("flag", ""), ("date", ""), ("date", "2026-02-30"),
    ("maybe_date", "31-10-2026"),
    ("birth_date", "1980-00"), ("postcode", "3111"), ("person_id", "abc"), ("kind", "Vroegsignaal"),
    ("quality", "joint|unknown_flag"), ("quality", "|"),
  ])
  func aCellOfAnotherKindIsNamedByItsRow(column name: String, cell: String) throws {
    let index = try #require(Everything.columns.firstIndex { $0.name == name })
    let table = try example(rows: 3)
    let good = written(table)
    let arena = good.arena
    var cells = good.cells
    cells[2 * good.width + index] = arena.store(cell)
    let broken = StageCells(arena: arena, cells: cells, width: good.width)
    var copy = Everything()
    #expect(Everything.columns[index].reader(broken, index, &copy) == 2)
  }

  @Test func columnNamesAreUniqueInEveryTable() {
    check(Received.self)
    check(Normalised.self)
    check(Distinct.self)
    check(Matched.self)
    check(Prioritised.self)
    check(History.self)
    check(DeliveryLog.self)
    check(Ledger.self)
    #expect(
      Ledger.columns.map(\.name) == [
        "feed", "delivery", "row", "signal_id", "municipality", "fate", "reason",
      ])
    #expect(
      Everything.columns.prefix(4).map(\.name) == ["signal_id", "feed", "delivery", "row"])
  }

  private func check<Table: StageTable>(_ table: Table.Type) {
    let names = Table.columns.map(\.name)
    #expect(Set(names).count == names.count, "\(Table.fileName)")
    for name in names {
      #expect(
        name.allSatisfy { ("a"..."z").contains($0) || $0 == "_" }, "\(Table.fileName).\(name)")
    }
  }

  private func example(rows: Int) throws -> Everything {
    var random = SeededGenerator(seed: 4180)
    var table = Everything()
    table.keys.deliveries = [
      DeliveryName(feed: FeedID("waterdruppel"), file: "waterdruppel_2026-10.csv.gz"),
      DeliveryName(feed: FeedID("zorgvast"), file: "zorgvast, herzien.csv.gz"),
    ]
    let texts = ["", "Kadehof", "a,b", "say \"hi\"", "é", "two\nlines", " blank ends "]
    for row in 0..<rows {
      table.keys.signalID.append(SignalID(high: random.next(), low: random.next()))
      table.keys.delivery.append(row < rows / 2 ? 0 : 1)
      table.keys.row.append(UInt32(row + 1))
      let text = try #require(texts.randomElement(using: &random))
      table.text.append(table.arena.store(text))
      table.number.append(UInt32.random(in: .min ... .max, using: &random))
      table.amount.append(Int64.random(in: -1_000_000...1_000_000, using: &random))
      table.maybe.append(
        Bool.random(using: &random) ? nil : Int32.random(in: -9...9, using: &random))
      table.flag.append(Bool.random(using: &random))
      let date = CalendarDate(days: Int32.random(in: -10_000...40_000, using: &random))
      table.date.append(date)
      table.maybeDate.append(Bool.random(using: &random) ? nil : date)
      let (year, month, day) = date.civil
      let known = Int.random(in: 0...3, using: &random)
      let birthDate =
        known == 0
        ? PartialDate.absent
        : PartialDate(year: year, month: known > 1 ? month : 0, day: known > 2 ? day : 0)
      table.birthDate.append(try #require(birthDate))
      let digits = Int.random(in: 1000...9999, using: &random)
      table.postcode.append(
        Bool.random(using: &random)
          ? .absent : try #require(Postcode(digits: digits, UInt8(ascii: "A"), UInt8(ascii: "Z"))))
      table.person.append(
        Bool.random(using: &random) ? .absent : PersonID(high: random.next(), low: random.next()))
      table.kind.append(try #require(SignalKind.allCases.randomElement(using: &random)))
      let bits = UInt32.random(in: 0..<(1 << UInt32(Quality.names.count)), using: &random)
      table.quality.append(Quality(rawValue: bits))
    }
    return table
  }

  /// Writes every cell and takes the quotation marks off again, as a CSV reader does.
  private func written(_ table: Everything) -> StageCells {
    let writers = Everything.columns.map { $0.writer(table) }
    let arena = ByteArena()
    var cells: [TextCell] = []
    for row in 0..<table.count {
      for write in writers {
        let out = ByteArena()
        write(row, out)
        var text = out.bytes.string
        if text.hasPrefix("\"") {
          let doubled = text.dropFirst().dropLast().split(
            separator: "\"\"", omittingEmptySubsequences: false)
          text = doubled.joined(separator: "\"")
        }
        cells.append(arena.store(text))
      }
    }
    return StageCells(arena: arena, cells: cells, width: writers.count)
  }
}
