// The closed word lists of the field. The raw value is what stands in files: the terms of DDAS
// (the national exchange model) where it has one, and design words otherwise.

/// The kind of organisation that reports arrears.
///
/// - Source: `ddas-vroegsignalering`.
public enum PartnerType: String, CaseIterable, Sendable {
  case energy = "Energie"
  case rent = "Huur"
  case mortgage = "Hypotheek"
  case cakHealth = "CAK Zorgverzekeringen"
  case health = "Zorg"
  case water = "Water"
  case studentFinance = "DUO"
  case taxOffice = "Belastingdienst"
  case cakContribution = "CAK Eigen bijdrage"
  case other = "Overige"
  case benefitsOffice = "Dienst Toeslagen"
}

/// What a partner reports.
public enum SignalKind: String, CaseIterable, Sendable {
  /// An early signal of arrears.
  case earlySignal = "vroegsignaal"
  /// An update of an earlier signal.
  case update = "geactualiseerd"
  /// End of the supply of gas, electricity, heat or water.
  case endOfSupply = "eindelevering"
  /// Forced eviction.
  case eviction = "ontruiming"
  /// End of the health cover.
  case endOfCover = "opzegging"
  /// A late signal, of somebody already in the defaulters' scheme.
  case lateSignal = "laatsignaal"

  /// The place among all cases, from 0.
  @inlinable
  public var position: Int {
    switch self {
    case .earlySignal: 0
    case .update: 1
    case .endOfSupply: 2
    case .eviction: 3
    case .endOfCover: 4
    case .lateSignal: 5
    }
  }

  /// Whether the law calls it a threatening situation, with three working days.
  ///
  /// - Source: `wgs/4.2`.
  public var isThreat: Bool {
    switch self {
    case .endOfSupply, .eviction, .endOfCover: true
    case .earlySignal, .update, .lateSignal: false
    }
  }
}

/// Who owes, as far as the name tells.
public enum DebtorKind: String, CaseIterable, Sendable {
  case person = "natuurlijk-persoon"
  case soleTrader = "zzp"
  case joint = "gezamenlijk"
  case estate = "erven"
  case unknown = "onbekend"
}

/// What became of a row: every row ends in exactly one of these.
public enum Fate: String, CaseIterable, Sendable {
  case listed = "listed"
  case technicalDuplicate = "technical-duplicate"
  case repeated = "repeat"
  case superseded = "superseded"
  case joinedCase = "joined-case"
  case belowThreshold = "below-threshold"
  case outsideWindow = "outside-window"
  case noArrears = "no-arrears"
  case refused = "refused"
  case legalPerson = "legal-person"
  case unlawful = "unlawful"
  case outsideMunicipality = "outside-municipality"
  case movedAway = "moved-away"
  case deceased = "deceased"
  case malformed = "malformed"
}

/// What deduplication decided on a signal.
public enum Disposition: String, CaseIterable, Sendable {
  case kept = "kept"
  case technicalDuplicate = "technical-duplicate"
  case repeated = "repeat"
  case superseded = "superseded"

  /// The fate that follows.
  public var fate: Fate {
    switch self {
    case .kept: .listed
    case .technicalDuplicate: .technicalDuplicate
    case .repeated: .repeated
    case .superseded: .superseded
    }
  }
}

/// How sure we are that a signal is of the person it was matched to.
public enum MatchGrade: String, CaseIterable, Sendable {
  /// Address, surname set, and initial or birth date agree.
  case certain = "zeker"
  /// Address and surname agree.
  case probable = "waarschijnlijk"
  /// The address agrees, the names do not.
  case addressOnly = "adres"
  /// For a person to look at.
  case doubtful = "twijfel"
}

/// The urgency class of a household.
///
/// C0 is a threat, C4 a single low signal.
public enum PriorityClass: String, CaseIterable, Sendable, Comparable {
  case c0 = "C0"
  case c1 = "C1"
  case c2 = "C2"
  case c3 = "C3"
  case c4 = "C4"

  public static func < (left: PriorityClass, right: PriorityClass) -> Bool {
    left.rawValue < right.rawValue
  }
}

/// How contact is sought.
///
/// - Source: `ddas-vroegsignalering`.
public enum ContactMeans: String, CaseIterable, Sendable {
  case mail = "Mail"
  case letter = "Brief"
  case textMessage = "SMS/Whatsapp"
  case phone = "Telefoon"
  case visit = "Huisbezoek"
  case card = "Kaartje"
  case administrative = "Administratief"
  case appointment = "Afspraak op locatie"
}

