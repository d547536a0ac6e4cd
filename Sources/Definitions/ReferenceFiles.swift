import Diagnostics
import Model

/// Reads the tables of the folder `reference`: plain CSV with commas, UTF-8, LF and a header.
struct ReferenceFiles {
  let folder: DefinitionFolder
  /// The name of the reference folder, seen from the pipeline's.
  let name: String
  /// Where the pipeline names it.
  let place: Place?
  let sources: SourceRegister?

  /// Reads all tables; what cannot be read is noted and left out.
  func read() -> ReferenceTables {
    var tables = ReferenceTables(
      municipalityOfArea: Array(repeating: 0, count: 10_000), municipalityNames: [:],
      holidays: [], admissions: [])
    guard folder.exists(name) else {
      problems.add(
        .definitionAbsent, at: place ?? Place(file: folder.path(name)),
        ["reason": "\(folder.path(name)) is not there"])
      return tables
    }
    readMunicipalities(into: &tables)
    readAreas(into: &tables)
    readHolidays(into: &tables)
    readAdmissions(into: &tables)
    readWindows(into: &tables)
    return tables
  }

  private func readMunicipalities(into tables: inout ReferenceTables) {
    rows(of: "municipalities.csv", header: ["code", "name", "valid_from", "valid_to"]) { row in
      guard let code = MunicipalityCode(row.cells[0]) else {
        return row.report(0, "four digits", problems)
      }
      for column in [2, 3] where !row.cells[column].isEmpty {
        if CalendarDate(iso: row.cells[column]) == nil { row.report(column, "a date", problems) }
      }
      // A code that is no longer valid stays known: history holds it.
      tables.municipalityNames[code] = row.cells[1]
    }
  }

  private func readAreas(into tables: inout ReferenceTables) {
    rows(of: "postcode_areas.csv", header: ["pc4", "gemeentecode"]) { row in
      guard let area = Int(row.cells[0]), (1000...9999).contains(area) else {
        return row.report(0, "four digits from 1000", problems)
      }
      guard let code = MunicipalityCode(row.cells[1]), tables.knows(code) else {
        return row.report(1, "a code of municipalities.csv", problems)
      }
      guard tables.municipalityOfArea[area] == 0 else {
        return row.report(0, "each area once", problems)
      }
      tables.municipalityOfArea[area] = code.number
    }
  }

  private func readHolidays(into tables: inout ReferenceTables) {
    for year in HolidayCalendar.years {
      tables.holidays.formUnion(HolidayCalendar.holidays(in: year))
    }
    rows(of: "holidays.csv", header: ["date", "name", "source"]) { row in
      guard let date = CalendarDate(iso: row.cells[0]) else {
        return row.report(0, "a date such as 2026-10-31", problems)
      }
      checkSource(row, 2)
      tables.holidays.insert(date)
    }
  }

  private func readAdmissions(into tables: inout ReferenceTables) {
    let header = [
      "partner_type", "partner", "kinds", "municipality", "valid_from", "valid_to", "source",
    ]
    rows(of: "admissions.csv", header: header) { row in
      guard let type = PartnerType(rawValue: row.cells[0]) else {
        return row.report(0, "a type of partner", problems)
      }
      guard row.cells[1].isEmpty || ScalarReader.isName(row.cells[1]) else {
        return row.report(1, "the id of a partner, or nothing for all", problems)
      }
      let words = row.cells[2].split(separator: " ")
      let kinds = words.compactMap { SignalKind(rawValue: String($0)) }
      guard kinds.count == words.count else {
        return row.report(2, "kinds of signal with a space between, or nothing for all", problems)
      }
      let municipality = MunicipalityCode(row.cells[3])
      if !row.cells[3].isEmpty {
        guard let municipality, tables.knows(municipality) else {
          return row.report(3, "a code of municipalities.csv, or nothing for all", problems)
        }
      }
      guard let from = CalendarDate(iso: row.cells[4]) else {
        return row.report(4, "a date such as 2026-10-31", problems)
      }
      let to = CalendarDate(iso: row.cells[5])
      guard row.cells[5].isEmpty || to.map({ $0 >= from }) == true else {
        return row.report(5, "a date not before valid_from, or nothing", problems)
      }
      checkSource(row, 6)
      tables.admissions.append(
        Admission(
          partnerType: type, partner: row.cells[1].isEmpty ? nil : row.cells[1],
          kinds: Set(kinds), municipality: municipality, validFrom: from, validTo: to,
          source: row.cells[6]))
    }
  }

