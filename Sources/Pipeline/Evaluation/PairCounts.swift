/// How many pairs of rows a run took for one, how many are one, and how many are both.
public struct PairCounts: Equatable, Sendable, Encodable {
  /// Pairs that the run took for one.
  public var found = 0
  /// Pairs that are one according to the truth.
  public var real = 0
  /// Pairs that are both.
  public var right = 0

  /// The part of the found pairs that is right; `nil` if none was found.
  public var precision: Share? { Share(right, of: found) }
  /// The part of the real pairs that was found; `nil` if there is none.
  public var recall: Share? { Share(right, of: real) }
  /// How far chance may carry the recall; `nil` if there is no real pair.
  public var recallMargin: Share? { Share.margin(right, of: real) }
  /// The harmonic mean of both: 2 × right ÷ (found + real).
  public var f1: Share? { Share(2 * right, of: found + real) }

  static func + (left: PairCounts, right: PairCounts) -> PairCounts {
    PairCounts(
      found: left.found + right.found, real: left.real + right.real,
      right: left.right + right.right)
  }

  enum CodingKeys: String, CodingKey {
    case found, right, precision, recall, f1
    case real = "true"
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(found, forKey: .found)
    try container.encode(real, forKey: .real)
    try container.encode(right, forKey: .right)
    try container.encode(precision, forKey: .precision)
    try container.encode(recall, forKey: .recall)
    try container.encode(f1, forKey: .f1)
  }
}
