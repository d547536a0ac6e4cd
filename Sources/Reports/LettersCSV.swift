internal import Diagnostics
internal import Model

/// Writes the letters of a worklist as a file that a program for merging letters reads: one line for each debtor.
///
/// Its form is that of ``WorklistCSV``. It is written only when there is a letter to send.
enum LettersCSV {
  /// The name of the file.
  static let fileName = "brieven.csv"

  static let columns: [ListColumn<LetterLine>] = [
    ListColumn("Nr", width: 6, "Het nummer op de werklijst.") { .number($0.household.rank) },
    ListColumn("Naam", width: 30, "Voor op de envelop.") { .text($0.letter.name) },
    ListColumn("Adres", width: 30, "Straat en huisnummer.") { .text($0.household.address) },
    ListColumn("Postcode en plaats", width: 30, "Voor op de envelop.") { .text($0.town) },
    ListColumn("Aanhef", width: 40, "Het begin van de brief.") { .text($0.letter.salutation) },
    ListColumn("Gemeente", width: 20, "Wie de brief stuurt.") { .text($0.municipality) },
    ListColumn("Datum brief", width: 20, "De peildatum van de lijst.") { .text($0.day) },
    ListColumn("Gepland op", width: 12, "De dag waarop de brief is gepland.") {
      guard $0.household.plannedMeans == .letter else { return .empty }
      return $0.household.plannedOn.map(ListCell.date) ?? .empty
    },
    ListColumn("Kenmerk", width: 35, "Het kenmerk van de regel op de werklijst.") {
      .text($0.household.id.description)
    },
  ]
}

/// One letter with what else stands in it.
struct LetterLine {
  let household: WorklistHousehold
  let letter: WorklistLetter
  let municipality: String
  /// Such as `9 november 2026`.
  let day: String

  /// Postcode, two spaces and the town in capitals.
  var town: String {
    [household.postcode, household.city.uppercased()].filter { !$0.isEmpty }
      .joined(separator: "  ")
  }
}

/// The file of letters while it is written.
final class LetterFile {
  private let path: String
  private let worklist: Worklist
  private let block = ByteArena(capacity: 80 * 1024)
  private var file: OutputFile?

  /// Prepares the file; nothing is written before the first letter.
  init(_ worklist: Worklist, path: String) {
    self.worklist = worklist
    self.path = path
  }

  /// Adds the letters of a household.
  ///
  /// - Throws: `workbookFailed`.
  func append(_ household: WorklistHousehold) throws(Diagnostic) {
    for letter in household.letters {
      if file == nil {
        file = try OutputFile(path: path)
        block.append("\u{FEFF}")
        WorklistCSV.append(LettersCSV.columns.map { .text($0.title) }, to: block)
      }
      let line = LetterLine(
        household: household, letter: letter, municipality: worklist.municipalityName,
        day: worklist.referenceDate.dutchWords)
      WorklistCSV.append(LettersCSV.columns.map { $0.cell(line) }, to: block)
    }
    guard block.count > 64 * 1024 else { return }
    try file?.write(block.bytes)
    block.removeAll()
  }

  /// Writes what is left and closes the file.
  ///
  /// - Returns: The name of the file, if there was a letter.
  /// - Throws: `workbookFailed`.
  func finish() throws(Diagnostic) -> [String] {
    guard let file else { return [] }
    try file.write(block.bytes)
    try file.finish()
    return [LettersCSV.fileName]
  }
}
