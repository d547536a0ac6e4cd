internal import Diagnostics
public import Model

/// Writes the sheets beside a worklist that are for a person to choose by: signals to hand over to
/// another municipality, and signals about people who have died.
///
/// Each is written in the form of the worklist's CSV, and only when there is something on it.
public enum DepartureCSV {
  /// The sheet with signals about people who moved away.
  public static let handOverName = "overdracht.csv"
  /// The sheet with signals about people who have died.
  public static let deceasedName = "overleden.csv"

  /// Writes the sheets of a list.
  ///
  /// - Parameters:
  ///   - worklist: The list.
  ///   - folder: Where to.
  /// - Returns: The names of the files that were written.
  /// - Throws: A `Diagnostic` when a file cannot be written.
  /// - Complexity: O(*n*).
  public static func write(_ worklist: Worklist, to folder: String) throws -> [String] {
    var written: [String] = []
    for (name, outcome, columns) in [
      (handOverName, RegisterOutcome.movedAway, handOver), (deceasedName, .deceased, deceased),
    ] {
      let departures = worklist.departures.filter { $0.outcome == outcome }
      guard !departures.isEmpty else { continue }
      let text = ByteArena(capacity: 4096)
      text.append("\u{FEFF}")
      WorklistCSV.append(columns.map { .text($0.title) }, to: text)
      for departure in departures {
        WorklistCSV.append(columns.map { $0.cell(departure) }, to: text)
      }
      let file = try OutputFile(path: folder + "/" + name)
      try file.write(text.bytes)
      try file.finish()
      written.append(name)
    }
    return written
  }

  private static let handOver: [ListColumn<WorklistDeparture>] =
    person + [
      ListColumn("Nieuwe gemeente", width: 20, "Waar de persoon nu woont.") {
        .text($0.destination)
      },
      ListColumn("Vertrokken op", width: 12, "De dag van vertrek.") { day($0.since) },
    ] + signal + [
      ListColumn("Doorgegeven op", width: 12, "De dag waarop u de melding doorgaf.", entry: .date),
      ListColumn("Doorgegeven aan", width: 20, "Met wie u sprak.", entry: .text),
      ListColumn("Opmerking", width: 30, "Uw eigen opmerking.", entry: .text),
    ]

  private static let deceased: [ListColumn<WorklistDeparture>] =
    person + [
      ListColumn("Overleden op", width: 12, "De dag van overlijden.") { day($0.since) },
      ListColumn("Adres", width: 20, "Het adres in de melding.") { .text($0.address) },
      ListColumn("Postcode", width: 9, "De postcode.") { .text($0.postcode) },
      ListColumn("Plaats", width: 12, "De woonplaats.") { .text($0.city) },
      ListColumn("Op de werklijst", width: 35, "Het kenmerk van anderen op dit adres.") {
        $0.householdOnList.map { .text($0.description) } ?? .empty
      },
    ] + signal + [
      ListColumn("Keuze", width: 30, "Wat u doet voor mensen die achterblijven.", entry: .text),
      ListColumn("Opmerking", width: 30, "Uw eigen opmerking.", entry: .text),
    ]

  private static let person: [ListColumn<WorklistDeparture>] = [
    ListColumn("Persoon", width: 22, "Over wie de melding gaat.") {
      .text($0.name.isEmpty ? "naam onbekend" : $0.name)
    },
    ListColumn("Geboortedatum", width: 15, "Als de partner die meldt.") { day($0.birthDate) },
  ]

  private static let signal: [ListColumn<WorklistDeparture>] = [
    ListColumn("Partner", width: 28, "De organisatie die de achterstand meldt.") {
      .text($0.partner)
    },
    ListColumn("Soort schuld", width: 20, "Waarvoor er een achterstand is.") {
      .text($0.partnerType.dutch)
    },
    ListColumn("Soort melding", width: 28, "Wat de partner meldt.") { .text($0.kind.dutch) },
    ListColumn("Spoed", width: 8, "Ja bij ontruiming, afsluiting of einde van de zorgverzekering.")
    { .text($0.isThreat ? "Ja" : "") },
    ListColumn("Dreigt op", width: 12, "De dag van de ontruiming of afsluiting.") {
      $0.threatOn.map(ListCell.date) ?? .empty
    },
    ListColumn("Bedrag", width: 12, "De achterstand.") { .euro($0.amount) },
    ListColumn("Verstuurd op", width: 12, "De dag waarop de partner de melding verstuurde.") {
      .date($0.signalledOn)
    },
    ListColumn("Ontvangen op", width: 12, "De dag waarop de gemeente de melding kreeg.") {
      .date($0.receivedAt)
    },
    ListColumn("Kenmerk partner", width: 20, "Het nummer bij de partner.") { .text($0.reference) },
  ]

  /// A day as far as it is known.
  private static func day(_ date: PartialDate) -> ListCell {
    date.isAbsent ? .empty : .text(date.dutch)
  }
}
