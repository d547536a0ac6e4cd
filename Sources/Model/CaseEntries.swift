/// What people filled in about a case.
public struct CaseEntries: Hashable, Sendable {
  /// In the order in which they were made.
  public var attempts: [CaseAttempt] = []
  /// The day on which somebody began with it.
  public var pickedUpOn: CalendarDate?
  /// The day on which the resident accepted help: partners stop collecting for 30 days from then.
  public var helpAcceptedOn: CalendarDate?
  /// How it ended.
  public var result: CaseResult?
  /// The day on which the result came in.
  public var closedOn: CalendarDate?

  /// The last day on which partners do not collect, because the resident accepted help.
  public var collectionStopsUntil: CalendarDate? {
    helpAcceptedOn.map(Self.lastDayOfCollectionStop)
  }

  /// The last of the 30 days that partners stop collecting from the day on which somebody accepts help.
  ///
  /// - Source: `divosa-monitor-2023`.
  public static func lastDayOfCollectionStop(from accepted: CalendarDate) -> CalendarDate {
    accepted.adding(days: 30)
  }

  /// Creates entries of which nothing is filled in.
  public init() {}

  /// Whether nothing is filled in.
  public var isEmpty: Bool { self == CaseEntries() }

  /// Whether somebody acted on the signals: began, tried, or came to a result that says so.
  ///
  /// - Source: `ddas-vroegsignalering`.
  public var isPickedUp: Bool {
    pickedUpOn != nil || !attempts.isEmpty || result?.isPickedUp == true
  }

  /// The attempts that stand on a line of a worklist, in its columns from left to right.
  ///
  /// A line has room for ``CaseAttempt/rooms``. Where an open case has so many or more, the first ones leave
  /// the line, so that there is room for one more.
  public var shownAttempts: ArraySlice<CaseAttempt> {
    if result != nil { return attempts.suffix(CaseAttempt.rooms) }
    return attempts.count < CaseAttempt.rooms
      ? attempts[...] : attempts.suffix(CaseAttempt.rooms - 1)
  }
}

/// One attempt to make contact.
///
/// - Source: `ddas-vroegsignalering`.
public struct CaseAttempt: Hashable, Sendable {
  /// How many attempts a line of a worklist has room for.
  ///
  /// Four attempts or more reach twice as many people as one or two.
  ///
  /// - Source: `divosa-monitor-2023`.
  public static let rooms = 4

  public var contactedOn: CalendarDate
  public var means: ContactMeans
  public var dayPart: DayPart?
  /// Whether somebody was spoken to; absent when nobody said.
  public var reached: YesNo?

  /// Creates an attempt.
  public init(
    contactedOn: CalendarDate, means: ContactMeans, dayPart: DayPart? = nil, reached: YesNo? = nil
  ) {
    self.contactedOn = contactedOn
    self.means = means
    self.dayPart = dayPart
    self.reached = reached
  }

  /// Whether it was made before another: by day, then by part of the day.
  public func comesBefore(_ other: CaseAttempt) -> Bool { place < other.place }

  private var place: (Int32, Int, String, String) {
    let part = dayPart.flatMap { DayPart.allCases.firstIndex(of: $0) }
    return (
      contactedOn.days, part ?? DayPart.allCases.count, means.rawValue, reached?.rawValue ?? ""
    )
  }
}

// Whoever prints what people filled in by mistake prints nothing of it.
extension CaseEntries: CustomStringConvertible, CustomReflectable {
  public var description: String { Sensitive<Self>.mask }
  public var customMirror: Mirror { Mirror(self, children: []) }
}

extension CaseAttempt: CustomStringConvertible, CustomReflectable {
  public var description: String { Sensitive<Self>.mask }
  public var customMirror: Mirror { Mirror(self, children: []) }
}
