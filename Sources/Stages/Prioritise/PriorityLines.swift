internal import Definitions
internal import Model
internal import Pipeline

/// The lines of `prioritised` while they are made: first one per household, then in order of rank.
struct PriorityLines {
  private let source: HouseholdSource
  private let context: StageContext
  private let calendar: WorkingDays
  private let rules: [RuleTest]
  private let routes: [RouteTest]
  private let teams: PostcodeAreas
  private let focusAreas: PostcodeAreas
  private let terms: TermReason
  private let arena = ByteArena()
  private var texts = SharedTexts()
  private var meansLists: [MeansChoice: (cell: TextCell, means: [ContactMeans])] = [:]
  private var typesCells: [PartnerTypeSet: TextCell] = [:]

  private(set) var priorityClass: [PriorityClass] = []
  private(set) var deadline: [CalendarDate] = []
  private var firstAttemptBy: [CalendarDate] = []
  private var means: [TextCell] = []
  private var signals: [UInt32] = []
  private var partnerTypes: [TextCell] = []
  private var totalCents: [Int64] = []
  private var matchKind: [TextCell] = []
  private var reasons: [TextCell] = []
  private var receivedAt: [CalendarDate] = []
  private var routesCells: [TextCell] = []
  private var team: [TextCell] = []
  private var focusArea: [TextCell] = []
  private var usableMeans: [[ContactMeans]] = []
  private var work: [HouseholdWork] = []

  /// Creates no lines yet.
  init(_ source: HouseholdSource, _ context: StageContext) {
    self.source = source
    self.context = context
    calendar = WorkingDays(holidays: context.reference.holidays)
    rules = context.rules.rules.map(RuleTest.init)
    let followed = context.municipality.routes
    routes = context.rules.routes.filter { followed?.contains($0.code) ?? true }
      .map(RouteTest.init)
    teams = PostcodeAreas(context.municipality.teams)
    focusAreas = PostcodeAreas(context.municipality.focusAreas)
    terms = TermReason(referenceDate: context.referenceDate)
  }

  /// Adds the line of a household.
  mutating func append(_ facts: HouseholdFacts, _ rows: ArraySlice<UInt32>) {
    let start = arena.count
    let priorityClass = writeRuleReasons(facts, rows)
    let definition = definition(of: priorityClass)
    let clock = priorityClass == .c0 ? facts.threatReceivedAt ?? facts.receivedAt : facts.receivedAt
    let deadline = calendar.end(of: definition.deadline, from: clock)
    let older = priorityClass == .c0 ? olderDeadline(facts, before: deadline) : nil
    terms.write(deadline: deadline, term: definition.deadline, receivedAt: clock, to: arena)
    if let older {
      arena.append(UInt8(ascii: "|"))
      terms.write(olderDeadline: older, to: arena)
    }
    reasons.append(texts.share(from: start, in: arena))
    self.priorityClass.append(priorityClass)
    self.deadline.append(deadline)
    firstAttemptBy.append(
      firstAttempt(facts, priorityClass, clock: clock, deadline: deadline, older: older))
    let usable = usableMeans(facts, priorityClass, definition)
    means.append(usable.cell)
    usableMeans.append(usable.means)
    routesCells.append(routesCell(facts, rows, priorityClass))
    team.append(texts.share(teams[facts.postcode]?.id ?? "", in: arena))
    focusArea.append(texts.share(focusAreas[facts.postcode]?.id ?? "", in: arena))
    work.append(facts.work)
    signals.append(UInt32(facts.signals))
    partnerTypes.append(typesCell(facts.partnerTypes))
    totalCents.append(facts.total.cents)
    matchKind.append(
      texts.share(facts.matchKind.words(partnerTypes: facts.partnerTypes.count), in: arena))
    receivedAt.append(facts.receivedAt)
  }

  /// The finished lines, and the plan of the work in their order.
  func tables(in order: [RankKey], ids: [HouseholdID]) -> (Prioritised, Workload) {
    var table = Prioritised()
    var plan = WorkPlan(
      capacity: context.municipality.capacity, calendar: calendar, from: context.referenceDate)
    table.arena = arena
    let ruleSet = arena.store(context.rules.label)
    func ordered<Value>(_ values: [Value]) -> [Value] { order.map { values[Int($0.household)] } }
    table.householdID = ordered(ids)
    table.rank = order.isEmpty ? [] : Array(1...UInt32(order.count))
    table.priorityClass = ordered(priorityClass)
    table.deadline = ordered(deadline)
    table.firstAttemptBy = ordered(firstAttemptBy)
    table.means = ordered(means)
    table.signals = ordered(signals)
    table.partnerTypes = ordered(partnerTypes)
    table.totalCents = ordered(totalCents)
    table.matchKind = ordered(matchKind)
    table.reasons = ordered(reasons)
    table.ruleSet = [TextCell](repeating: ruleSet, count: order.count)
    table.receivedAt = ordered(receivedAt)
    table.routes = ordered(routesCells)
    table.team = ordered(team)
    table.focusArea = ordered(focusArea)
    for household in order.map({ Int($0.household) }) {
      let place = place(household, in: &plan)
      table.plannedOn.append(place?.day)
      table.plannedMeans.append(place?.means)
      table.planFits.append(place?.fits ?? true)
    }
    return (table, plan.table())
  }

