public import Model

/// The rules that give a household its class, deadline and means, as used.
public struct RuleSet: Sendable {
  public var name: String
  /// Shown on every line, such as `standaard 2026-01`.
  public var version: String
  /// In the order of the file.
  ///
  /// A household gets the most urgent class of all rules that hold, and all their reasons.
  public var rules: [Rule]
  /// What each class means.
  ///
  /// All five are there.
  public var classes: [PriorityClass: ClassDefinition]
  /// Ways to help that fit some households better; they never change an order.
  public var routes: [Route]

  /// Creates a rule set.
  public init(
    name: String, version: String, rules: [Rule], classes: [PriorityClass: ClassDefinition],
    routes: [Route] = []
  ) {
    self.routes = routes
    self.name = name
    self.version = version
    self.rules = rules
    self.classes = classes
  }
}

/// One rule: when it holds, the class it gives and the reason in Dutch.
public struct Rule: Sendable {
  /// Such as `R-HUUR-2M`.
  public var code: String
  public var condition: RuleCondition
  public var priorityClass: PriorityClass
  /// One Dutch sentence at B1 level; `{n}`, `{date}` and `{partners}` are filled in.
  public var reason: String
  /// Key in docs/sources.yml.
  public var source: String
  /// First day of receipt it holds for.
  public var validFrom: CalendarDate?
  /// Last day of receipt it holds for.
  public var validTo: CalendarDate?

  /// Creates a rule.
  public init(
    code: String, condition: RuleCondition, priorityClass: PriorityClass, reason: String,
    source: String, validFrom: CalendarDate?, validTo: CalendarDate?
  ) {
    self.code = code
    self.condition = condition
    self.priorityClass = priorityClass
    self.reason = reason
    self.source = source
    self.validFrom = validFrom
    self.validTo = validTo
  }
}

/// When a rule holds.
///
/// Everything that is given must hold; a condition without any always does.
///
/// The first group must hold for one and the same signal of the household, the second for the
/// household as a whole.
public struct RuleCondition: Sendable {
  public var kinds: [SignalKind]?
  public var crisis: Bool?
  public var warmHandover: Bool?
  public var partnerTypes: [PartnerType]?
  /// At least so many terms, or so many times 30 days, in arrears.
  public var monthsInArrearsAtLeast: Int?
  public var amountAtLeast: Money?
  public var amountBelow: Money?
  /// The claim grew since an earlier signal on it.
  public var grown: Bool?
  /// The debtor's age on the reference date, in whole years; unknown ages never match.
  public var ageBetween: ClosedRange<Int>?
  /// Who owes, as far as the name tells.
  public var debtorKinds: [DebtorKind]?

  /// At least so many different partner types in the household.
  public var distinctPartnerTypesAtLeast: Int?
  /// Exactly one signal in the household.
  public var single: Bool?
  /// An earlier signal at the address in the six months before.
  public var consecutive: Bool?
  /// Signals at the address in at least so many of the six months before.
  public var consecutiveMonthsAtLeast: Int?
  /// At least so many attempts in the open case.
  public var attemptsAtLeast: Int?
  /// A case that is open for at least so many whole months.
  public var caseOpenMonthsAtLeast: Int?

  /// Creates a condition that always holds.
  public init() {}
}

/// What a class means for the work.
public struct ClassDefinition: Sendable {
  /// The last day for the first talk.
  public var deadline: LegalDeadline
  /// Key in docs/sources.yml of the deadline.
  public var source: String
  /// Working days from receipt to the first attempt.
  public var firstAttemptWorkingDays: Int
  /// In the order to try.
  public var means: [ContactMeans]

  /// Creates a class.
  public init(
    deadline: LegalDeadline, source: String, firstAttemptWorkingDays: Int, means: [ContactMeans]
  ) {
    self.deadline = deadline
    self.source = source
    self.firstAttemptWorkingDays = firstAttemptWorkingDays
    self.means = means
  }
}

/// A legal term from the day of receipt.
public enum LegalDeadline: Hashable, Sendable {
  case workingDays(Int)
  case weeks(Int)
}
