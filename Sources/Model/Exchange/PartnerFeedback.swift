/// What a partner hears of one of its own signals, and all that it may hear: this type is the list of what is
/// allowed.
///
/// The file for a partner is written from these values alone, so what has no place here reaches no partner:
/// no reason, no help that was accepted, no other partner, nothing of the person or the household.
///
/// - Source: `ddas-vroegsignalering`, `divosa-monitor-2023`.
public struct PartnerFeedback: Hashable, Sendable {
  /// The partner's own reference, as delivered.
  public let reference: Sensitive<String>
  /// The id that the receipt of the row has too.
  public let signal: SignalID
  public let status: SignalStatus
  /// The day on which the status was so: the reference date.
  public let day: CalendarDate
  /// The last day on which the partner stops collecting; only where the municipality agreed to tell it.
  public let collectionPauseUntil: CalendarDate?

  /// Says what a partner hears.
  public init(
    reference: Sensitive<String>, signal: SignalID, status: SignalStatus, day: CalendarDate,
    collectionPauseUntil: CalendarDate?
  ) {
    self.reference = reference
    self.signal = signal
    self.status = status
    self.day = day
    self.collectionPauseUntil = collectionPauseUntil
  }
}

/// What one partner hears of all its signals of one municipality, whichever of its feeds they came by.
///
/// The values are made one at a time, so that a list of any length takes no more memory than its tables.
public struct PartnerFeedbackList: Sendable {
  /// The id of the partner; a name for files.
  public let partner: String
  /// Whether the municipality agreed to tell until when collecting stops.
  public let tellsCollectionPause: Bool
  /// The number of signals.
  public let count: Int

  private let feedback: @Sendable (Int) -> PartnerFeedback

  /// Creates a list.
  ///
  /// - Parameters:
  ///   - partner: The id of the partner.
  ///   - tellsCollectionPause: Whether it was agreed to tell until when collecting stops.
  ///   - count: The number of signals.
  ///   - feedback: Says what is told of the signal at a position from 0.
  public init(
    partner: String, tellsCollectionPause: Bool, count: Int,
    feedback: @escaping @Sendable (Int) -> PartnerFeedback
  ) {
    self.partner = partner
    self.tellsCollectionPause = tellsCollectionPause
    self.count = count
    self.feedback = feedback
  }

  /// What is told of the signal at a position from 0.
  public subscript(position: Int) -> PartnerFeedback { feedback(position) }
}
