public import Model

/// One partner's stream of deliveries, as used: complete and checked.
public struct FeedDefinition: Sendable {
  /// The name of the feed's folder.
  public var id: FeedID
  /// What it is, for people.
  public var title: String
  /// Who sends it.
  public var partner: Partner
  /// Key in docs/sources.yml of the agreement or law that allows it.
  public var source: String
  /// The municipalities it may hold signals for; `nil` means all of the pipeline.
  public var municipalities: [MunicipalityCode]?
  /// How a delivery is named and when it is due.
  public var delivery: DeliveryDefinition
  /// The form of the file.
  public var file: FileFormat
  /// What each column of the file is, in the order of the definition.
  ///
  /// Every column of a delivery must be here.
  public var columns: [FeedColumn]
  /// Words of the partner and what they mean, by the lookup's name.
  ///
  /// Words are kept trimmed and in lower case (ASCII).
  public var lookups: [String: [String: String]]
  /// The words of each lookup as the definition writes them, in its order: for partners.
  public var writtenWords: [String: [String]] = [:]
  /// Values of fields that no column holds, the same for every row, such as `kind: vroegsignaal`.
  public var constants: [FeedField: String]
  /// Bounds that a delivery must keep.
  public var expectations: FeedExpectations
  /// What the partner declared for all its rows.
  public var attestation: StepAttestation?

  /// Creates a definition.
  public init(
    id: FeedID, title: String, partner: Partner, source: String,
    municipalities: [MunicipalityCode]?, delivery: DeliveryDefinition, file: FileFormat,
    columns: [FeedColumn], lookups: [String: [String: String]], constants: [FeedField: String],
    expectations: FeedExpectations, attestation: StepAttestation? = nil
  ) {
    self.id = id
    self.title = title
    self.partner = partner
    self.source = source
    self.municipalities = municipalities
    self.delivery = delivery
    self.file = file
    self.columns = columns
    self.lookups = lookups
    self.constants = constants
    self.expectations = expectations
    self.attestation = attestation
  }

  /// Whether the feed may hold signals for a municipality.
  public func serves(_ municipality: MunicipalityCode) -> Bool {
    municipalities?.contains(municipality) ?? true
  }
}

extension FeedDefinition {
  /// The same feed with no bounds on rows: for a supplement, which holds some rows of a delivery.
  public var expectingFewRows: FeedDefinition {
    var feed = self
    feed.expectations = FeedExpectations(
      minimumRows: 1, maximumRows: nil, rejectsAtMostPerMille: 1000)
    return feed
  }
}

/// An organisation that reports arrears.
public struct Partner: Hashable, Sendable {
  /// Lower-case letters, digits and hyphens.
  public var id: String
  public var name: String
  public var type: PartnerType

  /// Creates a partner.
  public init(id: String, name: String, type: PartnerType) {
    self.id = id
    self.name = name
    self.type = type
  }
}

/// The form of a delivery's file.
public struct FileFormat: Sendable {
  public var encoding: TextEncoding
  /// One ASCII byte.
  public var delimiter: UInt8
  /// The most bytes of text that a delivery may hold.
  public var maximumBytes: Int
  /// The most bytes of text for each byte of the gzip file.
  public var maximumRatio: Int
  /// The most rows.
  public var maximumRows: Int
  /// The most bytes of one row.
  public var maximumRowLength: Int
  /// The most bytes of the file itself, which is copied before it is read.
  public var maximumFileBytes: Int

  /// Creates a format.
  ///
  /// The defaults are far above what a municipality gets, and stop a bomb: tables of arrears are
  /// three to six times as large as their gzip files.
  public init(
    encoding: TextEncoding, delimiter: UInt8, maximumBytes: Int = 512 << 20,
    maximumRatio: Int = 12, maximumRows: Int = 4_000_000, maximumRowLength: Int = 65_536,
    maximumFileBytes: Int = 1 << 30
  ) {
    self.encoding = encoding
    self.delimiter = delimiter
    self.maximumBytes = maximumBytes
    self.maximumRatio = maximumRatio
    self.maximumRows = maximumRows
    self.maximumRowLength = maximumRowLength
    self.maximumFileBytes = maximumFileBytes
  }
}

