/// One line of a worklist: the people at one address who are contacted as one.
public struct WorklistHousehold: Sendable {
  public var id: HouseholdID
  /// From 1, without gaps.
  public var rank: Int
  public var priorityClass: PriorityClass
  /// The last day the law allows for the first talk.
  public var deadline: CalendarDate
  /// The day by which the municipality wants a first attempt.
  public var firstAttemptBy: CalendarDate
  /// The first day of receipt.
  public var receivedAt: CalendarDate
  /// In the order to try.
  public var means: [ContactMeans]
  public var persons: [WorklistPerson]
  /// Street, number and addition.
  public var address: String
  /// As `1234 AB`, or empty.
  public var postcode: String
  public var city: String
  /// As a Dutch reader writes them, such as `06 12345678`.
  public var phones: [String]
  public var emails: [String]
  public var partnerTypes: [PartnerType]
  public var total: Money
  /// In which ways signals come together, one sentence with its definition each.
  public var matchKinds: [String]
  /// Why it stands here.
  public var reasons: [WorklistReason]
  /// What to look out for, one sentence each.
  public var doubts: [String]
  /// The names of the routes that fit, each with its reason.
  public var routes: [WorklistReason] = []
  /// The team that works there; empty when it is no team's.
  public var team = ""
  /// The focus area; empty when it is in none.
  public var focusArea = ""
  /// The working day on which the next attempt is planned; `nil` when the work is done.
  public var plannedOn: CalendarDate?
  public var plannedMeans: ContactMeans?
  /// Whether there is room for it on that day.
  public var planFits = true
  /// One for each debtor, when a letter is among the means.
  public var letters: [WorklistLetter] = []
  /// The signals behind the line, threats first and then by receipt.
  public var signals: [WorklistSignal]
  /// How far the work on it is.
  public var standing: CaseStanding
  /// What was filled in on earlier lists.
  public var entries: CaseEntries

  /// Creates a line without people or signals.
  ///
  /// - Parameters:
  ///   - id: Which household it is.
  ///   - rank: From 1.
  ///   - priorityClass: Its urgency.
  ///   - deadline: The last day the law allows for the first talk.
  ///   - firstAttemptBy: The day by which the municipality wants a first attempt.
  ///   - receivedAt: The first day of receipt.
  public init(
    id: HouseholdID, rank: Int, priorityClass: PriorityClass, deadline: CalendarDate,
    firstAttemptBy: CalendarDate, receivedAt: CalendarDate
  ) {
    self.id = id
    self.rank = rank
    self.priorityClass = priorityClass
    self.deadline = deadline
    self.firstAttemptBy = firstAttemptBy
    self.receivedAt = receivedAt
    means = []
    persons = []
    address = ""
    postcode = ""
    city = ""
    phones = []
    emails = []
    partnerTypes = []
    total = .zero
    matchKinds = []
    reasons = []
    doubts = []
    signals = []
    standing = .open
    entries = CaseEntries()
  }
}

/// One resident on a line of a worklist.
public struct WorklistPerson: Hashable, Sendable {
  /// Such as `J. de Vries`.
  public var name: String
  public var birthDate: PartialDate

  /// Creates a person.
  public init(name: String, birthDate: PartialDate) {
    self.name = name
    self.birthDate = birthDate
  }
}

/// A reason for a rank: the rule's code and a Dutch sentence.
public struct WorklistReason: Hashable, Sendable {
  public var code: String
  public var sentence: String

  /// Creates a reason.
  public init(code: String, sentence: String) {
    self.code = code
    self.sentence = sentence
  }
}

/// One signal behind a line of a worklist.
public struct WorklistSignal: Hashable, Sendable {
  /// The debtor, such as `J. de Vries`.
  public var person: String
  /// The name of the organisation that reports.
  public var partner: String
  public var partnerType: PartnerType
  public var kind: SignalKind
  /// Whether it is a threatening situation.
  public var isThreat: Bool
  public var amount: Money
  public var arisenOn: CalendarDate?
  public var signalledOn: CalendarDate
  public var receivedAt: CalendarDate
  /// The day of the eviction or the end of supply.
  public var threatOn: CalendarDate?
  /// The partner's own reference.
  public var reference: String
  public var grade: MatchGrade

  /// Creates a signal.
  public init(
    person: String, partner: String, partnerType: PartnerType, kind: SignalKind, isThreat: Bool,
    amount: Money, arisenOn: CalendarDate?, signalledOn: CalendarDate, receivedAt: CalendarDate,
    threatOn: CalendarDate?, reference: String, grade: MatchGrade
  ) {
    self.person = person
    self.partner = partner
    self.partnerType = partnerType
    self.kind = kind
    self.isThreat = isThreat
    self.amount = amount
    self.arisenOn = arisenOn
    self.signalledOn = signalledOn
    self.receivedAt = receivedAt
    self.threatOn = threatOn
    self.reference = reference
    self.grade = grade
  }
}

// Whoever prints a line by mistake prints no resident.
extension WorklistHousehold: CustomStringConvertible, CustomReflectable {
  public var description: String { Sensitive<Self>.mask }
  public var customMirror: Mirror { Mirror(self, children: []) }
}

extension WorklistPerson: CustomStringConvertible, CustomReflectable {
  public var description: String { Sensitive<Self>.mask }
  public var customMirror: Mirror { Mirror(self, children: []) }
}

extension WorklistSignal: CustomStringConvertible, CustomReflectable {
  public var description: String { Sensitive<Self>.mask }
  public var customMirror: Mirror { Mirror(self, children: []) }
}
