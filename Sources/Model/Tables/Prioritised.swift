/// The households of one municipality in order of urgency: the output of `prioritise`.
public struct Prioritised: StageTable {
  public static let fileName = "prioritised"

  public var arena = ByteArena()

  public var householdID: [HouseholdID] = []
  /// From 1, without gaps or ties.
  public var rank: [UInt32] = []
  public var priorityClass: [PriorityClass] = []
  /// The last day the law allows for the first talk.
  public var deadline: [CalendarDate] = []
  /// The day by which the municipality wants a first attempt.
  public var firstAttemptBy: [CalendarDate] = []
  /// DDAS contact means in the order to try, parted by `|`.
  public var means: [TextCell] = []
  /// How many signals stand behind the line.
  public var signals: [UInt32] = []
  /// DDAS partner types parted by `|`, in the order of the DDAS list.
  public var partnerTypes: [TextCell] = []
  public var totalCents: [Int64] = []
  /// Every definition of a match that holds, parted by `|`.
  public var matchKind: [TextCell] = []
  /// `CODE: Dutch sentence`, parted by `|`.
  public var reasons: [TextCell] = []
  /// Name and version of the rules that decided.
  public var ruleSet: [TextCell] = []
  /// The first day any of the signals was received: the start of the clock.
  public var receivedAt: [CalendarDate] = []
  /// Ways to help that fit, as `CODE: Dutch sentence`, parted by `|`; they change no order.
  public var routes: [TextCell] = []
  /// The id of the team that works where the household lives; empty when it is no team's.
  public var team: [TextCell] = []
  /// The id of the focus area; empty when it is in none.
  public var focusArea: [TextCell] = []
  /// The working day on which the next attempt is planned; absent when the work is done.
  public var plannedOn: [CalendarDate?] = []
  public var plannedMeans: [ContactMeans?] = []
  /// Whether the plan has room for it on that day.
  public var planFits: [Bool] = []

  public init() {}

  public var count: Int { householdID.count }

  public static let columns: [StageColumn<Prioritised>] = [
    .identifier("household_id", \.householdID),
    .integer("rank", \.rank),
    .word("class", \.priorityClass),
    .date("deadline", \.deadline),
    .date("first_attempt_by", \.firstAttemptBy),
    .text("means", \.means),
    .integer("signals", \.signals),
    .text("partner_types", \.partnerTypes),
    .integer("total_cents", \.totalCents),
    .text("match_kind", \.matchKind),
    .text("reasons", \.reasons),
    .text("rule_set", \.ruleSet),
    .date("received_at", \.receivedAt),
    .text("routes", \.routes),
    .text("team", \.team),
    .text("focus_area", \.focusArea),
    .optionalDate("planned_on", \.plannedOn),
    .optionalWord("planned_means", \.plannedMeans),
    .flag("plan_fits", \.planFits),
  ]
}
