/// How often things happen, in thousandths.
///
/// The table in fixtures/README.md says the same.
enum Rate {
  // Households.
  /// An organisation in place of people.
  static let organisation = 14
  /// Lives outside the municipalities served.
  static let livesOutside = 12
  /// Moves between two periods.
  static let moves = 45
  /// Of those who move: to another municipality served, and out of the region.
  static let movesToOther = 250
  static let movesAway = 250
  /// The first member trades under a name of their own.
  static let soleTrader = 18
  /// People who live alone, families with one surname, married couples; the rest are unrelated.
  static let alone = 420
  static let family = 250
  static let married = 200

  // Buildings, per block of sixteen households.
  /// Two households share an address without addition.
  static let sharedAddress = 400
  /// Three students share an address without addition.
  static let studentHouse = 250

  // Claims.
  /// A further claim of each kind besides the first.
  static let furtherClaim = 140
  /// The claim is reported again in the next period.
  static let continues = 420
  /// A claim that is reported again has grown.
  static let grows = 600
  /// The debtor objected.
  static let objection = 15
  /// The last report is of a threat: eviction, end of supply, end of cover.
  static let threat = 22
  /// Of the threats: reported later than twenty working days ahead.
  static let lateThreat = 200
  /// An amount around the thresholds.
  static let smallAmount = 55
  /// Nothing owed, or a credit.
  static let noArrears = 7
  /// Reported too early, or for a health insurer too late.
  static let wrongAge = 25
  /// The partner does not know yet that the household moved.
  static let oldAddress = 250

  // Rows.
  /// Cannot be read.
  static let malformed = 3
  /// Stands twice in the delivery.
  static let duplicate = 12
  /// Of those that stand twice: with another phone number.
  static let otherPhone = 400
  /// A later report is called an update.
  static let update = 500
  /// A typing error in the surname, the street, the house number.
  static let surnameError = 15
  static let streetError = 10
  static let numberError = 4
  /// The name in capitals.
  static let capitals = 40
  /// A given name in place of initials.
  static let givenName = 80
  /// A prefix written short, as `v.d.` is.
  static let shortPrefix = 80
  /// A prefix behind the surname, or in its column.
  static let prefixElsewhere = 60
  /// A street written short, as `str.` is.
  static let shortStreet = 30
  /// The addition in the column of the number.
  static let additionInNumber = 35
  /// A postcode in lower case; with other blanks than usual.
  static let lowerPostcode = 20
  static let blankPostcode = 100
  /// No phone number; one that is none; no e-mail address.
  static let noPhone = 250
  static let badPhone = 12
  static let noEmail = 350
  /// No birth date; only the year; one that systems fill in.
  static let noBirthDate = 40
  static let yearOnly = 30
  static let placeholder = 10
}
