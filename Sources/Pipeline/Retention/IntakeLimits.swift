public import Model

/// What a run may not take in again, although a delivery in the inbox still holds it.
public struct IntakeLimits: Sendable {
  /// The signals that were erased, by municipality.
  public var erased: [MunicipalityCode: Set<SignalID>] = [:]
  /// The signals that somebody acted on, by municipality: they have a term of their own.
  public var pickedUp: [MunicipalityCode: Set<SignalID>] = [:]
  /// The day on which each delivery was first taken in, by its SHA-256.
  public var acceptedOn: [String: CalendarDate] = [:]
  /// The day the run is about.
  public var referenceDate: CalendarDate

  /// Limits nothing but by terms.
  public init(referenceDate: CalendarDate) { self.referenceDate = referenceDate }

  /// Where the term of a row starts.
  public func start(of receivedAt: CalendarDate, inDelivery sha256: String) -> CalendarDate {
    min(receivedAt, acceptedOn[sha256] ?? referenceDate)
  }
}

extension Verdict {
  /// Why a row is refused whose person asked to be erased.
  public static let erased = "erased"
  /// Why a row is outside the window whose term is over.
  public static let retention = "retention"

  /// Whether the row is of a person who was erased, or its term is over: then not even its reference stays.
  public var leavesNoTrace: Bool {
    fate == .refused && reason == Verdict.erased
      || fate == .outsideWindow && reason == Verdict.retention
  }
}

/// What is known of the signals of a municipality that decides how long they stay elsewhere.
public struct RetainedSignals: Sendable {
  /// The signals that somebody acted on.
  public var pickedUp: Set<SignalID> = []
  /// The signals that were erased.
  public var erased: Set<SignalID> = []

  /// Knows nothing.
  public init() {}
}
