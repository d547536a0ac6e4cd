public import Definitions
public import Model

/// A case as the state knows it.
public struct KnownCase: Sendable {
  public var id: CaseID
  /// The household of the list on which somebody first filled in something.
  public var household: HouseholdID
  /// The reference date of that list.
  public var matchedOn: CalendarDate
  public var signals: Set<SignalID>
  /// What stood in it before the day of a list, and so on that list; `nil` where there was no case.
  public var before: CaseEntries?
  /// What stands in it.
  public var now: CaseEntries

  /// Creates a case.
  public init(
    id: CaseID, household: HouseholdID, matchedOn: CalendarDate, signals: Set<SignalID>,
    before: CaseEntries? = nil, now: CaseEntries
  ) {
    self.id = id
    self.household = household
    self.matchedOn = matchedOn
    self.signals = signals
    self.before = before
    self.now = now
  }

  /// The case that a line of a list is about.
  ///
  /// The open one; of several, which comes about when households become one, that of the line's own household,
  /// and then the oldest. Where all have ended, the one that ended last, unless the line has a signal that
  /// none of them is about: then the line is about no case yet.
  ///
  /// - Parameters:
  ///   - cases: Those that hold a signal of the line, or are of its household.
  ///   - household: The household of the line.
  ///   - signals: Its signals.
  /// - Returns: A position in `cases`; `nil` if a case has yet to begin.
  public static func position(
    in cases: [KnownCase], ofLineOf household: HouseholdID, signals: some Sequence<SignalID>
  ) -> Int? {
    let open = cases.indices.filter { cases[$0].now.result == nil }
    func comesBefore(_ left: Int, _ right: Int) -> Bool {
      let (one, other) = (cases[left], cases[right])
      let (own, others) = (one.household == household, other.household == household)
      if own != others { return own }
      return (one.matchedOn, one.id) < (other.matchedOn, other.id)
    }
    if let first = open.min(by: comesBefore) { return first }
    guard signals.allSatisfy({ id in cases.contains { $0.signals.contains(id) } }) else {
      return nil
    }
    return cases.indices.max { left, right in
      let (one, other) = (cases[left], cases[right])
      let (ended, later) = (
        one.now.closedOn ?? one.matchedOn, other.now.closedOn ?? other.matchedOn
      )
      return (ended, one.id) < (later, other.id)
    }
  }
}

/// What the state knows of a household that stood on a list.
public struct ListedHousehold: Sendable {
  /// The signals of the line, in the order of their ids.
  public var signals: [SignalID]
  /// The day on which the first of them was received.
  public var receivedOn: CalendarDate
  /// The cases that hold one of the signals, or are of the household.
  public var cases: [KnownCase]

  /// Creates a household.
  public init(signals: [SignalID], receivedOn: CalendarDate, cases: [KnownCase]) {
    self.signals = signals
    self.receivedOn = receivedOn
    self.cases = cases
  }
}

/// The cases of one municipality, open to be changed.
public protocol CaseBook {
  /// What is known of a household that stood on a list.
  ///
  /// - Parameters:
  ///   - id: The household as the list had it.
  ///   - date: The reference date of the list.
  /// - Returns: `nil` if no list of that day had the household.
  /// - Throws: A diagnostic if the state is damaged.
  func household(_ id: HouseholdID, onListOf date: CalendarDate) throws -> ListedHousehold?

  /// Writes a case as it stands now, in place of what was written of it on the same day.
  ///
  /// - Throws: A diagnostic if the state cannot be written.
  func keep(_ changed: KnownCase) throws
}

/// Where the cases of municipalities are kept.
public protocol CaseMemory: Sendable {
  /// Locks and checks the state of a municipality, as ``Memory/hold(_:waiting:)`` does.
  func hold(_ municipality: MunicipalityCode, waiting seconds: Int) throws -> HeldState

  /// Opens the cases of a municipality, in one transaction.
  ///
  /// - Parameters:
  ///   - municipality: Whose cases.
  ///   - date: The day on which what is written came in.
  ///   - isTrial: Whether everything is undone at the end.
  ///   - change: Reads and changes them; when it throws, nothing was changed.
  /// - Throws: A diagnostic if the state is damaged, or what `change` throws.
  func changeCases(
    of municipality: MunicipalityDefinition, on date: CalendarDate, isTrial: Bool,
    _ change: (any CaseBook) throws -> Void
  ) throws
}
