public import Model

/// A line that lets partners report in a municipality for some time.
///
/// - Source: `wgs/3.1b`, `wgs/10`.
public struct Admission: Hashable, Sendable {
  public var partnerType: PartnerType
  /// The id of the one partner that it is for; `nil` means every partner of the type.
  public var partner: String?
  /// The kinds of signal; empty means all.
  public var kinds: Set<SignalKind>
  /// `nil` means every municipality.
  public var municipality: MunicipalityCode?
  public var validFrom: CalendarDate
  /// The last day; `nil` means that no end is known.
  public var validTo: CalendarDate?
  /// Key in docs/sources.yml.
  public var source: String

  /// Creates an admission.
  public init(
    partnerType: PartnerType, partner: String? = nil, kinds: Set<SignalKind> = [],
    municipality: MunicipalityCode?, validFrom: CalendarDate, validTo: CalendarDate?,
    source: String
  ) {
    self.partnerType = partnerType
    self.partner = partner
    self.kinds = kinds
    self.municipality = municipality
    self.validFrom = validFrom
    self.validTo = validTo
    self.source = source
  }

  /// Whether it is for a partner.
  public func isFor(_ partner: Partner) -> Bool {
    partnerType == partner.type && (self.partner == nil || self.partner == partner.id)
  }

  /// Whether it holds in a municipality.
  public func holds(in municipality: MunicipalityCode) -> Bool {
    self.municipality == nil || self.municipality == municipality
  }

  /// Whether it holds for a kind of signal.
  public func holds(for kind: SignalKind) -> Bool { kinds.isEmpty || kinds.contains(kind) }

  /// Whether it holds on a day.
  public func holds(on day: CalendarDate) -> Bool {
    validFrom <= day && day <= validTo ?? day
  }
}
