// What a worker fills in on a worklist: the closed word lists of the national exchange model that
// ``ContactMeans`` does not hold already.

/// The part of the day in which contact was sought.
///
/// - Source: `ddas-vroegsignalering`.
public enum DayPart: String, CaseIterable, Sendable {
  /// Before 12:00.
  case morning = "Ochtend"
  /// From 12:00 to 18:00.
  case afternoon = "Middag"
  /// From 18:00.
  case evening = "Avond"
}

/// How a case ended.
///
/// - Source: `ddas-vroegsignalering`.
public enum CaseResult: String, CaseIterable, Sendable {
  case repeatedSignal = "Niet opgepakt: herhaalde melding"
  case unjustifiedSignal = "Niet opgepakt: onterecht signaal"
  case deceased = "Inwoner is overleden"
  case noResident = "Persoon is geen inwoner (meer) in de gemeente"
  case otherReason = "Niet opgepakt: andere reden"
  case knownToDebtHelp = "Inwoner al bekend bij schuldhulpverlening"
  case otherTrajectory = "Inwoner heeft al een ander lopend traject"
  case noContact = "Definitief geen contact kunnen krijgen"
  case noResponse = "Geen reactie na eerder contact"
  case managesAlone = "Inwoner regelt het zelf/hoeft geen hulp vanuit vroegsignalering"
  case paid = "Inwoner heeft zelf al betaald/betalingsregeling getroffen"
  case adviceOrQuickFix = "(Budget)advies en/of quick fix"
  case financialHelp = "Vervolghulp en/of verwijzing financieel"
  case referredWithoutConsent = "Verwijzing zonder toestemming"
  case otherHelp = "Vervolghulp en/of verwijzing niet financieel"

  /// Whether somebody acted on the signals: neither left alone, nor about nobody who lives here.
  ///
  /// - Source: `ddas-vroegsignalering`.
  public var isPickedUp: Bool {
    switch self {
    case .repeatedSignal, .unjustifiedSignal, .deceased, .noResident, .otherReason: false
    default: true
    }
  }

  /// Whether it says that contact was sought or made, so that there must be an attempt.
  ///
  /// That somebody paid or has help already can be known from elsewhere, and a referral without consent
  /// needs nobody at home.
  public var needsAttempt: Bool {
    switch self {
    case .noContact, .noResponse, .managesAlone, .adviceOrQuickFix, .financialHelp, .otherHelp: true
    default: false
    }
  }
}

/// The answer to a yes-or-no question on a worklist.
public enum YesNo: String, CaseIterable, Sendable {
  case yes = "Ja"
  case no = "Nee"
}

/// How far the work on a line of a worklist is.
public enum CaseStanding: String, CaseIterable, Sendable {
  /// Nobody filled in anything yet.
  case open = "open"
  /// Somebody did, and there is no result yet.
  case inProgress = "bezig"
  /// There is a result, and no signal that it is not about.
  case closed = "afgerond"
}
