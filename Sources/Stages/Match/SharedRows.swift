import Dispatch

/// Rows of an array that two threads fill at the same time: each other rows, or other fields of them.
///
/// Valid only inside the call that hands it out.
struct SharedRows<Row>: @unchecked Sendable {
  private let base: UnsafeMutablePointer<Row>

  init(_ base: UnsafeMutablePointer<Row>) { self.base = base }

  @inline(__always)
  subscript(index: Int) -> Row {
    unsafeAddress { UnsafePointer(base + index) }
    nonmutating unsafeMutableAddress { base + index }
  }

  /// Hands out the rows of an array while a function runs.
  static func of(_ array: inout [Row], _ body: (SharedRows) -> Void) {
    array.withUnsafeMutableBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return }
      body(SharedRows(base))
    }
  }
}

/// Elements of an array that many threads read, without counting who does.
///
/// Valid only inside the call that hands it out.
struct ReadRows<Row>: @unchecked Sendable {
  private let base: UnsafePointer<Row>

  init(_ base: UnsafePointer<Row>) { self.base = base }

  @inline(__always)
  subscript(index: Int) -> Row { unsafeAddress { base + index } }

  /// Where an element stands.
  @inline(__always)
  func place(of index: Int) -> UnsafePointer<Row> { base + index }

  /// Hands out the elements of an array while a function runs; not at all when there are none.
  static func of(_ array: [Row], _ body: (ReadRows) -> Void) {
    array.withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return }
      body(ReadRows(base))
    }
  }
}

/// Few, large pieces of work on as many threads.
enum Threads {
  /// How many are worth it for a number of records.
  static func count(forRecords records: Int) -> Int { records < 2000 ? 1 : 2 }

  /// Does each piece of work, and waits for all.
  ///
  /// - Parameters:
  ///   - states: What each piece changes; nothing else may be changed by several.
  ///   - work: Is given the number of the piece and what it changes.
  static func run<State>(_ states: inout [State], _ work: @Sendable (Int, inout State) -> Void) {
    guard states.count > 1 else {
      for index in states.indices { work(index, &states[index]) }
      return
    }
    let count = states.count
    SharedRows.of(&states) { states in
      DispatchQueue.concurrentPerform(iterations: count) { work($0, &states[$0]) }
    }
  }

  /// The part of some rows that one of several threads has.
  static func part(_ thread: Int, of threads: Int, rows: Int) -> Range<Int> {
    rows * thread / threads..<rows * (thread + 1) / threads
  }

  /// Does two pieces of work side by side.
  ///
  /// - Parameters:
  ///   - one: A piece of work.
  ///   - other: Another one, which must not depend on it.
  /// - Returns: What both came to.
  static func both<One: Sendable, Other: Sendable>(
    _ one: @Sendable () -> One, _ other: @Sendable () -> Other
  ) -> (One, Other) {
    var results: [(One?, Other?)] = [(nil, nil), (nil, nil)]
    run(&results) { index, result in result = index == 0 ? (one(), nil) : (nil, other()) }
    guard let first = results[0].0, let second = results[1].1 else { return (one(), other()) }
    return (first, second)
  }
}
