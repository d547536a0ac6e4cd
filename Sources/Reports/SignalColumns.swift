internal import Model

/// One signal with the line it belongs to.
struct SignalLine {
  let household: WorklistHousehold
  let signal: WorklistSignal
}

/// The columns of the sheet with the signals behind each line.
enum SignalColumns {
  /// The columns in order.
  static let all: [ListColumn<SignalLine>] = [
    ListColumn("Nr", width: 6, "Het nummer op het blad Werklijst.") {
      .number($0.household.rank)
    },
    ListColumn("Klasse", width: 12, "De klasse van het adres.") {
      .text($0.household.priorityClass.dutch)
    },
    ListColumn("Persoon", width: 26, "De persoon die volgens de partner moet betalen.") {
      .text($0.signal.person.isEmpty ? "naam onbekend" : $0.signal.person)
    },
    ListColumn("Partner", width: 28, "De organisatie die de achterstand meldt.") {
      .text($0.signal.partner)
    },
    ListColumn("Soort schuld", width: 20, "Waarvoor er een achterstand is.") {
      .text($0.signal.partnerType.dutch)
    },
    ListColumn("Soort melding", width: 28, "Wat de partner meldt.") { .text($0.signal.kind.dutch) },
    ListColumn(
      "Spoed", width: 8, "Ja als er ontruiming, afsluiting of einde van de zorgverzekering dreigt."
    ) {
      .text($0.signal.isThreat ? "Ja" : "")
    },
    ListColumn("Dreigt op", width: 12, "De dag van de ontruiming of afsluiting.") {
      $0.signal.threatOn.map(ListCell.date) ?? .empty
    },
    ListColumn("Bedrag", width: 12, "De achterstand van deze persoon bij deze partner.") {
      .euro($0.signal.amount)
    },
    ListColumn("Achterstand sinds", width: 12, "De dag waarop de achterstand begon.") {
      $0.signal.arisenOn.map(ListCell.date) ?? .empty
    },
    ListColumn("Verstuurd op", width: 12, "De dag waarop de partner de melding verstuurde.") {
      .date($0.signal.signalledOn)
    },
    ListColumn("Ontvangen op", width: 12, "De dag waarop de gemeente de melding kreeg.") {
      .date($0.signal.receivedAt)
    },
    ListColumn("Kenmerk partner", width: 20, "Het klantnummer of contractnummer bij de partner.") {
      .text($0.signal.reference)
    },
    ListColumn("Zekerheid", width: 24, "Hoe zeker het is dat de melding bij deze persoon hoort.") {
      .text($0.signal.grade.dutch)
    },
  ]
}
