internal import Definitions
internal import Model

/// One route made ready to be tried on many households.
final class RouteTest {
  private let route: Route
  private let classes: Set<PriorityClass>
  private let rule: RuleTest

  /// Makes a route ready: its condition is tried as that of a rule.
  init(_ route: Route) {
    self.route = route
    classes = Set(route.classes)
    rule = RuleTest(
      Rule(
        code: route.code, condition: route.condition, priorityClass: .c4, reason: route.reason,
        source: route.source, validFrom: route.validFrom, validTo: route.validTo))
  }

  /// Appends `CODE: sentence` when the route fits a household.
  ///
  /// - Parameters:
  ///   - household: What is known of it.
  ///   - rows: Its rows.
  ///   - priorityClass: Its class.
  ///   - source: The tables.
  ///   - referenceDate: The day the run is about.
  ///   - isFirst: Whether no route stands there yet; a bar comes before the others.
  ///   - out: Where to.
  /// - Returns: Whether it fits.
  func write(
    _ household: HouseholdFacts, _ rows: ArraySlice<UInt32>, _ priorityClass: PriorityClass,
    _ source: HouseholdSource, referenceDate: CalendarDate, isFirst: Bool, to out: ByteArena
  ) -> Bool {
    guard classes.isEmpty || classes.contains(priorityClass),
      let told = rule.holds(for: household, rows, source, referenceDate: referenceDate)
    else { return false }
    if !isFirst { out.append(UInt8(ascii: "|")) }
    rule.text.write(told, household, to: out)
    return true
  }
}
