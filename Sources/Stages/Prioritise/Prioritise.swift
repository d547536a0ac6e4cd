public import Definitions
internal import Diagnostics
internal import Model
public import Pipeline

/// Gives every household that has a kept signal its rank, class, deadline, means and reasons.
///
/// The rank proposes an order of work and the class proposes means and timing; neither decides whether
/// a household gets an offer. The order is that of ``RankKey``: threats first, then the earliest
/// deadline, the class, the number of partner types, the band of the amount, the first receipt, and
/// the id. One line per household; every kept signal of somebody who lives
/// here is counted in exactly one line.
///
/// The clock of a household starts on the first day that anything on its open claims was received,
/// duplicates, superseded signals and unanswered signals of earlier runs included. The term of a
/// threat runs from the first receipt of the threat.
///
/// Then come things that change no order: the routes that fit, the team and the focus area by postcode, and a
/// plan that spreads the next attempts over working days (``WorkPlan``).
///
/// - Invariant: The same signals in any order give the same lines.
/// - Complexity: O(*n* log *n*) in the number of signals.
/// - Source: `wgs/3.1b`, `wgs/4.1`, `wgs/4.2`, `voorsein-keuze`.
public struct Prioritise: MunicipalityStage {
  public static let name = "prioritise"
  public static let summary =
    "Gives every household its rank, class, deadline, means and reasons."
  public static let version = 3
  public static let reads: [Dataset] = [
    .received, .normalised, .distinct, .linked, .history, .cases, .contactAttempts, .matched,
  ]
  public static let writes: [Dataset] = [.workload, .prioritised]
  public static let settings: [Setting] = []

  public init(settings: [String: Int]) {}

  public func run(_ tables: inout MunicipalityTables, _ context: StageContext) throws {
    try check(tables)
    let source = HouseholdSource(
      received: tables.received, normalised: tables.normalised, distinct: tables.distinct,
      matched: tables.matched,
      months: AddressMonths(
        AddressMonthsInput(
          addressKey: tables.normalised.addressKey, receivedAt: tables.received.receivedAt,
          disposition: tables.distinct.disposition, history: tables.history),
        referenceDate: context.referenceDate),
      openClaims: OpenClaims(tables.history, hash: context.keys.signal),
      replaced: ReplacedSignals(tables.received, tables.distinct), linked: tables.linked,
      cases: HouseholdCases(tables.cases, tables.contactAttempts),
      referenceDate: context.referenceDate,
      usesPlaces: !context.municipality.teams.isEmpty || !context.municipality.focusAreas.isEmpty)
    let households = HouseholdRows(tables.matched, tables.distinct)
    var lines = PriorityLines(source, context)
    var order: [RankKey] = []
    order.reserveCapacity(households.count)
    for household in 0..<households.count {
      let facts = HouseholdFacts(households.ids[household], households[household], source)
      lines.append(facts, households[household])
      order.append(
        RankKey(
          facts, id: households.ids[household], household: household,
          priorityClass: lines.priorityClass[household], deadline: lines.deadline[household]))
    }
    order.sort()
    (tables.prioritised, tables.workload) = lines.tables(in: order, ids: households.ids)
  }

  /// Checks that the tables are of the same signals and that every kept one has a household.
  private func check(_ tables: MunicipalityTables) throws(Diagnostic) {
    let others = [
      (Normalised.fileName, tables.normalised.keys), (Distinct.fileName, tables.distinct.keys),
      (Matched.fileName, tables.matched.keys),
    ]
    for (name, keys) in others where keys.signalID != tables.received.keys.signalID {
      throw Diagnostic(.stageFilesDisagree, ["first": Received.fileName, "second": name])
    }
    for row in 0..<tables.matched.count
    where tables.distinct.disposition[row] == .kept && tables.matched.householdID[row].isAbsent {
      throw Diagnostic(
        .stageFileCell,
        at: Location(file: Matched.fileName, row: row + 1, column: "household_id"),
        ["expected": "the household of a kept signal", "found": "nothing"])
    }
  }
}
