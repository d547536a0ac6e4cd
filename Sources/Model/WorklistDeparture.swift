/// One signal about somebody who, as the register says, has died or left the municipality.
public struct WorklistDeparture: Hashable, Sendable {
  /// `overleden` or `verhuisd-buiten`.
  public var outcome: RegisterOutcome
  /// Such as `J. de Vries`.
  public var name: String
  public var birthDate: PartialDate
  /// The day of death or of leaving, as far as it is known.
  public var since: PartialDate
  /// The municipality that the person moved to, in words.
  public var destination = ""
  /// The address as the partner has it, or that it is secret.
  public var address = ""
  public var postcode = ""
  public var city = ""
  /// The household at that address, when others of it stand on the worklist.
  public var householdOnList: HouseholdID?
  /// The name of the organisation that reports.
  public var partner: String
  public var partnerType: PartnerType
  public var kind: SignalKind
  public var isThreat: Bool
  public var threatOn: CalendarDate?
  public var amount: Money
  public var signalledOn: CalendarDate
  public var receivedAt: CalendarDate
  /// The partner's own reference.
  public var reference: String

  /// Creates a departure.
  public init(
    outcome: RegisterOutcome, name: String, birthDate: PartialDate, since: PartialDate,
    partner: String, partnerType: PartnerType, kind: SignalKind, isThreat: Bool,
    threatOn: CalendarDate?, amount: Money, signalledOn: CalendarDate, receivedAt: CalendarDate,
    reference: String
  ) {
    self.outcome = outcome
    self.name = name
    self.birthDate = birthDate
    self.since = since
    self.partner = partner
    self.partnerType = partnerType
    self.kind = kind
    self.isThreat = isThreat
    self.threatOn = threatOn
    self.amount = amount
    self.signalledOn = signalledOn
    self.receivedAt = receivedAt
    self.reference = reference
  }
}

// Whoever prints it by mistake prints no resident.
extension WorklistDeparture: CustomStringConvertible, CustomReflectable {
  public var description: String { Sensitive<Self>.mask }
  public var customMirror: Mirror { Mirror(self, children: []) }
}
