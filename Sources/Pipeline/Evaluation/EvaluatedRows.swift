internal import Diagnostics
internal import Model

/// What an evaluation needs to know of the rows of one municipality in a run.
struct EvaluatedRows {
  var deliveries = DeliveryNumbers()
  /// For each row the number of its delivery.
  var delivery: [UInt32] = []
  var row: [UInt32] = []
  /// The person of each row, as a number from 0.
  var person: [Int32] = []
  var household: [Int32] = []
  /// Index in `MatchGrade.allCases`: from certain to doubtful.
  var grade: [UInt8] = []
  var isTechnicalDuplicate: [Bool] = []
  /// Index in `PartnerType.allCases`.
  var partnerType: [UInt8] = []
  /// Raw value of a ``SpellingGroup``.
  var spelling: [UInt8] = []

  /// Reads the stage files of a municipality.
  ///
  /// - Parameter folder: The municipality's folder in a run.
  /// - Throws: A diagnostic when a file is absent or damaged, or when they are not of the same rows.
  /// - Complexity: O(*n*) in the rows.
  init(folder: String) throws {
    try readMatched(EvaluatedRows.file("matched", folder, matchedColumns))
    try readDistinct(EvaluatedRows.file("distinct", folder, ["row", "disposition"]))
    try readReceived(EvaluatedRows.file("received", folder, receivedColumns))
  }

  private static func file(
    _ dataset: String, _ folder: String, _ columns: [String]
  ) throws -> NamedColumns {
    let path = StageFile.path(of: dataset, in: folder)
    guard FileSystem.exists(path) else {
      throw Diagnostic(
        .stageFileAbsent, at: Location(file: path),
        ["stage": "evaluate", "file": FileSystem.name(of: path)])
    }
    return NamedColumns(path: path, kind: .stageFile, required: columns)
  }

  private mutating func readMatched(_ file: NamedColumns) throws {
    let grades = Words<MatchGrade>()
    var persons = NumberedIDs()
    var households = NumberedIDs()
    try file.read { cells in
      delivery.append(deliveries.number(feed: cells[0], file: cells[1]))
      guard let number = cells[2].unsignedDecimal.flatMap({ UInt32(exactly: $0) }) else {
        throw file.fault(
          cells.number, "row", expected: "a whole number", found: foundKind(of: cells[2].buffer))
      }
      row.append(number)
      person.append(try persons.number(of: cells, 3, in: file))
      household.append(try households.number(of: cells, 4, in: file))
      grade.append(try grades.index(of: cells, 5, in: file))
    }
  }

  private mutating func readDistinct(_ file: NamedColumns) throws {
    let dispositions = Words<Disposition>()
    let duplicate = Disposition.allCases.firstIndex(of: .technicalDuplicate)
    try file.read { cells in
      try checkPlace(of: cells, isTechnicalDuplicate.count, "distinct")
      let disposition = try dispositions.index(of: cells, 1, in: file)
      isTechnicalDuplicate.append(Int(disposition) == duplicate)
    }
    try checkCount(isTechnicalDuplicate.count, "distinct")
  }

  private mutating func readReceived(_ file: NamedColumns) throws {
    let types = Words<PartnerType>()
    var classifier = SpellingClassifier()
    try file.read { cells in
      try checkPlace(of: cells, partnerType.count, "received")
      partnerType.append(try types.index(of: cells, 1, in: file))
      spelling.append(
        classifier.group(
          surnames: [cells[2], cells[3], cells[4], cells[5]], partner: cells[6],
          givenNames: cells[7]
        ).rawValue)
    }
    try checkCount(partnerType.count, "received")
  }

  /// Stage files are joined by position: the same place must be the same row.
  private func checkPlace(of cells: NamedColumns.Row, _ place: Int, _ dataset: String) throws {
    guard place < row.count, cells[0].unsignedDecimal == Int(row[place]) else {
      throw Diagnostic(.stageFilesDisagree, ["first": "matched", "second": dataset])
    }
  }

  private func checkCount(_ count: Int, _ dataset: String) throws {
    guard count == row.count else {
      throw Diagnostic(.stageFilesDisagree, ["first": "matched", "second": dataset])
    }
  }
}

private let matchedColumns = [
  "feed", "delivery", "row", "person_id", "household_id", "match_grade",
]

private let receivedColumns = [
  "row", "partner_type", "delivered_name", "delivered_prefix", "delivered_surname",
  "delivered_partner_prefix", "delivered_partner_surname", "delivered_given_names",
]

/// Numbers in place of ids; a row without an id is alone.
private struct NumberedIDs {
  private var numbers: [Identifier<Never>: Int32] = [:]
  private var count: Int32 = 0

  mutating func number(
    of cells: NamedColumns.Row, _ column: Int, in file: NamedColumns
  ) throws -> Int32 {
    guard !cells[column].isEmpty else { return next() }
    guard let id = Identifier<Never>(hexadecimal: cells[column]) else {
      throw file.fault(
        cells.number, file.required[column], expected: "32 hexadecimal digits or nothing",
        found: foundKind(of: cells[column].buffer))
    }
    if let known = numbers[id] { return known }
    let number = next()
    numbers[id] = number
    return number
  }

  private mutating func next() -> Int32 {
    count += 1
    return count - 1
  }
}

/// The places of words in their list.
private struct Words<Word: CaseIterable & RawRepresentable> where Word.RawValue == String {
  private let words = Word.allCases.map { Array($0.rawValue.utf8) }

  func index(of cells: NamedColumns.Row, _ column: Int, in file: NamedColumns) throws -> UInt8 {
    let cell = cells[column]
    guard let index = words.firstIndex(where: { $0.elementsEqual(cell.buffer) }) else {
      throw file.fault(
        cells.number, file.required[column],
        expected: "one of \(Word.allCases.map(\.rawValue).joined(separator: ", "))",
        found: foundKind(of: cell.buffer))
    }
    return UInt8(index)
  }
}
