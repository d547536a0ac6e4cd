internal import Definitions
internal import Model

/// One rule made ready to be tried on many households.
///
/// A class, because it is handed around once per rule and household.
final class RuleTest {
  let priorityClass: PriorityClass
  /// The rule's reason.
  let text: ReasonText
  private let rule: Rule
  private let partnerTypes: PartnerTypeSet?

  /// Makes a rule ready.
  init(_ rule: Rule) {
    self.rule = rule
    priorityClass = rule.priorityClass
    text = ReasonText(rule)
    partnerTypes = rule.condition.partnerTypes.map { PartnerTypeSet($0.map(PartnerTypeSet.init)) }
  }

  /// Tries the rule on a household.
  ///
  /// - Returns: What the reason can tell about the signals it holds for; `nil` when it does not hold.
  /// - Complexity: O(*n*) in the number of rows.
  func holds(
    for household: HouseholdFacts, _ rows: ArraySlice<UInt32>, _ source: HouseholdSource,
    referenceDate: CalendarDate
  ) -> ReasonFacts? {
    let condition = rule.condition
    if let least = condition.distinctPartnerTypesAtLeast, household.partnerTypes.count < least {
      return nil
    }
    if let single = condition.single, single != (household.signals == 1) { return nil }
    if let consecutive = condition.consecutive,
      consecutive != household.matchKind.contains(.consecutiveAtAddress)
    {
      return nil
    }
    if let least = condition.consecutiveMonthsAtLeast, household.consecutiveMonths < least {
      return nil
    }
    if let least = condition.attemptsAtLeast, household.work.attempts < least { return nil }
    if let least = condition.caseOpenMonthsAtLeast, household.work.openMonths < least { return nil }
    var facts: ReasonFacts?
    for row in rows.lazy.map(Int.init)
    where source.distinct.stands(row, source.matched)
      && holds(for: row, source, referenceDate: referenceDate)
    {
      let months = Self.monthsInArrears(source.received, row)
      let threatOn = source.received.threatOn[row]
      guard var known = facts else {
        facts = ReasonFacts(monthsInArrears: months, threatOn: threatOn)
        continue
      }
      known.monthsInArrears = max(known.monthsInArrears, months)
      if let threatOn { known.threatOn = min(known.threatOn ?? threatOn, threatOn) }
      facts = known
    }
    return facts
  }

  private func holds(
    for row: Int, _ source: HouseholdSource, referenceDate: CalendarDate
  ) -> Bool {
    let condition = rule.condition
    let received = source.received
    if let first = rule.validFrom, received.receivedAt[row] < first { return false }
    if let last = rule.validTo, received.receivedAt[row] > last { return false }
    if let kinds = condition.kinds, !kinds.contains(received.kind[row]) { return false }
    if let crisis = condition.crisis, crisis != HouseholdSource.isThreat(received, row) {
      return false
    }
    if let warm = condition.warmHandover, warm != received.warmHandover[row] { return false }
    if let partnerTypes, !partnerTypes.contains(PartnerTypeSet(received.partnerType[row])) {
      return false
    }
    if let months = condition.monthsInArrearsAtLeast, Self.monthsInArrears(received, row) < months {
      return false
    }
    if let least = condition.amountAtLeast, received.amountCents[row] < least.cents { return false }
    if let below = condition.amountBelow, received.amountCents[row] >= below.cents { return false }
    if let grown = condition.grown, grown != (source.distinct.grownFromCents[row] != nil) {
      return false
    }
    if let kinds = condition.debtorKinds, !kinds.contains(source.normalised.debtorKind[row]) {
      return false
    }
    if let range = condition.ageBetween {
      guard let age = Age.years(of: source.normalised.birthDate[row], on: referenceDate),
        range.contains(age.lowerBound), range.contains(age.upperBound)
      else { return false }
    }
    return true
  }

  /// Terms in arrears, or days in arrears in whole months of 30 days, whichever is more.
  static func monthsInArrears(_ received: Received, _ row: Int) -> Int {
    let terms = received.termsInArrears[row].map(Int.init) ?? 0
    let days =
      received.daysInArrears[row].map(Int.init)
      ?? received.arisenOn[row].map { $0.days(until: received.signalledOn[row]) } ?? 0
    return max(terms, days / 30)
  }
}

/// Ages in whole years.
enum Age {
  /// The age that somebody can have on a day, given what is known of the birth date.
  ///
  /// - Returns: The least and the greatest age; `nil` when the year of birth is unknown or the birth
  ///   lies after the day.
  static func years(of birth: PartialDate, on day: CalendarDate) -> ClosedRange<Int>? {
    guard !birth.isAbsent else { return nil }
    let (year, month, dayOfMonth) = day.civil
    let latest = (birth.month == 0 ? 12 : birth.month, birth.day == 0 ? 31 : birth.day)
    let earliest = (birth.month == 0 ? 1 : birth.month, birth.day == 0 ? 1 : birth.day)
    let age = year - birth.year
    let least = latest <= (month, dayOfMonth) ? age : age - 1
    let greatest = earliest <= (month, dayOfMonth) ? age : age - 1
    return greatest < 0 || least < 0 ? nil : least...greatest
  }
}
