/// A part of a whole, or a difference of two, in ten-thousandths.
///
/// Whole numbers, so that the same counts give the same digits on every machine.
public struct Share: Equatable, Comparable, Sendable, Encodable, CustomStringConvertible {
  /// 10,000 is all of it.
  public var tenThousandths: Int

  /// Creates a share from ten-thousandths.
  public init(tenThousandths: Int) { self.tenThousandths = tenThousandths }

  /// A part of a whole, rounded to the nearest; `nil` of nothing.
  public init?(_ part: Int, of whole: Int) {
    guard whole > 0 else { return nil }
    let (wholes, rest) = part.quotientAndRemainder(dividingBy: whole)
    tenThousandths = wholes * 10_000 + (rest * 20_000 + whole) / (2 * whole)
  }

  /// A part of a whole that is no whole number; `nil` of nothing.
  init?(_ part: Double, of whole: Int) {
    guard whole > 0 else { return nil }
    tenThousandths = Int((part / Double(whole) * 10_000).rounded())
  }

  /// How far chance may carry a share, nineteen times of twenty: half the Agresti–Coull interval; `nil` of
  /// nothing.
  ///
  /// Pairs of one person are found or missed together, so the truth is rather more than this.
  ///
  /// - Source: `agresti-coull`.
  static func margin(_ part: Int, of whole: Int) -> Share? {
    guard whole > 0 else { return nil }
    let trials = Double(whole + 4)
    let share = Double(part + 2) / trials
    return Share(2 * (share * (1 - share) / trials).squareRoot(), of: 1)
  }

  /// The harmonic mean of two shares; `nil` without either, or of two zeros.
  static func harmonicMean(_ left: Share?, _ right: Share?) -> Share? {
    guard let left, let right else { return nil }
    return Share(
      2 * left.tenThousandths * right.tenThousandths,
      of: 10_000 * (left.tenThousandths + right.tenThousandths))
  }

  public static func < (left: Share, right: Share) -> Bool {
    left.tenThousandths < right.tenThousandths
  }

  public static func - (left: Share, right: Share) -> Share {
    Share(tenThousandths: left.tenThousandths - right.tenThousandths)
  }

  /// Four decimals, such as `0.9825`.
  public var description: String {
    let size = tenThousandths.magnitude
    let decimals = String(size % 10_000 + 10_000).dropFirst()
    return (tenThousandths < 0 ? "-" : "") + "\(size / 10_000).\(decimals)"
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(Double(tenThousandths) / 10_000)
  }
}
