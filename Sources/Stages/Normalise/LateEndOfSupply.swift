internal import Model

/// Marks signals of an end of supply that the partner sent later than the rules allow.
///
/// A supplier of energy reports at least 20 working days before it ends the supply, since 1 April 2023. The days
/// are counted back from the end, which is not counted itself; such a term is not made longer by a weekend or a
/// holiday. The signal is the threat that it is, early or late: the mark tells the worker, and is counted.
///
/// - Source: `divosa-monitor-2023`, `atw/1.2`.
struct LateEndOfSupply {
  /// Working days between the signal and the end of supply.
  static let workingDays = 20
  /// The first day on which the rule held.
  static let rulesSince = CalendarDate(year: 2023, month: 4, day: 1)

  private let calendar: WorkingDays

  /// Creates the mark for a calendar.
  init(_ calendar: WorkingDays) { self.calendar = calendar }

  /// Whether a signal came too late.
  func isLate(
    _ kind: SignalKind, of type: PartnerType, sentOn: CalendarDate, endsOn: CalendarDate?
  ) -> Bool {
    guard kind == .endOfSupply, type == .energy, let endsOn, let since = Self.rulesSince,
      sentOn >= since
    else { return false }
    return sentOn > calendar.subtracting(Self.workingDays, from: endsOn)
  }

  /// Marks the late signals of a table.
  ///
  /// - Complexity: O(*n*).
  func run(_ received: Received, _ normalised: inout Normalised) {
    for row in 0..<received.count
    where isLate(
      received.kind[row], of: received.partnerType[row], sentOn: received.signalledOn[row],
      endsOn: received.threatOn[row])
    {
      normalised.quality[row].insert(.latePartnerSignal)
    }
  }
}