  /// Where the plan puts a household; nowhere when its work is done.
  private func place(_ household: Int, in plan: inout WorkPlan) -> WorkPlan.Place? {
    guard !work[household].isDone else { return nil }
    // Who was sought before is sought again within the term of the law.
    let target =
      work[household].attempts > 0 ? deadline[household] : firstAttemptBy[household]
    return plan.add(usableMeans[household], by: target, until: deadline[household])
  }

  /// The routes that fit, in the order of the rule set.
  private mutating func routesCell(
    _ facts: HouseholdFacts, _ rows: ArraySlice<UInt32>, _ priorityClass: PriorityClass
  ) -> TextCell {
    let start = arena.count
    var isFirst = true
    for route in routes {
      let fits = route.write(
        facts, rows, priorityClass, source, referenceDate: context.referenceDate,
        isFirst: isFirst, to: arena)
      if fits { isFirst = false }
    }
    return texts.share(from: start, in: arena)
  }

  /// Appends the reasons of all rules that hold, each followed by a bar, and returns the class.
  ///
  /// A threat is C0 whatever the rules say; a household that no rule holds for is C4.
  private func writeRuleReasons(
    _ facts: HouseholdFacts, _ rows: ArraySlice<UInt32>
  ) -> PriorityClass {
    var priorityClass: PriorityClass?
    for rule in rules {
      guard
        let told = rule.holds(for: facts, rows, source, referenceDate: context.referenceDate)
      else { continue }
      priorityClass = min(priorityClass ?? .c4, rule.priorityClass)
      rule.text.write(told, facts, to: arena)
      arena.append(UInt8(ascii: "|"))
    }
    if facts.isThreatened && priorityClass != .c0 {
      arena.append("R-DREIGING: Er dreigt ontruiming, afsluiting of einde van de zorgverzekering.|")
      return .c0
    }
    return priorityClass ?? .c4
  }

  /// What a class means.
  ///
  /// A class that the rules leave out has the terms of the law and all means.
  ///
  /// - Source: `wgs/4.1`, `wgs/4.2`.
  private func definition(of priorityClass: PriorityClass) -> ClassDefinition {
    if let definition = context.rules.classes[priorityClass] { return definition }
    let isThreat = priorityClass == .c0
    return ClassDefinition(
      deadline: isThreat ? .workingDays(3) : .weeks(4), source: isThreat ? "wgs/4.2" : "wgs/4.1",
      firstAttemptWorkingDays: isThreat ? 1 : 10, means: [.phone, .visit, .letter])
  }

  /// The last day for the older signals beside a threat, when it comes before that of the threat.
  private func olderDeadline(
    _ facts: HouseholdFacts, before deadline: CalendarDate
  ) -> CalendarDate? {
    let older = calendar.end(of: definition(of: .c4).deadline, from: facts.receivedAt)
    return older < deadline ? older : nil
  }

  /// The day by which the municipality wants a first attempt: its own number of working days or that
  /// of the rules, whichever is less, not after the deadline, and before a threat is carried out.
  private func firstAttempt(
    _ facts: HouseholdFacts, _ priorityClass: PriorityClass, clock: CalendarDate,
    deadline: CalendarDate, older: CalendarDate?
  ) -> CalendarDate {
    var days = definition(of: priorityClass).firstAttemptWorkingDays
    if let own = context.municipality.firstAttemptWorkingDays[priorityClass] {
      days = min(days, own)
    }
    var day = min(calendar.adding(days, to: clock), deadline)
    if let older, older >= clock { day = min(day, older) }
    if let threatOn = facts.threatOn { day = min(day, calendar.before(threatOn)) }
    return max(day, clock)
  }

  private mutating func usableMeans(
    _ facts: HouseholdFacts, _ priorityClass: PriorityClass, _ definition: ClassDefinition
  ) -> (cell: TextCell, means: [ContactMeans]) {
    let choice = MeansChoice(
      priorityClass: priorityClass, hasPhone: facts.hasPhone, hasEmail: facts.hasEmail,
      canBeVisited: facts.canBeVisited, canBeWritten: facts.canBeWritten)
    if let known = meansLists[choice] { return known }
    let means = choice.usable(of: definition.means)
    let cell = texts.share(means.map(\.rawValue).joined(separator: "|"), in: arena)
    meansLists[choice] = (cell, means)
    return (cell, means)
  }

  private mutating func typesCell(_ types: PartnerTypeSet) -> TextCell {
    if let known = typesCells[types] { return known }
    let cell = texts.share(types.types.map(\.rawValue).joined(separator: "|"), in: arena)
    typesCells[types] = cell
    return cell
  }
}
