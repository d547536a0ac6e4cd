internal import Model

/// What rank, deadline and means of a household depend on.
struct HouseholdFacts {
  /// How many signals were kept.
  var signals = 0
  var total = Money.zero
  var partnerTypes: PartnerTypeSet = []
  var matchKind: MatchKind = []
  /// In how many of the six months before its signals anything was reported about their address, at most.
  var consecutiveMonths = 0
  /// What people did for it already.
  var work = HouseholdWork()
  /// The postcode where its people are found; absent when nobody may know, or nobody does.
  var postcode = Postcode.absent
  /// The first day that anything on the open claims was received: the start of the clock.
  var receivedAt: CalendarDate
  /// The first day that a threat was received, when there is one.
  var threatReceivedAt: CalendarDate?
  /// Whether a kept signal is a threat.
  var isThreatened = false
  /// The first day that a kept threat is carried out.
  var threatOn: CalendarDate?
  var hasPhone = false
  var hasEmail = false
  /// Whether there is an address that one can ring the bell at.
  var canBeVisited = false
  /// Whether there is an address that one may write to: not one that a person must release first.
  var canBeWritten = true

  /// Collects the facts from the rows of a household.
  ///
  /// - Complexity: O(*n* log *n*) in the number of its rows.
  init(_ id: HouseholdID, _ rows: ArraySlice<UInt32>, _ source: HouseholdSource) {
    receivedAt = CalendarDate(days: .max)
    var persons: [PersonID] = []
    for row in rows.lazy.map(Int.init) {
      // What a kept signal stands for starts its clock; what was acted on before starts none.
      guard source.distinct.stands(row, source.matched) else { continue }
      startClock(row, source)
      if !source.matched.flags(ofRow: row).isDisjoint(with: .withholdsAddress) {
        canBeWritten = false
      }
      let received = source.received
      signals += 1
      total = total + Money(cents: received.amountCents[row])
      partnerTypes.insert(PartnerTypeSet(received.partnerType[row]))
      let matches = source.months.matches(
        of: source.normalised.addressKey[row], receivedAt: received.receivedAt[row])
      matchKind.formUnion(matches.kinds)
      consecutiveMonths = max(consecutiveMonths, matches.monthsBefore)
      if HouseholdSource.isThreat(received, row) {
        isThreatened = true
        if let day = received.threatOn[row] { threatOn = min(threatOn ?? day, day) }
      }
      if !source.normalised.phone[row].isEmpty { hasPhone = true }
      if !source.normalised.email[row].isEmpty { hasEmail = true }
      if !source.normalised.quality[row].contains(.postOfficeBox) { canBeVisited = true }
      persons.append(source.matched.personID[row])
    }
    if !source.cases.isEmpty {
      let standing = rows.lazy.map(Int.init).filter { source.distinct.stands($0, source.matched) }
      work = HouseholdWork(
        source.cases.known(
          ofLineOf: id, signals: standing.map { source.received.keys.signalID[$0] }),
        on: source.referenceDate)
    }
    if source.usesPlaces { postcode = source.postcode(of: rows) }
    // Nobody may ring where only one of those who live there may not be found.
    if !canBeWritten { canBeVisited = false }
    if Self.hasEqual(persons) { matchKind.insert(.multipleOfPerson) }
  }

  private mutating func startClock(_ row: Int, _ source: HouseholdSource) {
    let received = source.received
    receivedAt = min(receivedAt, received.receivedAt[row])
    let isThreat = HouseholdSource.isThreat(received, row)
    if isThreat {
      let day = received.receivedAt[row]
      threatReceivedAt = min(threatReceivedAt ?? day, day)
    }
    if let older = source.replaced[received.keys.signalID[row]] {
      receivedAt = min(receivedAt, older.received)
      if isThreat, let day = older.threatened, let first = threatReceivedAt {
        threatReceivedAt = min(first, day)
      }
    }
    guard !source.openClaims.isEmpty else { return }
    let earlier = source.openClaims.first(
      partner: received.arena[received.partner[row]],
      reference: received.arena[received.partnerReference[row]],
      person: source.matched.personID[row])
    if let day = earlier.received { receivedAt = min(receivedAt, day) }
    if isThreat, let day = earlier.threatened, let first = threatReceivedAt {
      threatReceivedAt = min(first, day)
    }
  }

  private static func hasEqual(_ persons: [PersonID]) -> Bool {
    let sorted = persons.count > 2 ? persons.sorted() : persons
    return zip(sorted, sorted.dropFirst()).contains { $0 == $1 && !$0.isAbsent }
  }
}

/// The tables that facts of households come from, as one value.
struct HouseholdSource {
  let received: Received
  let normalised: Normalised
  let distinct: Distinct
  let matched: Matched
  let months: AddressMonths
  let openClaims: OpenClaims
  let replaced: ReplacedSignals
  let linked: Linked
  let cases: HouseholdCases
  let referenceDate: CalendarDate
  /// Whether anything asks in which area a household is.
  let usesPlaces: Bool

  /// The postcode where a household is found: the register's newer one, else that of the signal that was
  /// received last.
  ///
  /// - Returns: Absent when one of its people has an address that a person must release first: in which part of
  ///   the municipality somebody hides is not for a list.
  func postcode(of rows: ArraySlice<UInt32>) -> Postcode {
    var latest: (day: CalendarDate, id: SignalID, postcode: Postcode)?
    for row in rows.lazy.map(Int.init) where distinct.stands(row, matched) {
      if matched.flags(ofRow: row).contains(.secret) { return .absent }
      if let line = linked.line(of: matched.personID[row]), linked.houseNumber[line] > 0 {
        return linked.postcode[line]
      }
      let (day, id) = (received.receivedAt[row], received.keys.signalID[row])
      guard !normalised.postcode[row].isAbsent else { continue }
      if let latest, (latest.day, latest.id) >= (day, id) { continue }
      latest = (day, id, normalised.postcode[row])
    }
    return latest?.postcode ?? .absent
  }

  /// Whether a signal is of a threatening situation, by its kind or by the partner's word.
  ///
  /// - Source: `wgs/4.2`.
  static func isThreat(_ received: Received, _ row: Int) -> Bool {
    received.crisis[row] || received.kind[row].isThreat
  }
}
