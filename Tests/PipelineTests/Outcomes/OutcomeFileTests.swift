import Diagnostics
import Foundation
import Model
import TestSupport
import Testing

@testable import Pipeline

@Suite struct OutcomeFileTests {
  static let id = "0123456789abcdef0123456789abcdef"
  private static let known = ["Nr", "Personen", "Lijst", "Stand"]

  /// Reads lines of CSV under the titles of keys and the given columns.
  static func read(
    _ columns: [String], _ rows: [[String]], delimiter: String = ";",
    encoding: String.Encoding = .utf8,
    begin: String = ""
  ) throws -> OutcomeFile {
    let header = ["Kenmerk", "Gemeentecode", "Peildatum"] + columns
    let lines = [header] + rows.map { [id, "0606", "09-11-2026"] + $0 }
    let text = begin + lines.map { $0.joined(separator: delimiter) + "\r\n" }.joined()
    let folder = try TemporaryFolder()
    let data = try #require(text.data(using: encoding))
    return try OutcomeFile(path: try folder.write(data, to: "lijst.csv"), known: known)
  }

  private func line(_ cells: [String: String]) throws -> OutcomeLine {
    let columns = OutcomeField.allCases.dropFirst(3).map(\.title)
    let file = try Self.read(columns, [columns.map { cells[$0] ?? "" }])
    return try #require(file.lines.first)
  }

  private func day(_ text: String) throws -> CalendarDate { try #require(CalendarDate(iso: text)) }

  /// A day as typed, and the day that it is; none where it is told.
  @Test(arguments: [
    ("09-11-2026", "2026-11-09"), ("9-1-2026", "2026-01-09"), (" 2026-11-09 ", "2026-11-09"),
    ("2026-11-09T00:00:00", "2026-11-09"), ("09/11/2026", nil), ("30-02-2026", nil),
    ("09-11-26", nil), ("11-2026", nil), ("46335", nil), ("morgen", nil), ("-1-11-2026", nil),
    ("٠٩-١١-٢٠٢٦", nil), ("00-00-1980", nil),
  ])
  func aDayIsReadOrTold(typed: String, expected: String?) throws {
    let line = try line(["Datum opgepakt": typed])
    if let expected {
      #expect(try line.pickedUpOn == .value(day(expected)))
      #expect(line.notes.isEmpty)
    } else {
      #expect(line.pickedUpOn == .unread)
      #expect(line.notes.map(\.code) == [.outcomeDateUnreadable])
      #expect(line.notes.first?.location.column == "Datum opgepakt")
      #expect(!line.notes.map(DiagnosticText.paragraph).joined().contains(typed))
    }
  }

  @Test(arguments: CaseResult.allCases)
  func everyResultIsReadWhateverItsCapitalsAndBlanks(result: CaseResult) throws {
    for typed in [result.rawValue, " " + result.rawValue.uppercased().replacing(" ", with: "  ")] {
      #expect(try line(["Resultaat": typed]).result == .value(result))
    }
  }

  /// The cells of the first attempt, and what is told of them.
  @Test(arguments: [
    (["09-11-2026", "Telefoon", "Ochtend", "Ja"], []),
    (["09-11-2026", "sms/whatsapp", "", ""], []),
    (["", "", "", ""], []),
    (["", "Telefoon", "", ""], ["CASE-016 Datum poging 1"]),
    (["09-11-2026", "", "", ""], ["CASE-016 Soort contact 1"]),
    (["", "", "", "Ja"], ["CASE-016 Datum poging 1", "CASE-016 Soort contact 1"]),
    (["09-11-2026", "Duif", "", ""], ["CASE-012 Soort contact 1"]),
    (["09-11-2026", "Telefoon", "Nacht", ""], ["CASE-012 Dagdeel 1"]),
    (["09-11-2026", "Telefoon", "", "misschien"], ["CASE-012 Bereikt 1"]),
    (["gisteren", "Duif", "", ""], ["CASE-013 Datum poging 1", "CASE-012 Soort contact 1"]),
  ])
  func anAttemptIsReadWholeOrTold(cells: [String], told: [String]) throws {
    let titles = ["Datum poging 1", "Soort contact 1", "Dagdeel 1", "Bereikt 1"]
    let line = try line(Dictionary(uniqueKeysWithValues: zip(titles, cells)))
    #expect(line.notes.map { "\($0.code.id) \($0.location.column ?? "")" } == told)
    let isEmpty = cells.allSatisfy(\.isEmpty)
    #expect((line.attempts[0] == .unread) == !told.isEmpty)
    #expect((line.attempts[0] == .empty) == isEmpty)
    #expect(line.isEmpty == isEmpty)
    #expect(line.attempts[1] == .empty)
    for cell in cells where cell.count > 4 && cell != "09-11-2026" && !told.isEmpty {
      #expect(
        !line.notes.map(DiagnosticText.sentence).contains { $0.contains("found \(cell)") })
    }
  }

