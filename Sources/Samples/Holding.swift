import Model

/// What one partner holds of a person: its own spelling, its own mistakes, its own phone number.
///
/// The same in every report of a claim, since a partner does not type a name again each month.
struct Holding {
  /// Which spelling of each name, as ``SpellingBook`` counts them.
  var surname = SpellingBook.usual
  var second = SpellingBook.usual
  var spouse = SpellingBook.usual
  var given = SpellingBook.usual
  /// Whether the first initial is that of the name somebody is called by.
  var isCalled = false
  /// Whether given names stand where initials belong.
  var writesGivenName = false
  /// How two surnames of somebody's own are written.
  var double = Double.hyphen
  /// Where a typing error stands.
  var surnameError = false
  var givenNameError = false
  var initialError = false
  var numberError = false
  var postcodeError = false
  var birthError = false
  /// The digits of the phone number after `06`, or -1.
  var phone = -1
  /// Whether the e-mail address is known, and whether it is that of who handles the affairs.
  var hasEmail = false
  var writesToIntermediary = false
  /// What the errors look like.
  var errors: Draw

  /// How two surnames of somebody's own are written.
  enum Double {
    case hyphen
    case blank
    case firstOnly
    case secondOnly
  }

  /// Draws what the partner of a claim holds.
  init(_ claim: Claim, of person: Person, _ household: Household, names: NameBook, seed: UInt64) {
    var draw = Draw(
      seed: seed, subject: household.number * 8 + claim.slot, topic: .holding)
    surname = names.surnames.spelling(of: person.surname, other: Rate.otherSurname, &draw)
    if person.second >= 0 {
      second = names.surnames.spelling(of: person.second, other: Rate.otherSurname, &draw)
    }
    if person.spouse >= 0 {
      spouse = names.surnames.spelling(of: person.spouse, other: Rate.otherSurname, &draw)
    }
    given = names.given.spelling(of: person.given, other: Rate.otherGivenName, &draw)
    let call = names.given.call(of: person.given, &draw)
    if draw.chance(Rate.callName), let call { (given, isCalled) = (call, true) }
    writesGivenName = draw.chance(Rate.givenName)
    let manner = draw.below(100)
    double = manner < 60 ? .hyphen : manner < 75 ? .blank : manner < 90 ? .firstOnly : .secondOnly
    surnameError = draw.chance(Rate.surnameError)
    givenNameError = draw.chance(Rate.givenNameError)
    initialError = draw.chance(Rate.initialError)
    numberError = draw.chance(Rate.numberError)
    postcodeError = draw.chance(Rate.postcodeError)
    birthError = draw.chance(Rate.birthError)
    writesToIntermediary = person.intermediary >= 0 && draw.chance(Rate.knowsIntermediary)
    phone = Holding.phone(of: person, household, writesToIntermediary, &draw, seed: seed)
    hasEmail = writesToIntermediary || person.email >= 0 && !draw.chance(Rate.emailUnknown)
    errors = Draw(seed: seed, subject: household.number * 8 + claim.slot, topic: .error)
  }

  /// A holding of nobody.
  init() { errors = Draw(seed: 0, subject: 0, topic: .error) }

  private static func phone(
    of person: Person, _ household: Household, _ writesToIntermediary: Bool, _ draw: inout Draw,
    seed: UInt64
  ) -> Int {
    let (isUnknown, isOld) = (draw.chance(Rate.phoneUnknown), draw.chance(Rate.oldPhone))
    let (hasError, digit) = (draw.chance(Rate.phoneError), 1 + draw.below(9))
    if writesToIntermediary {
      var own = Draw(seed: seed, subject: person.intermediary, topic: .intermediary)
      return Phone.any(&own)
    }
    if isUnknown { return -1 }
    let number = isOld ? person.oldPhone : person.phone
    return hasError && number >= 0 ? number / 10 * 10 + (number + digit) % 10 : number
  }
}

/// Phone numbers that nobody has: the Dutch numbering plan gives 0670 to 0675 to videotex.
///
/// - Source: `nummerplan`.
enum Phone {
  private static let first = 70_000_000
  private static let count = 6_000_000

  /// The eight digits after `06` of a number that no other person of the sample has.
  ///
  /// Without end only as long as there are fewer than 750,000 households.
  static func own(_ household: Int, _ slot: Int, seed: UInt64) -> Int {
    let number = (household * 8 + slot) % count
    // A factor without a part in common with the count, so that no two numbers meet.
    return first + (number * 3_141_593 + Int(seed % UInt64(count))) % count
  }

  /// Any number.
  static func any(_ draw: inout Draw) -> Int { first + draw.below(count) }
}
