internal import Model
internal import Pipeline

/// The cases that people work on, found by the lines of a list that they are about.
struct HouseholdCases: Sendable {
  private var cases: [KnownCase] = []
  private var bySignal: [SignalID: [Int]] = [:]
  private var byHousehold: [HouseholdID: [Int]] = [:]

  /// Collects the cases.
  ///
  /// - Complexity: O(*n*).
  init(_ table: Cases, _ attempts: ContactAttempts) {
    var entries: [CaseID: [CaseAttempt]] = [:]
    for row in 0..<attempts.count {
      entries[attempts.caseID[row], default: []].append(
        CaseAttempt(
          contactedOn: attempts.contactedOn[row], means: attempts.means[row],
          dayPart: attempts.dayPart[row], reached: attempts.reached[row]))
    }
    for row in 0..<table.count {
      if cases.last?.id != table.caseID[row] {
        var now = CaseEntries()
        now.attempts = entries[table.caseID[row]] ?? []
        now.pickedUpOn = table.pickedUpOn[row]
        now.helpAcceptedOn = table.helpAcceptedOn[row]
        now.result = table.result[row]
        now.closedOn = table.closedOn[row]
        byHousehold[table.householdID[row], default: []].append(cases.count)
        cases.append(
          KnownCase(
            id: table.caseID[row], household: table.householdID[row],
            matchedOn: table.matchedOn[row], signals: [], now: now))
      }
      cases[cases.count - 1].signals.insert(table.signalID[row])
      bySignal[table.signalID[row], default: []].append(cases.count - 1)
    }
  }

  /// Whether nobody did anything yet.
  var isEmpty: Bool { cases.isEmpty }

  /// The case that a line is about.
  ///
  /// - Parameters:
  ///   - household: The household of the line.
  ///   - signals: Its signals.
  /// - Returns: `nil` while no case has begun.
  func known(ofLineOf household: HouseholdID, signals: [SignalID]) -> KnownCase? {
    guard !cases.isEmpty else { return nil }
    var found = Set(byHousehold[household] ?? [])
    for signal in signals { found.formUnion(bySignal[signal] ?? []) }
    let own = found.sorted().map { cases[$0] }
    guard
      let position = KnownCase.position(in: own, ofLineOf: household, signals: signals)
    else { return nil }
    return own[position]
  }

  /// How far the work on a line is, and what was filled in.
  ///
  /// - Parameters:
  ///   - household: The household of the line.
  ///   - signals: Its signals.
  /// - Returns: The entries of the case that the line is about; none while no case has begun.
  func work(
    ofLineOf household: HouseholdID, signals: [SignalID]
  ) -> (standing: CaseStanding, entries: CaseEntries) {
    guard let now = known(ofLineOf: household, signals: signals)?.now else {
      return (.open, CaseEntries())
    }
    return (now.result == nil ? .inProgress : .closed, now)
  }

  /// What a worker has to know of the entries that a line has no room for.
  static func sentences(_ entries: CaseEntries) -> [String] {
    let (all, shown) = (entries.attempts.count, entries.shownAttempts.count)
    guard all > shown else { return [] }
    return [
      "Er zijn al \(DutchText.number(all)) pogingen gedaan. U ziet alleen de laatste \(DutchText.number(shown))."
    ]
  }
}