/// How the letters of a file are written.
///
/// A byte-order mark of UTF-8 is always accepted and skipped.
public enum TextEncoding: String, CaseIterable, Sendable {
  case utf8 = "utf-8"
  case windows1252 = "windows-1252"
  /// Found out for each delivery as a whole: UTF-8 if all of it is, otherwise Windows-1252.
  ///
  /// Costs another pass over the file.
  case detect

  /// What it asks of a delivery, for messages.
  public var title: String { self == .detect ? "utf-8 or windows-1252" : rawValue }
}

/// One column of a feed.
public struct FeedColumn: Sendable {
  /// The header in the file.
  public var header: String
  public var use: ColumnUse
  /// Other headers that the partner uses for it.
  public var aliases: [String]

  /// Creates a column.
  public init(header: String, use: ColumnUse, aliases: [String] = []) {
    self.header = header
    self.use = use
    self.aliases = aliases
  }
}

/// What a column is for.
public enum ColumnUse: Sendable {
  /// Holds a field, written in a format.
  case field(FeedField, FieldFormat)
  /// Named as ignored, with the reason. Its values are never stored.
  case ignored(reason: String)
}

/// How the values of a column are written.
///
/// Decided per column, never per cell.
public enum FieldFormat: Hashable, Sendable {
  case text
  /// `1.234,56`, `€ 12,50`, `12,-`.
  case amountDecimalComma
  /// `1,234.56`, `€ 12.50`.
  case amountDecimalPoint
  /// Whole euro cents.
  case amountCents
  /// `31-10-2026`, also with `/` or `.`, and one-digit days and months.
  case dateDayMonthYear
  /// `2026-10-31`.
  case dateISO
  /// `20261031`.
  case dateCompact
  /// `31-10-26`: a birth year is the latest that is not after receipt, all other years are of this century.
  case dateDayMonthShortYear
  /// `31 okt 2026`, `31-okt-26`, `31 oktober 2026`.
  case dateMonthName
  /// `46326`: days as spreadsheets count them.
  case dateExcelSerial
  case wholeNumber
  /// A word of the named lookup.
  case lookup(String)
}

/// What a column of a delivery can hold.
public enum FeedField: String, CaseIterable, Hashable, Sendable {
  case partnerReference = "partner-reference"
  case kind
  case amount
  case signalledOn = "signalled-on"
  case arisenOn = "arisen-on"
  case daysInArrears = "days-in-arrears"
  case termsInArrears = "terms-in-arrears"
  case warmHandover = "warm-handover"
  case threatOn = "threat-on"
  /// Whether the debtor objected to being reported: `ja` means that the row may not be processed.
  case objection
  /// Whether the partner made an effort for personal contact: `nee` means that it may not report.
  case stepContactEffort = "step-contact-effort"
  /// Whether it pointed to debt help.
  case stepPointedToHelp = "step-pointed-to-help"
  /// How many written reminders it sent.
  case stepReminders = "step-reminders"
  /// Whether it offered in writing to pass the data on.
  case stepOfferMade = "step-offer-made"
  /// Whether the person did not reject that offer: `nee` is an objection.
  case stepNoRefusal = "step-no-refusal"
  case kvk
  case name
  case initials
  case givenNames = "given-names"
  case prefix
  case surname
  case partnerPrefix = "partner-prefix"
  case partnerSurname = "partner-surname"
  case birthDate = "birth-date"
  case addressLine = "address-line"
  case street
  case houseNumber = "house-number"
  case houseLetter = "house-letter"
  case houseAddition = "house-addition"
  /// The postcode, alone or with the place after it.
  case postcode
  case city
  case phone
  case email
}

/// Bounds that a delivery must keep.
public struct FeedExpectations: Sendable {
  /// The fewest data rows; fewer refuses the delivery.
  public var minimumRows: Int
  /// The most data rows; more is a warning.
  public var maximumRows: Int?
  /// The most unreadable rows, in thousandths of all rows; more stops publication.
  public var rejectsAtMostPerMille: Int

  /// Creates bounds.
  public init(minimumRows: Int = 1, maximumRows: Int? = nil, rejectsAtMostPerMille: Int = 50) {
    self.minimumRows = minimumRows
    self.maximumRows = maximumRows
    self.rejectsAtMostPerMille = rejectsAtMostPerMille
  }
}
