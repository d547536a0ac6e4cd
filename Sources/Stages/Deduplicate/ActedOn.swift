internal import Model

/// The signals that somebody acted on, as their cases say.
struct ActedOn {
  private var signals: Set<SignalID> = []

  /// Collects them.
  ///
  /// - Complexity: O(*n*).
  init(_ cases: Cases, _ attempts: ContactAttempts) {
    let tried = Set(attempts.caseID)
    for row in 0..<cases.count
    where cases.pickedUpOn[row] != nil || tried.contains(cases.caseID[row])
      || cases.result[row]?.isPickedUp == true
    {
      signals.insert(cases.signalID[row])
    }
  }

  /// Whether somebody acted on a signal.
  func on(_ signal: SignalID) -> Bool { signals.contains(signal) }
}
