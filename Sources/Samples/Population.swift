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
    let plan = BlockPlan(block: number / BlockPlan.size, seed: seed)
    household.dwelling = plan.dwelling(at: number % BlockPlan.size)
    if draw.chance(Rate.hasIntermediary) {
      household.intermediary = number / Rate.householdsOfIntermediary
    }
    if draw.chance(Population.moves(from: household.dwelling)), periods.count > 1 {
      household.movesAt = 1 + draw.below(periods.count - 1)
      let target = draw.below(1000)
      household.removal =
        target < Rate.movesAway
        ? .away : target < Rate.movesAway + Rate.movesToOther ? .other : .within
    }
    let kind = draw.below(1000)
    let size = draw.below(100)
    let kinship = draw.below(1000)
    if isOrganisation, household.dwelling == .house {
      household.composition = .organisation
    } else if isFiller || kind < Rate.alone || household.dwelling != .house {
      household.composition = .alone
    } else if kind < Rate.alone + Rate.family {
      household.composition = .family
      household.members = size < 60 ? 2 : size < 85 ? 3 : 4
      if kinship < Rate.namesakes {
        household.kinship = .namesakes
      } else if kinship >= 1000 - Rate.twins {
        household.kinship = .twins
        household.members = max(3, household.members)
      }
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

  private static func moves(from dwelling: Dwelling) -> Int {
    switch dwelling {
    case .house, .careHome: Rate.moves
    case .studentRoom: Rate.studentMoves
    case .shelter: Rate.shelterMoves
    }
  }

  private func addClaims(_ household: inout Household, isFiller: Bool, _ draw: inout Draw) {
    let isOrganisation = household.composition == .organisation
    let main = draw.below(100)
    let landlord: SampleFeed = draw.below(100) < 58 ? .havenstadWonen : .maasoeverWonen
    // Who lives in a home or a shelter has no contract of their own but the insurance, mostly.
    let isCared = household.dwelling == .careHome || household.dwelling == .shelter
    let first =
      isCared && main < 80
      ? .zorgvast : Population.mainFeed(main, landlord: landlord, isOrganisation: isOrganisation)
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
    let tradition = name(&person, member, of: household, &draw)
    person.given = names.givenName(tradition, &draw)
    let further = draw.below(10)
    if further < 6 { person.initials.0 = Population.initial(&draw) }
    if further < 2 { person.initials.1 = Population.initial(&draw) }
    person.birth = birth(of: member, of: household, &draw)
    if household.kinship == .namesakes, member == 1 {
      follow(parent: self.person(0, of: household), &person, tradition, &draw)
    } else if household.kinship == .twins, member == 2, draw.chance(Rate.twinsInitial) {
      let other = self.person(1, of: household).given
      person.given = names.givenName(like: other, tradition, &draw)
      if person.given == other { person.given = names.givenName(tradition, &draw) }
    }
    let isWoman = names.isFemale[person.given]
    person.surname = names.surname(person.surname, ofWoman: isWoman)
    if person.second >= 0 { person.second = names.surname(person.second, ofWoman: isWoman) }
    reach(&person, member, of: household, &draw)
    if household.composition == .organisation {
      person.organisation = draw.below(TradeNames.organisations.count)
    } else if household.hasTrade, member == 0 {
      person.trade = draw.below(TradeNames.trades.count)
    }
    return person
  }

  /// Draws the surnames.
  ///
  /// - Returns: The tradition that the given name follows.
  private func name(
    _ person: inout Person, _ member: Int, of household: Household, _ draw: inout Draw
  ) -> NameTradition {
    var family = Draw(seed: seed, subject: household.number * 8 + 7, topic: .person)
    let familyTradition = names.tradition(&family)
    let familyName = names.surname(familyTradition, &family)
    let second = family.chance(Rate.doubleSurname) ? names.surname(familyTradition, &family) : -1
    let isOfFamily =
      member == 0 || household.composition == .family
      || household.composition == .married && member > 1
    if isOfFamily {
      person.surname = familyName
      if household.composition != .married, second != familyName { person.second = second }
      return familyTradition
    }
    let staysWithin = household.composition == .married && draw.chance(Rate.sameTradition)
    let tradition = staysWithin ? familyTradition : names.tradition(&draw)
    person.surname = names.surname(tradition, &draw)
    if household.composition == .married, person.surname != familyName {
      person.spouse = familyName
    }
    return tradition
  }

  private func birth(
    of member: Int, of household: Household, _ draw: inout Draw
  ) -> PartialDate {
    if household.kinship == .twins, member == 1 || member == 2 {
      var twins = Draw(seed: seed, subject: household.number, topic: .twins)
      return date(1996 + twins.below(12), &twins)
    }
    let isChild = household.composition == .family && member > 1
    let year =
      switch household.dwelling {
      case .careHome: 1926 + draw.below(24)
      case .studentRoom: 1998 + draw.below(10)
      case .house where isChild: 1996 + draw.below(12)
      case .house where household.kinship == .namesakes: 1945 + draw.below(28)
      case .house, .shelter: 1941 + draw.below(66)
      }
    return date(year, &draw)
  }

  private func date(_ year: Int, _ draw: inout Draw) -> PartialDate {
    let day = draw.chance(Rate.yearOnly) ? 0 : 1 + draw.below(28)
    let month = 1 + draw.below(12)
    return
      (day == 0 ? PartialDate(year: year) : PartialDate(year: year, month: month, day: day))
      ?? .absent
  }

  /// Makes somebody the grown child of a parent whose initial they have.
  private func follow(
    parent: Person, _ person: inout Person, _ tradition: NameTradition, _ draw: inout Draw
  ) {
    let isNamedAfter = draw.chance(Rate.parentsGivenName)
    person.given =
      isNamedAfter ? parent.given : names.givenName(like: parent.given, tradition, &draw)
    if draw.chance(Rate.parentsInitials) { person.initials = parent.initials }
    person.birth = date(parent.birth.year + 20 + draw.below(14), &draw)
  }

  /// Draws how somebody can be reached.
  private func reach(
    _ person: inout Person, _ member: Int, of household: Household, _ draw: inout Draw
  ) {
    let isFamily = household.composition == .family || household.composition == .married
    // Member 0 of a family is the one whose number and address others give.
    let phoneOf = isFamily && draw.chance(Rate.sharedPhone) ? 0 : member
    let emailOf = isFamily && draw.chance(Rate.sharedEmail) ? 0 : member
    person.oldPhone = Phone.own(household.number, 4 + member, seed: seed)
    if !draw.chance(Rate.noPhone) {
      person.phone = Phone.own(household.number, phoneOf, seed: seed)
    } else {
      person.oldPhone = -1
    }
    if !draw.chance(Rate.noEmail) {
      person.email = (household.number * 8 + emailOf) * 2_718_281 % 6_000_000
    }
    person.emailSurname =
      emailOf == member ? person.surname : self.person(0, of: household).surname
    person.intermediary = household.intermediary
  }

  private static func initial(_ draw: inout Draw) -> UInt8 {
    let letters: StaticString = "ABCDEFGHIJKLMNPRSTWY"
    return letters.utf8Start[draw.below(20)]
  }
}
