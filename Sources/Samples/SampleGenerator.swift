import Glibc
public import Model
public import Tabular

/// Makes invented deliveries of five partners, with the truth about every row.
///
/// All is computed from the seed: the same seed, size, municipalities and periods give the same
/// bytes. Nobody in it exists.
public struct SampleGenerator: Sendable {
  /// How many rows in all.
  public var signals: Int
  public var seed: UInt64
  public var municipalities: SampleMunicipalities
  /// At most twelve.
  public var periods: [SamplePeriod]
  public var rules: SampleRules

  /// Creates a generator.
  ///
  /// - Parameters:
  ///   - signals: How many rows in all deliveries together.
  ///   - seed: Which of the many possible samples.
  ///   - municipalities: For whom; at least one with a postcode.
  ///   - periods: The months, in order; the first twelve count.
  ///   - rules: What the municipalities decided, for the truth.
  public init(
    signals: Int, seed: UInt64, municipalities: SampleMunicipalities = .waterweg,
    periods: [SamplePeriod] = SamplePeriod.autumn, rules: SampleRules = .waterweg
  ) {
    self.signals = max(0, signals)
    self.seed = seed
    self.municipalities = municipalities
    self.periods = Array(periods.prefix(12))
    self.rules = rules
  }

  /// Writes the deliveries and `truth.csv`.
  ///
  /// - Parameter folder: Where; made if it is not there. Files of the same names are replaced.
  /// - Throws: ``TabularError`` when a file cannot be written.
  /// - Returns: What was written.
  /// - Complexity: O(*n*) in the number of rows; a byte of memory for each.
  public func write(to folder: String) throws(TabularError) -> SampleSummary {
    guard mkdir(folder, 0o755) == 0 || errno == EEXIST else { throw .cannotCreate(errno: errno) }
    let population = Population(seed: seed, periods: periods)
    let census = Census(population: population, rows: signals)
    let addresses = AddressBook(
      municipalities: municipalities, households: census.households, seed: seed)
    let reporting = Reporting(
      population: population, addresses: addresses, rules: rules, municipalities: municipalities)
    let truth = try TruthWriter(path: folder + "/truth.csv")
    var summary = SampleSummary()
    summary.households = census.households
    let streets = StreetBook()
    for feed in SampleFeed.allCases {
      for period in periods.indices {
        let name = fileName(feed, periods[period])
        var writer = try DeliveryWriter(
          path: folder + "/" + name, feed: feed, period: period, reporting: reporting,
          streets: streets)
        try writer.write(census, truth: truth, name: name)
        summary.files.append(name)
        summary.rows += writer.rows
        for fate in Fate.allCases { summary.fates[fate, default: 0] += writer.fates[fate] ?? 0 }
      }
    }
    try truth.finish()
    return summary
  }

  private func fileName(_ feed: SampleFeed, _ period: SamplePeriod) -> String {
    let arena = ByteArena(capacity: 64)
    let (year, month, day) = period.received[feed.rawValue].civil
    arena.append(decimal: year * 10_000 + month * 100 + day, width: 8)
    return "\(feed.id)_\(period.name)_\(arena.bytes.string).csv.gz"
  }
}

/// What a generator wrote.
public struct SampleSummary: Sendable {
  /// The deliveries' names, in the order of the truth file.
  public var files: [String] = []
  /// Data rows of all deliveries together.
  public var rows = 0
  public var households = 0
  /// Rows by what must become of them.
  public var fates: [Fate: Int] = [:]
}
