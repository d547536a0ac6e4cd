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
  static let studentMoves = 150
  static let shelterMoves = 350
  /// Of those who move: to another municipality served, and out of the region.
  static let movesToOther = 250
  static let movesAway = 250
  /// The first member trades under a name of their own.
  static let soleTrader = 18
  /// People who live alone, families with one surname, married couples; the rest are unrelated.
  static let alone = 420
  static let family = 250
  static let married = 200
  /// Of families: parent and grown child with one initial; of these with one given name, and with the same
  /// further initials.
  static let namesakes = 100
  static let parentsGivenName = 400
  static let parentsInitials = 500
  /// Of families: two grown children of one day; of these with one initial.
  static let twins = 25
  static let twinsInitial = 300
  /// Of married people: both of one tradition of names.
  static let sameTradition = 850
  /// Somebody else handles the affairs of the household, one for so many households of the sample.
  static let hasIntermediary = 12
  static let householdsOfIntermediary = 1500
  /// Of those, a partner that writes to who handles the affairs.
  static let knowsIntermediary = 700

  // Buildings, per block of sixteen households.
  /// Two households share an address without addition.
  static let sharedAddress = 60
  /// Three to eight students share an address without addition.
  static let studentHouse = 200
  /// All live at one address: a care home, a shelter.
  static let careHome = 12
  static let shelter = 6

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

  // What a partner holds of a person, for each claim.
  /// An other spelling of a surname or a given name that has several.
  static let otherSurname = 150
  static let otherGivenName = 350
  /// A name without its marks: `Sahin`.
  static let withoutMarks = 400
  /// A name as it was heard: `Meyer` for `Meijer`.
  static let asHeard = 12
  /// What somebody is called, in place of the given name, for who has such a name.
  static let callName = 200
  /// Given names in place of initials.
  static let givenName = 150
  /// Two surnames of somebody's own.
  static let doubleSurname = 15
  /// A typing error in the surname, a written given name, the first initial, the house number, the letters
  /// of the postcode, the birth date, the phone number.
  static let surnameError = 20
  static let givenNameError = 15
  static let initialError = 5
  static let numberError = 6
  static let postcodeError = 5
  static let birthError = 10
  static let phoneError = 6
  /// Of those who have one: no phone number, the one before, no e-mail address.
  static let phoneUnknown = 100
  static let oldPhone = 60
  static let emailUnknown = 200
  /// Members of a family who give the number, the e-mail address of the first.
  static let sharedPhone = 150
  static let sharedEmail = 100

  // Rows.
  /// Cannot be read.
  static let malformed = 3
  /// Stands twice in the delivery.
  static let duplicate = 12
  /// Of those that stand twice: with another phone number.
  static let otherPhone = 400
  /// A later report is called an update.
  static let update = 500
  /// A typing error in the street.
  static let streetError = 10
  /// The name in capitals.
  static let capitals = 40
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
  /// Has no phone number; one is written that is none; has no e-mail address.
  static let noPhone = 180
  static let badPhone = 12
  static let noEmail = 200
  /// No birth date; only the year; one that systems fill in.
  static let noBirthDate = 40
  static let yearOnly = 30
  static let placeholder = 10
}
