import Model
import Tabular

/// Writes one delivery, household by household in an order of its own.
struct DeliveryWriter {
  /// Data rows written.
  private(set) var rows = 0
  /// Rows by what must become of them.
  private(set) var fates: [Fate: Int] = [:]

  private let feed: SampleFeed
  private let period: Int
  private let reporting: Reporting
  private let file: GzipWriter
  private let output = ByteArena(capacity: 1 << 17)
  private var composer: RowComposer
  private var counts: [Int]
  private let block = 1 << 16

  init(
    path: String, feed: SampleFeed, period: Int, reporting: Reporting, streets: StreetBook
  ) throws(TabularError) {
    self.feed = feed
    self.period = period
    self.reporting = reporting
    file = try GzipWriter(path: path, level: 1)
    composer = RowComposer(
      feed: feed, names: reporting.population.names, places: reporting.addresses.places,
      streets: streets, output: output)
    counts = Array(repeating: 0, count: Fate.allCases.count)
  }

  /// Writes header and rows, and the truth about them.
  mutating func write(
    _ census: Census, truth: TruthWriter, name: String
  ) throws(TabularError) {
    composer.writeHeader()
    truth.begin(feed: feed.id, delivery: name)
    let population = reporting.population
    let delivery = Census.delivery(feed, period)
    let draw = Draw(seed: population.seed, subject: delivery, topic: .order)
    let order = Permutation(count: max(1, census.households), draw: draw)
    for position in 0..<census.households {
      let number = order[position]
      guard census.isReported(number, by: delivery) else { continue }
      let household = population.household(number, isFiller: number >= census.firstFiller)
      for index in 0..<household.claimCount
      where household.claims[index].isReported(by: feed, in: period) {
        writeRows(household.claims[index], of: household, truth: truth)
      }
      if output.count >= block {
        try file.write(output.bytes)
        output.removeAll()
        try truth.flush()
      }
    }
    try file.write(output.bytes)
    output.removeAll()
    try truth.flush()
    try file.finish()
    for (index, fate) in Fate.allCases.enumerated() { fates[fate] = counts[index] }
  }

  private mutating func writeRows(_ claim: Claim, of household: Household, truth: TruthWriter) {
    let population = reporting.population
    let seed = population.seed
    let report = reporting.report(claim, period, of: household)
    let fate = reporting.fate(report, of: claim, period, household: household)
    let person = population.person(claim.member, of: household)
    var holding = Holding(
      claim, of: person, household, names: population.names, seed: seed)
    let subject = (household.number * 8 + claim.slot) * 16 + period
    let style = Draw(seed: seed, subject: subject, topic: .style)
    composer.write(household, person, holding, report, style: style)
    record(fate, claim, household, truth)
    let copy = Reporting.rowDraw(claim, period, of: household, seed: seed)
    guard copy.copy != .once else { return }
    if copy.copy == .twiceWithOtherPhone {
      var draw = copy.draw
      holding.phone = Phone.any(&draw)
    }
    composer.write(household, person, holding, report, style: style)
    let own = reporting.ownFate(report, of: claim, household: household)
    record(own ?? .technicalDuplicate, claim, household, truth)
  }

  private mutating func record(
    _ fate: Fate, _ claim: Claim, _ household: Household, _ truth: TruthWriter
  ) {
    rows += 1
    let index = fate.index
    counts[index] += 1
    truth.write(row: rows, member: claim.member, household: household.number, fate: index)
  }
}

extension Fate {
  private static let indices: [Fate] = Fate.allCases

  /// Its place in `allCases`.
  fileprivate var index: Int {
    var index = 0
    for fate in Fate.indices {
      if fate == self { return index }
      index += 1
    }
    return 0
  }
}
