internal import Definitions
internal import Model
internal import Pipeline

/// The lines of `prioritised` while they are made: first one per household, then in order of rank.
struct PriorityLines {
  private let source: HouseholdSource
  private let context: StageContext
  private let calendar: WorkingDays
  private let rules: [RuleTest]
  private let terms: TermReason
  private let arena = ByteArena()
  private var texts = SharedTexts()
  private var meansCells: [MeansChoice: TextCell] = [:]
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

  /// Creates no lines yet.
  init(_ source: HouseholdSource, _ context: StageContext) {
    self.source = source
    self.context = context
    calendar = WorkingDays(holidays: context.reference.holidays)
    rules = context.rules.rules.map(RuleTest.init)
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
    means.append(meansCell(facts, priorityClass, definition))
    signals.append(UInt32(facts.signals))
    partnerTypes.append(typesCell(facts.partnerTypes))
    totalCents.append(facts.total.cents)
    matchKind.append(
      texts.share(facts.matchKind.words(partnerTypes: facts.partnerTypes.count), in: arena))
    receivedAt.append(facts.receivedAt)
  }

  /// The finished table.
  func table(in order: [RankKey], ids: [HouseholdID]) -> Prioritised {
    var table = Prioritised()
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
    return table
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

  private mutating func meansCell(
    _ facts: HouseholdFacts, _ priorityClass: PriorityClass, _ definition: ClassDefinition
  ) -> TextCell {
    let choice = MeansChoice(
      priorityClass: priorityClass, hasPhone: facts.hasPhone, hasEmail: facts.hasEmail,
      canBeVisited: facts.canBeVisited, canBeWritten: facts.canBeWritten)
    if let known = meansCells[choice] { return known }
    let words = choice.usable(of: definition.means).map(\.rawValue)
    let cell = texts.share(words.joined(separator: "|"), in: arena)
    meansCells[choice] = cell
    return cell
  }

  private mutating func typesCell(_ types: PartnerTypeSet) -> TextCell {
    if let known = typesCells[types] { return known }
    let cell = texts.share(types.types.map(\.rawValue).joined(separator: "|"), in: arena)
    typesCells[types] = cell
    return cell
  }
}