  @Test func columnsMayMoveAndHaveOtherCapitalsAndNeighbours() throws {
    let file = try Self.read(
      ["RESULTAAT ", "Notities van Els", " datum  Opgepakt", "", "Nr"],
      [["Inwoner is overleden", "bla", "10-11-2026", "x", "1"]])
    #expect(file.lines.first?.result == .value(.deceased))
    #expect(try file.lines.first?.pickedUpOn == .value(day("2026-11-10")))
    #expect(file.lines.first?.attempts[0] == .unread, "a column that is not there changes nothing")
    #expect(file.notes.map(\.code) == [.outcomeColumnIgnored])
    #expect(file.notes.first?.location.column == "Notities van Els")
  }

  @Test(arguments: [";", ",", "\t"], [String.Encoding.utf8, .windowsCP1252, .isoLatin1])
  func spreadsheetProgramsSaveInTheirOwnWay(delimiter: String, encoding: String.Encoding) throws {
    for begin in encoding == .utf8 ? ["", "\u{FEFF}", "sep=\(delimiter)\r\n"] : [""] {
      let file = try Self.read(
        ["Personen", "Resultaat"], [["Müller", "inwoner is overleden"]], delimiter: delimiter,
        encoding: encoding, begin: begin)
      #expect(file.lines.map(\.result) == [.value(.deceased)])
      #expect(file.notes.isEmpty)
    }
  }

  @Test func aLineThatIsTooLongIsTold() throws {
    let file = try Self.read(["Resultaat"], [["Inwoner is overleden", "x"], [""]])
    #expect(file.lines.map { $0.notes.map(\.code) } == [[.outcomeLineUneven], []])
    #expect(file.lines.first?.place.line == 2)
  }

  @Test func zerosThatASpreadsheetTookOffComeBack() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(
      "Kenmerk;Gemeentecode;Peildatum\n\(Self.id);606;2026-11-09\n1,2E+31;60600;x\n", to: "a.csv")
    let file = try OutcomeFile(path: path, known: [])
    #expect(file.lines.map { $0.municipality?.description } == ["0606", nil])
    #expect(file.lines.map { $0.household.isAbsent } == [false, true])
    #expect(file.lines[1].notes.map(\.code) == [.outcomeHouseholdUnreadable])
  }

  /// What is no list, and what is told of it.
  @Test(arguments: [
    ("", "CASE-001"), ("Nr;Klasse\n1;2\n", "CASE-002"), ("Kenmerk;Gemeentecode\n", "CASE-002"),
    ("Kenmerk;Peildatum;Gemeentecode;kenmerk\n", "CASE-003"),
    ("Kenmerk;Peildatum;Gemeentecode\n\"open", "CASE-001"), ("K\0e\0n\0", "CASE-001"),
    ("%PDF-1.7", "CASE-001"),
  ])
  func whatIsNoListIsRefused(text: String, code: String) throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(text, to: "a.csv")
    var codes: [String] = []
    do { _ = try OutcomeFile(path: path, known: []) } catch let problem as Diagnostic {
      codes = [problem.code.id]
    } catch let list as DiagnosticList {
      codes = list.diagnostics.map(\.code.id)
    }
    #expect(!codes.isEmpty && codes.allSatisfy { $0 == code })
  }

  @Test(arguments: ["xlsx", "csv"])
  func aListSavedByLibreOfficeIsRead(ending: String) throws {
    let path = Repository.url("fixtures/worklists/saved-by-libreoffice.\(ending)").path
    let file = try OutcomeFile(path: path, known: ["Nr"])
    let (first, second) = (file.lines[0], file.lines[1])
    #expect(first.municipality?.description == "0606")
    #expect(try first.listDate == day("2026-11-09"))
    let tried = [
      CaseAttempt(
        contactedOn: try day("2026-11-09"), means: .phone, dayPart: .morning, reached: .no),
      CaseAttempt(
        contactedOn: try day("2026-11-10"), means: .visit, dayPart: .evening, reached: .yes),
    ]
    #expect(Array(first.attempts.prefix(2)) == tried.map { .value($0) })
    #expect(try first.helpAcceptedOn == .value(day("2026-11-11")))
    #expect(first.result == .value(.financialHelp))
    #expect(try second.pickedUpOn == .value(day("2026-11-10")))
    #expect(second.hasRemark)
    #expect(
      second.notes.map(\.code)
        == (ending == "csv" ? [.outcomeWordUnknown] : [.outcomeFormula, .outcomeCellFault]))
    #expect(file.lines.dropFirst(2).allSatisfy { $0.isEmpty })
  }
}
