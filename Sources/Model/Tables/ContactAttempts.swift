/// The attempts to make contact in each case, in the order of case and number.
///
/// - Source: `ddas-vroegsignalering`.
public struct ContactAttempts: StageTable {
  public static let fileName = "contact-attempts"

  public var arena = ByteArena()

  public var caseID: [CaseID] = []
  /// From 1 in each case, in the order in which they were made.
  public var number: [UInt32] = []
  public var means: [ContactMeans] = []
  public var contactedOn: [CalendarDate] = []
  public var dayPart: [DayPart?] = []
  /// Whether somebody of the household was spoken to; absent when nobody said.
  public var reached: [YesNo?] = []

  public init() {}

  public var count: Int { caseID.count }

  public static let columns: [StageColumn<ContactAttempts>] = [
    .identifier("case_id", \.caseID),
    .integer("number", \.number),
    .word("means", \.means),
    .date("contacted_on", \.contactedOn),
    .optionalWord("day_part", \.dayPart),
    .optionalWord("reached", \.reached),
  ]
}
