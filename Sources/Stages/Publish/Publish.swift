public import Definitions
internal import Diagnostics
public import Model
public import Pipeline

/// Turns the prioritised households into the list that a social worker opens.
///
/// The list is words and values; how they become a file is for the reports. It holds every household
/// of `prioritised` once, with every kept signal under its own household; and, apart, the signals about
/// people who have died or left, and the pairs of signals that somebody should look at.
///
/// - Complexity: O(*n*) in the number of signals; each household is made when it is asked for.
public struct Publish: Stage {
  public static let name = "publish"
  public static let summary = "Turns the prioritised households into a worklist."
  public static let version = 4
  public static let reads: [Dataset] = [
    .history, .deliveries, .cases, .contactAttempts, .received, .setAside, .normalised, .distinct,
    .matched, .reviewPairs, .linked, .prioritised,
  ]
  public static let writes: [Dataset] = [.lists]
  public static let settings: [Setting] = []

  /// Creates the stage.
  public init() {}

  /// Makes the worklist of one municipality.
  ///
  /// - Parameters:
  ///   - tables: What the stages before made of it.
  ///   - context: What a stage may know besides.
  /// - Returns: The list, in order of rank.
  /// - Throws: A `Diagnostic` when the tables do not fit together.
  public func run(_ tables: MunicipalityTables, _ context: StageContext) throws -> Worklist {
    let keys = tables.received.keys.signalID
    for (name, others) in [
      (Normalised.fileName, tables.normalised.keys), (Distinct.fileName, tables.distinct.keys),
      (Matched.fileName, tables.matched.keys),
    ] where others.signalID != keys {
      throw Diagnostic(.stageFilesDisagree, ["first": Received.fileName, "second": name])
    }
    let lines = try HouseholdLines(
      tables, feeds: context.feeds, referenceDate: context.referenceDate)
    let deliveries = DeliveryWords.deliveries(tables.deliveryLog, feeds: context.feeds)
    var list = Worklist(
      municipality: context.municipality.code, municipalityName: context.municipality.name,
      referenceDate: context.referenceDate,
      ruleSet: context.rules.label,
      classes: Self.classes(context), deliveries: deliveries,
      gaps: DeliveryWords.gaps(deliveries), count: tables.prioritised.count,
      household: { lines[$0] })
    list.departures = Departures(tables, context).all
    list.reviewPairs = try DoubtfulPairs(tables).all
    return list
  }

  private static func classes(_ context: StageContext) -> [WorklistClass] {
    PriorityClass.allCases.compactMap { priorityClass in
      guard let definition = context.rules.classes[priorityClass] else { return nil }
      let own = context.municipality.firstAttemptWorkingDays[priorityClass]
      return WorklistClass(
        priorityClass: priorityClass, term: DutchText.term(definition.deadline),
        firstAttemptWorkingDays: min(own ?? .max, definition.firstAttemptWorkingDays),
        means: definition.means)
    }
  }
}
