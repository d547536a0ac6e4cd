public import Model

/// What agreement and disagreement of each field tell about two records being of one person: the numbers
/// of the Fellegi–Sunter frame, with relatives as a second other explanation beside strangers.
///
/// For each level of a field it holds three chances: among pairs of one person (*m*), among pairs of
/// strangers (*u*; absent where it follows from how rare the value is) and among pairs of relatives (*f*).
///
/// It is a definition: ``LinkageFile`` says what stands in its file.
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
  /// Key in docs/sources.yml of where its numbers come from.
  public var source: String
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
    title: String, source: String, chances: [MatchField: [Chances]], recordsPerPerson: Double,
    personOverRelatives: Double, swappedNames: Double
  ) {
    self.title = title
    self.source = source
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
