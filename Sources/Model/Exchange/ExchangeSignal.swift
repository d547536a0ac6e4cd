/// One signal as Statistics Netherlands gets it.
///
/// - Source: `ddas-vroegsignalering`.
public struct ExchangeSignal: Hashable, Sendable {
  public var id: SignalID
  /// `nil` where it is not known any more.
  public var isCrisis: Bool?
  public var isWarmHandover: Bool?
  /// Whole euros.
  public var euros: Int64
  public var arisenOn: CalendarDate?
  public var signalledOn: CalendarDate
  /// `nil` for a signal that was picked up, which its case says.
  public var status: SignalStatus?
  public var partnerType: PartnerType
  public var client: ExchangeClient

  /// Creates a signal.
  public init(
    id: SignalID, isCrisis: Bool?, isWarmHandover: Bool?, euros: Int64, arisenOn: CalendarDate?,
    signalledOn: CalendarDate, status: SignalStatus?, partnerType: PartnerType,
    client: ExchangeClient
  ) {
    self.id = id
    self.isCrisis = isCrisis
    self.isWarmHandover = isWarmHandover
    self.euros = euros
    self.arisenOn = arisenOn
    self.signalledOn = signalledOn
    self.status = status
    self.partnerType = partnerType
    self.client = client
  }
}

/// The resident of a signal, as far as Statistics Netherlands gets it; a text that is empty is left out.
///
/// There is no place for a citizen service number: whoever sends the message adds it under its own duty.
///
/// - Source: `ddas-vroegsignalering`, `wgs/8c`.
public struct ExchangeClient: Hashable, Sendable {
  public var initials = ""
  public var prefix = ""
  public var surname = ""
  /// Only a whole date.
  public var birthDate: CalendarDate?
  public var street = ""
  /// Four digits and two capitals.
  public var postcode = ""
  public var houseNumber = ""
  /// Letter and addition together.
  public var houseAddition = ""
  public var city = ""

  /// Creates a client of whom nothing is told.
  public init() {}
}

// Whoever prints it by mistake prints no resident.
extension ExchangeClient: CustomStringConvertible, CustomReflectable {
  public var description: String { Sensitive<Self>.mask }
  public var customMirror: Mirror { Mirror(self, children: []) }
}
