import Definitions
import Diagnostics
import Foundation
import Model
import Tabular
import TestSupport
import Testing

@testable import Feeds

@Suite struct RegisterReaderTests {
  private static let header =
    "Nr;BSN;Namen;Achternaam;Geboren;Gemeente;Functie;Nummer;Aanduiding;Postcode;Onderzoek;"
    + "Opschorting;Sinds;Geheim"

  private static func definition(encoding: TextEncoding = .utf8) -> RegisterDefinition {
    RegisterDefinition(
      name: "proef", title: "Proef", source: "wgs/8b",
      file: FileFormat(encoding: encoding, delimiter: UInt8(ascii: ";")),
      columns: [
        RegisterColumn(header: "Nr", field: nil),
        RegisterColumn(header: "BSN", field: .citizenServiceNumber),
        RegisterColumn(header: "Namen", field: .givenNames),
        RegisterColumn(header: "Achternaam", field: .surname),
        RegisterColumn(header: "Geboren", field: .birthDate, format: .dateCompact),
        RegisterColumn(header: "Gemeente", field: .municipality),
        RegisterColumn(header: "Functie", field: .addressFunction),
        RegisterColumn(header: "Nummer", field: .houseNumber),
        RegisterColumn(header: "Aanduiding", field: .addressDesignation),
        RegisterColumn(header: "Postcode", field: .postcode),
        RegisterColumn(header: "Onderzoek", field: .underInvestigation),
        RegisterColumn(header: "Opschorting", field: .suspensionReason),
        RegisterColumn(header: "Sinds", field: .suspensionDate, format: .dateISO),
        RegisterColumn(header: "Geheim", field: .secrecy, aliases: ["Indicatie geheim"]),
      ])
  }

  /// One row as columns, with the pseudonym last.
  private struct Row: Equatable {
    var surname: String
    var birthDate: String
    var number: String
    var flags: RegisterFlags
    var suspension: SuspensionReason?
    var hasNumber: Bool
    var id: RegisterRowID
  }

  private func read(
    _ text: Data, encoding: TextEncoding = .utf8, rowsPerBlock: Int = 3,
    damage: (Data) -> Data = { $0 }
  ) throws -> (rows: [Row], notes: [Diagnostic]) {
    let folder = try TemporaryFolder()
    let path = folder.path("register.csv.gz")
    let writer = try GzipWriter(path: path)
    let arena = ByteArena()
    for byte in text { arena.append(byte) }
    try writer.write(arena.bytes)
    try writer.finish()
    try damage(Data(contentsOf: URL(fileURLWithPath: path))).write(to: URL(fileURLWithPath: path))
    var rows: [Row] = []
    let notes = try RegisterReader(rowsPerBlock: rowsPerBlock).read(
      path, Self.definition(encoding: encoding), key: SipHash(key: (1, 2)),
      at: Location(file: "register.csv.gz", municipality: "0606")
    ) { block in
      for row in 0..<block.count {
        let date = ByteArena()
        date.append(block.persons.birthDate[row])
        func text(_ cell: TextCell) -> String { block.persons.arena[cell].string }
        rows.append(
          Row(
            surname: text(block.persons.surname[row]), birthDate: date.bytes.string,
            number: text(block.persons.houseNumber[row]), flags: block.flags[row],
            suspension: block.suspension[row], hasNumber: block.number[row] != nil,
            id: block.id(ofRow: row)))
      }
    }
    return (rows, notes)
  }

  private func read(_ lines: String..., header: String = header) throws -> (
    rows: [Row], notes: [Diagnostic]
  ) {
    try read(Data(([header] + lines).joined(separator: "\n").utf8))
  }

  /// The codes that a table is refused with.
  private func codes<Value>(of read: () throws -> Value) -> [String] {
    do {
      _ = try read()
      return []
    } catch let list as DiagnosticList {
      return list.diagnostics.map(\.code.id)
    } catch let problem as Diagnostic {
      return [problem.code.id]
    } catch {
      return ["\(error)"]
    }
  }

  private func expect<Value>(
    _ expected: [String], sourceLocation: SourceLocation = #_sourceLocation,
    _ read: () throws -> Value
  ) {
    let found = codes(of: read)
    #expect(found == expected, sourceLocation: sourceLocation)
  }

  @Test func everyFieldKnowsItsPlace() {
    #expect(RegisterField.allCases.map(\.place) == Array(RegisterField.allCases.indices))
  }

