/// How well a run found who is who, held against a truth; counts and shares, no personal data.
public struct Evaluation: Sendable, Encodable {
  /// What became of the rows of the run.
  public struct Rows: Sendable, Encodable {
    /// Rows of `matched.csv.gz`.
    public var inRun = 0
    /// Copies of another row, which are not counted as found or missed.
    public var technicalDuplicates = 0
    /// Rows that the truth does not have.
    public var withoutTruth = 0
    /// Rows of which the truth gives no person.
    public var withoutPerson = 0
    /// Rows of which the truth gives no household.
    public var withoutHousehold = 0
    /// The rows whose persons are compared.
    public var evaluated = 0
    /// Technical duplicates that the truth has too.
    var duplicatesInTruth = 0

    /// Rows that the truth has.
    var inTruth: Int { inRun - technicalDuplicates - withoutTruth + duplicatesInTruth }

    enum CodingKeys: String, CodingKey {
      case evaluated
      case inRun = "in_run"
      case technicalDuplicates = "technical_duplicates"
      case withoutTruth = "without_truth"
      case withoutPerson = "without_person"
      case withoutHousehold = "without_household"
    }

    static func + (left: Rows, right: Rows) -> Rows {
      Rows(
        inRun: left.inRun + right.inRun,
        technicalDuplicates: left.technicalDuplicates + right.technicalDuplicates,
        withoutTruth: left.withoutTruth + right.withoutTruth,
        withoutPerson: left.withoutPerson + right.withoutPerson,
        withoutHousehold: left.withoutHousehold + right.withoutHousehold,
        evaluated: left.evaluated + right.evaluated,
        duplicatesInTruth: left.duplicatesInTruth + right.duplicatesInTruth)
    }
  }

  /// What became of the rows of the truth.
  public struct TruthRows: Sendable, Encodable {
    public var rows: Int
    /// Rows that the run did not match: refused, unreadable, below a threshold, or of another run.
    public var notInRun: Int

    enum CodingKeys: String, CodingKey {
      case rows
      case notInRun = "not_in_run"
    }
  }

  /// The figures of one municipality, or of all together.
  public struct Figures: Sendable, Encodable {
    public var rows: Rows
    public var persons: SubjectCounts
    /// `nil` when the truth gives no household.
    public var households: SubjectCounts?
    public var grades: [Grade]
    public var partnerTypes: [PartnerTypes]
    public var spellings: [Spelling]

    enum CodingKeys: String, CodingKey {
      case rows, persons, households, grades, spellings
      case partnerTypes = "partner_types"
    }
  }

  /// The pairs that a grade stands for: a pair has the lower grade of its two rows.
  public struct Grade: Sendable, Encodable {
    public var grade: String
    public var found: Int
    public var right: Int
    public var precision: Share?
    /// The part of all real pairs that was found at this grade; those of all grades add up to the recall.
    public var recallShare: Share?

    enum CodingKeys: String, CodingKey {
      case grade, found, right, precision
      case recallShare = "recall_share"
    }

    public func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(grade, forKey: .grade)
      try container.encode(found, forKey: .found)
      try container.encode(right, forKey: .right)
      try container.encode(precision, forKey: .precision)
      try container.encode(recallShare, forKey: .recallShare)
    }
  }

  /// The pairs of a signal of one partner type and a signal of another, or of the same.
  public struct PartnerTypes: Sendable, Encodable {
    public var first: String
    public var second: String
    public var pairs: PairCounts
  }

  /// The pairs with at least one name of a spelling group.
  public struct Spelling: Sendable, Encodable {
    public var spelling: String
    /// Evaluated rows with such a name.
    public var rows: Int
    public var pairs: PairCounts
    /// Precision less that of the best group; `nil` for a group with few found pairs.
    public var precisionDifference: Share?
    /// Recall less that of the best group; `nil` for a group with few real pairs.
    public var recallDifference: Share?

    enum CodingKeys: String, CodingKey {
      case spelling, rows, pairs
      case precisionDifference = "precision_difference"
      case recallDifference = "recall_difference"
      case recallMargin = "recall_margin"
    }

    public func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(spelling, forKey: .spelling)
      try container.encode(rows, forKey: .rows)
      try container.encode(pairs, forKey: .pairs)
      try container.encode(precisionDifference, forKey: .precisionDifference)
      try container.encode(recallDifference, forKey: .recallDifference)
      try container.encode(pairs.recallMargin, forKey: .recallMargin)
    }
  }

  /// One municipality.
  public struct Municipality: Sendable, Encodable {
    public var municipality: String
    public var figures: Figures
  }

  /// How many pairs a spelling group needs before it is compared with the others.
  public static let fewPairs = 30

  public var truth: TruthRows
  public var municipalities: [Municipality]
  /// All municipalities together; pairs are within one.
  public var overall: Figures
}
