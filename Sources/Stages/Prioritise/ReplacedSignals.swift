internal import Model

/// Since when the claims are known of signals that stand for older ones of this run.
///
/// An older report can have been matched to another household, for instance when its address could
/// not be read. Its clock still is that of the signal that stands for it.
struct ReplacedSignals {
  private var first: [SignalID: (received: CalendarDate, threatened: CalendarDate?)] = [:]

  /// Collects the first receipts.
  ///
  /// - Complexity: O(*n*) in the number of signals.
  init(_ received: Received, _ distinct: Distinct) {
    for row in 0..<distinct.count {
      let disposition = distinct.disposition[row]
      guard disposition == .superseded || disposition == .technicalDuplicate else { continue }
      let standing = distinct.sameAs[row]
      guard !standing.isAbsent else { continue }
      let day = received.receivedAt[row]
      var clocks = first[standing] ?? (day, nil)
      clocks.received = min(clocks.received, day)
      if HouseholdSource.isThreat(received, row) {
        clocks.threatened = min(clocks.threatened ?? day, day)
      }
      first[standing] = clocks
    }
  }

  /// The days that what a signal stands for was first received, and was first received as a threat.
  subscript(signal: SignalID) -> (received: CalendarDate, threatened: CalendarDate?)? {
    first[signal]
  }
}
