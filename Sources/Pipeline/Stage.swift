public import Definitions
public import Model

/// A step of the pipeline: what it is called, reads, writes and can be told.
public protocol Stage: Sendable {
  /// The imperative verb used in definitions and on the command line.
  static var name: String { get }
  /// One English sentence.
  static var summary: String { get }
  /// Raised when the same input can give another output. Part of a run's key.
  static var version: Int { get }
  /// What it needs.
  static var reads: [Dataset] { get }
  /// What it makes.
  static var writes: [Dataset] { get }
  /// The settings it understands.
  static var settings: [Setting] { get }
}

/// A stage that turns tables of one municipality into another table, and nothing else: a pure
/// function, the same in a run and alone on a fixture.
public protocol MunicipalityStage: Stage {
  /// Creates the stage.
  ///
  /// - Parameter settings: A value for each of ``Stage/settings``.
  init(settings: [String: Int])

  /// Adds the tables in ``Stage/writes``.
  ///
  /// - Throws: A ``Diagnostic`` if the tables do not fit together.
  func run(_ tables: inout MunicipalityTables, _ context: StageContext) throws
}

/// The kinds of files that stages read and write.
public enum Dataset: String, CaseIterable, Sendable {
  case deliveries
  case history
  /// What people answered about pairs of signals.
  case reviews
  /// What people filled in on earlier lists: the cases, and the attempts to make contact.
  case cases
  case contactAttempts
  case received
  /// Lawful signals that were not listed, and how many rows were not.
  case setAside
  case intakeCounts
  case normalised
  case distinct
  /// The extract of the register of persons, which is never written.
  case register
  case matched
  case personChanges
  /// The pairs that people should look at, or did.
  case reviewPairs
  case linked
  case prioritised
  /// What the plan asks of each working day.
  case workload
  case lists
}

/// The tables of one municipality as far as the run has come.
public struct MunicipalityTables: Sendable {
  public var history = History()
  public var reviews = Reviews()
  public var cases = Cases()
  public var contactAttempts = ContactAttempts()
  public var deliveryLog = DeliveryLog()
  public var received = Received()
  public var setAside = SetAside()
  public var intakeCounts = IntakeCounts()
  public var normalised = Normalised()
  public var distinct = Distinct()
  /// Read for the stage that asks for it, and let go after it.
  public var register = RegisterTable()
  public var matched = Matched()
  public var personChanges = PersonChanges()
  public var reviewPairs = ReviewPairs()
  public var linked = Linked()
  public var prioritised = Prioritised()
  public var workload = Workload()
  /// The names of the secrets that the ids need, the present one last; empty before `match`.
  public var keyNames: [String] = []

  /// Creates empty tables.
  public init() {}
}

/// What a stage may know besides its tables.
public struct StageContext: Sendable {
  /// The day the run is about.
  public let referenceDate: CalendarDate
  public let municipality: MunicipalityDefinition
  public let rules: RuleSet
  /// What agreement of two signals weighs.
  public let matching: LinkageModel
  public let reference: ReferenceTables
  public let keys: MunicipalityKeys
  /// The feeds of the pipeline, for names of partners.
  public let feeds: [FeedDefinition]

  /// Creates a context.
  public init(
    referenceDate: CalendarDate, municipality: MunicipalityDefinition, rules: RuleSet,
    matching: LinkageModel, reference: ReferenceTables, keys: MunicipalityKeys,
    feeds: [FeedDefinition]
  ) {
    self.referenceDate = referenceDate
    self.municipality = municipality
    self.rules = rules
    self.matching = matching
    self.reference = reference
    self.keys = keys
    self.feeds = feeds
  }
}
