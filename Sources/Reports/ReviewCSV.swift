internal import Diagnostics
public import Model

/// Writes the pairs of signals that somebody should look at, in the form of the worklist's CSV, and only
/// when there are any.
///
/// The file comes back with the column `Oordeel` filled in; it and the ids at the end are all that is
/// read of it.
public enum ReviewCSV {
  /// The name of the file.
  public static let fileName = "beoordeling.csv"

  /// Writes the pairs of a list.
  ///
  /// - Parameters:
  ///   - worklist: The list.
  ///   - folder: Where to.
  /// - Returns: The names of the files that were written.
  /// - Throws: A `Diagnostic` when the file cannot be written.
  /// - Complexity: O(*n*).
  public static func write(_ worklist: Worklist, to folder: String) throws -> [String] {
    guard !worklist.reviewPairs.isEmpty else { return [] }
    let text = ByteArena(capacity: 1 << 16)
    text.append("\u{FEFF}")
    WorklistCSV.append(columns.map { .text($0.title) }, to: text)
    for pair in worklist.reviewPairs {
      WorklistCSV.append(columns.map { $0.cell(pair) }, to: text)
    }
    let file = try OutputFile(path: folder + "/" + fileName)
    try file.write(text.bytes)
    try file.finish()
    return [fileName]
  }

  private static let columns: [ListColumn<WorklistReviewPair>] =
    [ListColumn("Paar", width: 6, "Het nummer van het paar.") { .number($0.number) }]
    + signal("A") { $0.first } + signal("B") { $0.second } + [
      ListColumn("Komt overeen", width: 40, "Wat bij beide meldingen gelijk is.") {
        .text($0.agrees)
      },
      ListColumn("Komt niet overeen", width: 40, "Wat bij de meldingen verschilt.") {
        .text($0.differs)
      },
      ListColumn("Waarom deze vraag", width: 40, "Waarom de computer twijfelt.") {
        .text($0.reason)
      },
      ListColumn("Nu", width: 8, "Wat de computer nu doet: samen of apart.") {
        .text($0.isJoined ? "samen" : "apart")
      },
      ListColumn(
        "Oordeel (zelfde, niet-zelfde of onzeker)", width: 20,
        "Uw antwoord: gaan beide meldingen over dezelfde persoon?", entry: .text),
      ListColumn("Melding A", width: 34, "Het kenmerk van de ene melding. Verander dit niet.") {
        .text($0.first.id.description)
      },
      ListColumn("Melding B", width: 34, "Het kenmerk van de andere melding. Verander dit niet.") {
        .text($0.second.id.description)
      },
    ]

  private static func signal(
    _ letter: String, _ of: @escaping @Sendable (WorklistReviewPair) -> WorklistReviewSignal
  ) -> [ListColumn<WorklistReviewPair>] {
    [
      ListColumn("Soort schuld \(letter)", width: 20, "Waarvoor er een achterstand is.") {
        .text(of($0).partnerType.dutch)
      },
      ListColumn("Naam \(letter)", width: 22, "Over wie de melding gaat.") {
        .text(of($0).name.isEmpty ? "naam onbekend" : of($0).name)
      },
      ListColumn("Geboortedatum \(letter)", width: 15, "Als de partner die meldt.") {
        of($0).birthDate.isAbsent ? .empty : .text(of($0).birthDate.dutch)
      },
      ListColumn("Adres \(letter)", width: 24, "Het adres in de melding.") {
        .text(of($0).address)
      },
      ListColumn("Postcode \(letter)", width: 9, "De postcode.") { .text(of($0).postcode) },
      ListColumn("Plaats \(letter)", width: 12, "De woonplaats.") { .text(of($0).city) },
      ListColumn("Telefoon \(letter)", width: 16, "Het telefoonnummer in de melding.") {
        .lines(of($0).phones)
      },
    ]
  }
}
