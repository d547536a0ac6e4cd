internal import Model

/// A band of amounts, 0 for the lowest.
///
/// Ranks go by band, so that a few euros never decide.
///
/// - Source: `voorsein-keuze`.
enum AmountBand {
  /// The amounts in euro cents at which the next band begins.
  static let limits: [Int64] = [100_00, 250_00, 500_00, 1_000_00, 2_500_00, 5_000_00, 10_000_00]

  /// The band of an amount.
  static func band(of amount: Money) -> Int {
    var band = 0
    while band < limits.count && amount.cents >= limits[band] { band += 1 }
    return band
  }
}
