/// Logarithms to the base 2 in hundredths, the unit of all weights of evidence.
///
/// Computed with additions and multiplications alone, so that every machine has the same.
public enum BitWeight {
  /// How many bits one chance is above another, in hundredths of a bit, rounded.
  ///
  /// - Parameters:
  ///   - chance: Above 0.
  ///   - other: Above 0.
  /// - Returns: Hundredths of a bit; 0 where there is no such number.
  public static func of(_ chance: Double, over other: Double) -> Int32 {
    let ratio = chance / other
    guard ratio > 0, ratio.isFinite else { return 0 }
    var fraction = ratio.significand
    var bits = Double(ratio.exponent)
    var step = 0.5
    for _ in 0..<24 {
      fraction *= fraction
      if fraction >= 2 {
        fraction /= 2
        bits += step
      }
      step /= 2
    }
    return Int32((bits * 100).rounded())
  }

  /// The chance of one thing over another whose weight is given: 1 / (1 + 2^-weight).
  ///
  /// - Parameter hundredths: The weight in hundredths of a bit.
  /// - Returns: A number from 0 to 1.
  public static func probability(_ hundredths: Int32) -> Double {
    if hundredths > 4000 { return 1 }
    if hundredths < -4000 { return 0 }
    return 1 / (1 + power(-hundredths))
  }

  /// 2 to the power of a weight.
  public static func power(_ hundredths: Int32) -> Double {
    let whole = (Double(hundredths) / 100).rounded(.down)
    let rest = Int(hundredths) - Int(whole) * 100
    var value = 1.0
    for (bit, factor) in factors.enumerated() where rest >> bit & 1 == 1 { value *= factor }
    return Double(sign: .plus, exponent: Int(whole), significand: value)
  }

  /// The powers of 2 for 1, 2, 4 … hundredths.
  private static let factors: [Double] = {
    var factors = [1.0069555500567189]
    for _ in 1..<7 { factors.append(factors[factors.count - 1] * factors[factors.count - 1]) }
    return factors
  }()
}
