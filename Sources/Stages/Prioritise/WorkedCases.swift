internal import Model

/// What people have done already for the households of a run.
///
/// A case is of a household when it holds one of its signals, or when it has its id: the case of last month
/// is about the same people.
struct WorkedCases {
  private struct Case {
    var isOpen: Bool
    var beganOn: CalendarDate
    var attempts = 0
    /// The last time that somebody was sought.
    var lastAttempt: CalendarDate?
  }

  private var cases: [Case] = []
  private var bySignal: [SignalID: Int] = [:]
  private var byHousehold: [HouseholdID: [Int]] = [:]

  /// Collects the cases.
  ///
  /// - Complexity: O(*n*) in the signals and attempts of cases.
  init(_ cases: Cases, _ attempts: ContactAttempts) {
    var places: [CaseID: Int] = [:]
    for row in 0..<cases.count {
      let id = cases.caseID[row]
      let place = places[id] ?? self.cases.count
      if place == self.cases.count {
        places[id] = place
        let began = min(cases.pickedUpOn[row] ?? cases.matchedOn[row], cases.matchedOn[row])
        self.cases.append(Case(isOpen: cases.result[row] == nil, beganOn: began))
        byHousehold[cases.householdID[row], default: []].append(place)
      }
      bySignal[cases.signalID[row]] = place
    }
    for row in 0..<attempts.count {
      guard let place = places[attempts.caseID[row]] else { continue }
      self.cases[place].attempts += 1
      let day = attempts.contactedOn[row]
      self.cases[place].lastAttempt = max(self.cases[place].lastAttempt ?? day, day)
    }
  }

  /// Whether nobody did anything yet.
  var isEmpty: Bool { cases.isEmpty }

  /// What was done for a household.
  ///
  /// - Parameters:
  ///   - household: Its id.
  ///   - signals: The signals of it that stand on the list.
  ///   - date: The day the run is about.
  /// - Returns: Nothing done, when there is no case.
  func work(
    for household: HouseholdID, _ signals: some Sequence<SignalID>, on date: CalendarDate
  ) -> HouseholdWork {
    var work = HouseholdWork()
    guard !isEmpty else { return work }
    var places = Set(byHousehold[household] ?? [])
    var isDone = true
    for signal in signals {
      guard let place = bySignal[signal] else {
        isDone = false
        continue
      }
      places.insert(place)
      if cases[place].isOpen { isDone = false }
    }
    work.isDone = isDone && !places.isEmpty
    for place in places.sorted() where cases[place].isOpen {
      let known = cases[place]
      work.attempts += known.attempts
      work.openMonths = max(work.openMonths, known.beganOn.wholeMonths(until: date))
      if let day = known.lastAttempt { work.lastAttempt = max(work.lastAttempt ?? day, day) }
    }
    return work
  }
}

/// What people have done already for one household.
struct HouseholdWork: Hashable {
  /// Attempts in open cases.
  var attempts = 0
  /// Whole months since its oldest open case began.
  var openMonths = 0
  /// The last time that somebody was sought in an open case.
  var lastAttempt: CalendarDate?
  /// Whether every signal of it is in a case that has ended.
  var isDone = false
}

extension CalendarDate {
  /// The whole months from this day to another; 0 when the other is earlier.
  func wholeMonths(until other: CalendarDate) -> Int {
    let (first, last) = (civil, other.civil)
    let months = (last.year - first.year) * 12 + last.month - first.month
    return max(0, last.day < first.day ? months - 1 : months)
  }
}
