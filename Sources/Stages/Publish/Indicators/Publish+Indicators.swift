internal import Definitions
public import Model
public import Pipeline

extension Publish {
  /// Works out the figures of one municipality for its council and its managers.
  ///
  /// - Parameters:
  ///   - tables: What the stages before made of it.
  ///   - context: What a stage may know besides.
  /// - Returns: Every indicator of ``IndicatorCatalogue``, with small numbers hidden and the others
  ///   rounded.
  /// - Complexity: O(*n*) in the number of signals.
  public func indicators(_ tables: MunicipalityTables, _ context: StageContext) -> Indicators {
    let facts = IndicatorFacts(tables, context)
    return Indicators(
      municipality: context.municipality.code, municipalityName: context.municipality.name,
      referenceDate: context.referenceDate, ruleSet: context.rules.label,
      gaps: DeliveryFigures.gaps(
        DeliveryWords.deliveries(tables.deliveryLog, feeds: context.feeds)),
      series: IndicatorCatalogue.entries.map { $0.series(facts) })
  }
}
