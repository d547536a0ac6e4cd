import Model

/// Two records that are worth comparing, by their places in ``PassRows``.
///
/// Valid only inside the call that it is given to.
struct RecordPair {
  let left: UInt32
  let right: UInt32
  let first: UnsafePointer<MatchRecord>
  let second: UnsafePointer<MatchRecord>

  var one: MatchRecord { first.pointee }
  var other: MatchRecord { second.pointee }
}

/// Brings the records together that are worth comparing, each pair once for a list of passes.
///
/// Where more records share a key than a pass compares with each other, they are put in order of address
/// and again of birth date, and each is compared with those that follow it closely: a key that 100,000
/// records share costs no more than its records.
///
/// The threads share each pass out by key, so that none of them compares what another one has compared.
struct CandidatePairs {
  /// The records in the order in which they are read.
  let rows: PassRows
  private let names: NameTable
  private let passes: [BlockingPass]
  private let table: PassTable
  /// For each row the passes in which it stands in a crowded block, one bit each.
  private var crowded: [UInt32]
  private var placesByBirthDate: [UInt32]?

  /// - Parameters:
  ///   - records: The records.
  ///   - passes: At most 32.
  ///   - threads: How many threads bring the records in order.
  /// - Complexity: O(*n*).
  init(_ records: MatchRecords, passes: [BlockingPass], threads: Int = 1) {
    self.init(PassRows(records, threads: threads), names: records.names, passes: passes)
  }

  /// - Parameters:
  ///   - rows: The records in the order in which they are read.
  ///   - names: The records' names.
  ///   - passes: At most 32.
  init(_ rows: PassRows, names: NameTable, passes: [BlockingPass]) {
    self.rows = rows
    self.names = names
    self.passes = passes
    table = PassTable(passes)
    crowded = Array(repeating: 0, count: rows.count)
  }

  /// Calls a function for every pair; a pair of a crowded block may come more than once.
  ///
  /// - Complexity: O(*n*) for *n* records in each pass.
  mutating func forEachPair(_ body: (Int, Int) -> Void) {
    var pairs: [[(UInt32, UInt32)]] = [[]]
    forEachPair(&pairs) { pair, found in found.append((pair.left, pair.right)) }
    for (left, right) in pairs.joined() {
      body(Int(rows.record[Int(left)]), Int(rows.record[Int(right)]))
    }
  }

  /// Calls a function for every pair, on as many threads as there are results to gather.
  ///
  /// - Parameters:
  ///   - results: What each thread gathers.
  ///   - body: Is given a pair and what its thread has gathered.
  /// - Complexity: O(*n*) for *n* records in each pass.
  mutating func forEachPair<Result>(
    _ results: inout [Result], _ body: @Sendable (RecordPair, inout Result) -> Void
  ) {
    var shares = results.map { Share(keys: KeyBuckets(forRows: rows.count), result: $0) }
    results = []
    rows.read { read in
      names.withAgreeingFields { fields in
        for index in passes.indices { run(index, read, fields, &shares, body) }
      }
    }
    results = shares.map(\.result)
  }

  /// Runs one pass.
  private mutating func run<Result>(
    _ index: Int, _ read: ReadRows<MatchRecord>, _ fields: AgreeingFields,
    _ shares: inout [Share<Result>], _ body: @Sendable (RecordPair, inout Result) -> Void
  ) {
    let pass = passes[index]
    let (names, threads, count) = (names, shares.count, rows.count)
    Threads.run(&shares) { thread, share in
      share.keys.removeAll()
      for row in Threads.part(thread, of: threads, rows: count) {
        names.forEachKey(of: read[row], for: pass.fields) { share.keys.add($0, row: row) }
      }
      share.keys.arrange()
    }
    let keys = shares.map(\.keys)
    ReadRows.of(crowded) { crowded in
      let walk = BlockWalk(
        rows: read, fields: fields, mostRecords: pass.mostRecords,
        filter: table.filter(ofPass: index),
        crowded: placesByBirthDate == nil ? nil : crowded)
      Threads.run(&shares) { thread, share in
        share.crowds.removeAll()
        for bucket in Threads.part(thread, of: threads, rows: keys[0].count) {
          share.entries.removeAll(keepingCapacity: true)
          for part in keys { part.append(bucket, to: &share.entries) }
          share.sort.sort(&share.entries)
          walk.forEachPair(share.entries, &share.crowds, share.fetched) { body($0, &share.result) }
        }
        walk.compareAll(share.fetched) { body($0, &share.result) }
      }
      guard shares.contains(where: { !$0.crowds.isEmpty }) else { return }
      let order = placesByBirthDate ?? rows.placesByBirthDate()
      placesByBirthDate = order
      ReadRows.of(order) { order in
        Threads.run(&shares) { _, share in
          walk.forEachNeighbour(share.crowds, placesByBirthDate: order, share.fetched) {
            body($0, &share.result)
          }
        }
      }
    }
    for share in shares {
      for entry in share.crowds.entries { crowded[Int(entry & 0xFFFF_FFFF)] |= 1 << UInt32(index) }
    }
  }

  /// What one thread has.
  private struct Share<Result> {
    /// The keys of its rows.
    var keys: KeyBuckets
    /// The entries of one bucket of all rows.
    var entries: [UInt64] = []
    var sort = UpperHalfSort()
    var crowds = CrowdedBlocks()
    var fetched = FetchedRows()
    var result: Result

    init(keys: KeyBuckets, result: Result) {
      self.keys = keys
      self.result = result
    }
  }
}
