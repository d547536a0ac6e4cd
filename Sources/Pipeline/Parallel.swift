/// Does a piece of work for each item on a few threads.
///
/// - Parameters:
///   - items: What to work on.
///   - jobs: How many pieces may run at once, at least 1.
///   - work: Must not depend on the other items.
/// - Returns: The results in the order of the items, whatever the order of their ends.
/// - Throws: The error of the first item, in the order of the items, whose work failed.
func inParallel<Item: Sendable, Output: Sendable>(
  _ items: [Item], jobs: Int, _ work: @escaping @Sendable (Item) throws -> Output
) async throws -> [Output] {
  if jobs <= 1 || items.count <= 1 { return try items.map(work) }
  var results = [Result<Output, any Error>?](repeating: nil, count: items.count)
  await withTaskGroup(of: (Int, Result<Output, any Error>).self) { group in
    var next = 0
    func start() {
      let index = next
      let item = items[index]
      next += 1
      group.addTask { (index, Result { try work(item) }) }
    }
    while next < min(jobs, items.count) { start() }
    while let (index, result) = await group.next() {
      results[index] = result
      if next < items.count { start() }
    }
  }
  return try results.compactMap { try $0?.get() }
}
