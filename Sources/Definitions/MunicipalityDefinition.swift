public import Model

/// What one municipality decided, as used.
public struct MunicipalityDefinition: Sendable {
  public var code: MunicipalityCode
  public var name: String
  /// Name of its rule set.
  public var rules: String
  /// Name of its model of matching.
  public var matching: String
  /// The least amount that counts, by partner type; crisis kinds are exempt.
  public var thresholds: [PartnerType: Money]
  /// How old arrears must and may be, by partner type; crisis kinds are exempt.
  public var windows: [PartnerType: ArrearsWindow]
  /// How long signals are kept.
  ///
  /// Has no default.
  public var retention: Retention
  /// Attempts per working day by means.
  public var capacity: [ContactMeans: Int]
  /// Working days from receipt to the first attempt that the municipality wants, by class, where it
  /// is stricter than the rule set.
  public var firstAttemptWorkingDays: [PriorityClass: Int]
  /// The codes of the routes that it follows; `nil` follows all of its rule set.
  public var routes: [String]?
  /// Who works where.
  public var teams: [PostcodeArea] = []
  /// Areas that capacity is reported for; they never change a rank.
  public var focusAreas: [PostcodeArea] = []
  /// Experiments that it takes part in, besides what the reference tables admit.
  public var admissions: [Admission]
  /// How many people live there, if the municipality says so.
  public var inhabitants: Inhabitants?
  /// Who supplies its data to Statistics Netherlands; nothing is written for it when absent.
  public var exchange: ExchangeSupplier?
  /// Whether partners were promised to hear until when they stop collecting.
  public var tellsAcceptance = false
  /// Who can open its lists: public keys of age; empty leaves the lists plain.
  public var recipients: [String] = []

  /// Creates a definition.
  public init(
    code: MunicipalityCode, name: String, rules: String, matching: String = "standaard",
    thresholds: [PartnerType: Money], windows: [PartnerType: ArrearsWindow], retention: Retention,
    capacity: [ContactMeans: Int],
    firstAttemptWorkingDays: [PriorityClass: Int], admissions: [Admission] = []
  ) {
    self.code = code
    self.name = name
    self.rules = rules
    self.matching = matching
    self.thresholds = thresholds
    self.windows = windows
    self.retention = retention
    self.capacity = capacity
    self.firstAttemptWorkingDays = firstAttemptWorkingDays
    self.admissions = admissions
  }
}

/// How many months signals are kept.
public struct Retention: Hashable, Sendable {
  public var notPickedUpMonths: Int
  public var pickedUpMonths: Int
  public var afterClosingMonths: Int
  /// Key in docs/sources.yml of who decided it.
  public var source: String

  /// Creates retention terms.
  public init(
    notPickedUpMonths: Int, pickedUpMonths: Int, afterClosingMonths: Int, source: String = ""
  ) {
    self.notPickedUpMonths = notPickedUpMonths
    self.pickedUpMonths = pickedUpMonths
    self.afterClosingMonths = afterClosingMonths
    self.source = source
  }
}
