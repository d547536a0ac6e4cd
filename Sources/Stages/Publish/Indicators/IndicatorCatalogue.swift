public import Model

/// All indicators in their order: a new one is one entry here.
public enum IndicatorCatalogue {
  /// What every indicator is, for the reference.
  public static var indicators: [Indicator] { entries.map(\.indicator) }

  static let entries: [IndicatorEntry] =
    cameIn + became + matching + deadlines + capacity + outcomes + deliveries

  static let noSignals = "Er zijn geen signalen."
  static let noHouseholds = "Er staan geen meldingen op de werklijst."
  static let noCases = "Er is nog niets ingevuld over zaken."
}