  private func readWindows(into tables: inout ReferenceTables) {
    let header = ["partner_type", "from_days", "from_months", "to_days", "source"]
    rows(of: "windows.csv", header: header) { row in
      guard let type = PartnerType(rawValue: row.cells[0]), tables.windows[type] == nil else {
        return row.report(0, "a type of partner, each once", problems)
      }
      var numbers: [Int?] = []
      for column in 1...3 {
        let number = ScalarReader.number(row.cells[column])
        guard row.cells[column].isEmpty || number.map((0...36500).contains) == true else {
          return row.report(column, "a whole number, or nothing", problems)
        }
        numbers.append(number)
      }
      checkSource(row, 4)
      tables.windows[type] = AgreedWindow(
        window: ArrearsWindow(
          fromDays: numbers[0] ?? 0, fromMonths: numbers[1] ?? 0, toDays: numbers[2]),
        source: row.cells[4])
    }
  }

  private var problems: ProblemCollector { folder.problems }

  private func checkSource(_ row: Row, _ column: Int) {
    sources?.check(
      YAMLNode(content: .scalar(row.cells[column]), place: row.place(of: column)), problems)
  }

  private func rows(of file: String, header: [String], _ body: (Row) -> Void) {
    let path = name + "/" + file
    guard let bytes = folder.read(path, from: place) else { return }
    let shown = folder.path(path)
    var number = 0
    for line in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      number += 1
      if line.isEmpty { continue }
      let row = Row(
        cells: ReferenceFiles.cells(of: line), start: Place(file: shown, line: number))
      if number == 1 {
        guard row.cells == header else {
          problems.add(
            .wrongKind, at: row.start,
            [
              "expected": "the columns \(header.joined(separator: ", "))",
              "found": row.cells.joined(separator: ", "),
            ])
          return
        }
      } else if row.cells.count == header.count {
        body(row)
      } else {
        problems.add(
          .wrongKind, at: row.start,
          ["expected": "\(header.count) columns", "found": "\(row.cells.count)"])
      }
    }
    if number == 0 || bytes.isEmpty {
      problems.add(
        .wrongKind, at: Place(file: shown),
        ["expected": "a header", "found": "an empty file"])
    }
  }

  /// Splits a line at commas that stand outside quotation marks.
  static func cells(of line: ArraySlice<UInt8>) -> [String] {
    var cells: [String] = []
    var cell: [UInt8] = []
    var isQuoted = false
    for byte in line {
      switch byte {
      case UInt8(ascii: "\""): isQuoted.toggle()
      case UInt8(ascii: ",") where !isQuoted:
        cells.append(String(decoding: cell, as: UTF8.self))
        cell.removeAll(keepingCapacity: true)
      case UInt8(ascii: "\r"): continue
      default: cell.append(byte)
      }
    }
    cells.append(String(decoding: cell, as: UTF8.self))
    return cells
  }

  /// A line of a table.
  struct Row {
    var cells: [String]
    var start: Place

    /// Where a cell begins, as far as quotation marks before it do not matter.
    func place(of column: Int) -> Place {
      var place = start
      place.character += cells[..<column].reduce(0) { $0 + $1.unicodeScalars.count + 1 }
      return place
    }

    func report(_ column: Int, _ expected: String, _ problems: ProblemCollector) {
      let found = cells[column].isEmpty ? "nothing" : "\"\(cells[column])\""
      problems.add(
        .wrongKind, at: place(of: column), ["expected": expected, "found": found])
    }
  }
}

extension ReferenceTables {
  /// Whether a municipality stands in the table; true when the table could not be read, which is
  /// a problem of its own.
  func knows(_ code: MunicipalityCode) -> Bool {
    municipalityNames.isEmpty || municipalityNames[code] != nil
  }
}
