/// Who is in a sample: as many households as give the wanted number of rows, and for each delivery
/// which of them it reports.
struct Census {
  /// How many households.
  private(set) var households = 0
  /// The first household that only fills up.
  private(set) var firstFiller = Int.max
  /// For each delivery one bit by household.
  private var reported: [[UInt64]]

  /// Counts households until their rows are as many as wanted.
  ///
  /// - Complexity: O(*n*) in the number of rows.
  init(population: Population, rows wanted: Int) {
    let deliveries = population.periods.count * SampleFeed.allCases.count
    reported = Array(repeating: [], count: deliveries)
    guard wanted > 0, deliveries > 0 else { return }
    var total = 0
    while total < wanted {
      let household = population.household(households, isFiller: households >= firstFiller)
      let (mask, rows) = Census.count(household, population)
      if total + rows > wanted {
        firstFiller = households
        continue
      }
      if households % 64 == 0 {
        for delivery in 0..<deliveries { reported[delivery].append(0) }
      }
      for delivery in 0..<deliveries where mask & 1 << UInt64(delivery) != 0 {
        reported[delivery][households / 64] |= 1 << UInt64(households % 64)
      }
      households += 1
      total += rows
    }
  }

  private static func count(
    _ household: Household, _ population: Population
  ) -> (mask: UInt64, rows: Int) {
    var mask: UInt64 = 0
    var rows = 0
    for index in 0..<household.claimCount {
      let claim = household.claims[index]
      for period in claim.first...claim.last {
        mask |= 1 << UInt64(delivery(claim.feed, period))
        let row = Reporting.rowDraw(claim, period, of: household, seed: population.seed)
        rows += row.copy == .once ? 1 : 2
      }
    }
    return (mask, rows)
  }

  /// The number of a delivery.
  static func delivery(_ feed: SampleFeed, _ period: Int) -> Int {
    period * SampleFeed.allCases.count + feed.rawValue
  }

  /// Whether a delivery has rows of a household.
  func isReported(_ household: Int, by delivery: Int) -> Bool {
    reported[delivery][household / 64] & 1 << UInt64(household % 64) != 0
  }
}
