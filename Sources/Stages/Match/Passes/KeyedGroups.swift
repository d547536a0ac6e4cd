/// Brings rows together that share a key, on several threads.
///
/// The threads share the rows out to find their keys, and the keys to look at their rows.
enum KeyedGroups {
  private struct Share<State> {
    var keys: KeyBuckets
    var state: State
  }

  /// Calls a function for the rows of each key.
  ///
  /// - Parameters:
  ///   - rows: The number of rows.
  ///   - states: What each thread gathers.
  ///   - keys: Adds the keys of some rows.
  ///   - body: Is given the entries of a key, in the order of their rows, and what its thread has gathered.
  /// - Complexity: O(*n*).
  static func forEach<State>(
    rows: Int, _ states: inout [State],
    keys: @Sendable (Range<Int>, inout KeyBuckets) -> Void,
    _ body: @Sendable (ArraySlice<UInt64>, inout State) -> Void
  ) {
    let threads = states.count
    var shares = states.map { Share(keys: KeyBuckets(forRows: rows), state: $0) }
    states = []
    Threads.run(&shares) { thread, share in
      let part = Threads.part(thread, of: threads, rows: rows)
      share.keys.reserve(part.count)
      keys(part, &share.keys)
      share.keys.arrange()
    }
    let parts = shares.map(\.keys)
    Threads.run(&shares) { thread, share in
      var sort = UpperHalfSort()
      var entries: [UInt64] = []
      for bucket in Threads.part(thread, of: threads, rows: parts[0].count) {
        entries.removeAll(keepingCapacity: true)
        for part in parts { part.append(bucket, to: &entries) }
        sort.sort(&entries)
        KeyBuckets.forEachKey(of: entries[...]) { body($0, &share.state) }
      }
    }
    states = shares.map(\.state)
  }
}
