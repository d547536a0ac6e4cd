public import Model

/// An extract from the register of persons (BRP), as used: complete and checked.
public struct RegisterDefinition: Sendable {
  /// The name of its folder in `registers`.
  public var name: String
  /// What it is, for people.
  public var title: String
  /// Key in docs/sources.yml of the law that allows it.
  public var source: String
  /// The form of the file.
  public var file: FileFormat
  /// What each column of the file is.
  ///
  /// Every column of an extract must be here.
  public var columns: [RegisterColumn]
  /// From so many days on an extract is too old, and its lists are marked.
  public var maximumAgeDays: Int
  /// When one row is the answer.
  public var answer: RegisterThresholds

  /// Creates a definition.
  public init(
    name: String, title: String, source: String, file: FileFormat, columns: [RegisterColumn],
    maximumAgeDays: Int = 7, answer: RegisterThresholds = RegisterThresholds()
  ) {
    self.name = name
    self.title = title
    self.source = source
    self.file = file
    self.columns = columns
    self.maximumAgeDays = maximumAgeDays
    self.answer = answer
  }
}

/// How much must speak for one row of the register before it is the answer.
///
/// In tenths of a bit, as the model of matching weighs, beside the chance that any one of so many people is
/// meant: at 30 a row is eight times likelier the person than not.
///
/// - Source: `voorsein-keuze`.
public struct RegisterThresholds: Hashable, Sendable {
  /// The least weight of an answer.
  public var atLeast: Int
  /// How far the next best row must stay behind.
  public var margin: Int

  /// Creates thresholds.
  public init(atLeast: Int = 30, margin: Int = 40) {
    self.atLeast = atLeast
    self.margin = margin
  }
}

/// The register that a pipeline asks.
public struct RegisterUse: Sendable {
  public var definition: RegisterDefinition
  /// Absolute path of the folder that holds `<code>/register.csv.gz` for each municipality.
  public var folder: String

  /// The name of a municipality's extract in its folder.
  public static let fileName = "register.csv.gz"

  /// Creates the use of a register.
  public init(definition: RegisterDefinition, folder: String) {
    self.definition = definition
    self.folder = folder
  }

  /// The extract of a municipality.
  public func path(of municipality: MunicipalityCode) -> String {
    "\(folder)/\(municipality)/\(RegisterUse.fileName)"
  }
}

/// One column of an extract.
public struct RegisterColumn: Sendable {
  /// The header in the file.
  public var header: String
  /// What it holds; `nil` for one that is named as ignored.
  public var field: RegisterField?
  /// How it is written.
  public var format: FieldFormat
  /// Other headers for it.
  public var aliases: [String]

  /// Creates a column.
  public init(
    header: String, field: RegisterField?, format: FieldFormat = .text, aliases: [String] = []
  ) {
    self.header = header
    self.field = field
    self.format = format
    self.aliases = aliases
  }
}

/// What a column of an extract can hold: nothing that matching or the safety of a person does not need.
///
/// - Source: `wgs/8b`, `wgs/8c`, `brp-lo3`.
public enum RegisterField: String, CaseIterable, Hashable, Sendable {
  /// Element 01.20.
  case citizenServiceNumber = "citizen-service-number"
  /// Element 02.10.
  case givenNames = "given-names"
  case initials
  /// Element 02.30.
  case prefix
  /// Element 02.40.
  case surname
  case partnerPrefix = "partner-prefix"
  case partnerSurname = "partner-surname"
  /// Element 61.10: E, P, V or N.
  case nameUse = "name-use"
  /// Element 03.10, of which month and day may be zeros.
  case birthDate = "birth-date"
  /// Element 09.10: four digits.
  case municipality
  /// Element 11.10.
  case street
  /// Element 11.20.
  case houseNumber = "house-number"
  /// Element 11.30.
  case houseLetter = "house-letter"
  /// Element 11.40.
  case houseAddition = "house-addition"
  /// Element 11.50: `to` or `by`.
  case addressDesignation = "address-designation"
  /// Element 11.60.
  case postcode
  /// Element 11.70.
  case city
  /// Element 10.10: W or B.
  case addressFunction = "address-function"
  /// Element 11.80: 16 digits.
  case bagID = "bag-id"
  /// Element 67.20: O, E, M, R, F or W.
  case suspensionReason = "suspension-reason"
  /// Element 67.10.
  case suspensionDate = "suspension-date"
  /// Element 70.10: any value above zero.
  case secrecy
  /// Element 83.10: nothing or zeros, or what is looked into.
  case underInvestigation = "under-investigation"
  /// Element 10.30.
  case movedInDate = "moved-in-date"
  case previousPostcode = "previous-postcode"
  case previousHouseNumber = "previous-house-number"
  case previousHouseLetter = "previous-house-letter"
  case previousHouseAddition = "previous-house-addition"

  /// Whether it is a date.
  public var isDate: Bool {
    switch self {
    case .birthDate, .suspensionDate, .movedInDate: true
    default: false
    }
  }

  /// What a definition must map, with the reason; without the last four somebody could be sent to an
  /// address that nobody may know or visit.
  static let required: [(field: RegisterField, meaning: String)] = [
    (.surname, "a column with the own surname (02.40)"),
    (.birthDate, "a column with the birth date (03.10)"),
    (.postcode, "a column with the postcode (11.60)"),
    (.houseNumber, "a column with the house number (11.20)"),
    (.addressFunction, "a column that says W or B (10.10); nobody may ring at a briefadres"),
    (.suspensionReason, "a column that says who has died or left (67.20)"),
    (.secrecy, "a column that says whose address is secret (70.10)"),
    (.underInvestigation, "a column that says which address is looked into (83.10)"),
  ]
}
