import Model

/// Everybody in the sample: a function from numbers to households, persons and their arrears.
final class Population: Sendable {
  let seed: UInt64
  let periods: [SamplePeriod]
  let names = NameBook()

  init(seed: UInt64, periods: [SamplePeriod]) {
    self.seed = seed
    self.periods = periods
  }

  /// The household as its number draws it.
  ///
  /// - Parameters:
  ///   - number: From 0.
  ///   - isFiller: Whether it has one row, whatever it draws.
  /// - Returns: Its members and what they owe.
  func household(_ number: Int, isFiller: Bool) -> Household {
    var draw = Draw(seed: seed, subject: number, topic: .household)
    var household = Household(number: number)
    let isOrganisation = draw.chance(Rate.organisation)
    household.livesOutside = draw.chance(Rate.livesOutside)
    household.hasTrade = draw.chance(Rate.soleTrader)
    if draw.chance(Rate.moves), periods.count > 1 {
      household.movesAt = 1 + draw.below(periods.count - 1)
      let target = draw.below(1000)
      household.removal =
        target < Rate.movesAway
        ? .away : target < Rate.movesAway + Rate.movesToOther ? .other : .within
    }
    let kind = draw.below(1000)
    let size = draw.below(100)
    if isOrganisation {
      household.composition = .organisation
    } else if isFiller || kind < Rate.alone {
      household.composition = .alone
    } else if kind < Rate.alone + Rate.family {
      household.composition = .family
      household.members = size < 60 ? 2 : size < 85 ? 3 : 4
    } else if kind < Rate.alone + Rate.family + Rate.married {
      household.composition = .married
      household.members = size < 80 ? 2 : 3
    } else {
      household.composition = .unrelated
      household.members = size < 85 ? 2 : 3
    }
    addClaims(&household, isFiller: isFiller, &draw)
    return household
  }

  private func addClaims(_ household: inout Household, isFiller: Bool, _ draw: inout Draw) {
    let isOrganisation = household.composition == .organisation
    let main = draw.below(100)
    let landlord: SampleFeed = draw.below(100) < 58 ? .havenstadWonen : .maasoeverWonen
    let first = Population.mainFeed(main, landlord: landlord, isOrganisation: isOrganisation)
    if isFiller {
      household.isFiller = true
      let period = draw.below(periods.count)
      household.add(first, member: 0, first: period, last: period)
      return
    }
    addShared(landlord, first: first, to: &household, &draw)
    addShared(.noorderlichtEnergie, first: first, to: &household, &draw)
    addShared(.waterdruppel, first: first, to: &household, &draw)
    guard !isOrganisation else { return }
    let insured = draw.below(household.members)
    for member in 0..<household.members
    where (first == .zorgvast && member == insured) || draw.chance(Rate.furtherClaim) {
      add(.zorgvast, member: member, to: &household, &draw)
    }
  }

  /// A contract that a household has one of, mostly in the name of its first member.
  private func addShared(
    _ feed: SampleFeed, first: SampleFeed, to household: inout Household, _ draw: inout Draw
  ) {
    guard feed == first || draw.chance(Rate.furtherClaim) else { return }
    let member = draw.below(100) < 75 ? 0 : draw.below(household.members)
    add(feed, member: member, to: &household, &draw)
  }

  private func add(
    _ feed: SampleFeed, member: Int, to household: inout Household, _ draw: inout Draw
  ) {
    let first = draw.below(periods.count)
    var last = first
    while last + 1 < periods.count, draw.chance(Rate.continues) { last += 1 }
    household.add(feed, member: member, first: first, last: last)
  }

  private static func mainFeed(
    _ draw: Int, landlord: SampleFeed, isOrganisation: Bool
  ) -> SampleFeed {
    let share = isOrganisation ? draw * 68 / 100 : draw
    return switch share {
    case ..<27: landlord
    case ..<52: .noorderlichtEnergie
    case ..<68: .waterdruppel
    default: .zorgvast
    }
  }

  /// A member of a household.
  func person(_ member: Int, of household: Household) -> Person {
    var draw = Draw(seed: seed, subject: household.number * 8 + member, topic: .person)
    var person = Person()
    var familyDraw = Draw(seed: seed, subject: household.number * 8 + 7, topic: .person)
    let familyName = names.surname(&familyDraw)
    person.surname = familyName
    switch household.composition {
    case .alone, .family: break
    case .married where member == 1:
      person.surname = names.surname(&draw)
      if person.surname != familyName { person.spouse = familyName }
    case .married: break
    case .unrelated where member > 0: person.surname = names.surname(&draw)
    case .unrelated: break
    case .organisation: person.organisation = draw.below(TradeNames.organisations.count)
    }
    person.given = draw.below(names.given.count)
    let further = draw.below(10)
    if further < 6 { person.initials.0 = Population.initial(&draw) }
    if further < 2 { person.initials.1 = Population.initial(&draw) }
    let isChild = household.composition == .family && member > 1
    let year = isChild ? 1996 + draw.below(12) : 1941 + draw.below(66)
    let day = draw.chance(Rate.yearOnly) ? 0 : 1 + draw.below(28)
    let month = 1 + draw.below(12)
    person.birth =
      (day == 0 ? PartialDate(year: year) : PartialDate(year: year, month: month, day: day))
      ?? .absent
    if !draw.chance(Rate.noPhone) { person.phone = Population.phone(&draw) }
    if !draw.chance(Rate.noEmail) { person.email = draw.below(1000) }
    if household.hasTrade, member == 0, household.composition != .organisation {
      person.trade = draw.below(TradeNames.trades.count)
    }
    return person
  }

  /// The eight digits after `06` of a number that no mobile phone has: the Dutch numbering plan
  /// gives 0670 to 0675 to videotex.
  ///
  /// - Source: `nummerplan`.
  static func phone(_ draw: inout Draw) -> Int { 70_000_000 + draw.below(6_000_000) }

  private static func initial(_ draw: inout Draw) -> UInt8 {
    let letters: StaticString = "ABCDEFGHIJKLMNPRSTWY"
    return letters.utf8Start[draw.below(20)]
  }
}