  @Test func rowsAreDecoded() throws {
    let (rows, notes) = try read(
      "1;111222333;Jan;Jansen;19840312;0606;W;12;;3111AB;000000;;;0",
      "2;;Piet;Bakker;19800000;0606;B;14;to;3111AB;081000;;;7",
      "3;;Ans;Visser;19800500;0606;w;16;;3111AB;;o;2026-10-20;",
      "4;;Bob;Groot;00000000;0599;W;;;;0;E;;00")
    #expect(rows.map(\.surname) == ["Jansen", "Bakker", "Visser", "Groot"])
    #expect(rows.map(\.birthDate) == ["1984-03-12", "1980", "1980-05", ""])
    #expect(rows.map(\.number) == ["12", "to 14", "16", ""])
    #expect(
      rows.map(\.flags) == [[], [.postalAddress, .underInvestigation, .secret], [], []])
    #expect(rows.map(\.suspension) == [nil, nil, .deceased, .emigrated])
    #expect(rows.map(\.hasNumber) == [true, false, false, false])
    #expect(notes.isEmpty)
  }

  @Test func thePseudonymSaysNothingOfTheNumber() throws {
    let (rows, _) = try read(
      "1;111222333;Jan;Jansen;19840312;0606;W;12;;3111AB;;;;0",
      "2;123456782;Jan;Jansen;19840312;0606;W;12;;3111AB;;;;0",
      "3;;Jan;Jansen;19840312;0606;W;12;;3111AB;;;;0",
      "4;;Jan;Jansen;19840313;0606;W;12;;3111AB;;;;0")
    #expect(rows[0].id == rows[1].id && rows[1].id == rows[2].id)
    #expect(rows[2].id != rows[3].id)
  }

  @Test func theSizeOfBlocksChangesNothing() throws {
    let lines = (1...40).map { "\($0);;Jan;Jansen\($0);19840312;0606;W;\($0);;3111AB;;;;0" }
    let text = Data(([Self.header] + lines).joined(separator: "\r\n").utf8)
    let whole = try read(text, rowsPerBlock: 100).rows
    #expect(whole.count == 40)
    for size in [1, 7, 40] { #expect(try read(text, rowsPerBlock: size).rows == whole) }
  }

  @Test func lettersOfAnOldCodePageAreRead() throws {
    let text = "\(Self.header)\n1;;Ren\u{E9};M\u{FC}ller;19840312;0606;W;12;;3111AB;;;;0\n"
    let bytes = Data(text.unicodeScalars.map { UInt8($0.value) })
    #expect(try read(bytes, encoding: .detect).rows.map(\.surname) == ["Müller"])
    #expect(try read(bytes, encoding: .windows1252).rows.map(\.surname) == ["Müller"])
    expect(["REG-002"]) { try read(bytes, encoding: .utf8) }
  }

  @Test func whatCannotBeReadIsCountedAndErrsOnTheSafeSide() throws {
    let (rows, notes) = try read(
      "1;000000000;Jan;Jansen;1984;606;X;12;;3111AB;;Q;gisteren;ja",
      "2;111222334;Jan;Jansen;19841340;0606;W;12;;3111AB;;;;0")
    #expect(rows[0].flags == [.postalAddress, .underInvestigation, .secret])
    #expect(rows.allSatisfy { !$0.hasNumber })
    #expect(rows.map(\.birthDate) == ["", ""])
    #expect(notes.map(\.code.id).sorted() == ["REG-013"] + Array(repeating: "REG-015", count: 6))
    #expect(notes.first?.facts["count"] == "2")
    let columns = notes.dropFirst().compactMap(\.location.column)
    #expect(
      columns.sorted() == ["Functie", "Geboren", "Geheim", "Gemeente", "Opschorting", "Sinds"])
    for note in notes {
      let text = DiagnosticText.paragraph(note)
      for value in ["1984", "gisteren", "606\n", "111222334"] { #expect(!text.contains(value)) }
    }
  }

  @Test func everythingWrongWithAHeaderIsToldAtOnce() throws {
    let header =
      Self.header.replacing("Postcode", with: "Postkode")
      .replacing("Nr;", with: "Nationaliteit;Kleur;") + ";Geheim"
    expect([
      "REG-003", "REG-005", "REG-004", "REG-004", "REG-006",
    ]) { try read("x", header: header) }
    expect(["REG-002"]) { try read("x", header: "Iets;Anders") }
  }

  @Test func anotherNameOfAColumnIsTakenForIt() throws {
    let (rows, _) = try read(
      "1;;Jan;Jansen;19840312;0606;W;12;;3111AB;;;;3",
      header: Self.header.replacing("Geheim", with: "indicatie-geheim"))
    #expect(rows.map(\.flags) == [[.secret]])
  }

  @Test func aRowOfAnotherWidthRefusesAll() throws {
    let row = "1;;Jan;Jansen;19840312;0606;W;12;;3111AB;;;;0"
    expect([]) { try read(row, row + ";;") }
    expect(["REG-011"]) { try read(row, row + ";x") }
    expect(["REG-011"]) { try read(row, "2;;Jan") }
  }

  @Test func anExtractOfNobodyIsRefused() {
    expect(["REG-012"]) { try read() }
    expect(["REG-012"]) { try read(Data()) }
  }

  @Test func aBrokenFileIsRefused() {
    let row = "1;;Jan;Jansen;19840312;0606;W;12;;3111AB;;;;0\n"
    let text = Data((Self.header + "\n" + String(repeating: row, count: 300)).utf8)
    expect(["REG-002"]) { try read(text, damage: { $0.dropLast(6) }) }
    expect(["REG-002"]) { try read(text, damage: { _ in Data("no gzip".utf8) }) }
    expect(["REG-002"]) { try read(text + Data("1;\"open".utf8)) }
  }
}
