public import Definitions
public import Model

/// A memory from which rows go: at the end of their term, or because a person asks.
public protocol PersonMemory: Memory {
  /// Removes what is past its term, in one transaction, and gives the disk back what that held.
  ///
  /// - Parameters:
  ///   - terms: What is still kept.
  ///   - municipality: Whose state.
  ///   - isTrial: Whether it is only counted.
  /// - Returns: How much went.
  /// - Throws: A diagnostic if the state cannot be changed; then nothing was.
  func forget(
    past terms: RetentionTerms, of municipality: MunicipalityDefinition, isTrial: Bool
  ) throws -> ForgottenRows

  /// Where the term of a signal starts, of those whose term starts before their day of receipt.
  ///
  /// - Parameter municipality: Whose state.
  /// - Returns: The day, by the id of the signal.
  /// - Throws: A diagnostic if the state is damaged.
  /// - Complexity: O(*n*) in the signals that are kept; no run asks it.
  func earlierStarts(of municipality: MunicipalityDefinition) throws -> [SignalID: CalendarDate]

  /// The ids under which a person was known: one that was taken for two and then for one has several.
  ///
  /// - Parameters:
  ///   - id: One of them.
  ///   - municipality: Whose state.
  /// - Returns: At least `id`.
  /// - Throws: A diagnostic if the state is damaged.
  func persons(joinedWith id: PersonID, of municipality: MunicipalityDefinition) throws
    -> Set<PersonID>

  /// The signals of persons.
  ///
  /// - Throws: A diagnostic if the state is damaged.
  func signals(of persons: Set<PersonID>, in municipality: MunicipalityDefinition) throws
    -> Set<SignalID>

  /// What is kept of signals and of the persons they are of: rows by the names of their columns.
  ///
  /// - Throws: A diagnostic if the state is damaged.
  func rows(
    of signals: Set<SignalID>, persons: Set<PersonID>, in municipality: MunicipalityDefinition
  ) throws -> SubjectRows

  /// Removes signals and all that hangs on them, and remembers their ids alone, in one transaction.
  ///
  /// - Parameters:
  ///   - signals: What goes.
  ///   - persons: The ids under which the person was known; none for a signal alone.
  ///   - municipality: Whose state.
  ///   - date: The day on which it was asked.
  /// - Returns: How much went.
  /// - Throws: A diagnostic if the state cannot be changed; then nothing was.
  func erase(
    _ signals: Set<SignalID>, persons: Set<PersonID>, of municipality: MunicipalityDefinition,
    on date: CalendarDate
  ) throws -> ForgottenRows
}

/// How much went from the state of a municipality.
public struct ForgottenRows: Codable, Hashable, Sendable {
  public var signals = 0
  public var cases = 0
  /// Cases that nobody closed yet; they stay.
  public var openCases = 0
  public var deliveries = 0
  public var identities = 0
  /// Rows about runs, deliveries, lists and answers, which tell nothing without the signals.
  public var others = 0

  enum CodingKeys: String, CodingKey {
    case signals, cases, deliveries, identities
    case openCases = "open_cases"
    case others = "other_rows"
  }

  /// Nothing.
  public init() {}

  /// The counts by name, for the audit.
  var counts: [String: Int] {
    [
      "signals": signals, "cases": cases, "open_cases": openCases, "deliveries": deliveries,
      "identities": identities, "other_rows": others,
    ]
  }
}

/// What the state holds about one person, each row by the names of its columns, without empty ones.
public struct SubjectRows: Sendable {
  public var signals: [[String: String]] = []
  public var listed: [[String: String]] = []
  public var cases: [[String: String]] = []
  public var attempts: [[String: String]] = []
  /// Without the signal of the pair that is not the person's.
  public var reviews: [[String: String]] = []
  /// Without ids of other persons.
  public var changes: [[String: String]] = []
  public var holdsNumber = false

  /// Nothing.
  public init() {}
}
