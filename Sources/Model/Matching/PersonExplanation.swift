/// Why the signals of a person are taken for one: the heaviest links that hold them together, and grades.
///
/// Holds ids and fields; no value of a delivery. All weights are hundredths of a bit.
public struct PersonExplanation: Encodable, Sendable, Equatable {
  /// The condition that decided a grade.
  public enum Condition: String, Encodable, Sendable, CaseIterable {
    /// The fields that agree allow no other.
    case fields
    /// The person has one signal: what it knows by itself.
    case alone
    /// It could be of more than one person, or knows a surname alone.
    case ambiguous
    /// All pairs with its person together speak against it.
    case againstOnAverage = "against-on-average"
    /// The fields allow `zeker`, the pairs together weigh too little for it.
    case notHeavyEnough = "not-heavy-enough"
    /// The fields allow `zeker`, but a contradiction kept it apart from what it otherwise fits.
    case contested
    /// The fields allow `zeker`, but the initials or given names of the heaviest pair differ.
    case otherGivenName = "other-given-name"
  }

  /// How sure it is that a signal is of its person.
  public struct Grade: Encodable, Sendable, Equatable {
    public var signal: PairExplanation.Signal
    public var grade: String
    public var condition: Condition
    /// What agrees in the heaviest pair, such as `address+surname~`.
    public var evidence: String
    /// What the heaviest pair with another signal of the person weighs.
    public var weight: Int32
    /// What all pairs with the person weigh on average, each of them bounded.
    public var average: Int32

    /// Creates a grade.
    public init(
      signal: PairExplanation.Signal, grade: MatchGrade, condition: Condition, evidence: String,
      weight: Int32, average: Int32
    ) {
      self.signal = signal
      self.grade = grade.rawValue
      self.condition = condition
      self.evidence = evidence
      self.weight = weight
      self.average = average
    }
  }

  /// A pair that holds the person together.
  public struct Link: Encodable, Sendable, Equatable {
    public var first: String
    public var second: String
    public var weight: Int32
    /// What agrees.
    public var evidence: String

    /// Creates a link.
    public init(first: String, second: String, weight: Int32, evidence: String) {
      self.first = first
      self.second = second
      self.weight = weight
      self.evidence = evidence
    }
  }

  public var id: String
  public var signals: [Grade]
  /// The heaviest links that join all signals without a circle.
  public var links: [Link]
  /// How many signals are left out because the person has more than can be compared one by one.
  public var leftOut: Int

  /// Creates an explanation.
  public init(id: String, signals: [Grade], links: [Link], leftOut: Int) {
    self.id = id
    self.signals = signals
    self.links = links
    self.leftOut = leftOut
  }
}

/// Why persons are contacted as one household.
public struct HouseholdExplanation: Encodable, Sendable, Equatable {
  /// How a person came to a household.
  public enum Place: String, Encodable, Sendable, CaseIterable {
    /// Nobody else is in it.
    case alone
    /// The last known address is the same, with its letter and addition.
    case sameAddress = "same-address"
    /// Of the same house; letter or addition is left out of one of the addresses.
    case unitLeftOut = "unit-left-out"
    /// Too many people of different names share the address: each is a household.
    case crowdedAddress = "crowded-address"
    /// The last known address differs from that of the others by a slip.
    case addressSlip = "address-slip"
    /// Others have another home behind the same address.
    case ownContract = "own-contract"
    /// No address is known.
    case noAddress = "no-address"
    /// The register says that the person lives here.
    case register
  }

  /// A person of the household.
  public struct Member: Encodable, Sendable, Equatable {
    public var place: Place
    public var person: PersonExplanation

    /// Creates a member.
    public init(place: Place, person: PersonExplanation) {
      self.place = place
      self.person = person
    }
  }

  public var id: String
  public var members: [Member]
  /// How many unrelated surnames make an address one of many households.
  public var crowdedAddressSurnames: Int
  public var estimates: MatchEstimates

  /// Creates an explanation.
  public init(
    id: String, members: [Member], crowdedAddressSurnames: Int, estimates: MatchEstimates
  ) {
    self.id = id
    self.members = members
    self.crowdedAddressSurnames = crowdedAddressSurnames
    self.estimates = estimates
  }
}