/// What is doubtful or repaired in a signal.
///
/// Travels with it to the worklist.
public struct Quality: OptionSet, Hashable, Sendable {
  public let rawValue: UInt32

  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// Letters of the name were lost on the way (`?` in a name).
  public static let lossyName = Quality(rawValue: 1 << 0)
  /// Number and addition of the address can be read in more than one way.
  public static let addressAmbiguous = Quality(rawValue: 1 << 1)
  /// The house number is a date that a spreadsheet made (`12-mrt`).
  public static let addressSpreadsheetDate = Quality(rawValue: 1 << 2)
  /// The address has no house number.
  public static let addressNumberMissing = Quality(rawValue: 1 << 3)
  /// There is no postcode; the municipality follows from the place.
  public static let postcodeMissing = Quality(rawValue: 1 << 4)
  /// A post-office box: no home visit.
  public static let postOfficeBox = Quality(rawValue: 1 << 5)
  /// The birth date is one that systems fill in when they know none.
  public static let datePlaceholder = Quality(rawValue: 1 << 6)
  /// The birth date could not be read or cannot be.
  public static let birthDateImpossible = Quality(rawValue: 1 << 7)
  /// Several debtors in one row.
  public static let joint = Quality(rawValue: 1 << 8)
  /// The heirs of somebody.
  public static let estate = Quality(rawValue: 1 << 9)
  /// A trade name or a chamber-of-commerce number: maybe self-employed.
  public static let tradeName = Quality(rawValue: 1 << 10)
  /// There is no surname.
  public static let surnameMissing = Quality(rawValue: 1 << 11)
  /// The phone number was delivered but is none.
  public static let phoneUnusable = Quality(rawValue: 1 << 12)
  /// The e-mail address was delivered but is none.
  public static let emailUnusable = Quality(rawValue: 1 << 13)
  /// The delivery does not say when it was received; the clock starts on the signal's own date.
  public static let receiptAssumed = Quality(rawValue: 1 << 14)
  /// The name could be read in more than one way.
  public static let nameAmbiguous = Quality(rawValue: 1 << 15)
  /// The signal was sent later than the rules for the end of supply allow.
  public static let latePartnerSignal = Quality(rawValue: 1 << 16)

  /// Letters of the name or address were read in the wrong encoding before the delivery (`MÃ¼ller`).
  public static let garbled = Quality(rawValue: 1 << 17)
  /// The day on which the arrears began was delivered but is none.
  public static let arisenOnUnreadable = Quality(rawValue: 1 << 18)
  /// The day of the threat was delivered but is none.
  public static let threatOnUnreadable = Quality(rawValue: 1 << 19)
  /// The days or terms in arrears were delivered but are no number.
  public static let arrearsUnreadable = Quality(rawValue: 1 << 20)
  /// The partner's reference is a number that a spreadsheet rounded.
  public static let referenceRounded = Quality(rawValue: 1 << 21)

  /// Every flag with the name it has in files, in this order.
  public static let names: [(flag: Quality, name: StaticString)] = [
    (.lossyName, "lossy_name"),
    (.addressAmbiguous, "addr_ambiguous"),
    (.addressSpreadsheetDate, "addr_spreadsheet_date"),
    (.addressNumberMissing, "addr_number_missing"),
    (.postcodeMissing, "postcode_missing"),
    (.postOfficeBox, "post_office_box"),
    (.datePlaceholder, "date_placeholder"),
    (.birthDateImpossible, "birth_date_impossible"),
    (.joint, "joint"),
    (.estate, "estate"),
    (.tradeName, "trade_name"),
    (.surnameMissing, "surname_missing"),
    (.phoneUnusable, "phone_unusable"),
    (.emailUnusable, "email_unusable"),
    (.receiptAssumed, "receipt_assumed"),
    (.nameAmbiguous, "name_ambiguous"),
    (.latePartnerSignal, "late_partner_signal"),
    (.garbled, "garbled"),
    (.arisenOnUnreadable, "arisen_on_unreadable"),
    (.threatOnUnreadable, "threat_on_unreadable"),
    (.arrearsUnreadable, "arrears_unreadable"),
    (.referenceRounded, "reference_rounded"),
  ]
}
