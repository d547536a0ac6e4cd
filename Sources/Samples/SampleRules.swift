public import Model

/// What the municipalities of a sample decided, so that the truth knows each row's fate.
public struct SampleRules: Sendable {
  /// The least amount that counts, for every partner type.
  public var thresholds: [MunicipalityCode: Money]
  /// The least amount where ``thresholds`` has none.
  public var otherThreshold: Money
  /// How many days old arrears must and may be when signalled.
  public var windows: [PartnerType: ClosedRange<Int>]

  /// Creates rules.
  public init(
    thresholds: [MunicipalityCode: Money], otherThreshold: Money,
    windows: [PartnerType: ClosedRange<Int>]
  ) {
    self.thresholds = thresholds
    self.otherThreshold = otherThreshold
    self.windows = windows
  }

  /// The rules of the three municipalities in the definitions that come with the product.
  public static let waterweg = SampleRules(
    thresholds: SampleRules.thresholds([(606, 5000), (622, 7500), (556, 4000)]),
    otherThreshold: Money(cents: 5000),
    windows: [
      .rent: 30...Int(Int32.max), .energy: 30...Int(Int32.max), .water: 30...Int(Int32.max),
      .health: 30...100,
    ])

  private static func thresholds(_ list: [(Int, Int64)]) -> [MunicipalityCode: Money] {
    var thresholds: [MunicipalityCode: Money] = [:]
    for (number, cents) in list {
      if let code = MunicipalityCode(number: number) { thresholds[code] = Money(cents: cents) }
    }
    return thresholds
  }
}
