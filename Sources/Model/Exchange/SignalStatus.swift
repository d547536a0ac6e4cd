/// What became of one signal, as far as others may know: the words of the national exchange model, and one
/// more for a signal that somebody began with.
///
/// - Source: `ddas-vroegsignalering`.
public enum SignalStatus: String, CaseIterable, Sendable {
  case notYetPickedUp = "Nog niet opgepakt"
  case unjustified = "Niet opgepakt: onterecht signaal"
  case deceased = "Inwoner is overleden"
  case noResident = "Persoon is geen inwoner (meer) in de gemeente"
  case repeated = "Niet opgepakt: herhaalde melding"
  case otherReason = "Niet opgepakt: andere reden"
  /// Somebody began with it. The exchange model has no such status: the case says it.
  case pickedUp = "Opgepakt"

  /// The status that the result of a case gives to its signals; `nil` where somebody had picked them up.
  public init?(_ result: CaseResult) {
    switch result {
    case .repeatedSignal: self = .repeated
    case .unjustifiedSignal: self = .unjustified
    case .deceased: self = .deceased
    case .noResident: self = .noResident
    case .otherReason: self = .otherReason
    case .knownToDebtHelp, .otherTrajectory, .noContact, .noResponse, .managesAlone, .paid,
      .adviceOrQuickFix, .financialHelp, .referredWithoutConsent, .otherHelp:
      return nil
    }
  }

  /// Whether the national exchange model has the word.
  public var isNational: Bool { self != .pickedUp }

  /// A short word for machines, which never changes.
  public var code: String {
    switch self {
    case .notYetPickedUp: "nog-niet-opgepakt"
    case .unjustified: "onterecht-signaal"
    case .deceased: "overleden"
    case .noResident: "geen-inwoner"
    case .repeated: "herhaalde-melding"
    case .otherReason: "niet-opgepakt"
    case .pickedUp: "opgepakt"
    }
  }
}
