import Dispatch
import Glibc
public import Model
import Synchronization
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
    var summary = SampleSummary()
    summary.households = census.households
    let parts = parts(of: folder)
    let outcomes = Mutex([Result<DeliveryCount, TabularError>?](repeating: nil, count: parts.count))
    // Deliveries do not depend on each other: as many are written at once as the machine has cores.
    DispatchQueue.concurrentPerform(iterations: parts.count) { index in
      let outcome = Result { () throws(TabularError) in
        try write(parts[index], census, reporting)
      }
      outcomes.withLock { $0[index] = outcome }
    }
    let truth = try TruthWriter(path: folder + "/truth.csv", header: true)
    for (part, outcome) in zip(parts, outcomes.withLock { $0 }) {
      guard let count = try outcome?.get() else { continue }
      try truth.append(fileOf: part.truth)
      summary.files.append(part.name)
      summary.rows += count.rows
      for (fate, number) in count.fates { summary.fates[fate, default: 0] += number }
    }
    try truth.finish()
    return summary
  }

  /// One delivery, with a truth of its own until all are done.
  private struct Part: Sendable {
    var feed: SampleFeed
    var period: Int
    var name: String
    var path: String
    var truth: String
  }

  private struct DeliveryCount: Sendable {
    var rows: Int
    var fates: [Fate: Int]
  }

  private func parts(of folder: String) -> [Part] {
    SampleFeed.allCases.flatMap { feed in
      periods.indices.map { period in
        let name = fileName(feed, periods[period])
        return Part(
          feed: feed, period: period, name: name, path: "\(folder)/\(name)",
          truth: "\(folder)/.truth-\(name)")
      }
    }
  }

  private func write(
    _ part: Part, _ census: Census, _ reporting: Reporting
  ) throws(TabularError) -> DeliveryCount {
    let truth = try TruthWriter(path: part.truth, header: false)
    var writer = try DeliveryWriter(
      path: part.path, feed: part.feed, period: part.period, reporting: reporting,
      streets: StreetBook())
    try writer.write(census, truth: truth, name: part.name)
    try truth.finish()
    return DeliveryCount(
      rows: writer.rows,
      fates: Dictionary(
        Fate.allCases.map { ($0, writer.fates[$0] ?? 0) }, uniquingKeysWith: { first, _ in first }))
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
