/// How many groups of rows a run made, how many there are, and how alike they are.
public struct ClusterCounts: Equatable, Sendable, Encodable {
  /// Groups that the run made, of one row or more.
  public var found = 0
  /// Groups of the truth.
  public var real = 0
  /// Groups of the run that hold exactly the rows of a group of the truth.
  public var exact = 0
  /// Rows in all.
  public var rows = 0
  /// Of each row, the part of its found group that is of its real group; added up.
  var precisionSum = 0.0
  /// Of each row, the part of its real group that is in its found group; added up.
  var recallSum = 0.0

  /// The part of the found groups that is exactly right.
  public var precision: Share? { Share(exact, of: found) }
  /// The part of the real groups that was found exactly.
  public var recall: Share? { Share(exact, of: real) }
  /// The harmonic mean of both.
  public var f1: Share? { Share(2 * exact, of: found + real) }
  /// B-cubed precision: the mean over rows, so that a large group counts as much as its rows.
  public var bCubedPrecision: Share? { Share(precisionSum, of: rows) }
  /// B-cubed recall.
  public var bCubedRecall: Share? { Share(recallSum, of: rows) }
  /// The harmonic mean of both.
  public var bCubedF1: Share? { .harmonicMean(bCubedPrecision, bCubedRecall) }

  static func + (left: ClusterCounts, right: ClusterCounts) -> ClusterCounts {
    ClusterCounts(
      found: left.found + right.found, real: left.real + right.real,
      exact: left.exact + right.exact, rows: left.rows + right.rows,
      precisionSum: left.precisionSum + right.precisionSum,
      recallSum: left.recallSum + right.recallSum)
  }

  enum CodingKeys: String, CodingKey {
    case found, exact, precision, recall, f1
    case real = "true"
    case bCubedPrecision = "b_cubed_precision"
    case bCubedRecall = "b_cubed_recall"
    case bCubedF1 = "b_cubed_f1"
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(found, forKey: .found)
    try container.encode(real, forKey: .real)
    try container.encode(exact, forKey: .exact)
    try container.encode(precision, forKey: .precision)
    try container.encode(recall, forKey: .recall)
    try container.encode(f1, forKey: .f1)
    try container.encode(bCubedPrecision, forKey: .bCubedPrecision)
    try container.encode(bCubedRecall, forKey: .bCubedRecall)
    try container.encode(bCubedF1, forKey: .bCubedF1)
  }
}
