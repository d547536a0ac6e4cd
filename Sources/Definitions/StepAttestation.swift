public import Model

/// What a partner declares for all rows of a feed: the steps that it always takes before it reports.
///
/// Used for a step of which a row itself tells nothing.
///
/// - Source: `besluit-gs/2`.
public struct StepAttestation: Hashable, Sendable {
  public var steps: PriorStepSet
  public var validFrom: CalendarDate
  /// The last day; `nil` means that no end is known.
  public var validTo: CalendarDate?
  /// Key in docs/sources.yml.
  public var source: String

  /// Creates an attestation.
  public init(
    steps: PriorStepSet, validFrom: CalendarDate, validTo: CalendarDate?, source: String
  ) {
    self.steps = steps
    self.validFrom = validFrom
    self.validTo = validTo
    self.source = source
  }

  /// The steps that it covers on a day.
  public func steps(on day: CalendarDate) -> PriorStepSet {
    validFrom <= day && day <= validTo ?? day ? steps : []
  }
}

extension PartnerType {
  /// Whether a row may be used only when every step is told or attested.
  ///
  /// Of the rules for other partners the exact words were not read: a step that such a row denies
  /// counts, one that it does not tell does not.
  ///
  /// - Source: `besluit-gs/2`, `besluit-gs/3`.
  public var mustShowSteps: Bool { self == .rent }
}

extension FeedDefinition {
  /// The kinds of signal that its rows can hold.
  public var kinds: Set<SignalKind> {
    if let word = constants[.kind] { return Set([SignalKind(rawValue: word)].compactMap { $0 }) }
    for column in columns {
      guard case .field(.kind, .lookup(let name)) = column.use else { continue }
      return Set((lookups[name] ?? [:]).values.compactMap { SignalKind(rawValue: $0) })
    }
    return Set(SignalKind.allCases)
  }
}

extension FeedField {
  /// The step that the field tells of.
  ///
  /// A column of objections tells whether the offer was rejected: who did not object did not.
  public var step: PriorStep? {
    switch self {
    case .stepContactEffort: .contactEffort
    case .stepPointedToHelp: .pointedToHelp
    case .stepReminders: .reminder
    case .stepOfferMade: .offer
    case .stepNoRefusal, .objection: .noRefusal
    default: nil
    }
  }
}
