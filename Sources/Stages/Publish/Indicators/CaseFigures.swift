internal import Definitions
internal import Model
internal import Pipeline

/// The cases that people filled in on earlier lists, and the attempts made in them.
struct CaseFigures {
  let population: Population
  /// How many attempts there are in all.
  let attempts: PublishedTotals
  let means: PublishedTable?
  let contacts: PublishedTable?
  let results: PublishedTable?
  let medianDays: [IndicatorLine]

  /// What came of seeking contact; terms are those of the law.
  ///
  /// One split, so that what is reached and what is in time can never be held against each other.
  enum Contact: String, CaseIterable {
    case talkInTime = "Gesprek binnen de termijn"
    case talkLate = "Gesprek na de termijn, eerste poging erbinnen"
    case talkAndAttemptLate = "Gesprek en eerste poging na de termijn"
    case attemptInTime = "Nog niet bereikt, eerste poging binnen de termijn"
    case attemptLate = "Nog niet bereikt, eerste poging na de termijn"
    case none = "Geen poging bekend"
  }

  /// How a case stands.
  enum Result: String, CaseIterable {
    case accepted = "Hulp aanvaard"
    case notNeeded = "Regelt het zelf of heeft al betaald"
    case known = "Al bekend of in een ander traject"
    case noContact = "Geen contact of geen reactie"
    case notPickedUp = "Niet opgepakt, of verwezen zonder toestemming"
    case open = "Nog open"
  }

  private struct Case {
    var matchedOn: CalendarDate
    var accepted: Bool
    var result: CaseResult?
    var receivedAt: CalendarDate?
    var threatReceivedAt: CalendarDate?
    var firstAttempt: CalendarDate?
    var firstTalk: CalendarDate?
  }

  /// Counts the cases.
  ///
  /// - Complexity: O(*n*) in signals, cases and attempts.
  init(_ tables: MunicipalityTables, _ calendar: WorkingDays) {
    let cases = Self.collect(tables)
    let population = Population(months: cases.map { Int32(Periods.month(of: $0.matchedOn)) })
    self.population = population
    let tried = tables.contactAttempts
    let made = Population(months: tried.contactedOn.map { Int32(Periods.month(of: $0)) })
    attempts = made.totals
    means = made.table(ContactMeans.allCases.map(\.rawValue)) {
      ContactMeans.allCases.firstIndex(of: tried.means[$0]) ?? 0
    }
    contacts = population.table(Contact.allCases.map(\.rawValue), keepsEmpty: true) {
      Contact.allCases.firstIndex(of: Self.contact(cases[$0], calendar)) ?? 0
    }
    results = population.table(Result.allCases.map(\.rawValue), keepsEmpty: true) {
      Result.allCases.firstIndex(of: Self.result(cases[$0])) ?? 0
    }
    medianDays = population.medians(roundedTo: 1) { position in
      guard let receipt = cases[position].receivedAt, let first = cases[position].firstAttempt
      else { return nil }
      return Int64(max(0, receipt.days(until: first)))
    }
  }

  private static func collect(_ tables: MunicipalityTables) -> [Case] {
    let filled = tables.cases
    var position: [CaseID: Int] = [:]
    var casesOfSignal: [SignalID: [Int]] = [:]
    var cases: [Case] = []
    for row in 0..<filled.count {
      let number = position[filled.caseID[row]] ?? cases.count
      if position.updateValue(number, forKey: filled.caseID[row]) == nil {
        cases.append(
          Case(
            matchedOn: filled.matchedOn[row], accepted: filled.helpAcceptedOn[row] != nil,
            result: filled.result[row]))
      }
      casesOfSignal[filled.signalID[row], default: []].append(number)
    }
    guard !cases.isEmpty else { return [] }
    func date(_ signal: SignalID, _ day: CalendarDate, isThreat: Bool) {
      for number in casesOfSignal[signal] ?? [] {
        cases[number].receivedAt = min(cases[number].receivedAt ?? day, day)
        guard isThreat else { continue }
        cases[number].threatReceivedAt = min(cases[number].threatReceivedAt ?? day, day)
      }
    }
    let (received, history) = (tables.received, tables.history)
    for row in 0..<received.count {
      date(
        received.keys.signalID[row], received.receivedAt[row],
        isThreat: HouseholdSource.isThreat(received, row))
    }
    for row in 0..<history.count {
      date(
        history.signalID[row], history.receivedAt[row], isThreat: history.kind[row].isThreat)
    }
    let tried = tables.contactAttempts
    for row in 0..<tried.count {
      guard let number = position[tried.caseID[row]] else { continue }
      let day = tried.contactedOn[row]
      cases[number].firstAttempt = min(cases[number].firstAttempt ?? day, day)
      guard tried.reached[row] == .yes else { continue }
      cases[number].firstTalk = min(cases[number].firstTalk ?? day, day)
    }
    return cases
  }

  /// What came of it, held against the term of the law: three working days for a threat, four weeks
  /// otherwise.
  ///
  /// - Source: `wgs/4.1`, `wgs/4.2`.
  private static func contact(_ made: Case, _ calendar: WorkingDays) -> Contact {
    guard let attempt = made.firstAttempt else { return .none }
    let last =
      made.threatReceivedAt.map { calendar.end(of: .workingDays(3), from: $0) }
      ?? calendar.end(of: .weeks(4), from: made.receivedAt ?? made.matchedOn)
    guard let talk = made.firstTalk else {
      return attempt <= last ? .attemptInTime : .attemptLate
    }
    if talk <= last { return .talkInTime }
    return attempt <= last ? .talkLate : .talkAndAttemptLate
  }

  /// How it stands.
  ///
  /// Help is accepted when somebody filled in the day, or the result is help.
  ///
  /// - Source: `ddas-vroegsignalering`, `voorsein-keuze`.
  private static func result(_ made: Case) -> Result {
    if made.accepted { return .accepted }
    return switch made.result {
    case .adviceOrQuickFix, .financialHelp, .otherHelp: .accepted
    case .managesAlone, .paid: .notNeeded
    case .knownToDebtHelp, .otherTrajectory: .known
    case .noContact, .noResponse: .noContact
    case .repeatedSignal, .unjustifiedSignal, .deceased, .noResident, .otherReason,
      .referredWithoutConsent:
      .notPickedUp
    case nil: .open
    }
  }
}
