public import Definitions
public import Model

/// The parts that a run is put together from.
///
/// The modules above supply them; the runner knows only
/// what each promises.
public struct RunParts: Sendable {
  /// The version of the program, for the manifest.
  public var version: String
  public var receive: any IntakeStage.Type
  /// The stages from `normalise` to `prioritise`, in order.
  public var stages: [any MunicipalityStage.Type]
  /// Reads a delivery to its verified end; throws a diagnostic if it cannot be used.
  public var readDelivery:
    @Sendable (_ file: DeliveryFile, _ feed: FeedDefinition) throws -> DecodedDelivery
  public var publish: any ListPublisher
  /// What is remembered between runs; `nil` remembers nothing.
  public var memory: (any Memory)?
  /// Reads the register of persons; `nil` asks none.
  public var register: (any RegisterSource)?
  /// Keeps citizen service numbers; `nil` keeps none.
  public var identities: (any IdentityStore)?

  /// Writes the page about all municipalities of a run into its folder.
  public var overview:
    @Sendable (_ results: [MunicipalityResult], _ date: CalendarDate, _ folder: String) throws
      -> Void = { _, _, _ in }
  /// Is told what the run has come to, by one thread or another.
  public var listen: @Sendable (RunEvent) -> Void = { _ in }

  /// Puts the parts together.
  public init(
    version: String, receive: any IntakeStage.Type, stages: [any MunicipalityStage.Type],
    readDelivery:
      @escaping @Sendable (DeliveryFile, FeedDefinition) throws -> DecodedDelivery,
    publish: any ListPublisher, memory: (any Memory)?, register: (any RegisterSource)? = nil,
    identities: (any IdentityStore)? = nil
  ) {
    self.version = version
    self.receive = receive
    self.stages = stages
    self.readDelivery = readDelivery
    self.publish = publish
    self.memory = memory
    self.register = register
    self.identities = identities
  }
}

/// Writes the files that people open.
public protocol ListPublisher: Sendable {
  /// What the stage that decides the content is called, reads and can be told.
  var stage: any Stage.Type { get }

  /// Writes the lists of one municipality.
  ///
  /// - Parameters:
  ///   - tables: Everything the stages made.
  ///   - context: The municipality and the reference date.
  ///   - folder: Where the lists go.
  ///   - jobs: How many files may be written at once; it changes none of them.
  /// - Returns: What others than the municipality may know of them.
  /// - Throws: A diagnostic if a file cannot be written.
  @discardableResult
  func publish(
    _ tables: MunicipalityTables, _ context: StageContext, to folder: String, jobs: Int
  ) async throws -> RunFigures?
}

/// What a municipality remembers between runs.
public protocol Memory: Sendable {
  /// Whether anything was ever remembered.
  var exists: Bool { get }

  /// Locks the state of a municipality, checks it, and brings it up to this version.
  ///
  /// - Parameters:
  ///   - municipality: Whose state.
  ///   - seconds: How long to wait for another that holds it.
  /// - Returns: The state, which nobody else changes for as long as it is held.
  /// - Throws: A diagnostic if another holds it to the end, or if it is damaged.
  func hold(_ municipality: MunicipalityCode, waiting seconds: Int) throws -> HeldState

  /// The signals of earlier deliveries within retention.
  ///
  /// - Parameters:
  ///   - municipality: Whose signals; no other municipality's are ever read.
  ///   - deliveries: SHA-256 of the deliveries of this run, which are not history.
  ///   - replaced: SHA-256 of deliveries that a correction stands in the place of.
  ///   - date: The reference date: later signals are not history.
  /// - Returns: History in the order of received day, signal id and delivery.
  /// - Throws: A diagnostic if the state is damaged.
  func history(
    of municipality: MunicipalityDefinition, without deliveries: Set<String>,
    replaced: Set<String>, before date: CalendarDate
  ) throws -> RememberedHistory

  /// What people answered about pairs of signals, as far as it still holds.
  ///
  /// An answer that a run of the same day was the first to obey has no weight yet, so that the run can be
  /// repeated.
  ///
  /// - Parameters:
  ///   - municipality: Whose answers.
  ///   - date: The reference date: what later runs were told is left out.
  /// - Returns: The answers in the order of their ids.
  /// - Throws: A diagnostic if the state is damaged.
  func reviews(
    of municipality: MunicipalityDefinition, before date: CalendarDate
  ) throws -> Reviews

  /// What people filled in on earlier lists.
  ///
  /// - Parameters:
  ///   - municipality: Whose cases.
  ///   - date: The reference date: what was filled in on later lists is left out.
  /// - Returns: The cases and attempts in the order of their ids.
  /// - Throws: A diagnostic if the state is damaged.
  func cases(
    of municipality: MunicipalityDefinition, before date: CalendarDate
  ) throws -> RememberedCases

  /// The deliveries that earlier runs took in for a municipality.
  ///
  /// They hold no personal data, so that the runner may put those of all municipalities together.
  ///
  /// - Parameters:
  ///   - municipality: Whose state.
  ///   - date: The reference date: what later runs took in is left out.
  /// - Returns: The deliveries in the order of feed, name and digest.
  /// - Throws: A diagnostic if the state is damaged.
  func deliveries(
    of municipality: MunicipalityDefinition, before date: CalendarDate
  ) throws -> [AcceptedDelivery]

  /// What is known of signals that decides whether they may be taken in again.
  ///
  /// - Parameter municipality: Whose state.
  /// - Returns: The signals that were erased or acted on.
  /// - Throws: A diagnostic if the state is damaged.
  func retained(of municipality: MunicipalityDefinition) throws -> RetainedSignals

  /// The runs that were remembered.
  ///
  /// - Parameter municipality: Whose state.
  /// - Returns: The ids of the runs for which ``record(_:of:run:referenceDate:deliveries:)`` was completed.
  /// - Throws: A diagnostic if the state is damaged.
  func recordedRuns(of municipality: MunicipalityDefinition) throws -> Set<String>

  /// Remembers the signals and deliveries of a published run, in one transaction for the municipality.
  ///
  /// Recording the same deliveries again replaces them, but for what was picked up meanwhile.
  ///
  /// - Parameters:
  ///   - tables: Everything the stages made.
  ///   - municipality: Whose signals.
  ///   - run: The run's id.
  ///   - referenceDate: The day the run is about.
  ///   - deliveries: The deliveries that the run took in, of whatever municipality, and any that others of the
  ///     pipeline remember.
  /// - Throws: A diagnostic if the state cannot be written; then nothing was.
  func record(
    _ tables: MunicipalityTables, of municipality: MunicipalityDefinition, run: String,
    referenceDate: CalendarDate, deliveries: [AcceptedDelivery]
  ) throws
}

/// The cases of a municipality and the attempts made in them.
public struct RememberedCases: Sendable {
  public var cases: Cases
  public var attempts: ContactAttempts

  /// Puts them together; without arguments, there are none.
  public init(cases: Cases = Cases(), attempts: ContactAttempts = ContactAttempts()) {
    self.cases = cases
    self.attempts = attempts
  }
}
