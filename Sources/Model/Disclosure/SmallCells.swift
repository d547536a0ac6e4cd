/// The rule for small numbers in what may leave the department that works with the lists.
///
/// Its numbers are a choice: Statistics Netherlands hides and rounds in its own tables too, but no law
/// gives a municipality these numbers.
///
/// - Source: `kleine-aantallen`.
public enum SmallCells {
  /// A number from 1 to this is hidden.
  public static let largest = 7
  /// All other numbers are rounded to the nearest multiple of this.
  public static let roundedTo = 5
  /// A month with fewer stands together with others.
  public static let leastMonth = 20
  /// A share of fewer, after rounding, is not shown.
  public static let leastDenominator = 30
  /// A median of fewer is not shown.
  public static let leastMedian = 8

  /// Whether a number is hidden for itself.
  static func hides(_ count: Int) -> Bool { (1...largest).contains(count) }

  /// The nearest multiple; two below it and two above it become the same.
  static func rounded(_ count: Int) -> Int { (count + roundedTo / 2) / roundedTo * roundedTo }
}
