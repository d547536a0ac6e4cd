internal import Definitions
internal import Model
internal import Pipeline

/// What the figures of a municipality are made from: everything is hidden or rounded already.
struct IndicatorFacts {
  let signals: SignalFigures
  let unused: UnusedRows
  let households: HouseholdFigures
  let persons: PersonFigures
  let cases: CaseFigures
  let deliveries: DeliveryFigures
  let municipality: MunicipalityDefinition

  /// Counts everything.
  ///
  /// - Complexity: O(*n*).
  init(_ tables: MunicipalityTables, _ context: StageContext) {
    signals = SignalFigures(tables)
    unused = UnusedRows(tables, on: context.referenceDate)
    households = HouseholdFigures(tables, on: context.referenceDate)
    persons = PersonFigures(tables)
    cases = CaseFigures(tables, WorkingDays(holidays: context.reference.holidays))
    deliveries = DeliveryFigures(tables.deliveryLog, feeds: context.feeds)
    municipality = context.municipality
  }
}
