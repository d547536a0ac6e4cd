import Model

/// What one delivery says of one claim: the facts of a row before they are written out.
struct Report {
  /// What makes a row unreadable.
  enum Flaw: Int {
    case none
    case amountWord
    case amountMissing
    case dateImpossible
    case cellMissing
    case cellTooMany
  }

  /// How a row stands in the delivery.
  enum Copy {
    case once
    case twice
    case twiceWithOtherPhone
  }

  var address: Address
  var cents = 0
  var signalledOn = CalendarDate(days: 0)
  var arisenOn = CalendarDate(days: 0)
  var kind = SignalKind.earlySignal
  var threatOn: CalendarDate?
  var objects = false
  var flaw = Flaw.none
  /// The partner's reference as a number, the same in every period.
  var reference = 0

  /// How old the arrears were when signalled.
  var daysInArrears: Int { arisenOn.days(until: signalledOn) }
}

/// Reads households as the reports that partners send of them, and says what must become of each.
final class Reporting: Sendable {
  let population: Population
  let addresses: AddressBook
  /// Least cents by municipality and feed.
  private let thresholds: [Int]
  private let windows: [ClosedRange<Int>]

  init(
    population: Population, addresses: AddressBook, rules: SampleRules,
    municipalities: SampleMunicipalities
  ) {
    self.population = population
    self.addresses = addresses
    thresholds = municipalities.served.flatMap { municipality in
      SampleFeed.allCases.map {
        Int((rules.thresholds[municipality.code]?[$0.partnerType] ?? .zero).cents)
      }
    }
    windows = SampleFeed.allCases.map { rules.windows[$0.partnerType] ?? 0...Int(Int32.max) }
  }

  /// Whether a row stands twice, and whether it is flawed: all that counting needs.
  static func rowDraw(
    _ claim: Claim, _ period: Int, of household: Household, seed: UInt64
  ) -> (copy: Report.Copy, flaw: Report.Flaw, draw: Draw) {
    let subject = (household.number * 8 + claim.slot) * 16 + period
    var draw = Draw(seed: seed, subject: subject, topic: .row)
    let isFlawed = draw.chance(Rate.malformed)
    let isTwice = draw.chance(Rate.duplicate)
    let hasOtherPhone = draw.chance(Rate.otherPhone)
    let flaw = isFlawed ? Report.Flaw(rawValue: 1 + draw.below(5)) ?? .amountWord : .none
    if household.isFiller || isFlawed || !isTwice { return (.once, flaw, draw) }
    return (hasOtherPhone ? .twiceWithOtherPhone : .twice, flaw, draw)
  }

  /// What a delivery says of a claim.
  func report(_ claim: Claim, _ period: Int, of household: Household) -> Report {
    let seed = population.seed
    var (_, flaw, rowDraw) = Reporting.rowDraw(claim, period, of: household, seed: seed)
    var draw = Draw(seed: seed, subject: household.number * 8 + claim.slot, topic: .claim)
    let isThreat = draw.chance(Rate.threat) && household.composition != .organisation
    let isLate = draw.chance(Rate.lateThreat)
    let objects = draw.chance(Rate.objection)
    let hasOldAddress = draw.chance(Rate.oldAddress)
    let grows = draw.chance(Rate.grows)
    let amount = Reporting.amount(claim.feed, &draw)
    let age = Reporting.age(claim.feed, &draw)
    var report = Report(
      address: address(of: household, period, hasOldAddress: hasOldAddress))
    report.objects = objects
    report.flaw = flaw
    report.cents = amount.base + (grows ? amount.step * (period - claim.first) : 0)
    let lead = 1 + draw.below(3)
    report.signalledOn = received(claim.feed, period).adding(days: -lead)
    report.arisenOn = received(claim.feed, claim.first).adding(days: -lead - age)
    let isUpdate = rowDraw.chance(Rate.update)
    if isThreat, period == claim.last {
      report.kind = claim.feed.threat
      let ahead = isLate ? 3 + draw.below(15) : 34 + draw.below(40)
      report.threatOn = report.signalledOn.adding(days: ahead)
    } else if period > claim.first, isUpdate {
      report.kind = .update
    }
    // Odd and without a factor of ten in common, so that no two claims share a reference.
    report.reference =
      (household.number * 8 + claim.slot + 1) * 6_180_339_887 % 10_000_000_000
    return report
  }

  private func received(_ feed: SampleFeed, _ period: Int) -> CalendarDate {
    population.periods[period].received[feed.rawValue]
  }

  private func address(
    of household: Household, _ period: Int, hasOldAddress: Bool
  ) -> Address {
    if household.livesOutside, addresses.hasOutside {
      return addresses.outside(of: household.number)
    }
    let home = addresses.home(of: household.number)
    guard household.movesAt > 0, period >= household.movesAt, !hasOldAddress else { return home }
    return addresses.removal(of: household.number, from: home, to: household.removal)
  }

  /// The fate that a row has by itself, or `nil` when it comes to comparing with other rows.
  func ownFate(_ report: Report, of claim: Claim, household: Household) -> Fate? {
    if report.flaw != .none { return .malformed }
    if report.address.municipality < 0 { return .outsideMunicipality }
    if report.objects { return .refused }
    if household.composition == .organisation { return .legalPerson }
    if report.cents <= 0 { return .noArrears }
    if report.kind.isThreat { return nil }
    if !windows[claim.feed.rawValue].contains(report.daysInArrears) { return .outsideWindow }
    let threshold = report.address.municipality * SampleFeed.allCases.count + claim.feed.rawValue
    if report.cents < thresholds[threshold] { return .belowThreshold }
    return nil
  }

  /// What must become of a row, the first time it stands in its delivery.
  func fate(_ report: Report, of claim: Claim, _ period: Int, household: Household) -> Fate {
    if let fate = ownFate(report, of: claim, household: household) { return fate }
    guard period < claim.last else { return .listed }
    for later in period + 1...claim.last {
      let next = self.report(claim, later, of: household)
      if next.address.municipality == report.address.municipality, !next.kind.isThreat,
        ownFate(next, of: claim, household: household) == nil
      {
        return .superseded
      }
    }
    return .listed
  }

  private static func amount(_ feed: SampleFeed, _ draw: inout Draw) -> (base: Int, step: Int) {
    let special = draw.below(1000)
    let step: Int
    let base: Int
    switch feed {
    case .havenstadWonen, .maasoeverWonen:
      step = 45_000 + draw.below(65_000)
      base = step * (1 + draw.below(3))
    case .noorderlichtEnergie:
      step = 3000 + draw.below(22_000)
      base = 8000 + draw.below(82_000)
    case .waterdruppel:
      step = 1500 + draw.below(4500)
      base = 7600 + draw.below(15_000)
    case .zorgvast:
      step = 13_500 + draw.below(4000)
      base = step * (1 + draw.below(2))
    }
    if special < Rate.noArrears { return (special % 2 == 0 ? 0 : -1 - draw.below(9000), 0) }
    if special < Rate.noArrears + Rate.smallAmount { return (600 + draw.below(8400), step) }
    return (base, step)
  }

  private static func age(_ feed: SampleFeed, _ draw: inout Draw) -> Int {
    let isWrong = draw.chance(Rate.wrongAge)
    if feed == .zorgvast {
      if isWrong { return draw.below(2) == 0 ? 5 + draw.below(24) : 102 + draw.below(120) }
      return 31 + draw.below(36)
    }
    return isWrong ? 4 + draw.below(25) : 31 + draw.below(120)
  }
}
