import Model

/// Two records that are worth comparing, by their places in ``PassRows``.
struct RecordPair {
  var left: Int
  var right: Int
  var one: MatchRecord
  var other: MatchRecord
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
    rows = PassRows(records, threads: threads)
    names = records.names
    self.passes = passes
    table = PassTable(passes)
    crowded = Array(repeating: 0, count: records.count)
  }

  /// Calls a function for every pair; a pair of a crowded block may come more than once.
  ///
  /// - Complexity: O(*n*) for *n* records in each pass.
  mutating func forEachPair(_ body: (Int, Int) -> Void) {
    var pairs: [[(Int, Int)]] = [[]]
    forEachPair(&pairs) { pair, found in found.append((pair.left, pair.right)) }
    for (left, right) in pairs.joined() { body(Int(rows.record[left]), Int(rows.record[right])) }
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
    let (rows, names) = (rows, names)
    let threads = results.count
    var shares = results.map { Share(keys: BlockKeys(threads: threads), result: $0) }
    results = []
    for index in passes.indices {
      let pass = passes[index]
      Threads.run(&shares) { thread, share in
        share.keys.collect(
          rows, names, Threads.part(thread, of: threads, rows: rows.count), pass.fields)
      }
      let keys = shares.map(\.keys)
      let walk = BlockWalk(
        rows: rows, names: names, mostRecords: pass.mostRecords,
        filter: table.filter(ofPass: index), crowded: crowded)
      Threads.run(&shares) { thread, share in
        share.crowds = CrowdedBlocks()
        share.blocks.removeAll()
        for part in keys { share.blocks.add(part.ofThread[thread]) }
        walk.forEachPair(&share.blocks, &share.crowds) { body($0, &share.result) }
      }
      if shares.contains(where: { !$0.crowds.isEmpty }) {
        let order = placesByBirthDate ?? rows.placesByBirthDate()
        placesByBirthDate = order
        Threads.run(&shares) { _, share in
          walk.forEachNeighbour(share.crowds, placesByBirthDate: order) { body($0, &share.result) }
        }
      }
      for share in shares {
        for row in share.crowds.rows { crowded[Int(row)] |= 1 << UInt32(index) }
      }
    }
    results = shares.map(\.result)
  }

  /// What one thread has.
  private struct Share<Result> {
    /// The keys of its rows.
    var keys: BlockKeys
    /// The blocks of its keys.
    var blocks = HashGroups()
    var crowds = CrowdedBlocks()
    var result: Result
  }
}

/// The keys of some records in a pass, by the thread that looks at their blocks.
private struct BlockKeys {
  private(set) var ofThread: [HashGroups]

  init(threads: Int) { ofThread = Array(repeating: HashGroups(), count: threads) }

  mutating func collect(
    _ rows: PassRows, _ names: NameTable, _ part: Range<Int>, _ fields: BlockingField
  ) {
    let threads = UInt64(ofThread.count)
    for thread in ofThread.indices { ofThread[thread].removeAll() }
    for row in part {
      names.forEachKey(of: rows[row], for: fields) { key in
        ofThread[Int(key.multipliedFullWidth(by: threads).high)].add(key, row: row)
      }
    }
  }
}
