/// An amount in whole euro cents.
///
/// No floating point, ever.
public struct Money: Hashable, Comparable, Sendable {
  /// Euro cents.
  public var cents: Int64

  /// Creates an amount from euro cents.
  @inlinable
  public init(cents: Int64) { self.cents = cents }

  /// Nothing.
  public static let zero = Money(cents: 0)

  @inlinable
  public static func < (left: Money, right: Money) -> Bool { left.cents < right.cents }

  /// Adds two amounts; stops at the largest amount instead of wrapping round.
  @inlinable
  public static func + (left: Money, right: Money) -> Money {
    let (sum, overflow) = left.cents.addingReportingOverflow(right.cents)
    return Money(cents: overflow ? (left.cents < 0 ? .min : .max) : sum)
  }

  /// The amount as a Dutch reader writes it, for instance `1.234,56`.
  public var dutch: String {
    let whole = String(cents.magnitude / 100)
    let fraction = String(cents.magnitude % 100)
    var grouped = ""
    for (index, digit) in whole.enumerated() {
      if index > 0 && (whole.count - index) % 3 == 0 { grouped.append(".") }
      grouped.append(digit)
    }
    return (cents < 0 ? "-" : "") + grouped + "," + (fraction.count < 2 ? "0" : "") + fraction
  }
}
