public import Definitions
public import Model
public import Pipeline

/// What leaves the house after a run, beside the lists: decided here, written by the reports.
public struct Outgoing: Sendable {
  /// For Statistics Netherlands; `nil` if the municipality's file does not say who supplies it.
  public let exchange: NationalExchange?
  /// For the partners, in the order of their ids; none for a partner of whom nothing can be told.
  public let feedback: [PartnerFeedbackList]

  /// The tables that it is made from.
  public static let reads: [Dataset] = [
    .history, .cases, .contactAttempts, .received, .setAside, .normalised, .distinct, .matched,
    .linked,
  ]

  /// Decides it for one municipality.
  ///
  /// - Parameters:
  ///   - tables: What the stages made.
  ///   - municipality: Whose tables they are.
  ///   - referenceDate: The day the run is about.
  /// - Complexity: O(*n*) in the signals.
  public init(
    _ tables: MunicipalityTables, of municipality: MunicipalityDefinition,
    referenceDate: CalendarDate
  ) {
    let signals = ReportedSignals(tables)
    exchange = municipality.exchange.map {
      ExchangedSignals(signals).exchange(
        of: municipality.code, by: $0, referenceDate: referenceDate)
    }
    feedback = FeedbackLists.lists(
      of: signals, tellsAcceptance: municipality.tellsAcceptance, on: referenceDate)
  }
}
