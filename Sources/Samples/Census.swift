/// Who is in a sample: as many households as give the wanted number of rows, and for each of them
/// which deliveries report it.
struct Census {
  /// One bit for each delivery, by household.
  private(set) var deliveries: [UInt32] = []
  /// The first household that only fills up.
  private(set) var firstFiller = Int.max

  /// How many households.
  var households: Int { deliveries.count }

  /// Counts households until their rows are as many as wanted.
  ///
  /// - Complexity: O(*n*) in the number of rows.
  init(population: Population, rows wanted: Int) {
    guard wanted > 0, !population.periods.isEmpty else { return }
    deliveries.reserveCapacity(wanted * 2 / 3)
    var total = 0
    while total < wanted {
      let household = population.household(
        deliveries.count, isFiller: deliveries.count >= firstFiller)
      let (mask, rows) = Census.count(household, population)
      if total + rows > wanted {
        firstFiller = deliveries.count
        continue
      }
      deliveries.append(mask)
      total += rows
    }
  }

  private static func count(
    _ household: Household, _ population: Population
  ) -> (mask: UInt32, rows: Int) {
    var mask: UInt32 = 0
    var rows = 0
    for index in 0..<household.claimCount {
      let claim = household.claims[index]
      for period in claim.first...claim.last {
        mask |= bit(claim.feed, period)
        let row = Reporting.rowDraw(claim, period, of: household, seed: population.seed)
        rows += row.copy == .once ? 1 : 2
      }
    }
    return (mask, rows)
  }

  /// The bit of a delivery.
  static func bit(_ feed: SampleFeed, _ period: Int) -> UInt32 {
    1 << UInt32(period * SampleFeed.allCases.count + feed.rawValue)
  }
}
