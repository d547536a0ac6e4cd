/// The outreach list of one municipality for one run: what stands on it, whatever the file format.
///
/// All texts are Dutch and ready to be read by a social worker. The households are made one at a time,
/// so that a list of any length takes no more memory than its tables.
public struct Worklist: Sendable {
  public var municipality: MunicipalityCode
  public var municipalityName: String
  public var referenceDate: CalendarDate
  /// Name and version of the rules that decided.
  public var ruleSet: String
  /// What the classes mean, the most urgent first.
  public var classes: [WorklistClass]
  /// The deliveries that the list rests on, and those that it lacks.
  public var deliveries: [WorklistDelivery]
  /// What the list lacks, one sentence each; empty when it is complete.
  public var gaps: [String]
  /// The signals about people who have died or left: somebody has to choose what follows.
  public var departures: [WorklistDeparture] = []
  /// The pairs of signals of which somebody should say whether they are of one person.
  public var reviewPairs: [WorklistReviewPair] = []
  /// The routes that it may suggest.
  public var routes: [WorklistRoute] = []
  /// Lists of some of its households.
  public var parts: [WorklistPart] = []
  /// What part of a list it is; `nil` for a whole list.
  public var partTitle: String?
  /// What is planned on each working day by each means.
  public var workload: [WorklistLoad] = []
  /// Of how many households the case has ended; those stand apart.
  public var closedCount = 0
  /// The number of households.
  public let count: Int

  private let household: @Sendable (Int) -> WorklistHousehold

  /// Creates a list.
  ///
  /// - Parameters:
  ///   - municipality: Whose list it is.
  ///   - municipalityName: Its name.
  ///   - referenceDate: The day the run is about.
  ///   - ruleSet: Name and version of the rules that decided.
  ///   - classes: What the classes mean.
  ///   - deliveries: What the list rests on.
  ///   - gaps: What it lacks.
  ///   - count: The number of households.
  ///   - household: Makes the household of a position from 0, in order of rank.
  public init(
    municipality: MunicipalityCode, municipalityName: String, referenceDate: CalendarDate,
    ruleSet: String, classes: [WorklistClass], deliveries: [WorklistDelivery], gaps: [String],
    count: Int, household: @escaping @Sendable (Int) -> WorklistHousehold
  ) {
    self.municipality = municipality
    self.municipalityName = municipalityName
    self.referenceDate = referenceDate
    self.ruleSet = ruleSet
    self.classes = classes
    self.deliveries = deliveries
    self.gaps = gaps
    self.count = count
    self.household = household
  }

  /// Whether every expected delivery is in it.
  public var isComplete: Bool { gaps.isEmpty }

  /// The household at a position from 0, in order of rank.
  public subscript(position: Int) -> WorklistHousehold { household(position) }
}

/// What an urgency class means on a list.
public struct WorklistClass: Hashable, Sendable {
  public var priorityClass: PriorityClass
  /// The legal term in words, such as `vier weken`.
  public var term: String
  /// Working days from receipt to the first attempt.
  public var firstAttemptWorkingDays: Int
  /// In the order to try.
  public var means: [ContactMeans]

  /// Creates the meaning of a class.
  public init(
    priorityClass: PriorityClass, term: String, firstAttemptWorkingDays: Int, means: [ContactMeans]
  ) {
    self.priorityClass = priorityClass
    self.term = term
    self.firstAttemptWorkingDays = firstAttemptWorkingDays
    self.means = means
  }
}

/// One delivery as a list tells of it.
public struct WorklistDelivery: Hashable, Sendable {
  public var partner: String
  /// Such as `oktober 2026`.
  public var period: String
  /// Empty for a delivery that did not come.
  public var file: String
  public var receivedAt: CalendarDate?
  public var status: DeliveryStatus
  /// Signals of it that were admitted for this municipality.
  public var admitted: Int
  /// Rows of it that could not be read, of whatever municipality they were.
  public var unreadable: Int
  /// The day by which it was due, when it came later or not at all.
  public var overdueSince: CalendarDate?

  /// Creates a delivery.
  public init(
    partner: String, period: String, file: String, receivedAt: CalendarDate?,
    status: DeliveryStatus, admitted: Int, unreadable: Int = 0, overdueSince: CalendarDate? = nil
  ) {
    self.partner = partner
    self.period = period
    self.file = file
    self.receivedAt = receivedAt
    self.status = status
    self.admitted = admitted
    self.unreadable = unreadable
    self.overdueSince = overdueSince
  }
}
