public import Model

/// What the municipalities of a sample decided, so that the truth knows each row's fate.
public struct SampleRules: Sendable {
  /// The least amounts that count, by municipality and partner type.
  ///
  /// Where none stands, every amount above zero counts.
  public var thresholds: [MunicipalityCode: [PartnerType: Money]]
  /// How many days old arrears must and may be when signalled.
  public var windows: [PartnerType: ClosedRange<Int>]

  /// Creates rules.
  public init(
    thresholds: [MunicipalityCode: [PartnerType: Money]], windows: [PartnerType: ClosedRange<Int>]
  ) {
    self.thresholds = thresholds
    self.windows = windows
  }

  /// The rules of the three municipalities in the definitions that come with the product.
  public static let waterweg = SampleRules(
    thresholds: SampleRules.thresholds([
      (606, [.rent: 50, .energy: 50, .water: 50, .health: 50]),
      (622, [.rent: 100, .energy: 75, .water: 75, .health: 75]),
      (556, [.energy: 75, .water: 40, .health: 75]),
    ]),
    windows: [
      .rent: 30...Int(Int32.max), .energy: 30...Int(Int32.max), .water: 30...Int(Int32.max),
      .health: 30...100,
    ])

  private static func thresholds(
    _ list: [(municipality: Int, euros: [PartnerType: Int64])]
  ) -> [MunicipalityCode: [PartnerType: Money]] {
    var thresholds: [MunicipalityCode: [PartnerType: Money]] = [:]
    for (number, euros) in list {
      guard let code = MunicipalityCode(number: number) else { continue }
      thresholds[code] = euros.mapValues { Money(cents: $0 * 100) }
    }
    return thresholds
  }
}
