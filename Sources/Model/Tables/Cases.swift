/// What a ``CaseID`` identifies.
public enum CaseSubject: Sendable {}

/// The pseudonym of one early-warning case (*vroegsignaalzaak*): one effort to reach one household.
public typealias CaseID = Identifier<CaseSubject>

/// The cases that people work on, as they filled them in on earlier lists: one row for each signal of each
/// case, in the order of case and signal.
///
/// What holds for the whole case is the same in each of its rows.
///
/// - Source: `ddas-vroegsignalering`.
public struct Cases: StageTable {
  public static let fileName = "cases"

  public var arena = ByteArena()

  public var caseID: [CaseID] = []
  public var signalID: [SignalID] = []
  /// The household as the list had it.
  public var householdID: [HouseholdID] = []
  /// The reference date of the list on which somebody first filled in something.
  public var matchedOn: [CalendarDate] = []
  /// The day on which somebody began with it.
  public var pickedUpOn: [CalendarDate?] = []
  /// The day on which the resident accepted help: partners stop collecting for 30 days from then.
  public var helpAcceptedOn: [CalendarDate?] = []
  /// How it ended; absent while it is open.
  public var result: [CaseResult?] = []
  /// The day on which the result came in.
  public var closedOn: [CalendarDate?] = []

  public init() {}

  public var count: Int { caseID.count }

  public static let columns: [StageColumn<Cases>] = [
    .identifier("case_id", \.caseID),
    .identifier("signal_id", \.signalID),
    .identifier("household_id", \.householdID),
    .date("matched_on", \.matchedOn),
    .optionalDate("picked_up_on", \.pickedUpOn),
    .optionalDate("help_accepted_on", \.helpAcceptedOn),
    .optionalWord("result", \.result),
    .optionalDate("closed_on", \.closedOn),
  ]
}
