public import Model

/// How a delivery is named, when it is due, and what may be expected of it.
public struct DeliveryDefinition: Sendable {
  /// The file's name, with `{period}` and `{received}`, such as
  /// `havenstad_{period}_{received}.csv.gz`.
  public var name: NamePattern
  /// The day of the month or week after the period by which it is due; `nil` if none was agreed.
  ///
  /// A week begins on Monday, which is 1.
  public var dueDay: Int?
  /// Days after the due day on which it is not yet late or missing.
  public var graceDays: Int
  /// The first period that is delivered; `nil` counts from the first that was seen.
  public var firstPeriod: DeliveryPeriod?
  /// The last period that is delivered; `nil` goes on.
  public var lastPeriod: DeliveryPeriod?
  public var volume: VolumeBounds
  public var correction: CorrectionRule
  /// Deliveries that were checked with the partner: no bound on volume holds for them.
  public var accepted: [AcceptedException]
  /// Whether a delivery without a file that holds its checksum is refused.
  ///
  /// Once a feed has sent checksums they are required anyway.
  public var requiresChecksum: Bool

  /// Creates a definition.
  public init(
    name: NamePattern, dueDay: Int?, graceDays: Int = 0, firstPeriod: DeliveryPeriod? = nil,
    lastPeriod: DeliveryPeriod? = nil, volume: VolumeBounds = VolumeBounds(),
    correction: CorrectionRule = .adds, accepted: [AcceptedException] = [],
    requiresChecksum: Bool = false
  ) {
    self.name = name
    self.dueDay = dueDay
    self.graceDays = graceDays
    self.firstPeriod = firstPeriod
    self.lastPeriod = lastPeriod
    self.volume = volume
    self.correction = correction
    self.accepted = accepted
    self.requiresChecksum = requiresChecksum
  }

  /// Whether somebody checked a delivery with the partner and said so in the definition.
  public func accepts(file: String, sha256: String) -> Bool {
    accepted.contains { $0.delivery == file || $0.delivery == sha256 }
  }
}

/// How often a feed delivers.
///
/// - Source: `lcv`.
public enum DeliveryRhythm: String, CaseIterable, Sendable {
  case month
  /// A week of ISO 8601, from Monday.
  case week
  /// No calendar: such as threats that come in between.
  case irregular
}

/// How many rows a delivery may have, against the median of those before it.
public struct VolumeBounds: Hashable, Sendable {
  public var atLeastPercent: Int
  public var atMostPercent: Int
  /// How many earlier deliveries there must be to judge by.
  public var fromDeliveries: Int
  /// Where both the delivery and the median have fewer rows than this, nothing is judged.
  public var fromRows: Int
  /// Whether a delivery out of bounds stops publication; it is only told otherwise.
  public var stops: Bool

  /// Creates bounds.
  ///
  /// The defaults let a peak in March pass, and stop a half-filled file and a doubled one.
  public init(
    atLeastPercent: Int = 50, atMostPercent: Int = 200, fromDeliveries: Int = 3,
    fromRows: Int = 20, stops: Bool = true
  ) {
    self.atLeastPercent = atLeastPercent
    self.atMostPercent = atMostPercent
    self.fromDeliveries = fromDeliveries
    self.fromRows = fromRows
    self.stops = stops
  }
}

/// What a later delivery for the same period means for the one before.
public enum CorrectionRule: String, CaseIterable, Sendable {
  /// Its rows come beside the earlier ones.
  case adds
  /// Its rows stand in place of the earlier ones.
  case replaces
}

/// A delivery that was checked with the partner.
public struct AcceptedException: Hashable, Sendable {
  /// The file's name or its SHA-256.
  public var delivery: String
  /// What the partner said, for those who read the definition.
  public var reason: String

  /// Creates an exception.
  public init(delivery: String, reason: String) {
    self.delivery = delivery
    self.reason = reason
  }
}
