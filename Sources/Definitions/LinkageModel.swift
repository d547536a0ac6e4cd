public import Model

/// What agreement and disagreement of each field tell about two records being of one person: the numbers
/// of the Fellegi–Sunter frame, with relatives as a second other explanation beside strangers.
///
/// For each level of a field it holds three chances: among pairs of one person (*m*), among pairs of
/// strangers (*u*; absent where it follows from how rare the value is) and among pairs of relatives (*f*).
///
/// - Source: `fellegi-sunter`.
public struct LinkageModel: Sendable, Equatable {
  /// What one level of one field weighs, in hundredths of a bit.
  public struct Weight: Sendable, Equatable {
    /// How much likelier the level is for one person than for strangers; where rarity counts, what that
    /// adds is left out.
    public var stranger: Int32
    /// How much likelier it is for one person than for relatives.
    public var relative: Int32

    /// Creates a weight.
    public init(stranger: Int32, relative: Int32) {
      self.stranger = stranger
      self.relative = relative
    }

    /// Neither for nor against.
    public static let none = Weight(stranger: 0, relative: 0)
  }

  /// The three chances of a level.
  public struct Chances: Sendable, Equatable {
    public var person: Double
    /// Absent where it follows from how rare the value is.
    public var stranger: Double?
    public var relative: Double

    /// Creates chances, each above 0 and at most 1.
    public init(person: Double, stranger: Double?, relative: Double) {
      self.person = person
      self.stranger = stranger
      self.relative = relative
    }

    /// The weight that follows.
    public var weight: Weight {
      Weight(
        stranger: BitWeight.of(person, over: stranger ?? 1),
        relative: BitWeight.of(person, over: relative))
    }
  }

  /// Who made it and from what, in a sentence.
  public var title: String
  /// By field, for each of its levels in the order of ``MatchField/levels``.
  public var chances: [MatchField: [Chances]]
  /// How many records of a person there are besides a record, before the data tell.
  public var recordsPerPerson: Double
  /// Of two records with one surname at one address, how much likelier one person is than two relatives,
  /// before the data tell.
  public var personOverRelatives: Double
  /// What it costs that given name and surname would have changed places.
  public var swappedNames: Double

  /// Creates a model.
  public init(
    title: String, chances: [MatchField: [Chances]], recordsPerPerson: Double,
    personOverRelatives: Double, swappedNames: Double
  ) {
    self.title = title
    self.chances = chances
    self.recordsPerPerson = recordsPerPerson
    self.personOverRelatives = personOverRelatives
    self.swappedNames = swappedNames
  }

  /// The weight of each level of a field, with the one of `absent` first.
  public func weights(of field: MatchField) -> [Weight] {
    [.none] + (chances[field] ?? []).map(\.weight)
  }
}

extension LinkageModel {
  /// The defaults: made for partners' files in which much is mistyped, and for any size of municipality.
  ///
  /// - Source: `voorsein-keuze`.
  public static let standard = LinkageModel(
    title: "Standaard",
    chances: [
      .surname: [
        Chances(person: 0.70, stranger: nil, relative: 0.76),
        Chances(person: 0.10, stranger: nil, relative: 0.01),
        Chances(person: 0.04, stranger: 0.006, relative: 0.01),
        Chances(person: 0.16, stranger: 0.99, relative: 0.22),
      ],
      .givenName: [
        Chances(person: 0.60, stranger: nil, relative: 0.01),
        Chances(person: 0.12, stranger: nil, relative: 0.008),
        Chances(person: 0.08, stranger: 0.015, relative: 0.02),
        Chances(person: 0.04, stranger: 0.05, relative: 0.06),
        Chances(person: 0.16, stranger: 0.93, relative: 0.90),
      ],
      .initial: [
        Chances(person: 0.93, stranger: 0.075, relative: 0.09),
        Chances(person: 0.07, stranger: 0.925, relative: 0.91),
      ],
      .secondInitial: [
        Chances(person: 0.95, stranger: 0.07, relative: 0.07),
        Chances(person: 0.05, stranger: 0.93, relative: 0.93),
      ],
      .birthDate: [
        Chances(person: 0.80, stranger: nil, relative: 0.01),
        Chances(person: 0.08, stranger: 0.0025, relative: 0.005),
        Chances(person: 0.90, stranger: 0.02, relative: 0.02),
        Chances(person: 0.04, stranger: 0.02, relative: 0.03),
        Chances(person: 0.08, stranger: 0.98, relative: 0.97),
      ],
      .address: [
        Chances(person: 0.62, stranger: nil, relative: 0.93),
        Chances(person: 0.03, stranger: 0.0004, relative: 0.03),
        Chances(person: 0.10, stranger: 0.0008, relative: 0.02),
        Chances(person: 0.09, stranger: nil, relative: 0.01),
        Chances(person: 0.16, stranger: 0.99, relative: 0.10),
      ],
      .phone: [
        Chances(person: 0.75, stranger: nil, relative: 0.15),
        Chances(person: 0.25, stranger: 1, relative: 0.85),
      ],
      .email: [
        Chances(person: 0.75, stranger: nil, relative: 0.10),
        Chances(person: 0.25, stranger: 1, relative: 0.90),
      ],
      .reference: [
        Chances(person: 0.95, stranger: 0.00001, relative: 0.15),
        Chances(person: 0.40, stranger: 1, relative: 0.90),
      ],
    ],
    recordsPerPerson: 4, personOverRelatives: 2.8, swappedNames: 0.0625)
}
